"""A plan confirmed with the register files of many days: the last one counts, and each thing has the day it came."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sorstudio.model.baseline import Baseline
from sorstudio.model.plan import Plan
from sorstudio.requests.confirm import Confirmation, Outcome, Result, confirm
from sorstudio.requests.sound_file import check_file

Line = tuple[str, str, date | None]


@dataclass(frozen=True, slots=True)
class OverDays:
    """The outcome by the last file, and the day of the first file from which on each thing was seen."""

    last: Confirmation
    seen: Mapping[Line, date]
    days: tuple[date, ...]

    def day_of(self, result: Result) -> date | None:
        """The day of the file that first showed what the last one shows; None where it is still to come."""
        return self.seen.get(_line(result))


def confirm_days(
    plan: Plan, files: Iterable[Baseline], given: Mapping[str, str] | None = None, *, force: bool = False
) -> OverDays | None:
    """Go through files in order of day; those older than the plan's own are passed over. None where none is newer.

    Raises Unusable for a file that cannot be right, unless `force`.
    """
    seen: dict[Line, date] = {}
    days: list[date] = []
    last: Confirmation | None = None
    for file in files:
        if file.day < plan.baseline.day and not force:
            continue
        last = confirm(plan, file, given)
        if not force:
            check_file(plan, last.file)
        _note(seen, last, file.day)
        days.append(file.day)
    return OverDays(last, seen, tuple(days)) if last is not None else None


def _note(seen: dict[Line, date], found: Confirmation, day: date) -> None:
    """What is seen now for the first time; what is not seen any more is forgotten again."""
    there = {_line(one) for one in found.results if one.outcome in _SEEN}
    for gone in seen.keys() - there:
        del seen[gone]
    for line in there:
        seen.setdefault(line, day)


_SEEN = frozenset({Outcome.DONE, Outcome.DIFFERENT, Outcome.FOREIGN})


def _line(result: Result) -> Line:
    return result.unit, f"{result.action}{'!' if result.outcome is Outcome.FOREIGN else ''}", result.day
