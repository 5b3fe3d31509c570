"""Reads a newer register file and confirms the plan with it, in a thread of its own, on a copy of the plan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from sorstudio.formats.problems import Cancelled
from sorstudio.formats.reading import read_baseline
from sorstudio.model.baseline import Baseline
from sorstudio.model.errors import SorError
from sorstudio.model.plan import Plan
from sorstudio.requests.confirm import Confirmation, confirm
from sorstudio.requests.sound_file import check_file
from sorstudio.ui.editor import Editor
from sorstudio.ui.importing.job import Job, Tell, Work

READING = 0.9
"""The part of the time that reading takes; the rest is comparing."""


@dataclass(frozen=True)
class Checked:
    """A file that was read; `objection` is why it should not be used, and then there is no confirmation yet."""

    file: Baseline
    confirmation: Confirmation | None = None
    objection: SorError | None = None


class Checking(QObject):
    """`checked` carries a `Checked`, `failed` the reason why the file could not be read, `progressed` 0 to 1."""

    checked = Signal(object)
    failed = Signal(object)
    stopped = Signal()
    progressed = Signal(float)

    def __init__(self, editor: Editor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._job: Job | None = None

    def read(self, paths: Sequence[Path], day: date | None = None) -> None:
        """Read files and confirm; a round that runs is given up. `day` is that of files which do not say it."""
        plan = self._editor.plan.snapshot()
        self._start(lambda tell: _read(plan, paths, day, tell))

    def again(self, file: Baseline, given: Mapping[str, str]) -> None:
        """Confirm once more with a file that is read: in spite of an objection, or with more SOR-IDs known."""
        plan = self._editor.plan.snapshot()
        self._start(lambda _tell: Checked(file, confirm(plan, file, given)))

    def stop(self) -> None:
        """Leave off."""
        if self._job is not None:
            self._job.stop()

    def close(self) -> None:
        """Stop, and wait for it."""
        if self._job is not None:
            self._job.blockSignals(True)
            self._job.stop()
            self._job.wait()
            self._job = None

    def _start(self, work: Work) -> None:
        self.close()
        job = self._job = Job(work, self)
        job.progressed.connect(self.progressed)
        job.done.connect(self.checked)
        job.failed.connect(self._fail)
        job.start()

    def _fail(self, error: SorError) -> None:
        if isinstance(error, Cancelled):
            self.stopped.emit()
        else:
            self.failed.emit(error)


def _read(plan: Plan, paths: Sequence[Path], day: date | None, tell: Tell) -> Checked:
    owner = next((plan.state().units[key].sor_id for key in plan.state().roots()), None)
    file = read_baseline(
        paths, codes=plan.codes, owner=owner, day=day, today=plan.today, progress=lambda part: tell(part * READING)
    )
    try:
        check_file(plan, file)
    except SorError as error:
        return Checked(file, objection=error)
    if not tell(READING):
        raise Cancelled
    return Checked(file, confirm(plan, file))
