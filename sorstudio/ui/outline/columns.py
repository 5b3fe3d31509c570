"""Which columns the outline shows and how wide they are; the name is always there."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHeaderView, QMenu

from sorstudio.ui.outline.wording import Column, titles
from sorstudio.ui.theme import Theme

WIDTHS = {Column.TYPE: 124, Column.NUMBER: 116, Column.TRAFFIC: 52, Column.OFFERS: 52}
_LEFT_OUT_WHEN_NARROW = frozenset({Column.TYPE, Column.TRAFFIC, Column.OFFERS})
LEAST = 36


class Columns:
    """`widths` are at a text size of 100 %; with little room some columns go whatever was chosen."""

    def __init__(self, header: QHeaderView, theme: Theme) -> None:
        self._header = header
        self._theme = theme
        self._narrow = False
        self.hidden: set[Column] = set()
        self.widths = dict(WIDTHS)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(lambda where: self.choose(header.mapToGlobal(where)))
        header.sectionResized.connect(self._note)

    def set_theme(self, theme: Theme) -> None:
        """Another text size; the widths follow."""
        self._theme = theme
        self.apply()

    def set_narrow(self, is_narrow: bool) -> None:
        """With little room only name and number are kept."""
        self._narrow = is_narrow
        self.apply()

    def apply(self) -> None:
        """Show what was chosen, as wide as it was made."""
        for column, width in dict(self.widths).items():
            is_hidden = column in self.hidden or (self._narrow and column in _LEFT_OUT_WHEN_NARROW)
            self._header.setSectionHidden(column, is_hidden)
            if not is_hidden:
                self._header.resizeSection(column, self._theme.px(width))

    def choose(self, where: QPoint) -> QMenu:
        """A menu with a tick for each column, for the pointer and for the keys."""
        menu = QMenu(self._header)
        for column, title in zip(Column, titles(), strict=True):
            if column is not Column.NAME:
                action = menu.addAction(title)
                action.setCheckable(True)
                action.setChecked(column not in self.hidden)
                action.toggled.connect(lambda shown, column=column: self.show(column, shown))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where)
        return menu

    def show(self, column: Column, shown: bool) -> None:
        """Show a column or leave it out."""
        self.hidden = self.hidden - {column} if shown else self.hidden | {column}
        self.apply()

    def _note(self, section: int, _old: int, width: int) -> None:
        column = Column(section)
        if column in self.widths and width > 0 and self._theme.px(self.widths[column]) != width:
            self.widths[column] = max(LEAST, round(width * 100 / max(1, self._theme.px(100))))
