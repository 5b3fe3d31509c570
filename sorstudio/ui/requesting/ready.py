"""Ready to send? One page in red, yellow and green, with sign and word, that leads to each thing."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from sorstudio.requests.ready import Item, Light, Ready, ready
from sorstudio.requests.ready import sentence as item_sentence
from sorstudio.rules.chosen import chosen
from sorstudio.rules.standing import Standing
from sorstudio.ui.editor import Editor
from sorstudio.ui.form import button, buttons, heading, sentence
from sorstudio.ui.icons import pixmap
from sorstudio.ui.theme import Theme
from sorstudio.ui.translate import tr

_SIGN = {
    Light.RED: ("alert-octagon", "error"),
    Light.YELLOW: ("alert-triangle", "warning"),
    Light.GREEN: ("circle-check", "new"),
}
_PLAYS = ("plays", "no_plays")
"""The line on the plan's own plays, which leads to them whether they pass or not."""


class ReadyDialog(QDialog):
    """Red asks and forbids nothing: the request can be gone on to in any light."""

    setting_wanted = Signal(str)
    request_wanted = Signal()
    plays_wanted = Signal()

    def __init__(self, editor: Editor, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor, self._theme = editor, theme
        self.setWindowTitle(tr("Ready to send?"))
        self.resize(theme.px(760), theme.px(560))
        plan = editor.plan
        self.ready: Ready = ready(Standing(plan, chosen(plan).book), plan)
        self.summary = sentence(editor.texts.sentence(f"ready.whole.{self.ready.light}"))
        self.go_on = button(tr("Go on to the change request"), self._go_on, "primary")
        self._lay_out()

    def go_to(self, item: Item) -> None:
        """Choose the units of a thing, show the plays, or ask for the setting that is missing."""
        self.accept()
        if item.code in _PLAYS:
            self.plays_wanted.emit()
        elif item.settings:
            self.setting_wanted.emit(item.settings[0])
        else:
            self._editor.select(item.units)

    def _lay_out(self) -> None:
        theme = self._theme
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.size("xl"),) * 4)
        column.setSpacing(theme.size("m"))
        column.addWidget(heading(theme, tr("Ready to send?")))
        column.addWidget(self.summary)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setColumnStretch(2, 1)
        for row, item in enumerate(self.ready.items):
            self._add(grid, row, item)
        grid.setRowStretch(len(self.ready.items), 1)
        scroll.setWidget(holder)
        column.addWidget(scroll, 1)
        column.addLayout(buttons(button(tr("Close"), self.reject), self.go_on))

    def _add(self, grid: QGridLayout, row: int, item: Item) -> None:
        texts = self._editor.texts
        sign = QLabel()
        sign.setPixmap(pixmap(self._theme, *_SIGN[item.light]))
        words = item_sentence(item, texts)
        grid.addWidget(sign, row, 0)
        grid.addWidget(QLabel(texts.sentence(f"ready.light.{item.light}")), row, 1)
        grid.addWidget(sentence(words), row, 2)
        if item.code in _PLAYS or (item.light is not Light.GREEN and (item.units or item.settings)):
            leads = button(tr("Go to"), partial(self.go_to, item))
            leads.setAccessibleName(f"{leads.text()}: {words}")
            grid.addWidget(leads, row, 3)

    def _go_on(self) -> None:
        self.accept()
        self.request_wanted.emit()
