"""What happens when: per day what takes effect, what waits for what, and what is dated earlier than it can be done.

A new unit takes `NOTICE` (SORUS UC1), a number that is ordered comes after about ten working days (SDS's order form),
and nothing can be before what it waits for. Own edits and message types have no notice of their own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sorstudio.model.plan import NOTICE, Plan
from sorstudio.model.texts import Texts
from sorstudio.model.working_days import working_days_after
from sorstudio.requests.line import NOWHERE_ACTIONS, Action, Line
from sorstudio.requests.lines import change_lines
from sorstudio.requests.words import Json, sentence

NUMBER_TAKES = 10
"""Working days from an order to the number, about (SDS's order form)."""


@dataclass(frozen=True, slots=True)
class Item:
    """One line in the timeline; `earliest` is the first day on which it can be done, and `because` says why not sooner.

    `because` is `unit` or `number` for the time that SOR takes, `waits` for lines that it must not overtake, or empty.
    `behind` are those lines: the ones that decide `earliest`.
    """

    line: Line
    earliest: date | None
    because: str = ""
    behind: tuple[Line, ...] = ()

    @property
    def is_too_early(self) -> bool:
        """Whether the line is dated before the day on which it can be done."""
        return self.line.day is not None and self.earliest is not None and self.line.day < self.earliest


@dataclass(frozen=True, slots=True)
class ScheduleDay:
    """Everything that takes effect on a day; None holds the corrections, which hold from ever."""

    day: date | None
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Schedule:
    """The days in order, those without a date first."""

    days: tuple[ScheduleDay, ...]

    def items(self) -> Iterator[Item]:
        """Every line."""
        return (item for day in self.days for item in day.items)

    def too_early(self) -> tuple[Item, ...]:
        """The lines that are dated before they can be done."""
        return tuple(item for item in self.items() if item.is_too_early)

    @property
    def works_from(self) -> date | None:
        """The first day on which everything that is too early now could be done, or None where nothing is."""
        return max((item.earliest for item in self.too_early() if item.earliest), default=None)


def schedule(plan: Plan, lines: Sequence[Line] | None = None) -> Schedule:
    """The timeline of a plan; `lines` saves making them again."""
    found = _Earliest(plan.today, change_lines(plan) if lines is None else lines)
    days: dict[date | None, list[Item]] = defaultdict(list)
    for line in found.lines.values():
        days[line.day].append(found.item(line))
    order = sorted(days, key=lambda day: day or date.min)
    return Schedule(tuple(ScheduleDay(day, tuple(days[day])) for day in order))


def earliest_number(today: date) -> date:
    """The first day on which a number that is ordered today is there."""
    return working_days_after(today, NUMBER_TAKES)


def problem(item: Item, texts: Texts) -> str:
    """Why a line cannot be done on its day, in words; empty where it can."""
    if not item.is_too_early:
        return ""
    names = "; ".join(sentence(line, texts).rstrip(".") for line in item.behind)
    params = {"day": item.earliest, "days": NOTICE.days, "working": NUMBER_TAKES, "lines": names}
    return texts.sentence(f"schedule.problem.{item.because or 'past'}", params)


def whole(found: Schedule, texts: Texts) -> str:
    """The timeline in one sentence: whether everything can be done, and if not, from which day on it could."""
    count = len(found.too_early())
    if not found.days:
        return texts.sentence("schedule.none")
    return texts.sentence(
        "schedule.too_early" if count else "schedule.in_time", {"count": count, "day": found.works_from}
    )


def head(one: ScheduleDay, texts: Texts) -> str:
    """What a day is called."""
    return texts.sentence("schedule.undated") if one.day is None else texts.day(one.day)


def repair(item: Item, texts: Texts) -> str:
    """The day that works, in words; empty where nothing is wrong."""
    return texts.sentence("schedule.repair", {"day": item.earliest}) if item.is_too_early else ""


def schedule_json(found: Schedule, texts: Texts) -> Json:
    """The timeline for programs."""
    return {
        "works_from": found.works_from.isoformat() if found.works_from else None,
        "days": [
            {"date": one.day.isoformat() if one.day else None, "lines": [_item_json(item, texts) for item in one.items]}
            for one in found.days
        ],
    }


def _item_json(item: Item, texts: Texts) -> Json:
    line = item.line
    return {
        "id": line.id,
        "unit": line.unit or None,
        "unit_name": line.unit_name or None,
        "action": line.action.value,
        "addressee": line.addressee.value if line.addressee else None,
        "sentence": sentence(line, texts),
        "waits_for": list(line.waits_for),
        "earliest": item.earliest.isoformat() if item.earliest else None,
        "too_early": item.is_too_early,
        "problem": problem(item, texts) or None,
    }


class _Earliest:
    """Works out the first day of each line once; what is waited for comes before it."""

    def __init__(self, today: date, lines: Sequence[Line]) -> None:
        self._today = today
        self.lines: Mapping[str, Line] = {line.id: line for line in lines}
        self._known: dict[str, Item] = {}
        self._being_found: set[str] = set()

    def item(self, line: Line) -> Item:
        """The line with its first day."""
        if line.id not in self._known:
            self._known[line.id] = self._found(line)
        return self._known[line.id]

    def _found(self, line: Line) -> Item:
        if line.action in NOWHERE_ACTIONS:
            return Item(line, None)
        because = {Action.CREATE: "unit", Action.ORDER_NUMBER: "number"}.get(line.action, "")
        own = self._own(because)
        behind = [(first, other) for other in self._waited_for(line) if (first := self.item(other).earliest)]
        latest = max((first for first, _ in behind), default=own)
        if latest <= own:
            return Item(line, own, because)
        return Item(line, latest, "waits", tuple(other for first, other in behind if first == latest))

    def _own(self, because: str) -> date:
        if because == "unit":
            return self._today + NOTICE
        return earliest_number(self._today) if because == "number" else self._today

    def _waited_for(self, line: Line) -> Iterator[Line]:
        """Lines that wait for each other in a ring, which no sound plan has, are left at their own time."""
        self._being_found.add(line.id)
        for name in line.waits_for:
            if name in self.lines and name not in self._being_found:
                yield self.lines[name]
        self._being_found.discard(line.id)
