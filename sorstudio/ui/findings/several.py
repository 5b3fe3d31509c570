"""Many repairs before they are made: each as the change it would make, with a tick box; one act in the end."""

from __future__ import annotations

from collections.abc import Sequence
from time import monotonic

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QListView,
    QProgressBar,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from sorstudio.model.errors import SorError
from sorstudio.model.texts import Texts
from sorstudio.rules.finding import Finding
from sorstudio.ui.editor import Editor
from sorstudio.ui.fields import button, label
from sorstudio.ui.findings.mending import Mending, Pair
from sorstudio.ui.icons import draw_icon
from sorstudio.ui.inspector.group import row
from sorstudio.ui.paint import Ink, box, ring, smooth, text
from sorstudio.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
TOP = QModelIndex()
CHECK = Qt.ItemDataRole.CheckStateRole
ROW_HEIGHT, SIDE = 28, 16
AT_A_TIME = 0.03
"""Seconds of work between two paints."""
SHOWS_AFTER = 0.5
"""Seconds from which the progress is shown."""


class RepairModel(QAbstractListModel):
    """Repairs that are ticked or not."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.pairs: tuple[Pair, ...] = ()
        self.ticked: list[bool] = []
        self._texts = Texts({})

    def show_pairs(self, pairs: Sequence[Pair], texts: Texts) -> None:
        """Other repairs, all ticked."""
        self.beginResetModel()
        self.pairs, self.ticked, self._texts = tuple(pairs), [True] * len(pairs), texts
        self.endResetModel()

    def chosen(self) -> list[Pair]:
        """The repairs that are ticked."""
        return [pair for pair, ticked in zip(self.pairs, self.ticked, strict=True) if ticked]

    def toggle(self, place: int) -> None:
        """Tick or not."""
        self.set_ticked(range(place, place + 1), not self.ticked[place])

    def set_ticked(self, places: range, ticked: bool) -> None:
        """Several at once."""
        for place in places:
            self.ticked[place] = ticked
        if places:
            self.dataChanged.emit(self.index(places[0], 0), self.index(places[-1], 0), [CHECK])

    def rowCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else len(self.pairs)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | int | None:
        if not index.isValid():
            return None
        if role == CHECK:
            state = Qt.CheckState.Checked if self.ticked[index.row()] else Qt.CheckState.Unchecked
            return int(state.value)
        repair = self.pairs[index.row()][1]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._texts.sentence(f"repair.{repair.code}", repair.params)
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != CHECK or not index.isValid():
            return False
        self.set_ticked(range(index.row(), index.row() + 1), Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        given = super().flags(index)
        return given | Qt.ItemFlag.ItemIsUserCheckable if index.isValid() else given


class _RowDelegate(QStyledItemDelegate):
    def __init__(self, view: RepairList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, self._view.theme.px(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, area = self._view.theme, QRectF(option.rect)
        painter.save()
        smooth(painter)
        if option.state & QStyle.StateFlag.State_MouseOver:
            ground = area.adjusted(theme.px(6), 1, -theme.px(6), -1)
            box(painter, theme, ground, fill="hover", radius=theme.size("control_radius"))
        side, on = theme.px(SIDE), self._view.repairs.ticked[index.row()]
        tick = QRectF(area.left() + theme.size("l"), area.center().y() - side / 2, side, side)
        fill, line = ("accent", "accent") if on else ("surface", "line_control")
        box(painter, theme, tick, fill=fill, line=line, radius=theme.size("tick_radius"))
        if on:
            inner = tick.adjusted(theme.px(2), theme.px(2), 0, 0)
            draw_icon(painter, theme, "check", inner.topLeft(), "on_accent", SIDE - 4, 3)
        if self._view.hasFocus() and index.row() == self._view.currentIndex().row():
            ring(painter, theme, tick, theme.size("tick_radius"))
        words = QRectF(tick.right() + theme.px(10), area.top(), 0, area.height())
        words.setRight(area.right() - theme.size("l"))
        text(painter, theme, words, str(index.data()), Ink("body", color="text" if on else "muted"))
        painter.restore()


class RepairList(QListView):
    """A click or the space bar ticks."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.repairs = RepairModel(self)
        self.setModel(self.repairs)
        self.setItemDelegate(_RowDelegate(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() is Qt.MouseButton.LeftButton:
            self.repairs.toggle(index.row())
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.repairs.toggle(self.currentIndex().row())
            return
        super().keyPressEvent(event)


class SeveralPanel(QWidget):
    """In the place of the findings until it is answered; nothing else waits for it."""

    shown = Signal()
    closed = Signal()

    def __init__(self, editor: Editor, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._work: Mending | None = None
        self._began = 0.0
        self.was_focused = False
        self.words = label("", "group", wraps=True)
        self.list = RepairList(theme, self)
        self.progress = QProgressBar(self)
        self.progress.setTextVisible(False)
        self.all, self.none = button("", "quiet", self._tick_all), button("", "quiet", self._tick_none)
        self.yes, self.no = button("", "primary", self.mend), button("", "quiet", self.put_away)
        self._column = QVBoxLayout(self)
        self._head = row(self.words, self.all, self.none, self.no, self.yes, spacing=0)
        self._head.setStretch(0, 1)
        self._column.addLayout(self._head)
        self._column.addWidget(self.progress)
        self._column.addWidget(self.list, 1)
        self._go_on = QTimer(self, interval=0)
        self._go_on.timeout.connect(self._advance)
        self.list.repairs.dataChanged.connect(self._count)
        self.set_theme(theme)
        self.progress.hide()
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        self.list.theme = theme
        self._head.setContentsMargins(theme.size("l"), theme.size("xs"), theme.size("l"), theme.size("xs"))
        self._head.setSpacing(theme.size("s"))
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.progress.setFixedHeight(theme.px(4))
        self.list.scheduleDelayedItemsLayout()

    def ask(self, words: str, pairs: Sequence[Pair]) -> None:
        """Show the repairs."""
        self.words.setText(words)
        self.all.setText(self.tr("All"))
        self.none.setText(self.tr("None"))
        self.no.setText(self.tr("Cancel"))
        self.list.setAccessibleName(words)
        self.list.repairs.show_pairs(pairs, self._editor.texts)
        self.list.setCurrentIndex(self.list.repairs.index(0, 0))
        self._count()
        self.show()
        self.shown.emit()
        self.list.setFocus()

    def mend(self) -> None:
        """Make those that are ticked; the window stays alive meanwhile."""
        self._work = Mending(self._editor.plan, self.list.repairs.chosen())
        self._began = monotonic()
        self.setEnabled(False)
        self._go_on.start()

    def put_away(self) -> None:
        """Back to the findings."""
        self._leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.yes.isEnabled():
            self.mend()
        else:
            super().keyPressEvent(event)

    def _advance(self) -> None:
        work, until = self._work, monotonic() + AT_A_TIME
        if work is None:
            return
        while not work.is_finished and monotonic() < until:
            work.step()
        self.progress.setRange(0, len(work.pairs))
        self.progress.setValue(work.done)
        self.progress.setVisible(monotonic() - self._began > SHOWS_AFTER)
        if work.is_finished:
            self._finish(work)

    def _finish(self, work: Mending) -> None:
        done = self._editor.do(lambda _plan: work.change(), sure=True)
        self._leave()
        if done is not None and work.left_out:
            self._tell_left_out(work.left_out)

    def _tell_left_out(self, left: Sequence[tuple[Finding, SorError]]) -> None:
        params = {"count": len(left), "why": self._editor.sentence(left[0][1])}
        self._editor.refused.emit(self._editor.texts.sentence("panes.findings.left_out", params))

    def _leave(self) -> None:
        self._work = None
        self._go_on.stop()
        self.progress.hide()
        self.was_focused = not self.isHidden()
        self.setEnabled(True)
        self.hide()
        self.closed.emit()

    def _count(self) -> None:
        count = sum(self.list.repairs.ticked)
        self.yes.setText(self._editor.texts.sentence("panes.findings.mend_chosen", {"count": count}))
        self.yes.setEnabled(count > 0)

    def _tick_all(self) -> None:
        self.list.repairs.set_ticked(range(len(self.list.repairs.pairs)), True)

    def _tick_none(self) -> None:
        self.list.repairs.set_ticked(range(len(self.list.repairs.pairs)), False)
