"""The list of findings: severity by shape, the sentence, the unit, and a button that puts it right."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from sorstudio.ui.findings.model import ACCEPTED, FindingModel, FindingRow
from sorstudio.ui.icons import draw_icon
from sorstudio.ui.paint import FINDING_SIDE, Ink, badge, badge_width, box, finding_mark, smooth, text
from sorstudio.ui.theme import Theme, Weight

Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT = 34
CENTER = Qt.AlignmentFlag.AlignHCenter


class _RowDelegate(QStyledItemDelegate):
    def __init__(self, view: FindingList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, self._view.theme.px(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view, theme = self._view, self._view.theme
        row: FindingRow = index.data(Qt.ItemDataRole.UserRole)
        area = QRectF(option.rect)
        painter.save()
        smooth(painter)
        ground = area.adjusted(theme.px(6), 1, -theme.px(6), -1)
        if option.state & QStyle.StateFlag.State_Selected:
            box(painter, theme, ground, fill="select", radius=theme.size("control_radius"))
            if view.hasFocus():
                box(
                    painter,
                    theme,
                    ground,
                    line="accent",
                    width=theme.size("focus"),
                    radius=theme.size("control_radius"),
                )
        elif option.state & QStyle.StateFlag.State_MouseOver:
            box(painter, theme, ground, fill="hover", radius=theme.size("control_radius"))
        self._paint_words(painter, area, row)
        if view.can_repair(row):
            self._paint_button(painter, view.button_area(area))
        painter.restore()

    def _paint_words(self, painter: QPainter, area: QRectF, row: FindingRow) -> None:
        view, theme = self._view, self._view.theme
        middle = area.center().y()
        left = area.left() + theme.px(30) + (theme.px(24) if row.is_inner else 0)
        if row.finding is None:
            sign = "chevron-down" if row.is_open else "chevron-right"
            side = theme.px(14)
            draw_icon(painter, theme, sign, QPointF(left - side - theme.px(2), middle - side / 2), "muted", 14)
            left += theme.px(2)
        is_accepted = row.group == ACCEPTED
        if not is_accepted:
            finding_mark(painter, theme, row.sign, QPointF(left, middle - theme.px(FINDING_SIDE) / 2))
            left += theme.px(FINDING_SIDE + 10)
        sentence = " · ".join(filter(None, (view.findings.sentence(row), view.findings.acceptance(row))))
        beside = view.beside_area(area)
        end = beside.left() if row.beside else self._free_to(area, row)
        words = QRectF(left, area.top(), end - left - theme.size("s"), area.height())
        weight = Weight.MEDIUM if row.finding is None else Weight.REGULAR
        text(painter, theme, words, sentence, Ink("body", weight, "muted" if is_accepted else "text"))
        if row.finding is None:
            at = min(left + theme.width(sentence, "body", weight) + theme.size("s"), words.right())
            wide = badge_width(theme, str(row.count))
            if at + wide < beside.left():
                height = theme.px(18)
                badge(painter, theme, QRectF(at, middle - height / 2, wide, height), str(row.count))
        text(painter, theme, beside, row.beside, Ink("small", color="muted"))

    def _free_to(self, area: QRectF, row: FindingRow) -> float:
        """Where the words of a row without a unit must end."""
        has_button = self._view.can_repair(row)
        return self._view.button_area(area).left() if has_button else area.right() - self._view.theme.px(8)

    def _paint_button(self, painter: QPainter, area: QRectF) -> None:
        theme = self._view.theme
        box(painter, theme, area, fill="surface", line="line_control", radius=theme.size("control_radius"))
        text(painter, theme, area, self._view.repair_word, Ink("small", Weight.MEDIUM, align=CENTER))


class FindingList(QListView):
    """Enter and click go to the unit; the button and Ctrl+. repair; the arrows right and left fold.

    `rested` tells that another row is the current one.
    """

    wanted = Signal(int)
    rested = Signal()
    repair_wanted = Signal(int)
    menu_wanted = Signal(int, QPoint)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.repair_word = ""
        self.findings = FindingModel(self)
        self.setModel(self.findings)
        self.setItemDelegate(_RowDelegate(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentChanged.connect(lambda _now, _before: self.rested.emit())
        self.clicked.connect(lambda index: self._go(index.row()))

    def can_repair(self, row: FindingRow) -> bool:
        """Whether the row has a button."""
        return row.group != ACCEPTED and row.finding is not None and bool(row.finding.repairs)

    def button_area(self, row: QRectF) -> QRectF:
        """Where the button of a row stands."""
        theme = self.theme
        width, height = self._button_width(), theme.px(26)
        return QRectF(row.right() - width - theme.size("l"), row.center().y() - height / 2, width, height)

    def beside_area(self, row: QRectF) -> QRectF:
        """Where the name of the unit stands."""
        right = self.button_area(row).left() - self.theme.size("m")
        width = min(self.theme.px(230), row.width() * 0.28)
        return QRectF(right - width, row.top(), width, row.height())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self._on_button(index, event.position()):
            self.repair_wanted.emit(index.row())
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        if row >= 0 and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go(row)
        elif row >= 0 and event.key() == Qt.Key.Key_Period and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.repair_wanted.emit(row)
        elif row >= 0 and event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            self._fold(row, opens=event.key() == Qt.Key.Key_Right)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos())
        if index.isValid():
            self.menu_wanted.emit(index.row(), event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        by_key = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if by_key and not self.selectionModel().hasSelection():
            self.focus_row(max(0, self.currentIndex().row()))

    def focus_row(self, row: int) -> None:
        """Make a row the current one and show it."""
        index = self.findings.index(row, 0)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def beside(self, at: int, way: int) -> int | None:
        """The row of the finding after (1) or before (-1) a row, round the list; what is folded away is opened."""
        model = self.findings
        for _ in range(len(model.rows)):
            at = (at + way) % len(model.rows) if at >= 0 or way > 0 else len(model.rows) - 1
            row = model.rows[at]
            if row.group == ACCEPTED:
                continue
            if row.finding is not None:
                return at
            if not row.is_open:
                model.toggle(at)
                return at + (1 if way > 0 else row.count)
        return None

    def _go(self, row: int) -> None:
        if self.findings.rows[row].finding is None:
            self._toggle(row)
        else:
            self.wanted.emit(row)

    def _fold(self, row: int, *, opens: bool) -> None:
        one = self.findings.rows[row]
        if one.finding is None and one.is_open is not opens:
            self._toggle(row)

    def _toggle(self, row: int) -> None:
        self.findings.toggle(row)
        self.focus_row(row)

    def _on_button(self, index: QModelIndex, where: QPointF) -> bool:
        row = self.findings.rows[index.row()]
        return self.can_repair(row) and self.button_area(QRectF(self.visualRect(index))).contains(where)

    def _button_width(self) -> float:
        return self.theme.width(self.repair_word, "small", Weight.MEDIUM) + self.theme.px(32)
