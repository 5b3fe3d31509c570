"""Fields shared by the panes: a line with its error beside it, a label that elides, a chip, a small button."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from sorstudio.ui.icons import draw_icon
from sorstudio.ui.paint import Ink, box, pill, ring, smooth, text
from sorstudio.ui.theme import Theme, Weight

Check = Callable[[str], str | None]


def set_kind(widget: QWidget, kind: str) -> None:
    """Give a widget another look of the stylesheet."""
    if widget.property("kind") != kind:
        widget.setProperty("kind", kind)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def label(words: str, kind: str, *, wraps: bool = False) -> QLabel:
    """A text in one of the looks of the stylesheet."""
    made = QLabel(words)
    made.setProperty("kind", kind)
    made.setWordWrap(wraps)
    made.setTextFormat(Qt.TextFormat.PlainText)
    return made


def button(words: str, kind: str, act: Callable[[], object], *, name: str = "") -> QPushButton:
    """A button with its act; `name` is what it is called where its words are not enough."""
    made = QPushButton(words)
    made.setProperty("kind", kind)
    made.setAutoDefault(False)
    made.setAccessibleName(name or words)
    if name and name != words:
        made.setToolTip(name)
    made.clicked.connect(lambda _checked=False: act())
    return made


class Words(QWidget):
    """One line of text that ends in dots where there is no room; the whole stands in the tooltip."""

    def __init__(self, theme: Theme, words: str = "", ink: Ink | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words, self._ink = theme, words, ink or Ink()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_words(words)

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def set_words(self, words: str) -> None:
        """Say something else."""
        self._words = words
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.update()

    def text(self) -> str:
        """The whole text."""
        return self._words

    def sizeHint(self) -> QSize:
        width = self._theme.width(self._words, self._ink.size, self._ink.weight)
        return QSize(round(width) + 2, self._theme.px(20))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(24), self._theme.px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        text(painter, self._theme, QRectF(self.rect()), self._words, self._ink)
        painter.end()


class Chip(QWidget):
    """Says whether a value is the unit's own or comes from above."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words, self._is_own = theme, "", True
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def say(self, *, is_own: bool) -> None:
        """Own or inherited."""
        self._is_own = is_own
        self._words = self.tr("own") if is_own else self.tr("inherited")
        self.setAccessibleName(self._words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        weight = Weight.STRONG if self._is_own else Weight.REGULAR
        width = self._theme.width(self._words, "caption", weight)
        return QSize(round(width) + self._theme.px(34), self._theme.px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        sign = "check" if self._is_own else "arrow-narrow-up"
        pill(painter, self._theme, QRectF(self.rect()), self._words, sign, is_own=self._is_own)
        painter.end()


SIGN_SIDE = 16


if TYPE_CHECKING:
    _Drawn = QAbstractButton
else:
    # PySide does not take a widget class through two parents, so while it runs the base is no widget.
    _Drawn = object


class _Choice(_Drawn):
    """A sign and its words, drawn from the tokens: the native sign cannot be seen in the dark looks."""

    _theme: Theme

    def set_up(self, theme: Theme, words: str) -> None:
        """The words, in the tooltip too: in a narrow pane they end in dots."""
        self._theme = theme
        self.setText(words)
        self.setToolTip(words)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(round(self._theme.width(self.text())) + self._theme.px(28), self._theme.px(24))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(48), self._theme.px(24))

    def hitButton(self, where: QPoint) -> bool:
        return self.rect().contains(where)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, side = self._theme, self._theme.px(SIGN_SIDE)
        area = QRectF(theme.px(2), (self.height() - side) / 2, side, side)
        painter = QPainter(self)
        smooth(painter)
        radius = self.paint_sign(painter, area)
        room = QRectF(self.rect()).adjusted(area.right() + theme.px(8), 0, 0, 0)
        text(painter, theme, room, self.text(), Ink("body", color="text" if self.isEnabled() else "muted"))
        if self.hasFocus():
            ring(painter, theme, area, radius)
        painter.end()

    def paint_sign(self, painter: QPainter, area: QRectF) -> float:
        """Paint the sign; answers how round its corners are."""
        raise NotImplementedError


class RadioLine(_Choice, QRadioButton):
    """One of several choices."""

    def __init__(self, theme: Theme, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_up(theme, words)

    def paint_sign(self, painter: QPainter, area: QRectF) -> float:
        theme, on, radius = self._theme, self.isChecked(), area.width() / 2
        box(painter, theme, area, fill="surface", line="accent" if on else "line_control", radius=radius, width=1.4)
        if on:
            inset = theme.px(4)
            dot = area.adjusted(inset, inset, -inset, -inset)
            box(painter, theme, dot, fill="accent", radius=dot.width() / 2)
        return radius


class CheckLine(_Choice, QCheckBox):
    """Yes or no."""

    def __init__(self, theme: Theme, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_up(theme, words)

    def paint_sign(self, painter: QPainter, area: QRectF) -> float:
        theme, on, radius = self._theme, self.isChecked(), self._theme.size("tick_radius")
        fill, line = ("accent", "accent") if on else ("surface", "line_control")
        box(painter, theme, area, fill=fill, line=line, radius=radius)
        if on:
            corner = area.topLeft() + QPointF(theme.px(2), theme.px(2))
            draw_icon(painter, theme, "check", corner, "on_accent", SIGN_SIDE - 4, 3)
        return radius


class _Line(QLineEdit):
    """Escape puts back what was there; where nothing was typed it goes on to the window."""

    restored = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown = ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text() != self.shown:
            self.setText(self.shown)
            self.restored.emit()
            event.accept()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.text() == self.shown:
            self.setCursorPosition(0)


class LineField(QWidget):
    """A label, a line and, below, what is wrong with it while it is typed. Tells when editing is finished."""

    committed = Signal(str)

    def __init__(self, caption: str, parent: QWidget | None = None, *, check: Check | None = None) -> None:
        super().__init__(parent)
        self._check = check
        self.line = _Line(self)
        self.line.setAccessibleName(caption)
        self.error = label("", "error", wraps=True)
        self.error.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        self.caption = label(caption, "muted")
        self.caption.setBuddy(self.line)
        self.caption.setVisible(bool(caption))
        for widget in (self.caption, self.line, self.error):
            column.addWidget(widget)
        self.line.textEdited.connect(self._typed)
        self.line.editingFinished.connect(self._finish)
        self.line.restored.connect(lambda: self.refuse(""))

    def show_value(self, words: str, *, placeholder: str = "", editable: bool = True, inherited: bool = False) -> None:
        """Show a value; what was being typed is gone."""
        self.line.shown = words
        self.line.setText(words)
        self.line.setCursorPosition(0)
        self.line.setPlaceholderText(placeholder)
        self.line.setReadOnly(not editable)
        self.line.setFocusPolicy(Qt.FocusPolicy.StrongFocus if editable else Qt.FocusPolicy.ClickFocus)
        self._calm = "inherited" if inherited or not editable else ""
        self.refuse("")

    def value(self) -> str:
        """What stands in the line."""
        return self.line.text()

    def accept(self) -> None:
        """What was typed holds now; leaving the line does not ask for it once more."""
        self.line.shown = self.line.text()

    def refuse(self, sentence: str) -> None:
        """Say what is wrong beside the line; nothing where all is well."""
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))
        set_kind(self.line, "wrong" if sentence else self._calm)
        self.line.setAccessibleDescription(sentence)

    _calm = ""

    def _typed(self, words: str) -> None:
        is_new = self._check is not None and words != self.line.shown
        self.refuse((self._check(words) or "") if is_new and self._check is not None else "")

    def _finish(self) -> None:
        words = self.line.text()
        if words.strip() != self.line.shown.strip() and not self.line.isReadOnly():
            self.committed.emit(words)
