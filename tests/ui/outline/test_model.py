"""The flat model: sound for Qt, true to the plan, and telling no more than what changed."""

from functools import partial

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from sorstudio.model.edits import closing, numbers, offers, units
from sorstudio.model.plan import Plan
from sorstudio.ui.editor import Editor
from sorstudio.ui.outline.model import OutlineModel
from sorstudio.ui.outline.rows import Draft
from sorstudio.ui.outline.wording import Column
from sorstudio.ui.signs import ChangeSign
from sorstudio.ui.translate import Language, texts_in
from tests.model.outline import gln, key, plan


@pytest.fixture
def model(editor: Editor) -> OutlineModel:
    made = OutlineModel(editor)
    made.open_all()
    return made


def shown(model: OutlineModel, column: Column = Column.NAME) -> list[str]:
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def test_qt_finds_nothing_wrong_while_the_tree_is_worked_on(model: OutlineModel, editor: Editor) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    small = editor.plan
    lind, plejehjem, birk = (key(small, name) for name in ("Team Lind", "Plejehjem", "Team Birk"))
    model.set_open(plejehjem, False)
    editor.do(partial(units.create, parent=plejehjem, name="Ny"))
    model.set_open(plejehjem, True)
    editor.do(partial(units.move, units=[lind, birk], parent=plejehjem))
    editor.undo()
    model.filter("team")
    editor.do(partial(units.rename, unit=birk, name="Hold Birk"))
    model.filter("")
    model.close_all()
    assert tester.model() is model
    assert model.rowCount() == 3


def test_the_rows_are_the_tree(model: OutlineModel, small: Plan) -> None:
    assert shown(model) == [unit.name for _, unit in small.state().walk()]


def test_a_created_unit_comes_as_one_row(model: OutlineModel, editor: Editor) -> None:
    told: list[tuple[int, int]] = []
    model.rowsInserted.connect(lambda _parent, first, last: told.append((first, last)))
    editor.do(partial(units.create, parent=key(editor.plan, "Plejehjem"), name="Ny"))
    assert told == [(8, 8)]


def test_a_moved_branch_moves_as_one_block(model: OutlineModel, editor: Editor) -> None:
    told: list[tuple[int, int, int]] = []
    model.rowsMoved.connect(lambda _from, first, last, _to, to: told.append((first, last, to)))
    editor.do(partial(units.move, units=[key(editor.plan, "Plejehjem")], parent=key(editor.plan, "Børn og Unge")))
    assert told == [(5, 7, 10)]


def test_a_row_that_is_going_still_has_its_text(model: OutlineModel, editor: Editor) -> None:
    editor.do(partial(units.create, parent=key(editor.plan, "Plejehjem"), name="Ny"))
    told: list[object] = []
    model.rowsAboutToBeRemoved.connect(lambda _parent, first, _last: told.append(model.index(first, 0).data()))
    editor.undo()
    assert told == ["Ny"]


def test_a_rename_tells_of_its_row_alone(model: OutlineModel, editor: Editor) -> None:
    told: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last, _roles: told.append((first.row(), last.row())))
    editor.do(partial(units.rename, unit=key(editor.plan, "Åkanden"), name="Åen"))
    assert told == [(6, 6)]


def test_a_new_number_reaches_those_who_inherit_it(model: OutlineModel, editor: Editor) -> None:
    unit = key(editor.plan, "Hjemmesygepleje")
    editor.do(partial(numbers.set_location_number, unit=unit, state=numbers.NumberState.OWN, gln=gln(77)))
    row = model.row(key(editor.plan, "Team Lind"))
    assert model.index(row, Column.NUMBER).data() == gln(77)


def test_where_an_inherited_number_comes_from_is_in_the_tooltip(model: OutlineModel, small: Plan) -> None:
    index = model.index(model.row(key(small, "Team Lind")), Column.NUMBER)
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "Nedarvet fra Hjemmesygepleje"


