"""The answers to a question as large buttons, in as many columns as there is room for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QTextDocument, QTextOption
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from sorstudio.ui.inspector.group import clear
from sorstudio.ui.paint import CENTER, Ink, box, smooth, text
from sorstudio.ui.theme import Theme, Weight

DIGITS = 9
"""So many answers are given with a digit; the others are reached with the arrows."""
_COLUMN, _NARROW, _LEAST_HEIGHT, _SIDE, _CHIP = 250, 160, 42, 9, 20


@dataclass(frozen=True, slots=True)
class Option:
    """An answer: its code, its words, and a quieter line below."""

    code: str
    words: str
    detail: str = ""


class AnswerButton(QAbstractButton):
    """Words that wrap, with the digit that gives the answer before them."""

    def __init__(self, theme: Theme, option: Option, number: int) -> None:
        super().__init__()
        self.option, self._theme = option, theme
        self._digit = str(number) if number <= DIGITS else ""
        self.setText(option.words)
        said = ". ".join(filter(None, (option.words, option.detail)))
        self.setAccessibleName(said)
        self.setToolTip(said)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        theme = self._theme
        below = theme.px(16) if self.option.detail else 0
        needed = self._laid_out(width).size().height() + below + theme.px(2 * 8)
        return max(theme.px(_LEAST_HEIGHT), round(needed))

    def sizeHint(self) -> QSize:
        wide = self._theme.px(_COLUMN)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """No word is cut."""
        longest = max(self._theme.width(word, "body", Weight.MEDIUM) for word in self.option.words.split() or [""])
        return QSize(round(self._left() + longest + self._theme.px(_SIDE)) + 1, self._theme.px(_LEAST_HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        if event.key() in _ARROWS:
            event.ignore()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, whole = self._theme, QRectF(self.rect())
        painter = QPainter(self)
        smooth(painter)
        fill = "select" if self.isDown() else "hover" if self.underMouse() else "surface"
        line, width = ("accent", theme.size("focus")) if self.hasFocus() else ("line_control", 1)
        box(painter, theme, whole, fill=fill, line=line, width=width, radius=theme.size("card_radius"))
        self._paint_digit(painter, whole)
        self._paint_words(painter, whole)
        painter.end()

    def _paint_digit(self, painter: QPainter, whole: QRectF) -> None:
        theme = self._theme
        if self._digit:
            side = theme.px(_CHIP)
            chip = QRectF(whole.left() + theme.px(_SIDE), whole.center().y() - side / 2, side, side)
            box(painter, theme, chip, fill="sunken", radius=theme.size("tick_radius"))
            text(painter, theme, chip, self._digit, Ink("caption", Weight.STRONG, "muted", CENTER, tabular=True))

    def _paint_words(self, painter: QPainter, whole: QRectF) -> None:
        theme, document = self._theme, self._laid_out(self.width())
        below = theme.px(16) if self.option.detail else 0
        top = whole.center().y() - (document.size().height() + below) / 2
        painter.save()
        painter.setPen(theme.color("text"))
        painter.setFont(document.defaultFont())
        area = QRectF(self._left(), top, document.textWidth(), document.size().height())
        painter.drawText(area, self.option.words, _wrapped())
        painter.restore()
        detail = QRectF(area.left(), area.bottom(), area.width(), below)
        if below:
            text(painter, theme, detail, self.option.detail, Ink("caption", color="muted"))

    def _left(self) -> float:
        return self._theme.px(_SIDE + _CHIP + _SIDE)

    def _laid_out(self, width: int) -> QTextDocument:
        document = QTextDocument()
        document.setDocumentMargin(0)
        document.setDefaultFont(self._theme.font("body", Weight.MEDIUM))
        document.setDefaultTextOption(_wrapped())
        document.setTextWidth(max(40, width - self._left() - self._theme.px(_SIDE)))
        document.setPlainText(self.option.words)
        return document


class AnswerGrid(QWidget):
    """`given` carries the code of an answer."""

    given = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._options: tuple[Option, ...] = ()
        self.buttons: list[AnswerButton] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        self._theme = theme
        self._grid.setSpacing(theme.px(8))
        self._make()

    def offer(self, options: Sequence[Option]) -> None:
        """Other answers."""
        if tuple(options) != self._options:
            self._options = tuple(options)
            self._make()

    def give(self, place: int) -> None:
        """Give the answer at a place; there may be none."""
        if 0 <= place < len(self._options):
            self.given.emit(self._options[place].code)

    def focus_first(self) -> None:
        """Into the first answer."""
        for one in self.buttons[:1]:
            one.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {**_ARROWS, Qt.Key.Key_Up: -self._columns, Qt.Key.Key_Down: self._columns}.get(Qt.Key(event.key()))
        here = next((place for place, one in enumerate(self.buttons) if one.hasFocus()), None)
        if step is None or here is None:
            super().keyPressEvent(event)
        elif 0 <= here + step < len(self.buttons):
            self.buttons[here + step].setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fitting() != self._columns:
            self._arrange()

    def _make(self) -> None:
        clear(self._grid)
        self.buttons = [AnswerButton(self._theme, one, at + 1) for at, one in enumerate(self._options)]
        for one in self.buttons:
            one.clicked.connect(partial(self._given, one.option.code))
        self._arrange()

    def _given(self, code: str, _checked: bool = False) -> None:
        self.given.emit(code)

    def _fitting(self) -> int:
        column = self._theme.px(_COLUMN if len(self._options) <= _MANY else _NARROW)
        column = max([column, *(one.minimumSizeHint().width() for one in self.buttons)])
        most = max(1, (self.width() + self._grid.spacing()) // (column + self._grid.spacing()))
        return min(most, 1 if len(self._options) <= _FEW else most)

    def _arrange(self) -> None:
        for column in range(self._columns):
            self._grid.setColumnStretch(column, 0)
        self._columns = self._fitting()
        for place, one in enumerate(self.buttons):
            self._grid.removeWidget(one)
            self._grid.addWidget(one, place // self._columns, place % self._columns)
            one.show()
        for column in range(self._columns):
            self._grid.setColumnStretch(column, 1)


def _wrapped() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    return option


_FEW, _MANY = 5, 12
"""So few answers stand below each other: one reads down, not across. More than so many are short ones."""
_ARROWS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 0, Qt.Key.Key_Down: 0}
