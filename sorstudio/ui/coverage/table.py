"""The matrix of areas and messages: each state has a sign of its own, and a hole stands out."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from sorstudio.model.texts import Texts
from sorstudio.routing.coverage import Cell, CellState, Coverage
from sorstudio.ui.coverage.model import CoverageModel
from sorstudio.ui.grid import Grid
from sorstudio.ui.icons import draw_icon
from sorstudio.ui.paint import Ink, box, finding_mark, ring, smooth, text
from sorstudio.ui.signs import FindingSign
from sorstudio.ui.theme import Theme, Weight

Index = QModelIndex | QPersistentModelIndex
COLUMN_WIDTH, NAME_WIDTH, HEADER_HEIGHT = 61, 214, 30
_SIDE, _AIR = 14, 3


class _CellDelegate(QStyledItemDelegate):
    """A tick, an octagon, a triangle with the number, a bar across, a clock; nothing where nothing is meant."""

    def __init__(self, view: CoverageTable) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return self._view.cell_size()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, area = self._view.theme, QRectF(option.rect)
        cell = self._view.cells.cell(index.row(), index.column())
        painter.save()
        smooth(painter)
        if cell is None:
            painter.fillRect(area, theme.color("sunken"))
        else:
            if option.state & QStyle.StateFlag.State_Selected:
                painter.fillRect(area, theme.color("select"))
            paint_cell(painter, theme, area, cell)
            if self._view.hasFocus() and index == self._view.currentIndex():
                ring(painter, theme, area.adjusted(3, 3, -3, -3), theme.size("tick_radius"))
        painter.restore()


def paint_cell(painter: QPainter, theme: Theme, area: QRectF, cell: Cell) -> None:
    """The sign of a cell in the middle, the form that is taken beside it where it is not the usual one."""
    air = theme.px(_AIR)
    inner = area.adjusted(air, air, -air, -air)
    radius = theme.size("tick_radius")
    if cell.state is CellState.GAP:
        box(painter, theme, inner, fill="error_soft", line="error", radius=radius, width=1.4)
        finding_mark(painter, theme, FindingSign.ERROR, _corner(theme, area, ""), _SIDE)
    elif cell.state is CellState.SEVERAL:
        box(painter, theme, inner, fill="warning_soft", line="warning", radius=radius, width=1.4)
        _sign(painter, theme, area, str(len(cell.receivers)), "users", "warning")
    elif cell.state is CellState.UNEXPECTED:
        dashed = Qt.PenStyle.DashLine
        box(painter, theme, inner, fill="warning_soft", line="warning", radius=radius, width=1.4, style=dashed)
        _sign(painter, theme, area, "", "ban", "warning")
    elif cell.state is CellState.ORDERED:
        _sign(painter, theme, area, "", "clock", "muted")
    elif cell.state is CellState.ANSWERED:
        _sign(painter, theme, area, "" if cell.type == cell.column.code else cell.type, "check", "new")


def _sign(painter: QPainter, theme: Theme, area: QRectF, words: str, icon: str, color: str) -> None:
    corner = _corner(theme, area, words)
    draw_icon(painter, theme, icon, corner, color, _SIDE, 2.4)
    left = corner.x() + theme.px(_SIDE + 3)
    room = QRectF(left, area.top(), area.right() - left, area.height())
    text(painter, theme, room, words, Ink("caption", Weight.MEDIUM, "text" if color == "warning" else "muted"))


def _corner(theme: Theme, area: QRectF, words: str) -> QPointF:
    """Where the sign begins, so that sign and words stand in the middle together."""
    wide = theme.px(_SIDE) + (theme.px(3) + theme.width(words, "caption", Weight.MEDIUM) if words else 0)
    return QPointF(area.center().x() - wide / 2, area.center().y() - theme.px(_SIDE) / 2)


class CoverageTable(Grid):
    """`chosen` tells that another cell has the focus; `wanted` carries the receiver that is to be selected."""

    chosen = Signal()
    wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.cells = CoverageModel()
        super().__init__(theme, COLUMN_WIDTH, NAME_WIDTH, HEADER_HEIGHT, parent)
        self.cells.setParent(self)
        self.setModel(self.cells)
        self.setItemDelegate(_CellDelegate(self))
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.selectionModel().currentChanged.connect(self.chosen)
        self.doubleClicked.connect(self._go)

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        super().set_theme(theme)
        self.cells.heading_font = theme.font("small", Weight.STRONG)

    def show_coverage(self, found: Coverage, texts: Texts) -> None:
        """Show the plan as it stands; the cell with the focus keeps it, at first it is the first that is faulty."""
        at = self.currentIndex()
        place = (at.row(), at.column()) if at.isValid() else None
        self.cells.show_coverage(found, texts)
        if not self.currentIndex().isValid():
            first = next(self.cells.faulty(), None) or next(_first_cell(self.cells), None)
            self.go_to(place or first)
        self.chosen.emit()

    def current_cell(self) -> Cell | None:
        """The cell with the focus."""
        at = self.currentIndex()
        return self.cells.cell(at.row(), at.column()) if at.isValid() else None

    def go_to(self, place: tuple[int, int] | None) -> None:
        """Choose a cell and bring it into view."""
        if place is not None:
            index = self.cells.index(*place)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)

    def next_faulty(self) -> None:
        """The next cell where somebody should do something; after the last the first."""
        at = self.currentIndex()
        places = list(self.cells.faulty())
        here = (at.row(), at.column())
        self.go_to(next((place for place in places if place > here), next(iter(places), None)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _go(self, index: Index) -> None:
        cell = self.cells.cell(index.row(), index.column()) if index.isValid() else None
        if cell is not None and cell.receivers:
            self.wanted.emit(cell.receivers[0].unit)
        elif cell is not None and cell.answer is not None and cell.answer.units:
            self.wanted.emit(cell.answer.units[0])


def _first_cell(cells: CoverageModel) -> Iterator[tuple[int, int]]:
    return ((row, 0) for row in range(cells.rowCount()) if cells.rows[row].area)
