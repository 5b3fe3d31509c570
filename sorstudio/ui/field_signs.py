"""The sign at the beginning of a field and the cross that empties it, as large as the text is.

Qt's own signs inside a field are 16 pixels whatever the size of the text.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QToolButton

from sorstudio.ui.icons import icon, icon_size, pixmap
from sorstudio.ui.theme import Theme
from sorstudio.ui.translate import tr


def lead_with(field: QLineEdit, theme: Theme, name: str, *, clears: bool = False) -> None:
    """A sign at the beginning of a field, and one at its end that empties it; in another look they are drawn anew."""
    there = next((one for one in field.children() if isinstance(one, FieldSigns)), None)
    (there or FieldSigns(field, clears=clears)).set_theme(theme, name)


class FieldSigns(QObject):
    """Stands the signs in the field and keeps the text off them."""

    def __init__(self, field: QLineEdit, *, clears: bool) -> None:
        super().__init__(field)
        self._field = field
        self.sign = QLabel(field)
        self.sign.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.sign.show()
        self.cross = QToolButton(field)
        self.cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.cross.setCursor(Qt.CursorShape.ArrowCursor)
        self.cross.setStyleSheet("border: none; background: transparent; padding: 0;")
        self.cross.hide()
        self.cross.clicked.connect(field.clear)
        if clears:
            field.textChanged.connect(lambda words: self.cross.setVisible(bool(words)))
        self._clears = clears
        field.installEventFilter(self)

    def set_theme(self, theme: Theme, name: str) -> None:
        """Another look or text size."""
        self._theme = theme
        self.sign.setPixmap(pixmap(theme, name))
        self.cross.setIcon(icon(theme, "x"))
        self.cross.setIconSize(icon_size(theme))
        beside = theme.size("icon") + theme.size("s")
        self._field.setTextMargins(beside, 0, beside if self._clears else 0, 0)
        self._name()
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._place()
        elif event.type() is QEvent.Type.LanguageChange:
            self._name()
        return False

    def _name(self) -> None:
        self.cross.setAccessibleName(tr("Clear"))
        self.cross.setToolTip(tr("Clear"))

    def _place(self) -> None:
        side, gap = self._theme.size("icon"), self._theme.size("s")
        top = (self._field.height() - side) // 2
        self.sign.setGeometry(gap, top, side, side)
        self.cross.setGeometry(self._field.width() - gap - side, top, side, side)
