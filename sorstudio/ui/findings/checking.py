"""Keeps the findings true to the plan: after an act only what it touched, a large plan whole in a thread."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from sorstudio.model.plan import Effect, Plan
from sorstudio.rules.check import affected, check, check_units
from sorstudio.rules.finding import Finding
from sorstudio.ui.editor import Editor

LARGE = 1500
"""Units from which a whole check no longer fits between two frames."""
MOST_TOUCHED = 300

Found = Mapping[str, Sequence[Finding]]


class _Answer(QObject):
    done = Signal(int, object)


class _Task(QRunnable):
    """One whole check on a copy of the plan."""

    def __init__(self, plan: Plan, number: int, answer: _Answer) -> None:
        super().__init__()
        self._plan, self._number, self._answer = plan, number, answer

    def run(self) -> None:
        self._answer.done.emit(self._number, check(self._plan))


class Checking(QObject):
    """Findings by unit; what concerns the whole plan stands under the empty key."""

    checked = Signal()

    def __init__(self, editor: Editor, parent: QObject | None = None, *, large: int = LARGE) -> None:
        super().__init__(parent)
        self._editor, self._large = editor, large
        self.found: dict[str, list[Finding]] = {}
        self.is_busy = False
        self._number = 0
        self._answer = _Answer(self)
        self._answer.done.connect(self._take)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)

    def check_all(self) -> None:
        """Check everything, in a thread where the plan is large."""
        self._number += 1
        plan = self._editor.plan
        if len(plan.state().units) < self._large:
            self._keep(check(plan))
            return
        self.is_busy = True
        self._pool.start(_Task(plan.snapshot(), self._number, self._answer))

    def follow(self, effect: Effect) -> None:
        """Check what an act has to do with; a check that runs already is asked for anew."""
        plan = self._editor.plan
        units = affected(plan, effect.before, effect.touched)
        if self.is_busy or len(units) > MOST_TOUCHED:
            self.check_all()
            return
        gone = [key for key in self.found if key and key not in effect.after.units]
        fresh = _by_unit(check_units(plan, units))
        for key in (*gone, *units):
            self.found.pop(key, None)
        self.found.update(fresh)
        self.checked.emit()

    def close(self) -> None:
        """Wait for a check that runs."""
        self._number += 1
        self._pool.waitForDone()

    def _take(self, number: int, found: Sequence[Finding]) -> None:
        if number == self._number:
            self._keep(found)

    def _keep(self, found: Iterable[Finding]) -> None:
        self.is_busy = False
        self.found = _by_unit(found)
        self.checked.emit()


def _by_unit(found: Iterable[Finding]) -> dict[str, list[Finding]]:
    groups: dict[str, list[Finding]] = defaultdict(list)
    for one in found:
        groups[one.unit].append(one)
    return dict(groups)
