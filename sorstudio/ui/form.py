"""Small parts of the dialogs: labels by kind, rows of buttons, a field for a file with its button."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from sorstudio.ui.days import to_qdate
from sorstudio.ui.theme import Theme, Weight


def heading(theme: Theme, words: str) -> QLabel:
    """The subject of a page."""
    label = QLabel(words)
    label.setFont(theme.font("title", Weight.STRONG))
    label.setWordWrap(True)
    return label


def sentence(words: str = "", kind: str = "") -> QLabel:
    """A sentence that wraps and can be copied."""
    label = QLabel(words)
    label.setWordWrap(True)
    label.setProperty("kind", kind)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def button(words: str, act: Callable[[], object], kind: str = "") -> QPushButton:
    """A button that carries its verb; `kind` is primary for the one that goes on."""
    made = QPushButton(words)
    made.setProperty("kind", kind)
    made.setAutoDefault(kind == "primary")
    made.setDefault(kind == "primary")
    made.clicked.connect(lambda _checked=False: act())
    return made


def buttons(*made: QPushButton) -> QHBoxLayout:
    """Buttons at the right, the one that goes on last."""
    row = QHBoxLayout()
    row.addStretch(1)
    for one in made:
        row.addWidget(one)
    return row


def day_field(theme: Theme, day: date) -> QDateEdit:
    """A date to type or to choose, as high as the other fields."""
    field = QDateEdit(to_qdate(day))
    field.setCalendarPopup(True)
    field.setMinimumHeight(theme.size("control"))
    field.setMinimumWidth(theme.px(130))
    field.setMaximumWidth(theme.px(180))
    return field


class PathField(QWidget):
    """A path to type, or to choose with the button beside it."""

    def __init__(self, words: str, choose: Callable[[str], str]) -> None:
        super().__init__()
        self.field = QLineEdit()
        self._choose = choose
        self.was_chosen = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.field, 1)
        row.addWidget(button(words, self.browse))
        self.field.textEdited.connect(self._typed)

    def text(self) -> str:
        """The path as it stands."""
        return self.field.text().strip()

    def set_text(self, path: str) -> None:
        """Another path."""
        self.field.setText(path)
        self.field.setCursorPosition(0)

    def browse(self) -> None:
        """Ask for a path."""
        chosen = self._choose(self.text())
        if chosen:
            self.set_text(chosen)
            self.was_chosen = True

    def _typed(self) -> None:
        self.was_chosen = False
