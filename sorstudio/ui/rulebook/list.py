"""The rules of a book by group: severity by shape, code, title, and whether it is off or the user's own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from sorstudio.model.texts import Texts
from sorstudio.rules.editions import GROUPS
from sorstudio.rules.entry import RuleEntry
from sorstudio.ui.changes.filtering import has_words
from sorstudio.ui.findings.grouping import SIGN
from sorstudio.ui.paint import FINDING_SIDE, Ink, box, finding_mark, ring, smooth, text
from sorstudio.ui.rulebook.draft import Draft, as_words
from sorstudio.ui.theme import Theme, Weight

Index = QModelIndex | QPersistentModelIndex
TOP = QModelIndex()
ROW_HEIGHT = 30


@dataclass(frozen=True)
class RuleRow:
    """One line: a rule, or the name of a group (then `code` is empty)."""

    code: str
    title: str
    beside: str = ""
    entry: RuleEntry | None = None


class RuleModel(QAbstractListModel):
    """Rules that hold every word looked for, in the order of the book."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[RuleRow] = []

    def show_rules(self, draft: Draft, words: str, texts: Texts, beside: Mapping[str, str]) -> None:
        """Show the book; where the rules are the same ones, only what differs is told."""
        rows: list[RuleRow] = []
        for group in GROUPS:
            kept = [one for one in draft.book.entries.values() if one.group == group and has_words(words, _whole(one))]
            if kept:
                rows.append(RuleRow("", texts.sentence(f"panes.rulebook.group.{group}")))
                rows.extend(RuleRow(one.code, one.title(texts.language), beside.get(one.code, ""), one) for one in kept)
        if [(row.code, row.title) for row in rows] == [(row.code, row.title) for row in self.rows]:
            self.rows = rows
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, 0))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def row_of(self, code: str) -> int:
        """Where a rule stands; -1 where it is not shown."""
        return next((at for at, row in enumerate(self.rows) if code and row.code == code), -1)

    def rowCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return ", ".join(filter(None, (row.code, row.title, row.beside)))
        return row.title if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        given = super().flags(index)
        is_head = index.isValid() and not self.rows[index.row()].code
        return given & ~Qt.ItemFlag.ItemIsSelectable if is_head else given


def _whole(entry: RuleEntry) -> str:
    """Everything that a rule can be found by."""
    parameters = " ".join(as_words(one) for one in entry.parameters.values())
    texts = (entry.title_da, entry.title_en, entry.explanation_da, entry.explanation_en)
    return " ".join((entry.code, entry.source, parameters, *texts))


class _RowDelegate(QStyledItemDelegate):
    def __init__(self, view: RuleList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, self._view.theme.px(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, row = self._view.theme, self._view.rules.rows[index.row()]
        area = QRectF(option.rect).adjusted(theme.px(4), 1, -theme.px(4), -1)
        painter.save()
        smooth(painter)
        if option.state & QStyle.StateFlag.State_Selected:
            box(painter, theme, area, fill="select", radius=theme.size("control_radius"))
            if self._view.hasFocus():
                ring(painter, theme, area.adjusted(3, 3, -3, -3), theme.size("control_radius"))
        elif option.state & QStyle.StateFlag.State_MouseOver and row.code:
            box(painter, theme, area, fill="hover", radius=theme.size("control_radius"))
        self._paint_words(painter, area.adjusted(theme.px(8), 0, -theme.px(8), 0), row)
        painter.restore()

    def _paint_words(self, painter: QPainter, area: QRectF, row: RuleRow) -> None:
        theme = self._view.theme
        if row.entry is None:
            text(painter, theme, area, row.title, Ink("small", Weight.STRONG))
            return
        is_on = row.entry.is_on
        if is_on:
            corner = QPointF(area.left(), area.center().y() - theme.px(FINDING_SIDE) / 2)
            finding_mark(painter, theme, SIGN[row.entry.severity], corner)
        left = area.left() + theme.px(FINDING_SIDE + 8)
        text(
            painter,
            theme,
            QRectF(left, area.top(), theme.px(62), area.height()),
            row.code,
            Ink("caption", color="muted"),
        )
        wide = theme.width(row.beside, "caption") + theme.px(4) if row.beside else 0
        left += theme.px(62)
        words = QRectF(left, area.top(), max(0.0, area.right() - wide - theme.px(8) - left), area.height())
        text(painter, theme, words, row.title, Ink("body", color="text" if is_on else "muted", struck=not is_on))
        if row.beside:
            beside = QRectF(area.right() - wide, area.top(), wide, area.height())
            text(painter, theme, beside, row.beside, Ink("caption", color="muted"))


class RuleList(QListView):
    """`chosen` carries the code of the rule that is the current one; the space bar switches it."""

    chosen = Signal(str)
    switched = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.rules = RuleModel(self)
        self.setModel(self.rules)
        self.setItemDelegate(_RowDelegate(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(lambda now, _before: self.chosen.emit(self._code(now.row())))

    def choose(self, code: str) -> None:
        """Make a rule the current one; the first where that one is not shown."""
        at = self.rules.row_of(code)
        at = at if at >= 0 else next((place for place, row in enumerate(self.rules.rows) if row.code), -1)
        self.setCurrentIndex(self.rules.index(at, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        code = self._code(self.currentIndex().row())
        if event.key() == Qt.Key.Key_Space and code:
            self.switched.emit(code)
            return
        super().keyPressEvent(event)

    def _code(self, row: int) -> str:
        return self.rules.rows[row].code if 0 <= row < len(self.rules.rows) else ""
