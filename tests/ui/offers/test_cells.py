"""The table of offers and units."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from sorstudio.model.edits import offers
from sorstudio.ui.editor import Editor
from sorstudio.ui.offers.cells import Cell, CellModel, columns_of
from sorstudio.ui.offers.standing import board
from tests.model.outline import key


def place(editor: Editor, offer: str, name: str) -> None:
    editor.do(partial(offers.place_offer, offers=[offer], unit=key(editor.plan, name)))


def names(editor: Editor, *chosen: str) -> list[str]:
    return [one.name for one in columns_of(editor.plan, [key(editor.plan, name) for name in chosen])]


def test_units_that_provide_anything_and_the_chosen_branch_are_columns(editor: Editor) -> None:
    place(editor, "boernetandpleje", "Tandplejen")
    assert names(editor) == ["Tandplejen"]
    assert names(editor, "Plejehjem") == ["Plejehjem", "Åkanden", "Solgården", "Tandplejen"]


def test_a_cell_says_provided_lacking_or_empty(editor: Editor, qtbot: QtBot) -> None:
    place(editor, "rygestop", "Åkanden")
    model = CellModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_table(board(editor.plan, editor.texts), columns_of(editor.plan, ()), editor.texts)
    codes = [row.code for row in model.rows]
    assert model.cell(codes.index("rygestop"), 0) is Cell.PROVIDED
    assert model.cell(codes.index("hjemmesygepleje"), 0) is Cell.LACKING
    assert model.cell(codes.index("sygeplejeklinik"), 0) is Cell.EMPTY
    words = model.data(model.index(codes.index("rygestop"), 0), Qt.ItemDataRole.AccessibleTextRole)
    assert words == "Åkanden udfører Rygestop."
    assert tester is not None


def test_the_same_table_is_not_built_anew(editor: Editor, qtbot: QtBot) -> None:
    place(editor, "rygestop", "Åkanden")
    model = CellModel()
    model.show_table(board(editor.plan, editor.texts), columns_of(editor.plan, ()), editor.texts)
    place(editor, "saarpleje", "Åkanden")
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.show_table(board(editor.plan, editor.texts), columns_of(editor.plan, ()), editor.texts)
