"""Works out the quality in a thread: first before and after the plan, then act by act; kept by act."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from sorstudio.model.errors import SorError
from sorstudio.model.plan import Plan
from sorstudio.rules.chosen import chosen
from sorstudio.rules.entry import RuleBook
from sorstudio.rules.trend import History, before_and_after, day_points
from sorstudio.ui.editor import Editor


class _Answer(QObject):
    judged = Signal(int, object, object)
    progressed = Signal(int, float)
    told = Signal(int, object)


class _Task(QRunnable):
    """One round on a copy of the plan; it stops at the next act when it is asked to."""

    def __init__(self, plan: Plan, history: History, number: int, answer: _Answer) -> None:
        super().__init__()
        self._plan, self._history, self._number, self._answer = plan, history, number, answer
        self.stop = Event()

    def run(self) -> None:
        if self.stop.is_set():
            return
        self._answer.judged.emit(self._number, *before_and_after(self._history, self._plan))
        self._answer.told.emit(self._number, tuple(self._history.points(self._plan, self._tell)))

    def _tell(self, part: float) -> bool:
        self._answer.progressed.emit(self._number, part)
        return not self.stop.is_set()


class Scoring(QObject):
    """`judged` carries the quality before and after the plan, `told` the points of the history.

    `progressed` carries how much of the history is done, 0 to 1.
    """

    judged = Signal(object, object)
    progressed = Signal(float)
    told = Signal(object)

    def __init__(self, editor: Editor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._number = 0
        self._task: _Task | None = None
        self._book: RuleBook | None = None
        self._history = History()
        self._answer = _Answer(self)
        self._answer.judged.connect(self._take_judged)
        self._answer.progressed.connect(self._take_progress)
        self._answer.told.connect(self._take_told)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)

    @property
    def book(self) -> RuleBook:
        """The rules that count for the plan."""
        return chosen(self._editor.plan).book

    def start(self) -> None:
        """Work out what is not known yet; a round that runs is given up."""
        self.stop()
        if self.book is not self._book:
            self._book, self._history = self.book, History(self.book)
        self._number += 1
        self._task = _Task(self._editor.plan.snapshot(), self._history, self._number, self._answer)
        self._task.setAutoDelete(False)
        self._pool.start(self._task)

    def stop(self) -> None:
        """Leave off at the next act; what was worked out is kept."""
        if self._task is not None:
            self._task.stop.set()

    def close(self) -> None:
        """Stop, and wait for it."""
        self.stop()
        self._number += 1
        self._pool.waitForDone()

    def days(self, paths: Sequence[Path]) -> object:
        """The scores of register files; an error in words where one cannot be read."""
        from sorstudio.formats.dated import read_days

        plan = self._editor.plan
        try:
            return day_points(read_days(paths, codes=plan.codes, today=plan.today), plan.codes, plan.today, self.book)
        except SorError as error:
            return self._editor.sentence(error)

    def _take_judged(self, number: int, before: object, after: object) -> None:
        if number == self._number:
            self.judged.emit(before, after)

    def _take_progress(self, number: int, part: float) -> None:
        if number == self._number:
            self.progressed.emit(part)

    def _take_told(self, number: int, points: object) -> None:
        if number == self._number:
            self.told.emit(points)
