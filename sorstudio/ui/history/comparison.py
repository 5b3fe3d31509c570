"""What differs between two places in the history: a sentence a line, each leading to its unit."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sorstudio.model.compare import What
from sorstudio.requests.differences import Told, differences_between, state_at
from sorstudio.requests.places import place_name
from sorstudio.ui.changes.card import LineList
from sorstudio.ui.changes.model import LineRow
from sorstudio.ui.editor import Editor
from sorstudio.ui.fields import button, label
from sorstudio.ui.signs import ChangeSign
from sorstudio.ui.theme import Theme

_SIGNS = {What.ADDED: ChangeSign.NEW, What.MOVED: ChangeSign.MOVED}
_SIGNS |= dict.fromkeys((What.REMOVED, What.CLOSED), ChangeSign.CLOSED)


class Comparison(QWidget):
    """Computed from the two states when it is asked for; `left` tells that the history is wanted back."""

    left = Signal()

    def __init__(self, editor: Editor, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self.places: tuple[str | None, str | None] | None = None
        self.head = label("", "group", wraps=True)
        self.back = button("", "quiet", self.left.emit)
        self.list = LineList(theme, self)
        self._row = QHBoxLayout()
        self._row.addWidget(self.head, 1)
        self._row.addWidget(self.back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._row)
        column.addWidget(self.list, 1)
        self.list.wanted.connect(self._go)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        self.list.set_theme(theme)
        self._row.setContentsMargins(theme.size("l"), theme.size("xs"), theme.size("s"), 0)

    def compare(self, first: str | None, second: str | None) -> None:
        """Show what is otherwise at the second place than at the first."""
        self.places = (first, second)
        plan, texts = self._editor.plan, self._editor.texts
        names = (place_name(plan, first, texts), place_name(plan, second, texts))
        found = differences_between(state_at(plan, first), state_at(plan, second), plan.codes, names)
        code = "compare.head" if found else "compare.none"
        self.head.setText(texts.sentence(code, {"count": len(found), "a": names[0], "b": names[1]}))
        self.list.setAccessibleName(self.head.text())
        self.back.setText(self.tr("Back to the history"))
        self.back.setAccessibleName(self.back.text())
        self.list.lines.show_rows([self._row_of(one) for one in found])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _row_of(self, told: Told) -> LineRow:
        units = self._editor.plan.state().units
        unit = units.get(told.unit)
        above = units.get(unit.parent or "") if unit else None
        sentence = self._editor.texts.sentence(told.code, told.params)
        return LineRow(told.unit, sentence, above.name if above else "", _SIGNS.get(told.what, ChangeSign.CHANGED))

    def _go(self, unit: str) -> None:
        if unit in self._editor.plan.state().units:
            self._editor.select([unit])
