"""The quality over time: at each act of the plan's history, and from register file to register file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sorstudio.model.baseline import Baseline
from sorstudio.model.codes import CodeLists
from sorstudio.model.plan import Plan
from sorstudio.rules.entry import RuleBook
from sorstudio.rules.quality import Quality, Score, quality
from sorstudio.rules.standing import Standing

Tell = Callable[[float], bool]
"""Is told how much is done, 0 to 1, and answers False to stop."""


@dataclass(frozen=True, slots=True)
class Point:
    """The score after one act; `change` is None before the first. `code` and `params` say the act in words."""

    change: str | None
    time: datetime | None
    score: Score
    code: str = ""
    params: tuple[tuple[str, object], ...] = ()


@dataclass(frozen=True, slots=True)
class DayPoint:
    """The score of a register file of a day."""

    day: date
    score: Score


class History:
    """The quality at any place of the journal, worked out once and kept by the id of the change.

    Findings are followed from the place looked at last. One thread at a time.
    """

    def __init__(self, book: RuleBook | None = None) -> None:
        self._book = book
        self._known: dict[str | None, Quality] = {}
        self._standing: Standing | None = None

    def knows(self, change: str | None) -> bool:
        """Whether nothing has to be worked out for that place."""
        return change in self._known

    def at(self, plan: Plan, change: str | None) -> Quality:
        """The quality after a change. The plan is moved there: hand in a snapshot of it."""
        if change not in self._known:
            if plan.head != change:
                plan.go_to(change)
            self._known[change] = quality(self._follow(plan), plan)
        return self._known[change]

    def points(self, plan: Plan, tell: Tell | None = None) -> Iterator[Point]:
        """The score before the first act and after each one up to where the plan stands; ends early when told to."""
        path = plan.journal.path()
        yield Point(None, None, self.at(plan, None).whole)
        for done, change in enumerate(path, start=1):
            if tell is not None and not tell(done / len(path)):
                return
            whole = self.at(plan, change.id).whole
            yield Point(change.id, change.time, whole, change.code, tuple(change.params.items()))

    def _follow(self, plan: Plan) -> Standing:
        found = self._standing
        if found is None or not found.follows(plan):
            found = self._standing = Standing(plan, self._book)
        else:
            found.follow(plan, found.circle(plan))
        return found


def day_points(
    baselines: Iterable[Baseline], codes: CodeLists, today: date, book: RuleBook | None = None
) -> tuple[DayPoint, ...]:
    """The score of each register file, oldest first; of two of the same day the last one counts."""
    found: dict[date, DayPoint] = {}
    for baseline in baselines:
        plan = Plan([baseline], codes, today=today)
        found[baseline.day] = DayPoint(baseline.day, quality(Standing(plan, book), plan).whole)
    return tuple(found[day] for day in sorted(found))


def before_and_after(history: History, plan: Plan) -> tuple[Quality, Quality]:
    """The register as it was, and as the plan makes it. The plan is moved: hand in a snapshot of it."""
    head = plan.head
    after = history.at(plan, head)
    before = history.at(plan, None)
    if plan.head != head:
        plan.go_to(head)
    return before, after


def change_in(points: Sequence[Score]) -> float | None:
    """By how many points the score has changed from the first to the last that has one."""
    scores = [one.score for one in points if one.score is not None]
    return scores[-1] - scores[0] if scores else None
