"""The date bar: the day that acts take, and a line of days on which the tree is looked at as of any of them."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QDate, QEvent, QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCalendarWidget, QMenu, QWidget, QWidgetAction

from sorstudio.model.edits import settings
from sorstudio.model.plan import NOTICE
from sorstudio.ui.dates.scale import Scale, scale_of
from sorstudio.ui.days import from_qdate, short_day, to_qdate
from sorstudio.ui.editor import Editor
from sorstudio.ui.paint import CENTER, Ink, box, finding_mark, smooth, text
from sorstudio.ui.signs import FindingSign
from sorstudio.ui.theme import Theme, Weight

LABEL = 84
WIDE, NARROW = 270, 200


class DateBar(QAbstractButton):
    """Press the date for a calendar of working dates; press, drag or use the arrows on the line to look at a day.

    Tall ticks are days of the plan's changes, taller for more of them; short ones are the register's own.
    """

    def __init__(self, editor: Editor, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._compact = False
        self._scale: Scale = scale_of(editor.plan)
        self._drags = False
        self._wanted: date | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(lambda: editor.show_day(self._wanted))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(self.open_calendar)
        editor.effect.connect(self._refresh)
        editor.retexted.connect(self._refresh)
        editor.day_shown.connect(self._refresh)
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
        """Every act takes this day from now on, unless it names its own; no other day is looked at then."""
        self._editor.show_day(None)
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
        is_looking = self._editor.plan.shown_day is not None
        words = self.tr("Shows") if is_looking else self.tr("Working date")
        text(painter, theme, caption, words, Ink("caption", color="accent" if is_looking else "muted"))
        shown = QRectF(left, middle - theme.px(1), theme.px(LABEL + 8), theme.px(18))
        day = short_day(self._editor.plan.working_date, self._editor.texts.language)
        text(painter, theme, shown, day, Ink("small", Weight.STRONG, tabular=True))
        if self.is_too_soon():
            finding_mark(painter, theme, FindingSign.WARNING, QPointF(left + theme.px(LABEL - 10), caption.top()))
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
        start, end = self.x_of(self._scale.first), self.x_of(self._scale.last)
        at = self.x_of(self._editor.plan.working_date)
        for token, until in (("line_control", end), ("accent", at)):
            pen = QPen(theme.color(token), theme.px(2), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawLine(QPointF(start, y), QPointF(until, y))
        heights = {
            **dict.fromkeys(self._scale.register, 3),
            **{k: 4 + 2 * min(n, 3) for k, n in self._scale.ours.items()},
        }
        for day, height in heights.items():
            token = "text" if day in self._scale.ours else "muted"
            painter.setPen(QPen(theme.color(token), theme.px(2 if day in self._scale.ours else 1)))
            painter.drawLine(QPointF(self.x_of(day), y - theme.px(height)), QPointF(self.x_of(day), y))
        painter.setBrush(theme.color("surface"))
        painter.setPen(QPen(theme.color("accent"), theme.px(3)))
        painter.drawEllipse(QPointF(at, y), theme.px(6), theme.px(6))
        if not self._compact:
            self._paint_labels(painter, at, y)

    def _paint_labels(self, painter: QPainter, at: float, y: float) -> None:
        theme = self._theme
        here = self._scale.ours.get(self._editor.plan.working_date, 0)
        if here:
            words = self.tr("1 change") if here == 1 else self.tr("{count} changes").format(count=here)
            area = QRectF(at - theme.px(50), y - theme.px(25), theme.px(100), theme.px(14))
            text(painter, theme, area, words, Ink("caption", Weight.MEDIUM, "accent", CENTER))
        today = self.x_of(self._editor.plan.today)
        if abs(today - at) > theme.px(16):
            painter.setPen(QPen(theme.color("muted"), theme.px(1)))
            painter.drawLine(QPointF(today, y - theme.px(4)), QPointF(today, y + theme.px(4)))
        area = QRectF(today - theme.px(20), y + theme.px(5), theme.px(60), theme.px(14))
        text(painter, theme, area, self.tr("today"), Ink("caption", color="muted"))

    def is_too_soon(self) -> bool:
        """Whether the day that acts take is nearer than SOR wants new units to be told."""
        return self._editor.plan.working_date < self._editor.plan.today + NOTICE

    def x_of(self, day: date) -> float:
        """Where a day lies on the bar."""
        left, right = self._ends()
        return left + (right - left) * self._scale.part(day)

    def _ends(self) -> tuple[float, float]:
        return self._theme.px(LABEL + 24), self.width() - self._theme.px(12)

    def _day_at(self, x: float) -> date:
        left, right = self._ends()
        return self._scale.day_at((x - left) / max(1.0, right - left))

    def _want(self, day: date) -> None:
        """Several days in one go are shown once."""
        self._wanted = self._scale.kept_inside(day)
        self._soon.start()

    def _refresh(self) -> None:
        plan, texts = self._editor.plan, self._editor.texts
        if not self._drags:
            self._scale = scale_of(plan)
        name = self.tr("Shows {day}") if plan.shown_day is not None else self.tr("Working date {day}")
        self.setAccessibleName(name.format(day=texts.day(plan.working_date)))
        earliest = self.tr("SOR wants new units 7 days ahead: on {day} at the earliest.")
        hint = earliest.format(day=texts.day(plan.today + NOTICE)) if self.is_too_soon() else ""
        use = self.tr("Press the date to choose the working date. Press or drag on the line to see the tree on a day.")
        self.setToolTip("\n".join(filter(None, (hint, use))))
        self.setAccessibleDescription(self.toolTip())
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        day, key = self._editor.plan.working_date, event.key()
        day = self._wanted if self._soon.isActive() and self._wanted else day
        ways = {Qt.Key.Key_Left: day - timedelta(days=1), Qt.Key.Key_Right: day + timedelta(days=1)}
        ways |= {Qt.Key.Key_PageUp: self._scale.stop_before(day), Qt.Key.Key_PageDown: self._scale.next_stop(day)}
        ways |= {Qt.Key.Key_Home: self._editor.plan.today}
        if key in ways:
            self._want(ways[Qt.Key(key)])
        elif key in (Qt.Key.Key_Escape, Qt.Key.Key_End) and self._editor.plan.shown_day is not None:
            self._editor.show_day(None)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._drags = event.button() is Qt.MouseButton.LeftButton and event.position().x() >= self._theme.px(LABEL + 14)
        if self._drags:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._want(self._day_at(event.position().x()))
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drags:
            self._want(self._day_at(event.position().x()))
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._drags:
            self._drags = False
        else:
            super().mouseReleaseEvent(event)
        self.update()
