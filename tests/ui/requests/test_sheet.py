"""Keying in: every field that SOR needs, each copied with a press, and the SOR-ID taken back with a check."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from sorstudio.model.edits import units
from sorstudio.requests.envelope import Request, make_request
from sorstudio.requests.line import Action, Line
from sorstudio.ui.editor import Editor
from sorstudio.ui.requests.sheet import KeyingSheet, fields_of
from sorstudio.ui.theme import Look
from sorstudio.ui.translate import Tongue
from tests.formats.registers import sor_id
from tests.model.outline import key


@pytest.fixture
def request_made(editor: Editor) -> Request:
    editor.do(partial(units.rename, unit=key(editor.plan, "Åkanden"), name="Åkanden Nord"), sure=True)
    make = partial(units.create, name="Team Eg", parent=key(editor.plan, "Sundhed"), key="eg")
    editor.do(make, sure=True)
    return make_request(editor.plan, editor.texts, editor.plan.today)


def line(request: Request, action: Action) -> Line:
    return next(one for one in request.lines if one.action is action)


@pytest.fixture
def sheet(editor: Editor, look: Look, tongue: Tongue, qtbot: QtBot) -> KeyingSheet:
    made = KeyingSheet(editor, look.theme)
    qtbot.addWidget(made)
    made.resize(420, 500)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_every_field_of_the_unit_stands_there_and_the_changed_one_is_marked(request_made: Request) -> None:
    found = fields_of(request_made, line(request_made, Action.RENAME))
    assert [one.value for one in found if one.is_changed] == ["Åkanden Nord"]
    assert {"name", "parent"} <= {one.field for one in found}


def test_a_press_copies_one_field_and_says_so(
    sheet: KeyingSheet, request_made: Request, editor: Editor, qtbot: QtBot
) -> None:
    sheet.show_line(request_made, line(request_made, Action.RENAME))
    press = next(one for one in sheet.findChildren(QPushButton) if one.accessibleName() == "Kopiér Navn")
    with qtbot.waitSignal(editor.said) as said:
        qtbot.mouseClick(press, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "Åkanden Nord"
    assert said.args == ["Navn er kopieret.", False]


def test_the_issued_sor_id_is_pasted_and_kept(
    sheet: KeyingSheet, request_made: Request, editor: Editor, qtbot: QtBot
) -> None:
    sheet.show_line(request_made, line(request_made, Action.CREATE))
    issued = sor_id(900)
    sheet.sor_id.line.setFocus()
    QGuiApplication.clipboard().setText(issued)
    qtbot.keyClick(sheet.sor_id.line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(sheet.sor_id.line, Qt.Key.Key_Return)
    assert editor.plan.state().units["eg"].sor_id == issued
    editor.undo()
    assert editor.plan.state().units["eg"].sor_id is None


def test_a_sor_id_with_a_wrong_check_digit_says_why_and_changes_nothing(
    sheet: KeyingSheet, request_made: Request, editor: Editor, qtbot: QtBot
) -> None:
    sheet.show_line(request_made, line(request_made, Action.CREATE))
    issued = sor_id(900)
    qtbot.keyClicks(sheet.sor_id.line, issued[:-1] + str((int(issued[-1]) + 1) % 10))
    qtbot.keyClick(sheet.sor_id.line, Qt.Key.Key_Return)
    assert sheet.sor_id.error.text()
    assert editor.plan.state().units["eg"].sor_id is None


def test_only_a_planned_unit_is_given_a_sor_id(sheet: KeyingSheet, request_made: Request) -> None:
    sheet.show_line(request_made, line(request_made, Action.RENAME))
    assert not sheet.sor_id.isVisibleTo(sheet)
    sheet.show_line(request_made, line(request_made, Action.CREATE))
    assert sheet.sor_id.isVisibleTo(sheet)
