"""The lines of an envelope as rows."""

from functools import partial

from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from sorstudio.model.edits import messages, numbers, units
from sorstudio.model.records import Direction
from sorstudio.requests.lines import change_lines
from sorstudio.ui.changes.minutes import row_text
from sorstudio.ui.changes.model import LineModel, LineRow, line_row
from sorstudio.ui.editor import Editor
from sorstudio.ui.signs import ChangeSign
from tests.model.outline import key


def rows(editor: Editor) -> list[LineRow]:
    lines = change_lines(editor.plan)
    return [line_row(one, lines, editor.texts) for one in lines]


def test_a_row_says_what_when_and_how(editor: Editor) -> None:
    editor.do(partial(units.rename, unit=key(editor.plan, "Åkanden"), name="Åen"))
    (row,) = rows(editor)
    assert "Åen" in row.sentence
    assert (row.beside, row.sign) == ("fra 30. nov. 2026", ChangeSign.CHANGED)
    assert row.unit == key(editor.plan, "Åen")


def test_a_row_says_why(editor: Editor) -> None:
    editor.reason = "Aftalt på mødet"
    editor.do(partial(units.rename, unit=key(editor.plan, "Åkanden"), name="Åen"))
    (row,) = rows(editor)
    assert row.beside == "fra 30. nov. 2026 · begrundelse: Aftalt på mødet"
    assert row_text(row).endswith("(fra 30. nov. 2026 · begrundelse: Aftalt på mødet)")


def test_a_message_type_on_an_ordered_number_says_what_it_waits_for(editor: Editor) -> None:
    unit = key(editor.plan, "Åkanden")
    editor.do(partial(numbers.order_location_number, unit=unit, system="KMD Nexus"))
    ways = (Direction.IN,)
    editor.do(partial(messages.add_message_type, unit=unit, type_="XDIS21", version=None, directions=ways))
    assert rows(editor)[-1].beside == "fra 30. nov. 2026 · venter på lokationsnummeret"


def test_a_line_below_a_new_parent_names_what_must_come_first(editor: Editor) -> None:
    editor.do(partial(units.create, parent=key(editor.plan, "Sundhed"), name="Område Vest"))
    editor.do(partial(units.move, units=[key(editor.plan, "Åkanden")], parent=key(editor.plan, "Område Vest")))
    assert any("venter på" in row.beside and "Område Vest" in row.beside for row in rows(editor))


def test_the_model_holds_the_rows(editor: Editor, qtbot: QtBot) -> None:
    model = LineModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    row = LineRow("1", "Omdøb.", "fra i dag", ChangeSign.CHANGED)
    model.show_rows([row])
    with qtbot.assertNotEmitted(model.modelReset):
        model.show_rows([row])
    assert model.rowCount() == 1
    tester.deleteLater()
