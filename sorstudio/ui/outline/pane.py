"""The outline pane: its head with the count and the filter, the list, and the questions that an act asks."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from sorstudio.ui.asking.bar import AskBar
from sorstudio.ui.editor import Editor
from sorstudio.ui.field_signs import lead_with
from sorstudio.ui.guides.panel import GuidePanel
from sorstudio.ui.outline.branches import Branches
from sorstudio.ui.outline.memory import OutlineMemory
from sorstudio.ui.outline.view import OutlineView
from sorstudio.ui.outline.visits import Visits
from sorstudio.ui.preferences import Preferences
from sorstudio.ui.theme import Theme


class OutlinePane(QWidget):
    """Head, question bar and list, in one column."""

    menu_wanted = Signal(QPoint)

    def __init__(self, editor: Editor, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._editor = editor
        self._narrow = False
        self._memory: OutlineMemory | None = None
        self.head = QWidget(self)
        self.title, self.count = QLabel(), QLabel()
        self.filter = _FilterField()
        self.bar = AskBar(editor, theme, self)
        self.guide = GuidePanel(editor, theme, self)
        self.view = OutlineView(editor, theme, self)
        self.branches = Branches(editor, self.bar)
        self.visits = Visits(editor, self)
        self._lay_out()
        self.filter.textChanged.connect(self._filter)
        self.filter.left_downwards.connect(self._enter_list)
        self.view.menu_wanted.connect(self.menu_wanted)
        self.bar.closed.connect(self.view.setFocus)
        self.guide.closed.connect(self.view.setFocus)
        self.guide.asked.connect(self.bar.put_away)
        self.bar.asked.connect(self.guide.put_away)
        editor.effect.connect(self._recount)
        self.set_theme(theme)
        self.retranslate()
        self.setTabOrder(self.filter, self.view)

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        self._theme = theme
        self.title.setFont(theme.font("body"))
        self.head.setFixedHeight(theme.size("pane_head"))
        self.filter.setMinimumWidth(theme.px(90))
        self.filter.setMaximumWidth(theme.px(164))
        lead_with(self.filter, theme, "filter", clears=True)
        self.view.set_theme(theme)
        self.bar.set_theme(theme)
        self.guide.set_theme(theme)

    def remember_in(self, preferences: Preferences, plan: Path | None) -> None:
        """Stand as it stood when the plan was open last, and keep how it stands from now on."""
        self._memory = OutlineMemory(preferences, plan)
        self._memory.restore(self.view)

    def keep(self) -> None:
        """Remember how the outline stands, for the next time the plan is open."""
        if self._memory is not None:
            self._memory.keep(self.view)

    def choose_columns(self) -> None:
        """The menu of the columns, below their heads."""
        header = self.view.header()
        self.view.columns.choose(header.mapToGlobal(header.rect().bottomLeft()))

    def set_narrow(self, is_narrow: bool) -> None:
        """With little room: only name and number, and a short count."""
        self._narrow = is_narrow
        self.view.set_narrow(is_narrow)
        self._recount()

    def retranslate(self) -> None:
        """The pane's own words."""
        self.title.setText(self.tr("Units"))
        self.filter.setPlaceholderText(self.tr("Filter"))
        self.filter.setAccessibleName(self.tr("Filter the units"))
        self.view.setAccessibleName(self.tr("Units"))
        self._recount()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        head = self.head
        head.setObjectName("head")
        head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(head)
        row.setContentsMargins(14, 0, 12, 0)
        self.title.setProperty("kind", "group")
        self.count.setProperty("kind", "muted")
        for widget in (self.title, self.count):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.filter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.bar)
        column.addWidget(self.guide)
        column.addWidget(self.view, 1)

    def _recount(self) -> None:
        total, changed = self.view.outline.folding.shown_count(), len(self.view.outline.changes)
        with_changes = self.tr("{count}, of which {changed} with changes")
        words = str(total) if self._narrow or not changed else with_changes.format(count=total, changed=changed)
        self.count.setText(words)
        self.count.setMinimumWidth(0 if self._narrow else 1)

    def _filter(self, words: str) -> None:
        self.view.outline.filter(words)
        if not words and self._editor.selection:
            self.view.outline.reveal(self._editor.selection[0])

    def _enter_list(self) -> None:
        """Into the list, to the chosen unit or to the first that the filter found."""
        self.view.setFocus()
        if not self.view.selectionModel().hasSelection():
            outline = self.view.outline
            hits = (row for row in range(outline.rowCount()) if outline.folding.is_hit(outline.key(row)))
            self.view.select_row(next(hits, 0))


class _FilterField(QLineEdit):
    """Arrow down goes into the list, Escape clears."""

    left_downwards = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return):
            self.left_downwards.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)
