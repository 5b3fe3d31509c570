"""A table with both headers in view, for what is read across and down: the matrices share it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from sorstudio.ui.theme import Theme


class Grid(QTableView):
    """`cell` is how wide a column, `name` how wide the names and `head` how high the heads are, at 100 %."""

    def __init__(self, theme: Theme, cell: int, name: int, head: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._measures = cell, name, head
        self.setTabKeyNavigation(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionsClickable(False)
            header.setHighlightSections(True)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        middle = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
        self.horizontalHeader().setDefaultAlignment(middle | Qt.AlignmentFlag(Qt.TextFlag.TextWordWrap.value))
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        self.theme = theme
        cell, name, head = self._measures
        self.horizontalHeader().setDefaultSectionSize(theme.px(cell))
        self.horizontalHeader().setFixedHeight(theme.px(head))
        self.verticalHeader().setDefaultSectionSize(theme.size("row"))
        self.verticalHeader().setFixedWidth(theme.px(name))
        self.horizontalHeader().setFont(theme.font("caption"))
        self.verticalHeader().setFont(theme.font("small"))
        self.setStyleSheet(_sheet(theme))
        self.viewport().update()

    def cell_size(self) -> QSize:
        """How large a cell is."""
        return QSize(self.theme.px(self._measures[0]), self.theme.size("row"))


def _sheet(theme: Theme) -> str:
    surface, line, text = (theme.color(name).name() for name in ("surface", "line", "text"))
    return (
        f"QTableView {{ background: {surface}; gridline-color: {line}; border: none; }}"
        f"QHeaderView::section {{ background: {surface}; color: {text}; border: none;"
        f" border-bottom: 1px solid {line}; border-right: 1px solid {line}; padding: 0 {theme.px(6)}px; }}"
        f"QTableCornerButton::section, QAbstractScrollArea::corner {{ background: {surface}; border: none; }}"
    )
