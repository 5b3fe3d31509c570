"""The headings of the offers board in as many columns as there is room for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sorstudio.ui.offers.well import Well
from sorstudio.ui.theme import Theme

LEAST_WIDTH, MOST_COLUMNS = 212, 5


class WellColumns(QWidget):
    """Columns of equal width."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._columns: list[QVBoxLayout] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, theme.size("xs"), theme.size("m"))
        self._row.setSpacing(theme.size("m"))

    def flow(self, wells: Sequence[Well], room: int) -> None:
        """Put each well into the column that is shortest so far; `room` is the width there is for all of them."""
        count = max(1, min(MOST_COLUMNS, room // self._theme.px(LEAST_WIDTH)))
        self._empty(count)
        heights = [0] * count
        for well in wells:
            at = heights.index(min(heights))
            self._columns[at].addWidget(well)
            well.show()
            heights[at] += well.sizeHint().height()
        for column in self._columns[:count]:
            column.addStretch(1)

    def _empty(self, count: int) -> None:
        """The first `count` columns share the room, and none holds anything."""
        while len(self._columns) < count:
            column = QVBoxLayout()
            column.setSpacing(self._theme.size("m"))
            self._row.addLayout(column, 1)
            self._columns.append(column)
        for place, column in enumerate(self._columns):
            while column.takeAt(0) is not None:
                pass
            self._row.setStretch(place, 1 if place < count else 0)
