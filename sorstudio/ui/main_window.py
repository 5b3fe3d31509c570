"""The window: its frame and menus, and the start page or the workspace of a plan in it."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from sorstudio.ui.actions import Actions, Needs
from sorstudio.ui.appearance import Appearance
from sorstudio.ui.beside import Beside
from sorstudio.ui.brand import window_icon
from sorstudio.ui.files import Files
from sorstudio.ui.handlers import handlers
from sorstudio.ui.help.pane import HelpPane
from sorstudio.ui.help.topics import topic_of
from sorstudio.ui.notice import Notice
from sorstudio.ui.plans import Session
from sorstudio.ui.preferences import Preferences
from sorstudio.ui.start.page import StartPage
from sorstudio.ui.theme import Look, Theme
from sorstudio.ui.translate import Tongue

if TYPE_CHECKING:
    from sorstudio.ui.workspace import Workspace


class MainWindow(QMainWindow):
    """Holds at most one open plan; every act of the menus is in `handlers`."""

    def __init__(self, look: Look, tongue: Tongue, preferences: Preferences) -> None:
        super().__init__()
        self.look, self.tongue, self.preferences = look, tongue, preferences
        self.session: Session | None = None
        self.workspace: Workspace | None = None
        self.is_first_time = False
        self.files = Files(self)
        self.appearance = Appearance(look, tongue, preferences)
        self.acts = Actions(handlers(self), self)
        self.acts.fill(self.menuBar())
        self.notice = Notice(look.theme)
        self.pages = QStackedWidget()
        self.guide = HelpPane(look.theme)
        self.guide.closed.connect(self._leave_guide)
        self.beside = Beside(self.pages, self.guide, look.theme)
        self._lay_out()
        look.changed.connect(self._set_theme)
        self._set_theme(look.theme)
        self.acts.retranslate()
        self.acts.menus["Recent plans"].aboutToShow.connect(self._list_recent)
        self.resize(1440, 900)
        self.restoreGeometry(preferences.state("window"))
        self.show_start()

    def show_start(self) -> None:
        """The page before a plan is open."""
        page = StartPage(self.look.theme, self.tongue.language, self.preferences.recent())
        page.recent_chosen.connect(self.files.open_path)
        page.recent_forgotten.connect(self._forget)
        page.files_dropped.connect(self.files.take_in)
        page.changelog_wanted.connect(self.guide.show_changelog)
        page.tour_wanted.connect(self.acts.by_name["tour"].trigger)
        page.file_wanted.connect(self.files.new_plan)
        page.plan_wanted.connect(self.files.open_plan)
        page.example_wanted.connect(self.files.open_example)
        self._show(page)
        page.setFocus()
        self.setWindowTitle("SOR Studio")
        self._enable()

    def show_session(self, session: Session) -> None:
        """The workspace of a plan; one that was open is let go first."""
        from sorstudio.ui.editor import Editor
        from sorstudio.ui.workspace import Workspace

        self.leave_session()
        self.session = session
        editor = Editor(session.plan, self.tongue.texts(), read_only=session.read_only)
        workspace = Workspace(editor, self.look, self.acts, self.preferences, held_by=session.holder, parent=self.pages)
        editor.setParent(workspace)
        self.workspace = workspace
        editor.effect.connect(self._enable)
        editor.selected.connect(self._enable)
        workspace.counted.connect(self._remember)
        workspace.top.search.help_wanted.connect(self.show_help)
        workspace.top.search.setting_wanted.connect(self.files.plan_settings)
        workspace.findings.book_wanted.connect(self.files.rule_book)
        self._show(workspace)
        workspace.outline.remember_in(self.preferences, session.path)
        self.notice.hide()
        if session.obstacle is not None:
            self.notice.tell(editor.sentence(session.obstacle))
        self._remember(workspace.changes)
        self._enable()
        workspace.outline.view.setFocus()
        if self.is_first_time:
            self.is_first_time = False
            QTimer.singleShot(0, self.acts.by_name["tour"].trigger)
        # What the plan is made of stays; walking over all of it at each clearing up would halt the window for 80 ms.
        gc.freeze()

    def leave_session(self) -> None:
        """Close the plan; everything in it is saved already."""
        if self.workspace is not None:
            self.workspace.close_plan()
            gc.unfreeze()
            self.workspace = None
        if self.session is not None:
            self.session.close()
            self.session = None

    def close_plan(self) -> None:
        """Back to the start page."""
        self.leave_session()
        self.show_start()

    def tell(self, words: str) -> None:
        """Say something that belongs to no pane."""
        if self.workspace is not None:
            self.workspace.status.say(words)
        else:
            self.notice.tell(words)

    def warn(self, words: str) -> None:
        """Say why something could not be done."""
        self.notice.tell(words)

    def show_help(self, heading: str = "") -> None:
        """The guide beside the work, where it is about what has the focus; asked for in the guide, it goes away."""
        if not heading and self.guide.page.hasFocus():
            self.guide.put_away()
        else:
            self.guide.show_heading(heading or topic_of(self.workspace, self.focusWidget()))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange and hasattr(self, "pages"):
            self.acts.retranslate()
            if self.workspace is not None:
                self.workspace.editor.retext(self.tongue.texts())
            else:
                self.show_start()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.preferences.set_state("window", self.saveGeometry())
        self.leave_session()
        event.accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.setAccepted(event.mimeData().hasUrls())
        if event.isAccepted():
            event.setDropAction(Qt.DropAction.CopyAction)

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        self.files.take_in(paths)

    def _lay_out(self) -> None:
        middle = QWidget()
        middle.setObjectName("root")
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notice)
        column.addWidget(self.beside, 1)
        self.setCentralWidget(middle)
        self.setAcceptDrops(True)

    def _leave_guide(self) -> None:
        work, page = self.workspace, self.pages.currentWidget()
        if page is not None:
            (page if work is None else work.outline.view).setFocus()

    def _show(self, page: QWidget) -> None:
        old = self.pages.currentWidget()
        self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)
        if old is not None:
            self.pages.removeWidget(old)
            old.hide()
            old.deleteLater()

    def _set_theme(self, theme: Theme) -> None:
        self.setWindowIcon(window_icon(theme))
        self.acts.set_theme(theme)
        self.notice.set_theme(theme)
        self.guide.set_theme(theme)
        self.beside.set_theme(theme)
        self.appearance.tick(self.acts)
        if self.workspace is not None:
            self.workspace.set_theme(theme)
        elif self.pages.currentWidget() is not None:
            self.show_start()

    def _enable(self) -> None:
        there = {Needs.NOTHING}
        if self.workspace is not None:
            editor = self.workspace.editor
            there |= {Needs.PLAN}
            there |= {Needs.UNDO} if editor.can_undo() else set()
            there |= {Needs.REDO} if editor.can_redo() else set()
            there |= {Needs.WRITING} if not editor.read_only else set()
            there |= {Needs.CHOSEN} if editor.selection else set()
            there |= {Needs.UNIT} if editor.selection and not editor.read_only else set()
        self.acts.enable(frozenset(there))
        self.appearance.tick(self.acts)

    def _remember(self, changes: int) -> None:
        if self.session is None:
            return
        recent = self.session.recent(changes)
        name = self.session.path.stem if self.session.path else ""
        self.setWindowTitle(" – ".join(filter(None, (recent.municipality, name, "SOR Studio"))))
        if self.session.path is not None:
            self.preferences.add_recent(recent)

    def _forget(self, path: str) -> None:
        """A plan the person no longer wants on the start page; its file stays where it is."""
        self.preferences.forget_recent(path)
        self.show_start()

    def _list_recent(self) -> None:
        menu = self.acts.menus["Recent plans"]
        menu.clear()
        for item in self.preferences.recent():
            menu.addAction(f"{item.municipality} · {item.path}").triggered.connect(
                lambda _checked=False, path=item.path: self.files.open_path(path)
            )
