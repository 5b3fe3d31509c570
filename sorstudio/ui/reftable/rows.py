"""The referral table as it is shown: each row in words, with its place in the offers' order and what is remarked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum

from sorstudio.model.codes import CodeLists
from sorstudio.model.naming import fold
from sorstudio.model.records import Offer, RecordKind
from sorstudio.model.state import State
from sorstudio.model.texts import Texts
from sorstudio.routing.table import NumberSource, Table, TableRow
from sorstudio.routing.table_cells import authority
from sorstudio.routing.table_remarks import Severity, TableRemark, remark_sentence
from sorstudio.ui.days import short_day
from sorstudio.ui.signs import FindingSign

SIGNS = {Severity.ERROR: FindingSign.ERROR, Severity.WARNING: FindingSign.WARNING, Severity.INFO: FindingSign.INFO}
Key = tuple[str, str, str, str]


class Column(IntEnum):
    """The columns from left to right."""

    SIGN = 0
    HEADING = 1
    OFFER = 2
    MESSAGE = 3
    VERSION = 4
    RECEIVER = 5
    NUMBER = 6
    PHONE = 7
    HOURS = 8
    BEGIN = 9
    END = 10
    AUTHORITY = 11


@dataclass(frozen=True)
class ShownRow:
    """A row in words. `described` is the offer whose texts it shows, empty for an area that has none to describe."""

    row: TableRow
    place: int
    cells: tuple[str, ...]
    described: str = ""
    sign: FindingSign = FindingSign.NONE
    told: tuple[str, ...] = ()

    @property
    def key(self) -> Key:
        """What makes it the same row after an act."""
        return self.row.municipality, self.row.area, self.row.offer, self.row.message

    @property
    def is_own(self) -> bool:
        """Whether the receiver has the number itself."""
        return self.row.source is NumberSource.OWN

    def has(self, folded: str) -> bool:
        """Whether any of the words stands in the row."""
        return any(folded in fold(one) for one in (*self.cells, self.row.message, *self.told))


def shown_rows(
    found: Table, remarks: Iterable[TableRemark], state: State, codes: CodeLists, texts: Texts
) -> tuple[ShownRow, ...]:
    """The rows by heading, in the order of the catalogue."""
    by_row = _by_row(remarks)
    heads = [one.code for one in codes.headings]
    order = {code: place for place, code in enumerate(heads)}
    headed = [(heading_of(row.area, row.offer, state, codes), row) for row in found.rows]
    headed.sort(key=lambda one: order.get(one[0], len(heads)))
    return tuple(_shown(row, place, heading, by_row, codes, texts) for place, (heading, row) in enumerate(headed))


def heading_of(area: str, offer: str, state: State, codes: CodeLists) -> str:
    """The code of the heading that an offer or an area stands under; empty for none."""
    catalogued = codes.offer(offer)
    if catalogued is not None:
        return catalogued.heading
    own = state.record(RecordKind.OFFER, offer) if offer else None
    if isinstance(own, Offer) and own.heading:
        return own.heading
    found = codes.area(area)
    return found.heading if found is not None and codes.heading(found.heading) else ""


def described_offer(row: TableRow, codes: CodeLists) -> str:
    """The offer whose texts a row shows; an area as such is described by its main offer."""
    main = codes.main_offer(row.area)
    return row.offer or (main.code if main else "")


def arranged(
    rows: Sequence[ShownRow],
    words: str = "",
    *,
    remarked: bool = False,
    column: int = Column.HEADING,
    down: bool = False,
) -> list[ShownRow]:
    """The rows that hold the words, sorted by a column; among equals in the offers' order."""
    folded = fold(words)
    kept = [one for one in rows if one.has(folded) and (one.told or not remarked)]
    if column == Column.HEADING:
        return sorted(kept, key=lambda one: one.place, reverse=down)
    return sorted(kept, key=lambda one: _sorted_by(one, column), reverse=down)


def _sorted_by(one: ShownRow, column: int) -> tuple[int | str, ...]:
    days: Mapping[int, date | None] = {Column.BEGIN: one.row.valid_from, Column.END: one.row.valid_to}
    if column == Column.SIGN:
        return (-one.sign,)
    if column in days:
        day = days[column]
        return (day.isoformat() if day else "",)
    return (fold(one.cells[column]),)


def _shown(
    row: TableRow,
    place: int,
    heading: str,
    by_row: Mapping[tuple[str, str, str], list[TableRemark]],
    codes: CodeLists,
    texts: Texts,
) -> ShownRow:
    head, area = codes.heading(heading), codes.area(row.area)
    catalogued = codes.offer(row.offer)
    message = codes.message_type(row.message, row.version)
    language = texts.language
    named = catalogued or (area if not row.offer else None)
    last = row.valid_to - timedelta(days=1) if row.valid_to is not None else None
    cells = (
        "",
        head.name(language) if head else area.name(language) if area else "",
        named.name(language) if named else row.offer_name,
        f"{row.message} {message.name(language)}" if message else row.message,
        row.version,
        row.receiver,
        row.gln,
        row.phone,
        row.phone_hours,
        short_day(row.valid_from, language) if row.valid_from else "",
        short_day(last, language) if last else "",
        authority(row, texts),
    )
    found = [*by_row.get((row.area, row.offer, row.message), ()), *by_row.get((row.area, row.offer, ""), ())]
    sign = max((SIGNS[one.severity] for one in found), default=FindingSign.NONE)
    told = tuple(remark_sentence(one, texts) for one in found)
    return ShownRow(row, place, cells, described_offer(row, codes), sign, told)


def _by_row(remarks: Iterable[TableRemark]) -> dict[tuple[str, str, str], list[TableRemark]]:
    found: dict[tuple[str, str, str], list[TableRemark]] = {}
    for one in remarks:
        found.setdefault((one.area, one.offer, one.message), []).append(one)
    return found
