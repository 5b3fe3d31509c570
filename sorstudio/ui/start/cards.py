"""The cards of the start page: a way to begin, and a plan that was open lately, also where its file is gone."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QPushButton, QVBoxLayout, QWidget

from sorstudio.ui.days import short_day
from sorstudio.ui.icons import draw_icon
from sorstudio.ui.paint import RIGHT, Ink, box, quiet_line, ring, smooth, text
from sorstudio.ui.preferences import Recent
from sorstudio.ui.theme import Theme, Weight

CARD_HEIGHT = 72
_DETAIL = Ink("small", color="muted")


class Card(QAbstractButton):
    """Icon, two lines, and two more at the right; one that is not enabled is greyed, with a dashed border."""

    def __init__(self, theme: Theme, icon: str, lines: tuple[str, str], right: tuple[str, str] = ("", "")) -> None:
        super().__init__()
        self._theme, self._icon = theme, icon
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(theme.px(CARD_HEIGHT))
        self.say(lines, right)

    def say(self, lines: tuple[str, str], right: tuple[str, str] = ("", "")) -> None:
        """What stands on the card."""
        self._lines, self._right = lines, right
        self.setAccessibleName(". ".join(filter(None, (*lines, *right))))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(320), self._theme.px(CARD_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        theme, gap = self._theme, self._theme.px(3)
        area = QRectF(self.rect()).adjusted(gap, gap, -gap, -gap)
        if self.isEnabled():
            ground = "hover" if self.underMouse() else "surface"
            box(painter, theme, area, fill=ground, line=quiet_line(theme), radius=theme.px(10))
        else:
            box(painter, theme, area, line="line_control", radius=theme.px(10), style=Qt.PenStyle.DashLine)
        if self.hasFocus():
            ring(painter, theme, area.adjusted(gap, gap, -gap, -gap), theme.px(7))
        self._paint_words(painter, area)
        painter.end()

    def _paint_words(self, painter: QPainter, area: QRectF) -> None:
        theme = self._theme
        color = "text" if self.isEnabled() else "muted"
        tile = QRectF(area.left() + theme.px(14), area.center().y() - theme.px(20), theme.px(40), theme.px(40))
        box(painter, theme, tile, fill="sunken", radius=theme.size("card_radius"))
        draw_icon(painter, theme, self._icon, tile.topLeft() + QPointF(theme.px(10), theme.px(10)), color, 20)
        left = tile.right() + theme.px(16)
        room = area.right() - left - theme.px(16)
        for at, (words, beside) in enumerate(zip(self._lines, self._right, strict=True)):
            line = QRectF(left, area.center().y() - theme.px(22 - 22 * at), room, theme.px(22))
            weight = Weight.REGULAR if at else Weight.MEDIUM
            text(painter, theme, line, beside, Ink("small", weight, "muted" if at else "text", RIGHT))
            taken = theme.width(beside, "small", weight) + theme.px(16) if beside else 0
            ink = _DETAIL if at else Ink("body", Weight.STRONG, color)
            text(painter, theme, line.adjusted(0, 0, -taken, 0), words, ink)


class RecentCard(QWidget):
    """A plan by what was noted of it when it was last open; the plan itself is not read for this."""

    chosen = Signal(str)
    forgotten = Signal(str)

    def __init__(self, theme: Theme, language: str, recent: Recent) -> None:
        super().__init__()
        self.recent, self._theme, self._language = recent, theme, language
        self.card = Card(theme, "binary-tree", self._lines(), self._right())
        self.card.setToolTip(recent.path)
        self.card.clicked.connect(lambda: self.chosen.emit(recent.path))
        self.away = QPushButton(self.tr("Remove from the list"), self)
        self.away.setProperty("kind", "quiet")
        self.away.setAccessibleName(self.tr("Remove {name} from the list").format(name=recent.municipality))
        self.away.clicked.connect(self._forget)
        self.away.hide()
        self._offer_removal()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)

    def grey(self) -> None:
        """The file is gone, or its drive is: it cannot be opened, only removed from the list."""
        had_focus = self.card.hasFocus()
        self.card.setEnabled(False)
        gone = self.tr("The file is not there: {path}").format(path=self.recent.path)
        self.card.say((self.recent.municipality, gone))
        self.away.show()
        self.away.raise_()
        self._place_button()
        if had_focus:
            self.away.setFocus()

    def entry(self) -> QAbstractButton:
        """What of it takes the focus."""
        return self.card if self.card.isEnabled() else self.away

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_button()

    def _place_button(self) -> None:
        """In the upper line of the card: the lower one is the path, which needs the room."""
        self.away.adjustSize()
        top = self.height() // 2 - self.away.height() + self._theme.px(3)
        self.away.move(self.width() - self.away.width() - self._theme.px(12), top)

    def _offer_removal(self) -> None:
        act = QAction(self.tr("Remove from the list"), self.card)
        act.setShortcut(Qt.Key.Key_Delete)
        act.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        act.triggered.connect(self._forget)
        self.card.addAction(act)
        self.card.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def _forget(self) -> None:
        self.forgotten.emit(self.recent.path)

    def _lines(self) -> tuple[str, str]:
        when = self._when()
        opened = self.tr("opened {day}").format(day=when) if when else ""
        return self.recent.municipality, " · ".join(filter(None, (Path(self.recent.path).stem, opened)))

    def _right(self) -> tuple[str, str]:
        count, day = self.recent.changes, _moment(self.recent.data_day)
        many = self.tr("{count} open changes").format(count=count)
        changes = many if count > 1 else self.tr("1 open change") if count else self.tr("No changes")
        data = self.tr("Data of {day}").format(day=short_day(day.date(), self._language)) if day else ""
        return changes, data

    def _when(self) -> str:
        time = _moment(self.recent.opened)
        if time is None:
            return ""
        if time.date() == date.today():
            return self.tr("today {time}").format(time=f"{time:%H.%M}")
        return short_day(time.date(), self._language)


def _moment(written: str) -> datetime | None:
    """A day or a time as it was noted; a settings file that was tampered with says nothing."""
    try:
        return datetime.fromisoformat(written)
    except ValueError:
        return None
