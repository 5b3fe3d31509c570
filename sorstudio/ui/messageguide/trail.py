"""The answers given so far, each of which leads back to its question."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from sorstudio.routing.guide import Step
from sorstudio.ui.inspector.group import clear
from sorstudio.ui.paint import Ink, box, ring, smooth, text
from sorstudio.ui.theme import Theme, Weight

_HEIGHT = 42


class TrailStep(QAbstractButton):
    """The question in small, and the answer that was given to it."""

    def __init__(self, theme: Theme, question: str, answer: str, name: str) -> None:
        super().__init__()
        self._theme, self._question = theme, question
        self.setText(answer)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(160), self._theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(80), self._theme.px(_HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        smooth(painter)
        whole = QRectF(self.rect()).adjusted(3, 1, -3, -1)
        if self.underMouse():
            box(painter, theme, whole, fill="hover", radius=theme.size("control_radius"))
        if self.hasFocus():
            ring(painter, theme, whole.adjusted(1, 2, -1, -2))
        inner = whole.adjusted(theme.px(8), theme.px(3), -theme.px(8), -theme.px(3))
        half = inner.height() / 2
        upper = QRectF(inner.left(), inner.top(), inner.width(), half)
        text(painter, theme, upper, self._question, Ink("caption", color="muted"))
        text(painter, theme, upper.translated(0, half), self.text(), Ink("small", Weight.MEDIUM))
        painter.end()


class Trail(QWidget):
    """`back_wanted` carries the place of the question to go back to."""

    back_wanted = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[tuple[str, str], ...] = ()
        self.steps: list[TrailStep] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        self._theme = theme
        self._make()

    def show_steps(self, steps: Sequence[Step], language: str) -> None:
        """Other answers."""
        shown = tuple((one.question.text.name(language), one.choice.text.name(language)) for one in steps)
        if shown != self._shown:
            self._shown = shown
            self._make()

    def _make(self) -> None:
        clear(self._column)
        self.steps = []
        for place, (question, answer) in enumerate(self._shown):
            name = self.tr("{question} {answer}. Answer again.").format(question=question, answer=answer)
            step = TrailStep(self._theme, question, answer, name)
            step.clicked.connect(lambda _checked=False, place=place: self.back_wanted.emit(place))
            self.steps.append(step)
            self._column.addWidget(step)
