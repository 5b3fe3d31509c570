"""Keeps the findings true to the plan: after an act only what it touched, a large plan whole in a thread."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from sorstudio.model.plan import Effect, Plan
from sorstudio.model.records import RecordKind
from sorstudio.model.state import EMPTY
from sorstudio.rules.chosen import chosen
from sorstudio.rules.entry import RuleBook
from sorstudio.rules.finding import Finding
from sorstudio.rules.standing import WHOLE_PLAN, Standing
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
        self._answer.done.emit(self._number, Standing(self._plan, chosen(self._plan).book))


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
        self._standing: Standing | None = None
        self._touched: set[tuple[RecordKind, str]] = set()
        self._answer = _Answer(self)
        self._answer.done.connect(self._take)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)

    @property
    def book(self) -> RuleBook:
        """The book by which was found what is shown; before anything was, the one that will be used."""
        return self._standing.book if self._standing is not None else chosen(self._editor.plan).book

    def check_all(self) -> None:
        """Check everything, in a thread where the plan is large."""
        self._number += 1
        self._touched.clear()
        plan = self._editor.plan
        if len(plan.state().units) < self._large:
            self._keep(Standing(plan, chosen(plan).book))
            return
        self.is_busy = True
        self._pool.start(_Task(plan.snapshot(), self._number, self._answer))

    def follow(self, effects: Iterable[Effect]) -> None:
        """Check what the acts have to do with."""
        known = self._standing.indexes.state if self._standing is not None else EMPTY
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
        plan, standing = self._editor.plan, self._standing
        if standing is None or standing.book is not chosen(plan).book or not standing.follows(plan):
            self.check_all()
            return
        circle = standing.circle(plan, self._touched, is_told=is_told)
        if circle.is_wider_than(MOST_TOUCHED):
            self.check_all()
            return
        self._touched.clear()
        self.checked.emit(self._renewed(standing, standing.follow(plan, circle)))

    def _renewed(self, standing: Standing, units: Iterable[str]) -> frozenset[str]:
        """The units for whom it came to something else, and the whole plan where that did."""
        fresh = {key: list(standing.of_unit(key)) for key in (*units, WHOLE_PLAN)}
        other = frozenset(key for key, found in fresh.items() if self.found.get(key, []) != found)
        for key in other:
            self._show(key, fresh[key])
        return other

    def _show(self, key: str, found: Sequence[Finding]) -> None:
        if found:
            self.found[key] = list(found)
        else:
            self.found.pop(key, None)

    def _take(self, number: int, standing: Standing) -> None:
        if number == self._number:
            self._keep(standing)

    def _keep(self, standing: Standing) -> None:
        self.is_busy = False
        self._standing = standing
        self.found = standing.by_unit()
        if self._touched or standing.indexes.state is not self._editor.plan.state():
            self._catch_up(is_told=False)
        self.checked.emit(None)
