"""The view of one unit and what stands around it; every neighbour is a button that leads on to its own view."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from sorstudio.ui import paint
from sorstudio.ui.cells import Cells
from sorstudio.ui.editor import Editor
from sorstudio.ui.picture.nearby import Nearby, nearby
from sorstudio.ui.theme import Theme, Weight

MOST_BUTTONS = 40
MOST_USERS = 10
_BETWEEN = 72
_WIDE = 260
_LEAST_WIDE = 148
_LEAST_BETWEEN = 32
_STACKED_WIDE = 420


@dataclass(frozen=True)
class Shape:
    """Three columns beside each other, or, where they have no room, one below the other; widths in pixels."""

    is_stacked: bool
    wide: int
    between: int


def shape_for(theme: Theme, room: int) -> Shape:
    """As wide as usual where there is room, narrower while names can be read, then one below the other."""
    inner = room - 2 * theme.size("xl")
    wide, between = theme.px(_WIDE), theme.px(_BETWEEN)
    if inner >= 3 * wide + 2 * between:
        return Shape(False, wide, between)
    between = theme.px(_LEAST_BETWEEN)
    narrow = (inner - 2 * between) // 3
    if narrow >= theme.px(_LEAST_WIDE):
        return Shape(False, min(narrow, wide), between)
    return Shape(True, max(theme.px(_LEAST_WIDE), min(inner, theme.px(_STACKED_WIDE))), theme.size("l"))


class _Ground(QWidget):
    """Draws a line from the unit to each of its neighbours: dashed where only the number leads there."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.middle: QWidget | None = None
        self.links: list[tuple[QWidget, bool]] = []

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.color("canvas"))
        paint.smooth(painter)
        for button, is_dashed in self.links:
            if self.middle is not None:
                style = Qt.PenStyle.DashLine if is_dashed else Qt.PenStyle.SolidLine
                painter.setPen(QPen(self.theme.color("text" if is_dashed else "edge"), 1.3, style))
                painter.drawPath(self._path(self.middle, button))
        painter.end()

    def _path(self, middle: QWidget, button: QWidget) -> QPainterPath:
        here, there = (one.mapTo(self, QPoint(0, 0)) for one in (middle, button))
        is_left = there.x() < here.x()
        begin = QPointF(here.x() + (0 if is_left else middle.width()), here.y() + middle.height() / 2)
        end = QPointF(there.x() + (button.width() if is_left else 0), there.y() + button.height() / 2)
        path = QPainterPath(begin)
        half = (begin.x() + end.x()) / 2
        path.cubicTo(QPointF(half, begin.y()), QPointF(half, end.y()), end)
        return path


