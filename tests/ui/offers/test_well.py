"""One heading of the board."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sorstudio.ui.editor import Editor
from sorstudio.ui.offers.board import OffersBoard
from sorstudio.ui.offers.well import Well

CARE = "aeldre-og-hjemmepleje"


def write(well: Well, words: str, qtbot: QtBot) -> None:
    qtbot.mouseClick(well.add, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(well.new.line, words)
    qtbot.keyClick(well.new.line, Qt.Key.Key_Return)


def test_an_own_offer_is_added_in_place(offers_board: OffersBoard, editor: Editor, qtbot: QtBot) -> None:
    write(offers_board.wells[CARE], "Nattevagt", qtbot)
    own = editor.plan.state().offers()
    assert [(one.name, one.heading) for one in own] == [("Nattevagt", CARE)]
    qtbot.waitUntil(lambda: offers_board.wells[CARE].list.offers.rows[-1].name == "Nattevagt")


def test_a_name_that_is_taken_is_told_beside_the_line(offers_board: OffersBoard, editor: Editor, qtbot: QtBot) -> None:
    write(offers_board.wells[CARE], "Nattevagt", qtbot)
    write(offers_board.wells[CARE], "nattevagt", qtbot)
    assert offers_board.wells[CARE].new.error.isVisible()
    assert len(editor.plan.state().offers()) == 1


def test_an_empty_name_closes_the_line(offers_board: OffersBoard, qtbot: QtBot) -> None:
    well = offers_board.wells[CARE]
    write(well, "", qtbot)
    assert well.add.isVisible()
    assert not well.new.isVisible()


def test_the_head_counts_what_is_provided(offers_board: OffersBoard) -> None:
    well = offers_board.wells[CARE]
    assert well.count.text() == f"0 af {well.list.offers.rowCount()}"
