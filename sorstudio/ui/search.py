"""The field at the top that finds a unit by name or number, or an act by its word, and goes there."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QRectF, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit

from sorstudio.model.naming import fold
from sorstudio.ui.asking.picker import give_room
from sorstudio.ui.editor import Editor
from sorstudio.ui.icons import lead_with
from sorstudio.ui.paint import CENTER, Ink, box, smooth, text
from sorstudio.ui.theme import Theme, Weight

Find = Callable[[str, int], Sequence[str]]
_UNIT = Qt.ItemDataRole.UserRole + 1
_ACT = Qt.ItemDataRole.UserRole + 2
MOST_UNITS, MOST_ACTS = 9, 4


class SearchField(QLineEdit):
    """Units first, then acts; Enter takes the first."""

    def __init__(self, editor: Editor, theme: Theme, find: Find, acts: Mapping[str, QAction]) -> None:
        super().__init__()
        self._editor = editor
        self._find = find
        self._acts = acts
        self._found = QStandardItemModel(self)
        self._list = completer = QCompleter(self._found, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(MOST_UNITS + MOST_ACTS)
        give_room(completer)
        popup = completer.popup()
        if popup is not None:
            popup.clicked.connect(self._go_to_index)
        self.setCompleter(completer)
        self.textEdited.connect(self._look_up)
        self.returnPressed.connect(self._go_to_first)
        self._compact = False
        self.set_theme(theme)
        self.retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        self._theme = theme
        lead_with(self, theme, "search")
        self.setMinimumWidth(theme.px(150))

    def set_compact(self, is_compact: bool) -> None:
        """With little room only the word Search."""
        self._compact = is_compact
        self.retranslate()

    def retranslate(self) -> None:
        """The field's own words."""
        full = self.tr("Search unit, number or act")
        self.setPlaceholderText(self.tr("Search") if self._compact else full)
        self.setAccessibleName(full)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.text() or self.hasFocus():
            return
        theme = self._theme
        painter = QPainter(self)
        smooth(painter)
        hint = QRectF(self.width() - theme.px(55), self.height() / 2 - theme.px(9), theme.px(47), theme.px(18))
        box(painter, theme, hint, fill="sunken", radius=theme.size("tick_radius"))
        text(painter, theme, hint, "Ctrl K", Ink("caption", Weight.MEDIUM, "muted", CENTER))
        painter.end()

    def results(self) -> list[str]:
        """What the list shows now."""
        return [self._found.item(row).text() for row in range(self._found.rowCount())]

    def _look_up(self, words: str) -> None:
        self._found.clear()
        if not words.strip():
            return
        state = self._editor.plan.shown()
        for key in self._find(words, MOST_UNITS):
            path = state.path(key)
            self._add(" · ".join((path[-1], *path[-2:-1])), key, _UNIT)
        wanted = fold(words)
        named = [(_plain(act), name) for name, act in self._acts.items() if act.isEnabled()]
        for label, name in [one for one in named if wanted in fold(one[0])][:MOST_ACTS]:
            self._add(f"› {label}", name, _ACT)

    def _add(self, words: str, value: str, role: int) -> None:
        item = QStandardItem(words)
        item.setData(value, role)
        self._found.appendRow(item)

    def _go_to_index(self, index: QModelIndex) -> None:
        key, act = index.data(_UNIT), index.data(_ACT)
        self.clear()
        if key:
            self._editor.select([str(key)])
        elif act:
            self._acts[str(act)].trigger()

    def _go_to_first(self) -> None:
        """Enter takes the line that is marked, or the first one."""
        popup = self._list.popup()
        marked = popup.currentIndex() if popup is not None and popup.isVisible() else QModelIndex()
        if self._found.rowCount():
            self._go_to_index(marked if marked.isValid() else self._found.index(0, 0))
        if popup is not None:
            popup.hide()


def _plain(act: QAction) -> str:
    return act.text().replace("&", "").rstrip("… ")
