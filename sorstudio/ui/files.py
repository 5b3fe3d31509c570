"""Opening, making, copying and sending: the acts of the file menu."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QMessageBox

from sorstudio.model.errors import SorError
from sorstudio.ui import plans
from sorstudio.ui.plans import Session
from sorstudio.ui.translate import tr

if TYPE_CHECKING:
    from sorstudio.ui.main_window import MainWindow

SUFFIX = ".sorplan"


class Files:
    """Asks for files and shows what came of it; errors are told in words, and nothing has happened then."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def open_plan(self) -> None:
        """Choose a plan file."""
        chosen, _ = QFileDialog.getOpenFileName(
            self._window, tr("Open plan"), self._folder(), tr("Plans (*{suffix})").format(suffix=SUFFIX)
        )
        if chosen:
            self.open_path(chosen)

    def open_path(self, path: str) -> None:
        """Open one plan file; one that is gone is no longer offered."""
        if not Path(path).exists():
            self._window.preferences.forget_recent(path)
        if self._is_open(Path(path)):
            return
        self._enter(lambda: plans.open_session(Path(path)))

    def open_example(self) -> None:
        """The exercise municipality."""
        self._enter(plans.example_session)

    def new_plan(self) -> None:
        """Choose register files and make a plan of them."""
        chosen, _ = QFileDialog.getOpenFileNames(
            self._window,
            tr("Choose register files"),
            self._folder(),
            tr("Register files (*.csv *.txt *.xml *.json *.xlsx *.zip);;All files (*)"),
        )
        if chosen:
            self.import_files([Path(path) for path in chosen])

    def import_files(self, paths: Sequence[Path]) -> None:
        """From register files to an open plan."""
        from sorstudio.ui.importing.dialog import ImportDialog

        dialog = ImportDialog(paths, self._window.look.theme, self._window.tongue.texts(), self._window.preferences)
        dialog.setParent(self._window, dialog.windowFlags())
        dialog.made.connect(self._enter_made)
        dialog.open()
        dialog.start()

    def take_in(self, paths: Sequence[str]) -> None:
        """Files let go over the window: a plan is opened, anything else is read as a register."""
        if not paths:
            return
        if paths[0].endswith(SUFFIX):
            self.open_path(paths[0])
        elif self._window.workspace is not None:
            self.confirm_or_new([Path(path) for path in paths])
        else:
            self.import_files([Path(path) for path in paths])

    def confirm_or_new(self, paths: Sequence[Path]) -> QMessageBox:
        """A register file over an open plan can be two things; only the person knows which."""
        box = QMessageBox(self._window)
        box.setText(tr("What is {file} for?").format(file=", ".join(path.name for path in paths)))
        box.setInformativeText(tr("Confirming compares it with the open plan; nothing changes before you say so."))
        confirms = box.addButton(tr("Confirm the open plan"), QMessageBox.ButtonRole.AcceptRole)
        makes = box.addButton(tr("Make a new plan"), QMessageBox.ButtonRole.ActionRole)
        box.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(confirms)
        confirms.clicked.connect(lambda: self.confirm_with(paths))
        makes.clicked.connect(lambda: self.import_files(paths))
        box.finished.connect(box.deleteLater)
        # Not exec: the program that the file was dragged from would wait for the answer.
        box.open()
        return box

    def confirm_with(self, paths: Sequence[Path]) -> None:
        """Compare the open plan with a newer register file."""
        work = self._window.workspace
        if work is not None:
            work.show_in_strip(work.requests).check(paths)

    def add_units(self) -> None:
        """An outline or an own list, whose lines become proposals on the open plan."""
        chosen, _ = QFileDialog.getOpenFileName(
            self._window, tr("Choose a list"), self._folder(), tr("Lists (*.txt *.csv *.xlsx);;All files (*)")
        )
        if chosen:
            self.propose(Path(chosen))

    def propose(self, path: Path) -> None:
        """Show the proposals that a list makes."""
        from sorstudio.ui.importing.proposals import ProposalsDialog

        work = self._window.workspace
        if work is not None:
            dialog = ProposalsDialog(work.editor, path, self._window.look.theme, self._window)
            dialog.open()

    def show_ready(self) -> None:
        """What to look at before the request is sent, and from there on to it."""
        from sorstudio.ui.requesting.ready import ReadyDialog

        work = self._window.workspace
        if work is not None:
            dialog = ReadyDialog(work.editor, self._window.look.theme, self._window)
            dialog.setting_wanted.connect(self.plan_settings)
            dialog.request_wanted.connect(self.export_request)
            dialog.plays_wanted.connect(self._window.acts.by_name["plays"].trigger)
            dialog.open()

    def export_request(self) -> None:
        """The preview of the change request, and from there its files."""
        from sorstudio.ui.requesting.dialog import RequestDialog

        work = self._window.workspace
        if work is not None:
            folder = self._window.preferences.text("request_folder", self._folder())
            dialog = RequestDialog(work.editor, self._window.look.theme, Path(folder), self._window)
            dialog.written.connect(lambda where: self._window.preferences.set_text("request_folder", where))
            dialog.open()

    def save_picture(self, *, only_seen: bool = False) -> None:
        """The picture as it is drawn, whole or what is seen of it, as a file."""
        work = self._window.workspace
        if work is None:
            return
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, tr("Save the picture"), self._folder(), "SVG (*.svg);;PNG (*.png);;PDF (*.pdf)"
        )
        if chosen and self._tried(lambda: work.picture.save(Path(chosen), only_seen=only_seen)):
            self._window.tell(tr("The picture is saved in {path}.").format(path=chosen))

    def print_picture(self, paper: str) -> None:
        """The picture on as many sheets of paper as it needs, as one PDF."""
        work = self._window.workspace
        if work is None:
            return
        title = tr("Save {count} sheets of {paper}").format(count=work.picture.count_pages(paper), paper=paper)
        chosen, _ = QFileDialog.getSaveFileName(self._window, title, self._folder(), "PDF (*.pdf)")
        if chosen and self._tried(lambda: work.picture.save_pages(Path(chosen), paper)):
            self._window.tell(tr("The picture is saved in {path}.").format(path=chosen))

    def save_copy(self) -> None:
        """The whole plan in a further file."""
        session = self._window.session
        if session is None:
            return
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, tr("Save a copy"), self._folder(), tr("Plans (*{suffix})").format(suffix=SUFFIX)
        )
        if chosen and self._tried(lambda: plans.save_copy(session, Path(chosen))):
            self._window.tell(tr("A copy is saved in {path}.").format(path=chosen))

    def plan_settings(self, name: str = "") -> None:
        """Municipality, who is responsible, journal systems, dates, receivers; at the field that is wanted."""
        from sorstudio.ui.settings import SettingsDialog

        work = self._window.workspace
        if work is not None:
            dialog = SettingsDialog(work.editor, self._window.look.theme, self._window)
            dialog.open()
            dialog.fields.get(name, dialog.route if name == "own_edits_route" else dialog).setFocus()

    def rule_book(self) -> None:
        """The rules that the plan is checked by."""
        from sorstudio.ui.rulebook.dialog import RuleBookDialog

        work = self._window.workspace
        if work is not None:
            RuleBookDialog(work.editor, self._window.look.theme, self._window).open()

    def _enter_made(self, session: object, listed: object) -> None:
        if isinstance(session, Session):
            self._window.show_session(session)
        if isinstance(listed, Path):
            self.propose(listed)

    def _enter(self, make: Callable[[], Session]) -> None:
        """Go into a plan, or say why not and stay where we are."""
        try:
            session = make()
        except SorError as error:
            self._window.warn(self._sentence(error))
            return
        self._window.show_session(session)

    def _tried(self, act: Callable[[], object]) -> bool:
        try:
            act()
        except SorError as error:
            self._window.warn(self._sentence(error))
            return False
        return True

    def _is_open(self, path: Path) -> bool:
        session = self._window.session
        return session is not None and session.path == path.resolve()

    def _sentence(self, error: SorError) -> str:
        return self._window.tongue.texts().sentence(error.code, error.params)

    def _folder(self) -> str:
        session = self._window.session
        return str(session.path.parent) if session is not None and session.path else str(Path.home())
