"""What the buttons of the referral table do with files: save the table or the overview, lay another table beside it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from sorstudio.formats.problems import UnreadableFile
from sorstudio.model.errors import SorError
from sorstudio.ui.editor import Editor
from sorstudio.ui.importing.job import Job
from sorstudio.ui.reftable.comparing import compare
from sorstudio.ui.reftable.listing import Listing
from sorstudio.ui.reftable.saving import save_partners, save_table, with_ending


class Filing(QWidget):
    """Works in a thread of its own on a copy of the plan. `compared` carries a `Compared`."""

    compared = Signal(object)

    def __init__(self, editor: Editor, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self._editor = editor
        self._job: Job | None = None

    def save_as(self, shown: Listing | None) -> None:
        """Ask where to save the table."""
        kinds = ";;".join((self.tr("Workbook (*.xlsx)"), self.tr("Table (*.csv)"), "JSON (*.json)"))
        name = self.tr("referral table") + ".xlsx"
        chosen, kind = QFileDialog.getSaveFileName(self.window(), self.tr("Save the referral table"), name, kinds)
        if chosen and shown is not None:
            self.save(shown, with_ending(chosen, kind, (".xlsx", ".csv", ".json")))

    def save(self, shown: Listing, path: Path) -> None:
        """Save the table."""
        self._start(partial(save_table, self._editor.plan.snapshot(), shown, self._editor.texts, path), self._saved)

    def save_partners_as(self, shown: Listing | None) -> None:
        """Ask where to save the overview for partners."""
        kinds = ";;".join(("PDF (*.pdf)", self.tr("Web page (*.html)")))
        name = self.tr("overview for partners") + ".pdf"
        chosen, kind = QFileDialog.getSaveFileName(
            self.window(), self.tr("Save the overview for partners"), name, kinds
        )
        if chosen and shown is not None:
            self.save_overview(shown, with_ending(chosen, kind, (".pdf", ".html")))

    def save_overview(self, shown: Listing, path: Path) -> None:
        """Save the overview for partners; paper is drawn in the window's own thread, with its fonts."""
        try:
            save_partners(self._editor.plan, shown, self._editor.texts, path)
        except SorError as error:
            self._fail(error)
        else:
            self._saved(path)

    def choose_file(self, shown: Listing | None, *, is_own: bool) -> None:
        """Ask for a table to lay beside this one."""
        title = self.tr("The last delivery") if is_own else self.tr("An existing referral table")
        kinds = self.tr("Referral tables (*.xlsx *.csv *.txt *.json);;All files (*)")
        chosen, _ = QFileDialog.getOpenFileName(self.window(), title, "", kinds)
        if chosen and shown is not None:
            self.lay_beside(shown, Path(chosen), is_own=is_own)

    def lay_beside(self, shown: Listing, path: Path, *, is_own: bool) -> None:
        """Compare with what was delivered, or with a table that somebody else made."""
        plan, texts = self._editor.plan.snapshot(), self._editor.texts
        self._start(partial(compare, plan, shown, texts, path, is_own=is_own), self.compared.emit)

    def close_plan(self) -> None:
        """Stop working."""
        if self._job is not None:
            self._job.blockSignals(True)
            self._job.wait()
            self._job = None

    def _start(self, work: Callable[[], object], done: Callable[[object], None]) -> None:
        self.close_plan()
        job = self._job = Job(lambda _tell: work(), self)
        job.done.connect(done)
        job.failed.connect(self._fail)
        job.start()

    def _saved(self, path: object) -> None:
        self._editor.said.emit(self.tr("Saved in {path}.").format(path=path), False)

    def _fail(self, error: SorError) -> None:
        told = error.problems[0] if isinstance(error, UnreadableFile) and error.problems else None
        texts = self._editor.texts
        self._editor.refused.emit(texts.sentence(told.code, told.params) if told else self._editor.sentence(error))
