"""The page before a plan is open: recent plans, a new one from a register file, the exercise, and opening one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from sorstudio.ui.brand import paint_sign
from sorstudio.ui.days import short_day
from sorstudio.ui.icons import draw_icon, pixmap
from sorstudio.ui.paint import RIGHT, Ink, box, quiet_line, ring, smooth, text
from sorstudio.ui.preferences import Recent
from sorstudio.ui.theme import Theme, Weight

WIDTH, LEFT_WIDTH, CARD_HEIGHT = 1120, 640, 72
MOST_CARDS = 5


class Card(QAbstractButton):
    """A plan or a way to begin: icon, two lines, and two more at the right."""

    def __init__(self, theme: Theme, icon: str, lines: tuple[str, str], right: tuple[str, str] = ("", "")) -> None:
        super().__init__()
        self._icon, self._lines, self._right = icon, lines, right
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(". ".join(filter(None, (*lines, *right))))
        self._theme = theme
        self.setMinimumHeight(theme.px(CARD_HEIGHT))

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(320), self._theme.px(CARD_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        theme, gap = self._theme, self._theme.px(3)
        area = QRectF(self.rect()).adjusted(gap, gap, -gap, -gap)
        ground = "hover" if self.underMouse() else "surface"
        box(painter, theme, area, fill=ground, line=quiet_line(theme), radius=theme.px(10))
        if self.hasFocus():
            ring(painter, theme, area.adjusted(gap, gap, -gap, -gap), theme.px(7))
        self._paint_words(painter, area)
        painter.end()

    def _paint_words(self, painter: QPainter, area: QRectF) -> None:
        theme = self._theme
        tile = QRectF(area.left() + theme.px(14), area.center().y() - theme.px(20), theme.px(40), theme.px(40))
        box(painter, theme, tile, fill="sunken", radius=theme.size("card_radius"))
        draw_icon(painter, theme, self._icon, tile.topLeft() + QPointF(theme.px(10), theme.px(10)), "text", 20)
        left = tile.right() + theme.px(16)
        room = area.right() - left - theme.px(16)
        taken = max((theme.width(one, "small", Weight.MEDIUM) for one in self._right), default=0) + theme.px(8)
        for at, (words, ink) in enumerate(zip(self._lines, (_TITLE, _DETAIL), strict=True)):
            line = QRectF(left, area.center().y() - theme.px(22 - 22 * at), room - taken, theme.px(22))
            text(painter, theme, line, words, ink)
        for at, words in enumerate(self._right):
            ink = Ink("small", Weight.REGULAR if at else Weight.MEDIUM, "muted" if at else "text", RIGHT)
            line = QRectF(left, area.center().y() - theme.px(22 - 22 * at), room, theme.px(22))
            text(painter, theme, line, words, ink)


_TITLE = Ink("body", Weight.STRONG)
_DETAIL = Ink("small", color="muted")


class DropZone(QWidget):
    """Where a register file can be let go; it may be let go anywhere else too."""

    chosen = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        picture, title, detail = QLabel(), QLabel(), QLabel()
        picture.setPixmap(pixmap(theme, "file-import", "accent", 28, 1.5))
        title.setText(self.tr("Drop an extract from SOR anywhere here"))
        title.setFont(theme.font("body", Weight.STRONG))
        detail.setText(self.tr("CSV, XML, FHIR or spreadsheet. The file is read, nothing is sent."))
        detail.setProperty("kind", "muted")
        self.button = QPushButton(self.tr("Choose file…"))
        self.button.clicked.connect(self.chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(16),) * 4)
        for widget in (picture, title, detail, self.button):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        self.setMinimumHeight(theme.px(160))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        theme = self._theme
        gap = theme.px(3)
        area = QRectF(self.rect()).adjusted(gap, gap, -gap, -gap)
        dashed = Qt.PenStyle.DashLine
        radius = theme.size("panel_radius")
        box(painter, theme, area, fill="surface", line="line_control", radius=radius, width=1.5, style=dashed)
        painter.end()


class StartPage(QWidget):
    """Made anew when the look, the language or the recent plans are others: it is small."""

    recent_chosen = Signal(str)
    file_wanted = Signal()
    plan_wanted = Signal()
    example_wanted = Signal()

    def __init__(self, theme: Theme, language: str, recent: Sequence[Recent], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("root")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme, self._language = theme, language
        self.cards = [self._recent_card(item) for item in recent[:MOST_CARDS]]
        self.zone = DropZone(theme)
        self.example = Card(
            theme,
            "school",
            (self.tr("Open the exercise municipality"), self.tr("Try everything without touching your own data")),
        )
        self.open = Card(theme, "folder-open", (self.tr("Open a plan"), "Ctrl O"))
        self._lay_out()
        self.zone.chosen.connect(self.file_wanted)
        self.example.clicked.connect(self.example_wanted)
        self.open.clicked.connect(self.plan_wanted)
        first: QAbstractButton = self.cards[0] if self.cards else self.zone.button
        first.setFocus()

    def _lay_out(self) -> None:
        theme = self._theme
        middle = QWidget()
        middle.setMaximumWidth(theme.px(WIDTH))
        grid = QGridLayout(middle)
        grid.setHorizontalSpacing(theme.px(40))
        grid.setVerticalSpacing(theme.px(12))
        grid.addLayout(self._head(), 0, 0, 1, 2)
        grid.setRowMinimumHeight(1, theme.px(16))
        for column, words in enumerate((self.tr("Recent plans"), self.tr("New plan"))):
            grid.addWidget(self._label(words, "body", Weight.STRONG), 2, column)
        grid.addLayout(self._left(), 3, 0)
        grid.addLayout(self._right(), 3, 1)
        grid.addWidget(self._rule(), 4, 0, 1, 2)
        grid.addLayout(self._how(), 5, 0, 1, 2)
        grid.setColumnStretch(0, LEFT_WIDTH)
        grid.setColumnStretch(1, WIDTH - LEFT_WIDTH)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(middle, 1000)
        row.addStretch(1)
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(*(theme.size("xl"),) * 4)
        column_.addStretch(2)
        column_.addLayout(row)
        column_.addStretch(3)

    def _head(self) -> QHBoxLayout:
        theme = self._theme
        row, words = QHBoxLayout(), QVBoxLayout()
        row.setSpacing(theme.px(16))
        row.addWidget(_Sign(theme))
        words.setSpacing(0)
        words.addWidget(self._label("SOR Studio", "page", Weight.STRONG))
        detail = self.tr(
            "Put the municipality's units, numbers and messages in SOR right, and send one finished request"
        )
        words.addWidget(self._label(detail, "body", Weight.REGULAR, "muted"))
        row.addLayout(words, 1)
        return row

    def _left(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(self._theme.px(6))
        for card in self.cards:
            column.addWidget(card)
        if not self.cards:
            none = self.tr(
                "No plan has been open here yet. Begin with an extract from SOR, or try the exercise municipality."
            )
            label = self._label(none, "body", Weight.REGULAR, "muted")
            label.setWordWrap(True)
            column.addWidget(label)
        column.addStretch(1)
        return column

    def _none_yet(self) -> str:
        return self.tr(
            "No plan has been open here yet. Begin with an extract from SOR, or try the exercise municipality."
        )

    def _right(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(self._theme.px(6))
        for widget in (self.zone, self.example, self.open):
            column.addWidget(widget)
        column.addStretch(1)
        return column

    def _how(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._theme.size("xl"))
        for title, words in self._steps():
            column = QVBoxLayout()
            column.addWidget(self._label(title, "small", Weight.STRONG))
            detail = self._label(words, "small", Weight.REGULAR, "muted")
            detail.setWordWrap(True)
            column.addWidget(detail)
            row.addLayout(column, 1)
        return row

    def _steps(self) -> tuple[tuple[str, str], ...]:
        read = self.tr("Begin with an extract from SOR. It is the plan's starting point and is never changed.")
        mend = self.tr("Move units, set types and numbers, place offers. Everything can be undone, also tomorrow.")
        ask = self.tr("The request is divided by receiver: the municipality itself, Sundhedsdatastyrelsen and MedCom.")
        return (self.tr("1. Read"), read), (self.tr("2. Put right"), mend), (self.tr("3. Request"), ask)

    def _label(self, words: str, size: str, weight: Weight, color: str = "text") -> QLabel:
        label = QLabel(words)
        label.setFont(self._theme.font(size, weight))
        if color == "muted":
            label.setProperty("kind", "muted" if size == "small" else "")
            palette = label.palette()
            palette.setColor(label.foregroundRole(), self._theme.color("muted"))
            label.setPalette(palette)
        return label

    def _rule(self) -> QFrame:
        line = QFrame()
        line.setProperty("kind", "rule")
        return line

    def _recent_card(self, item: Recent) -> Card:
        count = item.changes
        changes = self.tr("1 change") if count == 1 else self.tr("{count} changes").format(count=count)
        data = self.tr("Data of {day}").format(day=self._day(item.data_day)) if item.data_day else ""
        opened = self.tr("opened {day}").format(day=self._when(item.opened)) if item.opened else ""
        detail = " · ".join(filter(None, (Path(item.path).stem, opened)))
        right = (changes if count else self.tr("No changes"), data)
        card = Card(self._theme, "binary-tree", (item.municipality, detail), right)
        card.setToolTip(item.path)
        card.clicked.connect(lambda: self.recent_chosen.emit(item.path))
        return card

    def _day(self, text_of_day: str) -> str:
        return short_day(date.fromisoformat(text_of_day), self._language)

    def _when(self, text_of_time: str) -> str:
        time = datetime.fromisoformat(text_of_time)
        if time.date() == date.today():
            return self.tr("today {time}").format(time=f"{time:%H.%M}")
        return short_day(time.date(), self._language)


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