class Neighbourhood(QScrollArea):
    """Computed anew from the plan whenever it is seen; Escape leads back to the picture."""

    left = Signal()

    def __init__(self, editor: Editor, theme: Theme) -> None:
        super().__init__()
        self._editor, self._theme = editor, theme
        self._shape = shape_for(theme, 0)
        self.unit = ""
        self.buttons: dict[str, QPushButton] = {}
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        editor.effect.connect(lambda _effect: self.refresh())
        editor.retexted.connect(self.refresh)

    def show_unit(self, key: str) -> None:
        """The surroundings of this unit."""
        self.unit = key
        self.refresh()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        self._theme = theme
        self.refresh()

    def refresh(self) -> None:
        """Build the view again; a unit that is gone leads back."""
        if not self.unit:
            return
        if self.unit not in self._editor.plan.shown().units:
            self.unit = ""
            self.left.emit()
            return
        self.buttons = {}
        self._shape = shape_for(self._theme, self._room())
        self.setWidget(self._built(nearby(self._editor.plan, self._editor.texts, self.unit)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.unit and shape_for(self._theme, self._room()) != self._shape:
            self.refresh()

    def _room(self) -> int:
        """The width without a scroll bar that may come and go."""
        return self.width() - self.verticalScrollBar().sizeHint().width()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.unit = ""
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _built(self, near: Nearby) -> QWidget:
        ground = _Ground(self._theme)
        shape = self._shape
        row = QVBoxLayout(ground) if shape.is_stacked else QHBoxLayout(ground)
        edge = self._theme.size("xl")
        row.setContentsMargins(edge, edge, edge, edge)
        row.setSpacing(shape.between)
        sides = self._left_side(ground, near), self._middle(ground, near), self._right_side(ground, near)
        top = Qt.AlignmentFlag.AlignHCenter if shape.is_stacked else Qt.AlignmentFlag.AlignTop
        if not shape.is_stacked:
            row.addStretch(1)
        for side in sides:
            row.addWidget(side, 0, top)
        row.addStretch(1)
        if shape.is_stacked:
            ground.links.clear()
        return ground

    def _left_side(self, ground: _Ground, near: Nearby) -> QWidget:
        parents = () if near.parent is None else (near.parent,)
        givers = () if near.giver is None else (near.giver,)
        return _column(
            self._theme,
            self._shape.wide,
            [*self._units(ground, "parent", parents), *self._units(ground, "giver", givers, is_dashed=True)],
        )

    def _right_side(self, ground: _Ground, near: Nearby) -> QWidget:
        children = set(near.children)
        further = [key for key in near.users if key not in children]
        parts = [*self._units(ground, "children", near.children)]
        return _column(self._theme, self._shape.wide, [*parts, *self._units(ground, "users", further, is_dashed=True)])

    def _middle(self, ground: _Ground, near: Nearby) -> QWidget:
        texts, state = self._editor.texts, self._editor.plan.shown()
        cells = Cells(state, self._editor.plan.codes, texts)
        card = QFrame()
        card.setObjectName("floating")
        inside = QVBoxLayout(card)
        number = cells.number(near.unit)
        facts = (cells.unit_type(near.unit), number.words, cells.explained(near.unit))
        for words, kind in ((state.units[near.unit].name, "title"), *((one, "muted") for one in facts if one)):
            inside.addWidget(_label(words, kind))
        card.setFixedWidth(self._shape.wide)
        ground.middle = card
        parts: list[QWidget] = [card, *self._words("offers", near.offers)]
        if near.messages_known:
            lines = [_spoken_line(one.message, one.senders) for one in near.incoming]
            parts += self._words("incoming", lines, "picture.near.nothing_in")
        else:
            parts += self._words("incoming", (), "ui.messages_not_in_extract")
        return _column(self._theme, self._shape.wide, parts)

    def _units(self, ground: _Ground, room: str, keys: Sequence[str], *, is_dashed: bool = False) -> Iterable[QWidget]:
        if not keys:
            return
        texts, units = self._editor.texts, self._editor.plan.shown().units
        yield _label(texts.sentence(f"picture.near.{room}"), "caption")
        most = MOST_USERS if is_dashed else MOST_BUTTONS
        for key in keys[:most]:
            button = QPushButton(
                self._theme.elide(units[key].name, self._shape.wide - self._theme.px(40), "small", Weight.MEDIUM)
            )
            button.setToolTip(units[key].name)
            button.setAccessibleName(f"{texts.sentence(f'picture.near.{room}')}: {units[key].name}")
            button.setFixedWidth(self._shape.wide)
            button.clicked.connect(partial(self._go, key))
            ground.links.append((button, is_dashed))
            self.buttons.setdefault(key, button)
            yield button
        if len(keys) > most:
            yield _label(texts.sentence("picture.near.more", {"more": len(keys) - most}), "muted")

    def _words(self, room: str, lines: Sequence[str], without: str = "") -> list[QWidget]:
        texts = self._editor.texts
        if not lines and not without:
            return []
        shown = [_label(one, "muted") for one in lines] or [_label(texts.sentence(without), "muted")]
        for one in shown:
            one.setFixedWidth(self._shape.wide)
        return [_label(texts.sentence(f"picture.near.{room}"), "group"), *shown]

    def _go(self, key: str) -> None:
        """On to the neighbour, which is chosen everywhere."""
        self._editor.select([key])
        self.show_unit(key)


def _spoken_line(message: str, senders: str) -> str:
    return f"{message}\n{senders}" if senders else message


def _label(words: str, kind: str) -> QLabel:
    label = QLabel(words)
    label.setProperty("kind", kind)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def _column(theme: Theme, wide: int, parts: Sequence[QWidget]) -> QWidget:
    side = QWidget()
    column = QVBoxLayout(side)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.size("s"))
    for part in parts:
        column.addWidget(part)
    side.setFixedWidth(wide)
    return side
