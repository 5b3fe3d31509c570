"""Keeps the findings true to the plan: after an act only what it touched, a large plan whole in a thread."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from sorstudio.model.baseline import Baseline
from sorstudio.model.plan import Effect, Plan
from sorstudio.model.records import RecordKind
from sorstudio.model.state import EMPTY
from sorstudio.rules.bench import Bench
from sorstudio.rules.check import check_bench, check_units
from sorstudio.rules.finding import Finding
from sorstudio.rules.indexes import NO_INDEXES, Indexes
from sorstudio.rules.reach import affected
from sorstudio.ui.editor import Editor

LARGE = 1500
"""Units from which a whole check no longer fits between two frames."""
MOST_TOUCHED = 300

Found = Mapping[str, Sequence[Finding]]


class _Answer(QObject):
    done = Signal(int, object, object)


class _Task(QRunnable):
    """One whole check on a copy of the plan."""

    def __init__(self, plan: Plan, near: Indexes, number: int, answer: _Answer) -> None:
        super().__init__()
        self._plan, self._near, self._number, self._answer = plan, near, number, answer

    def run(self) -> None:
        bench = Bench(self._plan, self._near)
        self._answer.done.emit(self._number, bench, check_bench(bench))


class Checking(QObject):
    """Findings by unit; what concerns the whole plan stands under the empty key.

    `checked` carries the units whose findings are others than before, or None where everything was checked. Acts while
    a whole check runs wait for its answer and are then followed from the state that it looked at.
    """

    checked = Signal(object)

    def __init__(self, editor: Editor, parent: QObject | None = None, *, large: int = LARGE) -> None:
        super().__init__(parent)
        self._editor, self._large = editor, large
        self.found: dict[str, list[Finding]] = {}
        self.is_busy = False
        self._number = 0
        self._indexes = NO_INDEXES
        self._baseline: Baseline | None = None
        self._touched: set[tuple[RecordKind, str]] = set()
        self._answer = _Answer(self)
        self._answer.done.connect(self._take)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)

    def check_all(self) -> None:
        """Check everything, in a thread where the plan is large."""
        self._number += 1
        self._touched.clear()
        plan = self._editor.plan
        if len(plan.state().units) < self._large:
            bench = Bench(plan, self._indexes)
            self._keep(bench, check_bench(bench))
            return
        self.is_busy = True
        self._pool.start(_Task(plan.snapshot(), self._indexes, self._number, self._answer))

    def follow(self, effects: Iterable[Effect]) -> None:
        """Check what the acts have to do with."""
        known = self._indexes.state
        for effect in effects:
            self._touched |= effect.touched
            known = effect.after if effect.before is known else EMPTY
        if not self.is_busy:
            self._catch_up(is_told=known is self._editor.plan.state())

    def close(self) -> None:
        """Wait for a check that runs."""
        self._number += 1
        self._pool.waitForDone()

    def _catch_up(self, *, is_told: bool) -> None:
        """From the state that the findings tell of to the one that the plan is in; acts may have told all between."""
        plan = self._editor.plan
        if plan.baseline is not self._baseline:
            self.check_all()
            return
        if not is_told:
            self._touched.update(self._indexes.state.differing(plan.state()))
        bench = Bench(plan, self._indexes, self._touched)
        units = affected(self._indexes, bench.indexes, self._touched, self.found, plan.baseline.day)
        if len(units) > MOST_TOUCHED:
            self.check_all()
            return
        self._indexes = bench.indexes
        self._touched.clear()
        self.checked.emit(self._renewed(bench, units))

    def _renewed(self, bench: Bench, units: Iterable[str]) -> frozenset[str]:
        """Check the units; those are told for whom it came to something else."""
        fresh = _by_unit(check_units(bench, units))
        gone = [key for key in self.found if key and key not in bench.state.units]
        other = frozenset(key for key in (*gone, *units) if self.found.get(key) != fresh.get(key))
        for key in other:
            self.found.pop(key, None)
        self.found.update((key, fresh[key]) for key in other if key in fresh)
        return other

    def _take(self, number: int, bench: Bench, found: Sequence[Finding]) -> None:
        if number == self._number:
            self._keep(bench, found)

    def _keep(self, bench: Bench, found: Iterable[Finding]) -> None:
        self.is_busy = False
        self._indexes, self._baseline = bench.indexes, bench.plan.baseline
        self.found = _by_unit(found)
        if self._touched or bench.state is not self._editor.plan.state():
            self._catch_up(is_told=False)
        self.checked.emit(None)


def _by_unit(found: Iterable[Finding]) -> dict[str, list[Finding]]:
    groups: dict[str, list[Finding]] = defaultdict(list)
    for one in found:
        groups[one.unit].append(one)
    return dict(groups)
