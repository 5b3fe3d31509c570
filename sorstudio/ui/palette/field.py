"""The field at the top that finds every unit, act, offer, setting and chapter of the guide, and goes there."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QPainter, QPaintEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit

from sorstudio.model.edits import offers
from sorstudio.model.state import State
from sorstudio.ui.editor import Editor
from sorstudio.ui.field_signs import lead_with
from sorstudio.ui.paint import CENTER, Ink, box, smooth, text
from sorstudio.ui.palette.gather import entries
from sorstudio.ui.palette.index import Entry, Index, Sort
from sorstudio.ui.palette.lines import ENTRY, Lines
from sorstudio.ui.theme import Theme, Weight

MOST_LINES = 14
LEAST_LIST = 420
"""Logical pixels of the list: a name and where it stands."""
LEAST_HINTED = 110
"""Logical pixels; a narrower field has no room for its keys."""


class SearchField(QLineEdit):
    """Everything from the first character; arrows choose, Enter goes there or does it."""

    setting_wanted = Signal(str)
    help_wanted = Signal(str)

    def __init__(self, editor: Editor, theme: Theme, acts: Mapping[str, QAction]) -> None:
        super().__init__()
        self._editor = editor
        self._index: Index | None = None
        self._indexed: State | None = None
        self._lines = Lines()
        self._acts = acts
        self._found = QStandardItemModel(self)
        self._list = completer = QCompleter(self._found, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(MOST_LINES)
        popup = completer.popup()
        if popup is not None:
            popup.setItemDelegate(self._lines)
            popup.clicked.connect(self._go_to_index)
        self.setCompleter(completer)
        self.textEdited.connect(self._look_up)
        self.returnPressed.connect(self._go_to_first)
        editor.retexted.connect(self._forget)
        self._compact = False
        self.set_theme(theme)
        self.retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        self._theme = self._lines.theme = theme
        lead_with(self, theme, "search")
        self.setMinimumWidth(theme.px(150))
        popup = self._list.popup()
        if popup is not None:
            popup.setMinimumWidth(theme.px(LEAST_LIST))
            popup.setStyleSheet(f"QAbstractItemView {{ border: 1px solid {theme.hex('line_control')}; }}")

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
        theme = self._theme
        if self.text() or self.hasFocus() or self.width() < theme.px(LEAST_HINTED):
            return
        painter = QPainter(self)
        smooth(painter)
        hint = QRectF(self.width() - theme.px(55), self.height() / 2 - theme.px(9), theme.px(47), theme.px(18))
        box(painter, theme, hint, fill="sunken", radius=theme.size("tick_radius"))
        text(painter, theme, hint, "Ctrl K", Ink("caption", Weight.MEDIUM, "muted", CENTER))
        painter.end()

    def results(self) -> list[str]:
        """What the list shows now."""
        return [self._found.item(row).text() for row in range(self._found.rowCount())]

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._index_now()

    def _forget(self) -> None:
        self._index = None

    def _index_now(self) -> Index:
        """Made when it is first needed after a change, mostly before the first key."""
        state = self._editor.state()
        if self._index is None or self._indexed is not state:
            self._index, self._indexed = Index(entries(self._editor, self._acts)), state
        return self._index

    def _look_up(self, words: str) -> None:
        found = [entry for entry in self._index_now().find(words) if self._can_be(entry)]
        self._found.clear()
        for entry in found:
            item = QStandardItem(entry.words)
            item.setData(entry, ENTRY)
            item.setData(", ".join(filter(None, (entry.words, entry.beside))), Qt.ItemDataRole.AccessibleTextRole)
            self._found.appendRow(item)

    def _can_be(self, entry: Entry) -> bool:
        return entry.sort is not Sort.ACT or self._acts[entry.value].isEnabled()

    def _go_to_index(self, index: QModelIndex) -> None:
        entry = index.data(ENTRY)
        self.clear()
        if isinstance(entry, Entry):
            self._go(entry)

    def _go(self, entry: Entry) -> None:
        match entry.sort:
            case Sort.UNIT:
                self._editor.select([entry.value])
            case Sort.ACT:
                self._acts[entry.value].trigger()
            case Sort.OFFER:
                self._place(entry.value)
            case Sort.SETTING:
                self.setting_wanted.emit(entry.value)
            case Sort.HELP:
                self.help_wanted.emit(entry.value)

    def _place(self, offer: str) -> None:
        """The chosen units provide the offer."""
        if not self._editor.selection:
            self._editor.refused.emit(self.tr("Choose the unit first that provides the offer."))
        for unit in self._editor.selection:
            self._editor.do(partial(offers.place_offer, offers=[offer], unit=unit))

    def _go_to_first(self) -> None:
        """Enter takes the line that is marked, or the first one."""
        popup = self._list.popup()
        marked = popup.currentIndex() if popup is not None and popup.isVisible() else QModelIndex()
        if self._found.rowCount():
            self._go_to_index(marked if marked.isValid() else self._found.index(0, 0))
        if popup is not None:
            popup.hide()
