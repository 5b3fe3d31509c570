"""The painting of a row."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from sorstudio.ui.editor import Editor
from sorstudio.ui.outline.model import OutlineModel
from sorstudio.ui.outline.row_painter import INDENT, RowLook, RowPainter
from sorstudio.ui.outline.wording import Column
from sorstudio.ui.theme import Mode, Theme

CELLS = {
    Column.NAME: QRectF(0, 0, 300, 28),
    Column.TYPE: QRectF(300, 0, 120, 28),
    Column.NUMBER: QRectF(420, 0, 120, 28),
    Column.TRAFFIC: QRectF(540, 0, 50, 28),
    Column.OFFERS: QRectF(590, 0, 50, 28),
}


def painted(editor: Editor, theme: Theme, look: RowLook, row: int = 1) -> QImage:
    image = QImage(640, 28, QImage.Format.Format_RGB32)
    image.fill(theme.color("surface"))
    painter = QPainter(image)
    RowPainter(OutlineModel(editor), theme).paint(painter, row, QRectF(0, 0, 640, 28), CELLS.__getitem__, look)
    painter.end()
    return image


def colors(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(640) for y in range(28)}


@pytest.mark.parametrize("mode", list(Mode))
def test_a_chosen_row_has_its_bar(editor: Editor, mode: Mode) -> None:
    theme = Theme(mode)
    accent = QColor(theme.hex("accent")).name()
    assert accent in colors(painted(editor, theme, RowLook(is_selected=True)))


def test_a_row_under_the_pointer_changes_its_ground_only(editor: Editor, theme: Theme) -> None:
    image = painted(editor, theme, RowLook(is_hovered=True))
    assert image.pixelColor(320, 3).name() == QColor(theme.hex("hover")).name()


def test_a_missing_type_is_told_in_the_colour_of_errors(editor: Editor, theme: Theme) -> None:
    shown = colors(painted(editor, theme, RowLook()))
    assert QColor(theme.hex("error")).name() in shown


def test_each_level_stands_further_in(editor: Editor, theme: Theme) -> None:
    painter = RowPainter(OutlineModel(editor), theme)
    assert painter.indent(3) - painter.indent(2) == INDENT


def test_a_hit_of_the_filter_is_underlined(editor: Editor, theme: Theme) -> None:
    model = OutlineModel(editor)
    model.filter("sundh")
    image = QImage(640, 28, QImage.Format.Format_RGB32)
    image.fill(theme.color("surface"))
    painter = QPainter(image)
    RowPainter(model, theme).paint(painter, 1, QRectF(0, 0, 640, 28), CELLS.__getitem__, RowLook())
    painter.end()
    assert QColor(theme.hex("accent")).name() in colors(image)
