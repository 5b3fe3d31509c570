"""The pane follows the plan while it is seen, and mends it in one step."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from sorstudio.routing.coverage import CellState
from sorstudio.ui.coverage.pane import CoveragePane
from sorstudio.ui.editor import Editor
from sorstudio.ui.theme import Look
from tests.routing.asking import take_off
from tests.ui.coverage.conftest import place

LEFT = Qt.MouseButton.LeftButton


def state(pane: CoveragePane, area: str, type_: str) -> CellState:
    assert pane.found is not None
    return pane.found.at(area, type_).state


def buttons(pane: CoveragePane) -> list[QPushButton]:
    return [one for one in pane.detail.findChildren(QPushButton) if one.isVisible()]


def test_a_repair_fills_the_hole_in_one_step_and_undo_opens_it(
    pane: CoveragePane, town_editor: Editor, qtbot: QtBot
) -> None:
    pane.table.go_to(place(pane, "traening", "GGOP"))
    acts = len(town_editor.plan.journal.path())
    qtbot.waitUntil(lambda: len(buttons(pane)) == 1)
    qtbot.mouseClick(buttons(pane)[0], LEFT)
    qtbot.waitUntil(lambda: state(pane, "traening", "GGOP") is CellState.ANSWERED)
    assert len(town_editor.plan.journal.path()) == acts + 1
    cell = pane.table.current_cell()
    assert cell is not None
    assert (cell.area, cell.state) == ("traening", CellState.ANSWERED)
    town_editor.undo()
    qtbot.waitUntil(lambda: state(pane, "traening", "GGOP") is CellState.GAP)


def test_behind_the_others_it_does_not_work(pane: CoveragePane, town_editor: Editor, qtbot: QtBot) -> None:
    pane.hide()
    before = pane.found
    take_off(town_editor.plan, "Sundhedscenter", "XREF15")
    qtbot.wait(20)
    assert pane.found is before
    pane.show()
    assert state(pane, "forebyggelse", "XREF15") is CellState.GAP


def test_the_totals_stand_over_the_table(pane: CoveragePane) -> None:
    assert "har en modtager" in pane.totals.text()
    assert pane.next_button.isEnabled()


def test_where_it_is_narrow_the_detail_goes_below(pane: CoveragePane, look: Look) -> None:
    assert pane.detail.x() > 0
    pane.resize(600, 500)
    assert pane.detail.x() == 0
    assert pane.detail.y() > 0
