"""The bar at the top: whose plan, the working date, the search, undo and redo, and the one filled button."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from sorstudio.ui.actions import Actions
from sorstudio.ui.brand import PlanButton
from sorstudio.ui.datebar import DateBar
from sorstudio.ui.days import short_day
from sorstudio.ui.editor import Editor
from sorstudio.ui.icons import icon, icon_size
from sorstudio.ui.palette.field import SearchField
from sorstudio.ui.theme import Theme

LEAST_WIDTH, TIGHT_BELOW = 620, 800
"""Logical pixels: what the bar can do with, and where the button keeps only its sign and count."""


class TopBar(QWidget):
    """What belongs to the plan as a whole."""

    def __init__(self, editor: Editor, theme: Theme, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._editor = editor
        self._actions = actions
        self._compact = self._is_tight = False
        self._count = 0
        self.plan = PlanButton(theme, actions.menus["&File"], self)
        self.date = DateBar(editor, theme, self)
        self.search = SearchField(editor, theme, actions.by_name)
        self.undo, self.redo = self._tool("undo"), self._tool("redo")
        self.look, self.help = QToolButton(), self._tool("help")
        self.request = QPushButton()
        self.lines = [_Line(), _Line()]
        self._lay_out()
        editor.effect.connect(self._tell_plan)
        self.set_theme(theme)
        self.retranslate()

    def set_count(self, count: int) -> None:
        """How many lines the change request has now."""
        self._count = count
        self._tell_request()

    def set_compact(self, is_compact: bool) -> None:
        """With little room some words are shorter, and what stands in the menus goes."""
        self._compact = is_compact
        self.date.set_compact(is_compact)
        self.search.set_compact(is_compact)
        for widget in (self.look, self.help, self.lines[1]):
            widget.setVisible(not is_compact)
        self._squeeze()

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        self._theme = theme
        self.setFixedHeight(theme.size("topbar"))
        for widget in (self.plan, self.date, self.search):
            widget.set_theme(theme)
        for button, name in ((self.undo, "arrow-back-up"), (self.redo, "arrow-forward-up")):
            button.setIcon(icon(theme, name, "text"))
        self.look.setIcon(icon(theme, "sun", "text"))
        self.help.setIcon(icon(theme, "help-circle", "text"))
        self.request.setIcon(icon(theme, "mail-forward", "on_accent"))
        for one in (self.undo, self.redo, self.look, self.help):
            one.setIconSize(icon_size(theme))
        self.request.setIconSize(icon_size(theme))
        for line in self.lines:
            line.set_theme(theme)
        self.setMinimumWidth(theme.px(LEAST_WIDTH))
        self._squeeze()

    def retranslate(self) -> None:
        """The bar's own words."""
        for button, words in (
            (self.undo, self.tr("Undo (Ctrl Z)")),
            (self.redo, self.tr("Redo (Ctrl Y)")),
            (self.look, self.tr("Appearance")),
            (self.help, self.tr("User guide (F1)")),
        ):
            button.setToolTip(words)
            button.setAccessibleName(words)
        self._tell_plan()
        self._tell_request()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._squeeze()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _tell_plan(self) -> None:
        plan = self._editor.plan
        roots = plan.shown().roots()
        name = plan.shown().units[roots[0]].name if roots else ""
        day = short_day(plan.baseline.day, self._editor.texts.language)
        here = plan.baseline.day
        count = sum(unit.valid_to is None or unit.valid_to > here for unit in plan.shown().units.values())
        self.plan.tell(name, self.tr("Data of {day} · {count} units").format(day=day, count=count))

    def _squeeze(self) -> None:
        self._is_tight = self._compact and self.width() < self._theme.px(TIGHT_BELOW)
        self.search.setMinimumWidth(self._theme.px(70 if self._is_tight else 150))
        self._tell_request()

    def _tell_request(self) -> None:
        short, full = self.tr("Request · {count}"), self.tr("Change request · {count}")
        words = "{count}" if self._is_tight else short if self._compact else full
        self.request.setText(" " + words.format(count=self._count))
        self.request.setAccessibleName(full.format(count=self._count))

    def _tool(self, name: str) -> QToolButton:
        button = QToolButton()
        button.setProperty("kind", "tool")
        action: QAction = self._actions.by_name[name]
        button.clicked.connect(action.trigger)
        action.enabledChanged.connect(button.setEnabled)
        button.setEnabled(action.isEnabled())
        return button

    def _lay_out(self) -> None:
        self.look.setProperty("kind", "tool")
        self.look.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        self.look.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.look.setMenu(self._look_menu())
        self.request.setProperty("kind", "primary")
        self.request.clicked.connect(self._actions.by_name["export_request"].trigger)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 14, 0)
        row.setSpacing(8)
        before: tuple[QWidget, ...] = (self.plan, self.lines[0], self.date)
        after: tuple[QWidget, ...] = (self.undo, self.redo, self.lines[1], self.look, self.help, self.request)
        for widget in before:
            row.addWidget(widget)
        row.addWidget(self.search, 1)
        for widget in after:
            row.addWidget(widget)

    def _look_menu(self) -> QMenu:
        return self._actions.menus["Appearance"]


class _Line(QWidget):
    """A short upright hairline."""

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, False)
        self._color = QColor()

    def set_theme(self, theme: Theme) -> None:
        self._color = theme.color("line")
        self.setFixedSize(QSize(1, theme.px(24)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._color)
        painter.end()
