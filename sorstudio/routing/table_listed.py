"""What is wrong with a referral table that was read: receivers that are gone, numbers that moved, unknown messages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sorstudio.model.edits.describing import is_link
from sorstudio.routing.directory import Directory
from sorstudio.routing.table_cells import ListedRow
from sorstudio.routing.table_remarks import RemarkCode, Severity, TableRemark, heaviest_first

LINKS = ("description_url", "patient_url")


class _Known:
    """The units and numbers of some municipalities, as of their day."""

    def __init__(self, directories: Sequence[Directory]) -> None:
        self._units: dict[str, tuple[Directory, str]] = {}
        self._numbers: dict[str, tuple[Directory, str]] = {}
        self._codes = {one.municipality.code for one in directories if one.municipality is not None}
        for directory in directories:
            for key, unit in directory.state.units.items():
                self._units[unit.sor_id or key] = directory, key
            for number in directory.state.numbers.values():
                if number.gln is not None and directory.number(number.unit) is not None:
                    self._numbers[number.gln] = directory, number.unit

    def judges(self, row: ListedRow) -> bool:
        """Whether the row is of a municipality that is known here; one without a code is."""
        code = row.text("municipality")
        return not code or not self._codes or code in self._codes

    def remarks(self, row: ListedRow) -> Iterator[TableRemark]:
        sor_id, gln = row.text("sor_id"), row.text("gln")
        unit, giver = self._units.get(sor_id), self._numbers.get(gln)
        is_dead = unit is None or unit[1] not in unit[0].places
        if sor_id and is_dead:
            yield _remark(RemarkCode.DEAD_UNIT, row, {"sor_id": sor_id}, unit[1] if unit else "")
        if gln and giver is None:
            yield _remark(RemarkCode.DEAD_NUMBER, row, {"gln": gln}, unit[1] if unit else "")
        if sor_id and gln and unit is not None and giver is not None and not is_dead:
            directory, key = unit
            if directory.places[key].giver != giver[1]:
                now = giver[0].state.units[giver[1]].name
                yield _remark(RemarkCode.NUMBER_MOVED, row, {"gln": gln, "now": now}, key)


def listed_remarks(directories: Sequence[Directory], rows: Iterable[ListedRow]) -> tuple[TableRemark, ...]:
    """Remarks on the rows of a file, against the municipalities that it is about; the heaviest first."""
    known = _Known(directories)
    codes = directories[0].codes if directories else None
    told: list[TableRemark] = []
    for row in rows:
        if known.judges(row):
            told += known.remarks(row)
        message = row.text("message")
        if message and codes is not None and codes.message_type(message) is None:
            told.append(_remark(RemarkCode.UNKNOWN_MESSAGE, row, {}))
        links = [row.text(name) for name in LINKS if row.text(name) and not is_link(row.text(name))]
        told += [_remark(RemarkCode.BAD_LINK, row, {"link": link}, weight=Severity.WARNING) for link in links]
    return heaviest_first(told)


def _remark(
    code: RemarkCode,
    row: ListedRow,
    params: Mapping[str, object],
    unit: str = "",
    weight: Severity = Severity.ERROR,
) -> TableRemark:
    offer = row.text("offer_name") or row.text("offer") or row.text("area")
    said = {"line": row.line, "offer": offer, "unit": row.text("receiver"), "message": row.text("message"), **params}
    places = {name: row.text(name) for name in ("municipality", "area", "offer", "offer_name", "message")}
    return TableRemark(code, weight, said, unit, line=row.line, **places)
