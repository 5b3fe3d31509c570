"""The small field over a card in which a unit gets another name; a name that cannot be is explained beside it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from sorstudio.ui.outline.reason_card import ReasonCard
from sorstudio.ui.theme import Theme, measure

if TYPE_CHECKING:
    from sorstudio.ui.picture.canvas import Canvas

JudgeName = Callable[[str, str], str | None]
"""Why a unit may not have this name, or None where it may."""
GiveName = Callable[[str, str], None]

_LEAST_WIDTH = 180
_AROUND = 2


class RenameField(QLineEdit):
    """Follows its card while the picture moves; Enter and leaving the field give the name, Escape does not."""

    def __init__(self, canvas: Canvas, may: JudgeName, give: GiveName) -> None:
        super().__init__(canvas)
        self._canvas, self._may, self._give = canvas, may, give
        self._key = self._before = ""
        self._reason = ReasonCard(canvas.theme, canvas)
        self.hide()
        self.textEdited.connect(self._explain)
        canvas.view_changed.connect(self._follow)

    def ask(self, key: str) -> None:
        """Stand over the card of a unit, with its name chosen whole."""
        data = self._canvas.stage.data
        if key not in data.index:
            return
        self._canvas.reveal(key)
        self._key, self._before = key, data.names[data.index[key]]
        self.setText(self._before)
        self.setAccessibleName(self._canvas.words("picture.rename", name=self._before))
        self._follow()
        self.selectAll()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        self._reason.set_theme(theme)
        self._follow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            if not self._explain():
                self._end(gives=True)
        elif event.key() == Qt.Key.Key_Escape:
            self._end(gives=False)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._key and event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._end(gives=self._objection() is None, takes_focus=False)

    def _end(self, *, gives: bool, takes_focus: bool = True) -> None:
        key, name, self._key = self._key, self.text().strip(), ""
        self._reason.put_away()
        self.hide()
        if takes_focus:
            self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        if gives and name != self._before:
            self._give(key, name)

    def _objection(self) -> str | None:
        name = self.text().strip()
        return None if name == self._before else self._may(self._key, name)

    def _explain(self) -> bool:
        """Whether the name cannot be; if so, the reason stands below the field."""
        reason = self._objection()
        self.setProperty("kind", "wrong" if reason else "")
        self.style().polish(self)
        if reason is None:
            self._reason.put_away()
        else:
            self._reason.show_at(reason, self.geometry().bottomLeft())
        return reason is not None

    def _follow(self) -> None:
        """Over the name on the card, inside the canvas, never too small to write in."""
        stage = self._canvas.stage
        place = stage.visible.place_of(self._key)
        if place < 0:
            return
        theme = self._canvas.theme
        card = stage.view.rect(stage.scene.box(place)).toAlignedRect()
        high = theme.size("control") + _AROUND
        wide = max(card.width(), theme.px(_LEAST_WIDTH))
        name = round(measure("pill_h") * stage.view.scale)
        area = QRect(card.left(), card.top() + (min(name, card.height()) - high) // 2, wide, high)
        room = self._canvas.rect().adjusted(_AROUND, _AROUND, -_AROUND, -_AROUND)
        area.moveLeft(max(room.left(), min(area.left(), room.right() - area.width())))
        area.moveTop(max(room.top(), min(area.top(), room.bottom() - area.height())))
        self.setGeometry(area)
