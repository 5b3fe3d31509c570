"""How a line of the palette is drawn."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionViewItem

from sorstudio.ui.palette.index import Entry, Sort
from sorstudio.ui.palette.lines import ENTRY, Lines
from sorstudio.ui.theme import Theme


def drawn(theme: Theme, sort: Sort, *, chosen: bool = False) -> QImage:
    model, lines = QStandardItemModel(), Lines()
    lines.theme = theme
    item = QStandardItem("Nord")
    item.setData(Entry(sort, "Nord", "1", "Kommune › Sundhed"), ENTRY)
    model.appendRow(item)
    image = QImage(400, 32, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 400, 32)
    option.state = QStyle.StateFlag.State_Selected if chosen else QStyle.StateFlag.State_None
    painter = QPainter(image)
    lines.paint(painter, option, model.index(0, 0))
    painter.end()
    return image


@pytest.mark.parametrize("sort", Sort)
def test_each_sort_has_its_own_sign(qapp: QApplication, theme: Theme, sort: Sort) -> None:
    signs = {other: drawn(theme, other).copy(0, 0, 34, 32) for other in Sort}
    assert sum(signs[sort] == other for other in signs.values()) == 1


def test_the_chosen_line_has_a_ground(qapp: QApplication, theme: Theme) -> None:
    assert drawn(theme, Sort.UNIT, chosen=True).pixelColor(200, 4) == theme.color("select")
