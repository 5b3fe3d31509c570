"""The receivers board: what senders meet, in the place of the strip; a tab for each of its panes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from sorstudio.routing.question import Question
from sorstudio.ui.coverage.pane import CoveragePane
from sorstudio.ui.editor import Editor
from sorstudio.ui.fields import button
from sorstudio.ui.messageguide.pane import GuidePane
from sorstudio.ui.pane_layout import focus_into
from sorstudio.ui.plays.pane import PlaysPane
from sorstudio.ui.reftable.pane import TablePane
from sorstudio.ui.routes.pane import SenderPane
from sorstudio.ui.strip import StripTabs
from sorstudio.ui.theme import Theme

LEAST_TAB = 42
"""Two buttons share the line with the tabs, so that each has less than in the strip."""


class ReceiversBoard(QWidget):
    """Tabs above with a button to close the board, the chosen pane below. Esc closes it too.

    A further pane is a line in `panes`, its title in `_name` and its act in the menu Receivers.
    """

    front_wanted = Signal()
    close_wanted = Signal()
    alone = Signal(bool)

    def __init__(self, editor: Editor, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bottom")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.asker = SenderPane(editor, theme, self)
        self.coverage = CoveragePane(editor, theme, self)
        self.table = TablePane(editor, theme, self)
        self.guide = GuidePane(editor, theme, self)
        self.plays = PlaysPane(editor, theme, self)
        self.panes = (self.asker, self.coverage, self.table, self.guide, self.plays)
        self.tabs = StripTabs(theme, self)
        self.large_button = button("", "quiet", self.ask_alone)
        self.close_button = button("", "quiet", self.close_wanted.emit)
        self.head = QWidget(self)
        self._line = QHBoxLayout(self.head)
        self._line.addWidget(self.tabs, 1)
        self._line.addStretch(0)
        self._line.addWidget(self.large_button)
        self._line.addWidget(self.close_button)
        self.stack = QStackedWidget(self)
        for pane in self.panes:
            self.tabs.addTab("")
            self.stack.addWidget(pane)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 1, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.stack, 1)
        self.tabs.currentChanged.connect(self.stack.setCurrentIndex)
        self.tabs.currentChanged.connect(self._name)
        for one in (self.table, self.guide, self.plays):
            one.ask_wanted.connect(self.ask)
        self.set_theme(theme)
        self._name()

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        self._line.setContentsMargins(0, 0, theme.size("m"), 0)
        self.tabs.setMinimumWidth(theme.px(LEAST_TAB) * len(self.panes))
        self.tabs.set_theme(theme)
        for pane in self.panes:
            pane.set_theme(theme)

    def ask_alone(self) -> None:
        """Asking as a sender fills the window, for a workshop; once more brings everything back."""
        if not self.asker.is_large:
            self.show_pane(self.asker)
        self.set_alone(not self.asker.is_large)

    def ask_about(self, units: Sequence[str]) -> None:
        """Ask as a sender would who looks for the first of these units."""
        for unit in units[:1]:
            self.show_pane(self.asker)
            self.asker.ask_about_unit(unit)

    def ask_about_offer(self, offer: str) -> None:
        """Ask as a sender would who needs this offer."""
        self.show_pane(self.asker)
        self.asker.ask_about_offer(offer)

    def ask(self, asked: Question) -> None:
        """Ask this as a sender."""
        self.show_pane(self.asker)
        self.asker.ask(asked)

    def close_plan(self) -> None:
        """Stop working."""
        self.table.files.close_plan()

    def set_alone(self, alone: bool) -> None:
        """The pane in front alone in the window, in large type; or as one among others."""
        if alone != self.asker.is_large:
            self.asker.set_large(alone)
            self.tabs.setVisible(not alone)
            self.close_button.setVisible(not alone)
            self._line.setStretch(1, int(alone))
            self._name()
            self.alone.emit(alone)

    def show_pane(self, pane: QWidget) -> None:
        """Bring a pane to the front, and the board with it."""
        self.tabs.setCurrentIndex(self.stack.indexOf(pane))
        self.front_wanted.emit()
        focus_into(pane)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if self.asker.is_large:
                self.set_alone(False)
            else:
                self.close_wanted.emit()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._name()
        super().changeEvent(event)

    def _name(self) -> None:
        asking = (self.tr("Ask as a sender"), self.tr("Coverage"), self.tr("Referral table"))
        for place, title in enumerate((*asking, self.tr("Which message?"), self.tr("Plays"))):
            self.tabs.setTabText(place, title)
            self.tabs.name(place)
        words = self.tr("Back to the window") if self.asker.is_large else self.tr("Full screen")
        self.large_button.setText(words)
        self.large_button.setAccessibleName(words)
        self.large_button.setVisible(self.asker.is_large or self.stack.currentWidget() is self.asker)
        self.close_button.setText(self.tr("Close"))
        self.close_button.setAccessibleName(self.tr("Close the receivers board"))
