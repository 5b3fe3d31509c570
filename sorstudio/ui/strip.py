"""The strip below outline and picture: tabs with their counts, one pane at a time."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from sorstudio.ui.paint import Ink, badge, badge_width, box, smooth, text
from sorstudio.ui.theme import Theme, Weight

TAB_HEIGHT, LEAST_TAB = 38, 56


class StripTabs(QTabBar):
    """A word and a count for each tab; the chosen one is underlined."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._counts: dict[int, str] = {}
        self._was_tight, self._was_share = False, 1.0
        self.setExpanding(False)
        self.setDrawBase(False)

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        self._theme = theme
        self.setFixedHeight(theme.px(TAB_HEIGHT))
        self._adapt()
        self.updateGeometry()
        self.update()

    def set_count(self, place: int, count: int | None) -> None:
        """The number beside a tab's word; None shows none."""
        words = "" if count is None else str(count)
        if self._counts.get(place) == words:
            return
        self._counts[place] = words
        self.name(place)
        self._adapt()
        self.updateGeometry()
        self.setTabText(place, self.tabText(place))
        self.update()

    def name(self, place: int) -> None:
        """What a screen reader says of a tab."""
        self.setAccessibleTabName(place, f"{self.tabText(place)} {self._counts.get(place, '')}".strip())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._adapt()

    def _adapt(self) -> None:
        before = self._was_tight, self._was_share
        self._was_tight = self._is_tight()
        self._was_share = self._share()
        if (self._was_tight, self._was_share) != before:
            for index in range(self.count()):
                self.setTabText(index, self.tabText(index))

    def _is_tight(self) -> bool:
        """Whether there is room for the words only."""
        return sum(self._wide(index, self._counts.get(index, "")) for index in range(self.count())) > self.width()

    def _count_of(self, index: int) -> str:
        return "" if self._was_tight else self._counts.get(index, "")

    def tabSizeHint(self, index: int) -> QSize:
        return QSize(int(self._wide(index, self._count_of(index)) * self._share()), self._theme.px(TAB_HEIGHT))

    def _share(self) -> float:
        """How much of their width the tabs get: less than all only where not even the words have room."""
        wanted = sum(self._wide(index, "") for index in range(self.count()))
        return min(1.0, self.width() / wanted) if self._was_tight and wanted else 1.0

    def _wide(self, index: int, count: str) -> float:
        theme = self._theme
        words = theme.width(self.tabText(index), "body", Weight.STRONG)
        extra = badge_width(theme, count) + theme.px(8) if count else 0
        return words + extra + theme.px(28)

    def minimumTabSizeHint(self, index: int) -> QSize:
        return QSize(self._theme.px(LEAST_TAB), self._theme.px(TAB_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(LEAST_TAB) * self.count(), self._theme.px(TAB_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        for index in range(self.count()):
            self._paint_tab(painter, index)
        painter.end()

    def _paint_tab(self, painter: QPainter, index: int) -> None:
        theme, area = self._theme, QRectF(self.tabRect(index))
        is_current = index == self.currentIndex()
        weight = Weight.STRONG if is_current else Weight.REGULAR
        left = area.left() + theme.px(14)
        words = self.tabText(index)
        wide = min(theme.width(words, "body", weight), area.width() - theme.px(20))
        ink = Ink("body", weight, "text" if is_current else "muted")
        text(painter, theme, QRectF(left, area.top(), wide + 2, area.height()), words, ink)
        count = self._count_of(index)
        if count:
            well = QRectF(
                left + wide + theme.px(8), area.center().y() - theme.px(9), badge_width(theme, count), theme.px(18)
            )
            badge(painter, theme, well, count, strong=is_current)
        if is_current:
            line = QRectF(area.left() + theme.px(8), area.bottom() - 1, area.width() - theme.px(16), 2)
            painter.fillRect(line, theme.color("accent"))
        if is_current and self.hasFocus():
            box(painter, theme, area.adjusted(2, 3, -2, -3), line="accent", radius=theme.size("tick_radius"), width=2)


class Strip(QWidget):
    """Tabs above, the chosen pane below."""

    changed = Signal(int)

    def __init__(self, theme: Theme, panes: Sequence[QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bottom")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.tabs = StripTabs(theme, self)
        self.stack = QStackedWidget(self)
        for pane in panes:
            self.tabs.addTab("")
            self.stack.addWidget(pane)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 1, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self.stack, 1)
        self.tabs.currentChanged.connect(self.stack.setCurrentIndex)
        self.tabs.currentChanged.connect(self.changed)
        self.set_theme(theme)

    def set_titles(self, titles: Sequence[str]) -> None:
        """The words of the tabs."""
        for place, title in enumerate(titles):
            self.tabs.setTabText(place, title)
            self.tabs.name(place)

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        self.tabs.set_theme(theme)

    def show_pane(self, place: int) -> None:
        """Bring a pane to the front."""
        self.tabs.setCurrentIndex(place)
