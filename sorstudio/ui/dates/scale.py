"""The line of days: from when to when it goes, what happens on which day, and where a day lies on it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from sorstudio.model.plan import Plan

BEFORE, AFTER, FARTHEST = timedelta(days=14), timedelta(days=21), timedelta(days=3 * 366)


@dataclass(frozen=True)
class Scale:
    """Days between `first` and `last`; `ours` counts the plan's changes by day, `register` are the file's own days."""

    first: date
    last: date
    ours: Mapping[date, int]
    register: tuple[date, ...]

    def part(self, day: date) -> float:
        """Where a day lies, 0 at the first and 1 at the last; days outside lie at the ends."""
        span = max(1, (self.last - self.first).days)
        return min(1.0, max(0.0, (day - self.first).days / span))

    def day_at(self, part: float) -> date:
        """The day that lies there."""
        span = (self.last - self.first).days
        return self.first + timedelta(days=round(min(1.0, max(0.0, part)) * span))

    def next_stop(self, day: date) -> date:
        """The next day on which something takes effect, or the last of all."""
        stops = self._stops()
        at = bisect_right(stops, day)
        return stops[at] if at < len(stops) else self.last

    def stop_before(self, day: date) -> date:
        """The day before on which something takes effect, or the first of all."""
        stops = self._stops()
        at = bisect_left(stops, day)
        return stops[at - 1] if at else self.first

    def kept_inside(self, day: date) -> date:
        """A day, or the end that lies nearest to it."""
        return min(self.last, max(self.first, day))

    def _stops(self) -> list[date]:
        return sorted({*self.ours, *self.register})


def scale_of(plan: Plan) -> Scale:
    """From shortly before today until shortly after the last thing that happens, at most some years ahead."""
    ours = Counter(change.day for change in plan.timeline.changes if change.day is not None)
    until = plan.today + FARTHEST
    ahead = [day for day in plan.baseline.breakpoints if plan.today - BEFORE <= day <= until]
    first = min([plan.today - BEFORE, *ours])
    last = max([plan.today, *ahead, *ours, plan.working_date]) + AFTER
    return Scale(first, last, ours, tuple(ahead))