def test_an_ordered_number_is_called_ordered(model: OutlineModel, editor: Editor) -> None:
    editor.do(partial(numbers.order_location_number, unit=key(editor.plan, "Åkanden")))
    assert shown(model, Column.NUMBER)[6] == "bestilt"


def test_placed_offers_are_counted(model: OutlineModel, editor: Editor) -> None:
    offer = editor.plan.codes.offers[0].code
    editor.do(partial(offers.place_offer, offers=[offer], unit=key(editor.plan, "Åkanden")))
    assert shown(model, Column.OFFERS)[6] == "1"


def test_what_the_plan_does_with_a_unit_is_its_sign(model: OutlineModel, editor: Editor) -> None:
    unit = key(editor.plan, "Åkanden")
    editor.do(partial(closing.close, unit=unit))
    assert model.change_sign(unit) is ChangeSign.CLOSED


def test_units_closed_long_ago_are_shown_only_on_request(editor: Editor) -> None:
    small = plan("Kommune\n  Sundhed\n    Gammel (closed 2020-01-01)\n    Ny")
    model = OutlineModel(Editor(small, editor.texts))
    assert "Gammel" not in shown(model)
    model.set_show_closed(True)
    assert "Gammel" in shown(model)


def test_a_screen_reader_hears_level_type_and_number(model: OutlineModel) -> None:
    spoken = model.index(2, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == f"niveau 3, uden enhedstype, Hjemmesygepleje, lokationsnummer {gln(2)}"


def test_the_words_follow_the_language(model: OutlineModel, editor: Editor) -> None:
    editor.retext(texts_in(Language.ENGLISH))
    assert shown(model, Column.NUMBER)[0] == "none"


def test_a_row_can_be_dragged_but_not_in_a_plan_that_is_only_read(model: OutlineModel, small: Plan) -> None:
    read = OutlineModel(Editor(small, texts_in(Language.DANISH), read_only=True))
    drag = Qt.ItemFlag.ItemIsDragEnabled
    assert model.flags(model.index(1, 0)) & drag
    assert not read.flags(read.index(1, 0)) & drag


def test_an_index_of_nothing_has_no_text(model: OutlineModel) -> None:
    assert model.data(QModelIndex()) is None


def test_shown_changes_keep_the_place_that_a_unit_has_left(model: OutlineModel, editor: Editor) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_show_changes(True)
    lind = key(editor.plan, "Team Lind")
    editor.do(partial(units.move, units=[lind], parent=key(editor.plan, "Plejehjem")))
    assert shown(model)[2:5] == ["Hjemmesygepleje", "Team Lind", "Team Birk"]
    assert (model.is_ghost(3), model.row(lind)) == (True, 8)
    told = model.index(3, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "Team Lind stod her og er flyttet til Plejehjem"
    editor.undo()
    assert not model.is_ghost(3)
    editor.redo()
    model.set_show_changes(False)
    assert (tester.model() is model, model.rowCount()) == (True, 10)


def test_shown_changes_tell_the_old_name(model: OutlineModel, editor: Editor) -> None:
    unit = key(editor.plan, "Åkanden")
    editor.do(partial(units.rename, unit=unit, name="Åen"))
    assert model.old_name(unit) == ""
    model.set_show_changes(True)
    assert model.old_name(unit) == "Åkanden"
    assert shown(model)[6] == "Åen"


def test_a_draft_has_room_but_no_unit(model: OutlineModel, small: Plan) -> None:
    home, above = key(small, "Plejehjem"), key(small, "Sundhed")
    row = model.begin_draft(Draft(home, above))
    assert (row, model.depth(row), model.is_unit(row)) == (8, 2, False)
    assert model.flags(model.index(row, 0)) & Qt.ItemFlag.ItemIsEditable
    assert model.end_draft() == Draft(home, above)
    assert model.rowCount() == 10
