"""What somebody should look at in a referral table: holes, rows that end soon, and what senders are not told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from sorstudio.model.texts import Clause, Texts
from sorstudio.resources import read_toml
from sorstudio.routing.answer import Reason
from sorstudio.routing.book import routing_book
from sorstudio.routing.table import Hole, Table, TableRow


class Severity(StrEnum):
    """How much a remark weighs."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class RemarkCode(StrEnum):
    """What is remarked; the last five only on a table that was read from a file."""

    OVERLAP = "overlap"
    HOLE = "hole"
    EXPIRES = "expires"
    NO_PHONE = "no_phone"
    NO_CRITERIA = "no_criteria"
    DEAD_UNIT = "dead_unit"
    DEAD_NUMBER = "dead_number"
    NUMBER_MOVED = "number_moved"
    UNKNOWN_MESSAGE = "unknown_message"
    BAD_LINK = "bad_link"


@dataclass(frozen=True, slots=True)
class TableRemark:
    """A remark on one row or hole. `unit` is the key of the unit that it is about, `line` the line of a read file."""

    code: RemarkCode
    severity: Severity
    params: Mapping[str, object] = field(default_factory=dict, hash=False)
    unit: str = ""
    municipality: str = ""
    area: str = ""
    offer: str = ""
    offer_name: str = ""
    message: str = ""
    line: int = 0


def remark_sentence(remark: TableRemark, texts: Texts) -> str:
    """The remark in words."""
    return texts.sentence(f"reftable.remark.{remark.code}", remark.params)


def remarks(found: Table, today: date, within: int | None = None) -> tuple[TableRemark, ...]:
    """Remarks on a table, the heaviest first; `within` is how many days ahead of its end a row is told of."""
    days = within if within is not None else int(read_toml("reftable.toml")["expires_within_days"])
    served = {(row.municipality, row.area, row.offer, row.message) for row in found.rows}
    told = [_of_hole(one, served) for one in found.holes]
    told += [_expires(row) for row in found.rows if _ends_by(row, today + timedelta(days=days))]
    told += _untold(found.rows)
    return heaviest_first(told)


def heaviest_first(told: Iterable[TableRemark]) -> tuple[TableRemark, ...]:
    """Errors, then warnings, then the rest; among equals as they came."""
    order = list(Severity)
    return tuple(sorted(told, key=lambda one: order.index(one.severity)))


def _of_hole(hole: Hole, served: set[tuple[str, str, str, str]]) -> TableRemark:
    is_overlap = hole.reason is Reason.TWO_CANDIDATES
    reason = Clause(f"routing.reason.{hole.reason}")
    return TableRemark(
        RemarkCode.OVERLAP if is_overlap else RemarkCode.HOLE,
        _weight_of(hole, served),
        {"offer": hole.offer_name, "message": hole.message, "reason": reason},
        next(iter(hole.answer.units), ""),
        hole.municipality,
        hole.area,
        hole.offer,
        hole.offer_name,
        hole.message,
    )


def _weight_of(hole: Hole, served: set[tuple[str, str, str, str]]) -> Severity:
    """Nothing is lost where the task is somebody else's or another message for the same purpose arrives."""
    if hole.reason is Reason.TWO_CANDIDATES:
        return Severity.ERROR
    other = routing_book().stands_in(hole.message)
    is_served = any((hole.municipality, hole.area, hole.offer, one) in served for one in other)
    is_ours = hole.reason not in (Reason.WRONG_AUTHORITY, Reason.NOT_BY_NUMBER)
    return Severity.WARNING if is_ours and not is_served else Severity.INFO


def _ends_by(row: TableRow, day: date) -> bool:
    return row.valid_to is not None and row.valid_to <= day


def _expires(row: TableRow) -> TableRemark:
    last = row.valid_to - timedelta(days=1) if row.valid_to is not None else None
    params = {"offer": row.offer_name, "message": row.message, "day": last, "unit": row.receiver}
    return _of_row(RemarkCode.EXPIRES, Severity.WARNING, row, params)


def _untold(rows: Iterable[TableRow]) -> Iterator[TableRemark]:
    """Once for an offer, however many messages it receives."""
    seen: set[tuple[str, str, str, RemarkCode]] = set()
    for row in rows:
        for code, text in ((RemarkCode.NO_PHONE, row.phone), (RemarkCode.NO_CRITERIA, row.criteria)):
            place = (row.municipality, row.area, row.offer, code)
            if not text and place not in seen:
                seen.add(place)
                yield _of_row(code, Severity.INFO, row, {"offer": row.offer_name, "unit": row.receiver})


def _of_row(code: RemarkCode, severity: Severity, row: TableRow, params: Mapping[str, object]) -> TableRemark:
    message = row.message if "message" in params else ""
    return TableRemark(code, severity, params, row.unit, row.municipality, row.area, row.offer, row.offer_name, message)
