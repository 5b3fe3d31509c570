"""The page before a plan is open: recent plans, a new one from a register file, the exercise, and opening one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from sorstudio.ui.brand import paint_sign
from sorstudio.ui.paint import smooth
from sorstudio.ui.preferences import Recent
from sorstudio.ui.start.cards import Card, RecentCard
from sorstudio.ui.start.news import News, versions
from sorstudio.ui.start.presence import Presence
from sorstudio.ui.start.words import line
from sorstudio.ui.start.zone import DropFrame, DropZone
from sorstudio.ui.theme import Theme, Weight

WIDTH, LEFT_WIDTH = 1120, 640
NARROW_BELOW = 860
"""Logical pixels, at a text size of 100 %, under which the two columns stand below one another."""
MOST_CARDS = 5
PLAN_SUFFIX = ".sorplan"


class StartPage(QWidget):
    """Made anew when the look, the language or the recent plans are others: it is small."""

    recent_chosen = Signal(str)
    recent_forgotten = Signal(str)
    file_wanted = Signal()
    files_dropped = Signal(list)
    plan_wanted = Signal()
    example_wanted = Signal()
    tour_wanted = Signal()
    changelog_wanted = Signal()

    def __init__(self, theme: Theme, language: str, recent: Sequence[Recent], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("root")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAcceptDrops(True)
        self._theme = theme
        self.recent = [RecentCard(theme, language, item) for item in recent[:MOST_CARDS]]
        self.zone, self.frame = DropZone(theme), DropFrame(theme, self)
        exercise = self.tr("Open the exercise municipality"), self.tr("Try everything without touching your own data")
        self.example = Card(theme, "school", exercise)
        self.open = Card(theme, "folder-open", (self.tr("Open a plan"), "Ctrl O"))
        self.around = QPushButton(self.tr("Show me around"), self)
        self.news = News(theme, versions(language)[0])
        self._lay_out()
        self._connect()
        entries = [one.entry() for one in self.recent]
        first: QAbstractButton = entries[0] if entries else self.zone.button
        self.setFocusProxy(first)
        self._look_for_files()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses what has the focus, as the space bar does."""
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QAbstractButton):
            focused.click()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.frame.setGeometry(self.rect())
        narrow = self.width() < self._theme.px(NARROW_BELOW)
        direction = QBoxLayout.Direction
        self._columns.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        self.news.set_narrow(narrow)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        paths = _paths(event)
        event.setAccepted(bool(paths))
        if paths:
            event.setDropAction(Qt.DropAction.CopyAction)
            self.zone.await_files(is_plan=paths[0].endswith(PLAN_SUFFIX))
            self._scroll.ensureWidgetVisible(self.zone)
            self.frame.show()
            self.frame.raise_()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._stop_awaiting()

    def dropEvent(self, event: QDropEvent) -> None:
        self._stop_awaiting()
        event.acceptProposedAction()
        self.files_dropped.emit(_paths(event))

    def _stop_awaiting(self) -> None:
        self.zone.stop_awaiting()
        self.frame.hide()

    def _look_for_files(self) -> None:
        if self.recent:
            presence = Presence()
            presence.gone.connect(self._grey)
            presence.look([one.recent.path for one in self.recent])

    def _grey(self, path: str) -> None:
        for one in self.recent:
            if one.recent.path == path:
                one.grey()

    def _connect(self) -> None:
        for one in self.recent:
            one.chosen.connect(self.recent_chosen)
            one.forgotten.connect(self.recent_forgotten)
        self.zone.chosen.connect(self.file_wanted)
        self.example.clicked.connect(self.example_wanted)
        self.open.clicked.connect(self.plan_wanted)
        self.around.clicked.connect(self.tour_wanted)
        self.news.changelog_wanted.connect(self.changelog_wanted)

    def _lay_out(self) -> None:
        theme = self._theme
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(theme.px(40))
        self._columns.addLayout(self._left(), LEFT_WIDTH)
        self._columns.addLayout(self._right(), WIDTH - LEFT_WIDTH)
        column = QVBoxLayout(self._middle())
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.size("xl"))
        column.addLayout(self._head())
        column.addLayout(self._columns)
        column.addWidget(_rule())
        column.addWidget(self.news)

    def _middle(self) -> QWidget:
        """Made before what stands in it: a widget that changes its parent goes through the stylesheet once more."""
        self._scroll = QScrollArea(self)
        whole = QWidget(self._scroll)
        whole.setObjectName("root")
        self._scroll.setWidget(whole)
        middle = QWidget(whole)
        middle.setObjectName("root")
        middle.setMaximumWidth(self._theme.px(WIDTH))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(middle, 1000)
        row.addStretch(1)
        tall = QVBoxLayout(whole)
        tall.setContentsMargins(*(self._theme.size("xl"),) * 4)
        tall.addStretch(2)
        tall.addLayout(row)
        tall.addStretch(3)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._scroll)
        return middle

    def _head(self) -> QHBoxLayout:
        theme = self._theme
        row, words = QHBoxLayout(), QVBoxLayout()
        row.setSpacing(theme.px(16))
        row.addWidget(_Sign(theme))
        words.setSpacing(0)
        words.addWidget(line(theme, "SOR Studio", "page", Weight.STRONG))
        detail = self.tr(
            "Put the municipality's units, numbers and messages in SOR right, and send one finished request"
        )
        words.addWidget(line(theme, detail, color="muted"))
        row.addLayout(words, 1)
        return row

    def _left(self) -> QVBoxLayout:
        column = self._column(self.tr("Recent plans") if self.recent else self.tr("This is how it goes"))
        for one in self.recent:
            column.addWidget(one)
        if self.recent:
            self.around.hide()
        else:
            column.addWidget(self._how())
        column.addStretch(1)
        return column

    def _right(self) -> QVBoxLayout:
        column = self._column(self.tr("New plan"))
        for widget in (self.zone, self.example, self.open):
            column.addWidget(widget)
        column.addStretch(1)
        return column

    def _column(self, title: str) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(self._theme.px(6))
        column.addWidget(line(self._theme, title, weight=Weight.STRONG))
        return column

    def _how(self) -> QWidget:
        """For who has not been here before: the three steps, and the tour."""
        theme = self._theme
        steps = QWidget()
        column = QVBoxLayout(steps)
        column.setContentsMargins(0, theme.px(6), 0, 0)
        column.setSpacing(theme.px(2))
        for title, words in self._steps():
            column.addWidget(line(theme, title, weight=Weight.STRONG))
            column.addWidget(line(theme, words, color="muted"))
            column.addSpacing(theme.size("m"))
        column.addWidget(self.around, 0, Qt.AlignmentFlag.AlignLeft)
        return steps

    def _steps(self) -> tuple[tuple[str, str], ...]:
        read = self.tr("Begin with an extract from SOR. It is the plan's starting point and is never changed.")
        mend = self.tr("Move units, set types and numbers, place offers. Everything can be undone, also tomorrow.")
        ask = self.tr("The request is divided by receiver: the municipality itself, Sundhedsdatastyrelsen and MedCom.")
        return (self.tr("1. Read"), read), (self.tr("2. Put right"), mend), (self.tr("3. Request"), ask)


class _Sign(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedSize(theme.px(48), theme.px(48))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        paint_sign(painter, self._theme, QRectF(self.rect()))
        painter.end()


def _rule() -> QFrame:
    rule = QFrame()
    rule.setProperty("kind", "rule")
    return rule


def _paths(event: QDropEvent) -> list[str]:
    return [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
