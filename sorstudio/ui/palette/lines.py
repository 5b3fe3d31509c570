"""How a line of the palette is drawn: a sign of what it is, its words, and beside them path or keys."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from sorstudio.ui.icons import draw_icon
from sorstudio.ui.paint import RIGHT, Ink, box, smooth, text
from sorstudio.ui.palette.index import Entry, Sort
from sorstudio.ui.theme import Theme, Weight

ENTRY = Qt.ItemDataRole.UserRole + 1
_ICON = {
    Sort.UNIT: "hierarchy-2",
    Sort.ACT: "chevron-right",
    Sort.OFFER: "heart-handshake",
    Sort.SETTING: "adjustments",
    Sort.HELP: "help-circle",
}


class Lines(QStyledItemDelegate):
    """Elides the path before the name."""

    theme: Theme

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        entry, theme = index.data(ENTRY), self.theme
        if not isinstance(entry, Entry):
            return
        area = QRectF(option.rect)
        painter.save()
        smooth(painter)
        if _is_marked(option, index):
            box(painter, theme, area.adjusted(2, 1, -2, -1), fill="select", radius=theme.px(6))
        corner = QPointF(area.left() + theme.px(10), area.center().y() - theme.px(8))
        draw_icon(painter, theme, _ICON[entry.sort], corner, "muted", 16)
        left = area.left() + theme.px(36)
        room = area.right() - theme.px(12) - left
        taken = min(theme.width(entry.words, "body", Weight.MEDIUM) + theme.px(4), room)
        text(painter, theme, QRectF(left, area.top(), taken, area.height()), entry.words, Ink("body", Weight.MEDIUM))
        rest = room - taken - theme.px(16)
        if rest > theme.px(40):
            beside = QRectF(left + taken + theme.px(16), area.top(), rest, area.height())
            text(painter, theme, beside, entry.beside, Ink("small", color="muted", align=RIGHT))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(self.theme.px(300), self.theme.px(32))


def _is_marked(option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> bool:
    """The chosen line, or the first one, which Enter takes while none is chosen."""
    if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
        return True
    view = option.widget
    return index.row() == 0 and isinstance(view, QAbstractItemView) and not view.currentIndex().isValid()
