"""A row of widgets that goes on in the next line where there is no room, as words do."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

Placed = list[tuple[QLayoutItem, QRect]]


class FlowLayout(QLayout):
    """What is added after `push` stands at the right, as long as it has room in the line it is in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._pushed_from: int | None = None
        self._heights: dict[int, int] = {}

    def push(self) -> None:
        """What follows stands at the right."""
        self._pushed_from = len(self._items)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """Asked again and again while the window lays itself out, also where the row is not seen; so it is kept."""
        if width not in self._heights:
            placed = self._placed(QRect(0, 0, width, 0))
            bottom = max((area.bottom() + 1 for _, area in placed), default=0)
            self._heights[width] = bottom + self.contentsMargins().bottom()
        return self._heights[width]

    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, area: QRect) -> None:
        super().setGeometry(area)
        for item, place in self._placed(area):
            item.setGeometry(place)

    def sizeHint(self) -> QSize:
        margins, sizes = self.contentsMargins(), [one.sizeHint() for one in self._shown()]
        wide = sum(one.width() for one in sizes) + self.spacing() * max(0, len(sizes) - 1)
        high = max((one.height() for one in sizes), default=0)
        return QSize(wide + margins.left() + margins.right(), high + margins.top() + margins.bottom())

    def minimumSize(self) -> QSize:
        """As wide as its widest part; the height follows from the width."""
        margins, sizes = self.contentsMargins(), [one.minimumSize() for one in self._shown()]
        wide, high = (max((side(one) for one in sizes), default=0) for side in (QSize.width, QSize.height))
        return QSize(wide + margins.left() + margins.right(), high + margins.top() + margins.bottom())

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _placed(self, area: QRect) -> Placed:
        room = area.marginsRemoved(self.contentsMargins())
        placed: Placed = []
        top = room.top()
        for line in self._lines(room.width()):
            high = max(item.sizeHint().height() for item in line)
            left = room.left()
            for item in line:
                size = item.sizeHint()
                wide = min(size.width(), room.width())
                placed.append((item, QRect(left, top + (high - size.height()) // 2, wide, size.height())))
                left += wide + self.spacing()
            self._push(placed[-len(line) :], room.right() + 1 - (left - self.spacing()))
            top += high + self.spacing()
        return placed

    def _lines(self, room: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        left = 0
        for item in self._shown():
            wide = item.sizeHint().width()
            if not lines or left + wide > room:
                lines.append([])
                left = 0
            lines[-1].append(item)
            left += wide + self.spacing()
        return lines

    def _push(self, line: Placed, rest: int) -> None:
        """What stands at the right does so only beside what stands at the left."""
        pushed = self._items[self._pushed_from :] if self._pushed_from is not None else []
        if any(item not in pushed for item, _ in line):
            for item, place in line:
                if item in pushed:
                    place.translate(rest, 0)
