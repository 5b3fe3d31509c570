"""The working date: the day that acts take, on a line with a tick for every day on which something changes."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QDate, QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCalendarWidget, QMenu, QWidget, QWidgetAction

from sorstudio.model.edits import settings
from sorstudio.ui.days import from_qdate, short_day, to_qdate
from sorstudio.ui.editor import Editor
from sorstudio.ui.paint import CENTER, Ink, box, smooth, text
from sorstudio.ui.theme import Theme, Weight

LABEL = 84
WIDE, NARROW = 270, 200


class DateBar(QAbstractButton):
    """Press it for a calendar; the ticks show when the plan's changes take effect, higher for more of them."""

    def __init__(self, editor: Editor, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._compact = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(self.open_calendar)
        editor.effect.connect(self._refresh)
        editor.retexted.connect(self._refresh)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        self._theme = theme
        self.setFixedSize(self.sizeHint())
        self._refresh()

    def set_compact(self, is_compact: bool) -> None:
        """With little room the tick labels go."""
        self._compact = is_compact
        self.setFixedSize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(NARROW if self._compact else WIDE), self._theme.px(44))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._refresh()
        super().changeEvent(event)

    def open_calendar(self) -> None:
        """Choose another working date."""
        menu = QMenu(self)
        calendar = QCalendarWidget(menu)
        calendar.setSelectedDate(to_qdate(self._editor.plan.working_date))
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.clicked.connect(self.choose)
        calendar.clicked.connect(menu.close)
        holder = QWidgetAction(menu)
        holder.setDefaultWidget(calendar)
        menu.addAction(holder)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
        calendar.setFocus()

    def choose(self, day: QDate) -> None:
        """Every act takes this day from now on, unless it names its own."""
        text_of_day = from_qdate(day).isoformat()
        if text_of_day != self._editor.plan.working_date.isoformat():
            self._editor.do(partial(settings.set_setting, name="working_date", value=text_of_day))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        theme, middle = self._theme, self.height() / 2
        if self.underMouse():
            box(painter, theme, QRectF(self.rect()), fill="hover", radius=theme.size("control_radius"))
        left = theme.px(6)
        caption = QRectF(left, middle - theme.px(18), theme.px(LABEL), theme.px(16))
        text(painter, theme, caption, self.tr("Working date"), Ink("caption", color="muted"))
        shown = QRectF(left, middle - theme.px(1), theme.px(LABEL + 8), theme.px(18))
        day = short_day(self._editor.plan.working_date, self._editor.texts.language)
        text(painter, theme, shown, day, Ink("small", Weight.STRONG, tabular=True))
        self._paint_line(painter)
        if self.hasFocus():
            box(painter, theme, QRectF(self.rect()), line="accent", radius=theme.size("control_radius"), width=2)
        painter.end()

    def enterEvent(self, event: QEvent) -> None:
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.update()

    def _paint_line(self, painter: QPainter) -> None:
        theme = self._theme
        y = self.height() / 2 + (0 if self._compact else theme.px(3))
        start, end = self._x(self._first()), self._x(self._last())
        at = self._x(self._editor.plan.working_date)
        for token, until in (("line_control", end), ("accent", at)):
            pen = QPen(theme.color(token), theme.px(2), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawLine(QPointF(start, y), QPointF(until, y))
        for day, count in self._ticks().items():
            painter.setPen(QPen(theme.color("text"), theme.px(2)))
            height = theme.px(4 + 2 * min(count, 3))
            painter.drawLine(QPointF(self._x(day), y - height), QPointF(self._x(day), y))
        painter.setBrush(theme.color("surface"))
        painter.setPen(QPen(theme.color("accent"), theme.px(3)))
        painter.drawEllipse(QPointF(at, y), theme.px(6), theme.px(6))
        if not self._compact:
            self._paint_labels(painter, at, y)

    def _paint_labels(self, painter: QPainter, at: float, y: float) -> None:
        theme = self._theme
        here = self._ticks().get(self._editor.plan.working_date, 0)
        if here:
            words = self.tr("1 change") if here == 1 else self.tr("{count} changes").format(count=here)
            area = QRectF(at - theme.px(50), y - theme.px(25), theme.px(100), theme.px(14))
            text(painter, theme, area, words, Ink("caption", Weight.MEDIUM, "accent", CENTER))
        today = self._x(self._editor.plan.today)
        if abs(today - at) > theme.px(16):
            painter.setPen(QPen(theme.color("muted"), theme.px(1)))
            painter.drawLine(QPointF(today, y - theme.px(4)), QPointF(today, y + theme.px(4)))
        area = QRectF(today - theme.px(20), y + theme.px(5), theme.px(60), theme.px(14))
        text(painter, theme, area, self.tr("today"), Ink("caption", color="muted"))

    def _ticks(self) -> Counter[date]:
        return Counter(change.day for change in self._editor.plan.timeline.changes if change.day is not None)

    def _first(self) -> date:
        return min([self._editor.plan.today - timedelta(days=7), *self._ticks()])

    def _last(self) -> date:
        latest = max([self._editor.plan.working_date, self._editor.plan.today, *self._ticks()])
        return latest + timedelta(days=21)

    def _x(self, day: date) -> float:
        left, right = self._theme.px(LABEL + 24), self.width() - self._theme.px(12)
        span = max(1, (self._last() - self._first()).days)
        return left + (right - left) * (day - self._first()).days / span

    def _refresh(self) -> None:
        day = self._editor.texts.day(self._editor.plan.working_date)
        self.setAccessibleName(self.tr("Working date {day}").format(day=day))
        self.setToolTip(self.tr("The day on which changes take effect. Press to choose another."))
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self.update()
