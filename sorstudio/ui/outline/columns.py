"""Which columns the outline shows and how wide they are; the name is always there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import QHeaderView, QMenu

from sorstudio.ui.outline.wording import Column, titles
from sorstudio.ui.theme import Theme

WIDTHS = {Column.TYPE: 124, Column.NUMBER: 116, Column.TRAFFIC: 52, Column.OFFERS: 52}
_LEFT_OUT_WHEN_NARROW = frozenset({Column.TYPE, Column.TRAFFIC, Column.OFFERS})
_FIRST_TO_GO = {Column.TRAFFIC: 230, Column.OFFERS: 230, Column.TYPE: 230, Column.NUMBER: 150}
"""A column goes where the names would have less room than this."""
LEAST = 36


class Columns(QObject):
    """`widths` are at a text size of 100 %; with little room some columns go whatever was chosen."""

    def __init__(self, header: QHeaderView, theme: Theme) -> None:
        super().__init__(header)
        self._header = header
        self._theme = theme
        self._narrow = False
        self.hidden: set[Column] = set()
        self._kept: set[Column] = set()
        self._is_applying = False
        self._soon = QTimer(header, singleShot=True, interval=0)
        self._soon.timeout.connect(self.apply)
        self.widths = dict(WIDTHS)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(lambda where: self.choose(header.mapToGlobal(where)))
        header.sectionResized.connect(self._note)
        header.installEventFilter(self)

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
        left_out = self._left_out()
        self._is_applying = True
        for column, width in dict(self.widths).items():
            is_hidden = column in left_out
            self._header.setSectionHidden(column, is_hidden)
            if not is_hidden:
                self._header.resizeSection(column, self._theme.px(width))
        self._is_applying = False

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
        """Show a column or leave it out; one that is asked for or made wider stays, however narrow the names become."""
        self._kept = self._kept | {column} if shown else self._kept - {column}
        self.hidden = self.hidden - {column} if shown else self.hidden | {column}
        self.apply()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and self._left_out() != self._shown_without():
            self._soon.start()
        return False

    def _shown_without(self) -> set[Column]:
        return {one for one in WIDTHS if self._header.isSectionHidden(one)}

    def _left_out(self) -> set[Column]:
        """What was not chosen, and what takes the room that the names need."""
        out = self.hidden | (_LEFT_OUT_WHEN_NARROW if self._narrow else set())
        for column, least in _FIRST_TO_GO.items():
            taken = sum(self._theme.px(width) for one, width in self.widths.items() if one not in out)
            is_wanted = column in self._kept or self.widths[column] != WIDTHS[column]
            if taken + self._theme.px(least) > self._header.width() and not is_wanted:
                out = out | {column}
        return out

    def _note(self, section: int, _old: int, width: int) -> None:
        column = Column(section)
        if (
            not self._is_applying
            and column in self.widths
            and width > 0
            and self._theme.px(self.widths[column]) != width
        ):
            self.widths[column] = max(LEAST, round(width * 100 / max(1, self._theme.px(100))))
