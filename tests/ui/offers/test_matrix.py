"""The matrix by mouse and keyboard."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from sorstudio.ui.editor import Editor
from sorstudio.ui.offers.board import OffersBoard
from sorstudio.ui.offers.cells import Cell
from sorstudio.ui.offers.matrix import Matrix
from sorstudio.ui.theme import Mode, Theme
from tests.model.outline import key

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def matrix(offers_board: OffersBoard, editor: Editor, qtbot: QtBot) -> Matrix:
    editor.select([key(editor.plan, "Plejehjem")])
    qtbot.mouseClick(offers_board.as_table, LEFT)
    qtbot.waitUntil(lambda: offers_board.matrix.cells.columnCount() == 3)
    return offers_board.matrix


def at(matrix: Matrix, row: int, column: int) -> QPoint:
    return matrix.visualRect(matrix.cells.index(row, column)).center()


def drag(matrix: Matrix, start: tuple[int, int], end: tuple[int, int]) -> None:
    view, none = matrix.viewport(), Qt.KeyboardModifier.NoModifier
    QTest.mousePress(view, LEFT, none, at(matrix, *start))
    QTest.mouseMove(view, at(matrix, *end))
    QTest.mouseRelease(view, LEFT, none, at(matrix, *end))


def placed(editor: Editor, *names: str) -> list[int]:
    return [len(editor.plan.state().placements(key(editor.plan, name))) for name in names]


def test_a_click_places_and_a_click_takes_away(matrix: Matrix, editor: Editor, qtbot: QtBot) -> None:
    qtbot.mouseClick(matrix.viewport(), LEFT, pos=at(matrix, 1, 1))
    assert placed(editor, "Åkanden") == [1]
    qtbot.waitUntil(lambda: matrix.cells.cell(1, 1) is Cell.PROVIDED)
    qtbot.mouseClick(matrix.viewport(), LEFT, pos=at(matrix, 1, 1))
    assert placed(editor, "Åkanden") == [0]
    assert len(editor.plan.journal.changes) == 2


def test_a_drag_along_a_row_is_one_act(matrix: Matrix, editor: Editor, qtbot: QtBot) -> None:
    drag(matrix, (2, 0), (2, 2))
    assert placed(editor, "Plejehjem", "Åkanden", "Solgården") == [1, 1, 1]
    assert len(editor.plan.journal.changes) == 1
    editor.undo()
    assert placed(editor, "Plejehjem", "Åkanden", "Solgården") == [0, 0, 0]


def test_a_drag_down_a_column_gives_one_unit_several_offers(matrix: Matrix, editor: Editor) -> None:
    drag(matrix, (0, 1), (3, 1))
    assert placed(editor, "Plejehjem", "Åkanden", "Solgården") == [0, 4, 0]
    assert len(editor.plan.journal.changes) == 1


def test_escape_lets_go_of_a_drag(matrix: Matrix, editor: Editor, qtbot: QtBot) -> None:
    QTest.mousePress(matrix.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, at(matrix, 0, 0))
    assert matrix.shown(0, 0) is Cell.PROVIDED
    qtbot.keyClick(matrix, Qt.Key.Key_Escape)
    QTest.mouseRelease(matrix.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, at(matrix, 0, 0))
    assert editor.plan.head is None


def test_space_ticks_what_the_arrows_chose(matrix: Matrix, editor: Editor, qtbot: QtBot) -> None:
    matrix.setFocus()
    matrix.setCurrentIndex(matrix.cells.index(0, 0))
    qtbot.keyClick(matrix, Qt.Key.Key_Down)
    qtbot.keyClick(matrix, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(matrix, Qt.Key.Key_Space)
    assert placed(editor, "Plejehjem", "Åkanden") == [1, 1]
    assert len(editor.plan.journal.changes) == 1


def test_the_names_stay_in_view(matrix: Matrix, offers_board: OffersBoard) -> None:
    matrix.verticalScrollBar().setValue(matrix.verticalScrollBar().maximum())
    assert matrix.horizontalHeader().isVisible()
    assert matrix.horizontalHeader().y() >= 0
    assert matrix.verticalHeader().isVisible()


def test_one_heading_is_shown_alone(matrix: Matrix, offers_board: OffersBoard, qtbot: QtBot) -> None:
    qtbot.mouseClick(offers_board.heading, LEFT)
    assert offers_board.heading.popup is not None
    qtbot.keyClicks(offers_board.heading.popup.field, "tand")
    qtbot.keyClick(offers_board.heading.popup.field, Qt.Key.Key_Return)
    dental = [one.code for one in offers_board.matrix.cells.rows]
    assert "boernetandpleje" in dental
    assert "rygestop" not in dental


def test_the_cards_come_back(matrix: Matrix, offers_board: OffersBoard, qtbot: QtBot) -> None:
    offers_board.set_theme(Theme(Mode.DARK, 2.0))
    assert offers_board.shows_table()
    qtbot.mouseClick(offers_board.as_table, LEFT)
    assert not offers_board.heading.isVisible()
    assert any(well.isVisible() for well in offers_board.wells.values())
