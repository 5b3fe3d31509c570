"""The matrix by mouse and keyboard; each state looks otherwise than the others."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from sorstudio.routing.answer import Receiver
from sorstudio.routing.coverage import Cell, CellState, Column
from sorstudio.ui.coverage.pane import CoveragePane
from sorstudio.ui.coverage.table import paint_cell
from sorstudio.ui.editor import Editor
from sorstudio.ui.theme import Mode, Theme
from tests.model.outline import key
from tests.ui.coverage.conftest import place

LEFT = Qt.MouseButton.LeftButton


def test_the_first_faulty_cell_is_chosen_at_first(pane: CoveragePane) -> None:
    cell = pane.table.current_cell()
    assert cell is not None
    assert cell.is_faulty


def test_a_click_chooses_and_a_double_click_goes_to_the_receiver(
    pane: CoveragePane, town_editor: Editor, qtbot: QtBot
) -> None:
    index = pane.table.cells.index(*place(pane, "hjemmesygepleje", "XDIS18"))
    at = pane.table.visualRect(index).center()
    qtbot.mouseClick(pane.table.viewport(), LEFT, pos=at)
    cell = pane.table.current_cell()
    assert cell is not None
    assert (cell.area, cell.type) == ("hjemmesygepleje", "XDIS18")
    qtbot.mouseDClick(pane.table.viewport(), LEFT, pos=at)
    assert town_editor.selection == (key(town_editor.plan, "Hjemmesygeplejen"),)


def test_enter_goes_to_the_unit_of_a_hole(pane: CoveragePane, town_editor: Editor, qtbot: QtBot) -> None:
    pane.table.go_to(place(pane, "traening", "GGOP"))
    qtbot.keyClick(pane.table, Qt.Key.Key_Return)
    assert town_editor.selection == (key(town_editor.plan, "Genoptræningen"),)


def test_the_arrows_step_over_headings(pane: CoveragePane, qtbot: QtBot) -> None:
    row, column = place(pane, "forvaltning", "XDIS18")
    pane.table.go_to((row, column))
    qtbot.keyClick(pane.table, Qt.Key.Key_Down)
    assert pane.table.currentIndex().row() == row + 2
    assert pane.table.current_cell() is not None


def test_the_next_hole_goes_round(pane: CoveragePane) -> None:
    holes = list(pane.table.cells.faulty())
    seen = []
    for _ in range(len(holes) + 1):
        at = pane.table.currentIndex()
        seen.append((at.row(), at.column()))
        pane.table.next_faulty()
    assert seen == [*holes, holes[0]]


def test_each_state_has_a_sign_that_is_seen_without_colour(qapp: object) -> None:
    for mode in Mode:
        pictures = [_grey(Theme(mode), state) for state in CellState]
        assert len(set(pictures)) == len(pictures)


def _grey(theme: Theme, state: CellState) -> bytes:
    receiver = Receiver("u", "u", "1", "GGOP", "")
    cell = Cell("traening", Column(("GGOP",)), state, "GGOP", receivers=(receiver, receiver))
    image = QImage(80, 28, QImage.Format.Format_Grayscale8)
    image.fill(theme.color("surface"))
    painter = QPainter(image)
    paint_cell(painter, theme, QRectF(0, 0, 80, 28), cell)
    painter.end()
    return bytes(image.constBits())
