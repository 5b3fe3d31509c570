"""Search and do."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from sorstudio.ui.editor import Editor
from sorstudio.ui.outline.model import OutlineModel
from sorstudio.ui.search import SearchField
from sorstudio.ui.theme import Theme
from tests.model.outline import gln, key


@pytest.fixture
def called() -> list[str]:
    return []


@pytest.fixture
def field(editor: Editor, theme: Theme, qtbot: QtBot, called: list[str]) -> SearchField:
    act = QAction("&Ændringsanmodning …")
    act.triggered.connect(lambda: called.append("request"))
    field = SearchField(editor, theme, OutlineModel(editor).folding.hits, {"request": act})
    field.kept = act
    qtbot.addWidget(field)
    field.show()
    return field


def test_a_unit_is_found_by_name_and_enter_goes_there(field: SearchField, editor: Editor, qtbot: QtBot) -> None:
    qtbot.keyClicks(field, "aakand")
    assert field.results() == ["Åkanden · Plejehjem"]
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert editor.selection == (key(editor.plan, "Åkanden"),)


def test_a_unit_is_found_by_its_number(field: SearchField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field, gln(3))
    assert field.results() == ["Tandplejen · Børn og Unge"]


def test_an_act_is_found_by_its_word_and_done(field: SearchField, qtbot: QtBot, called: list[str]) -> None:
    qtbot.keyClicks(field, "anmod")
    assert field.results() == ["› Ændringsanmodning"]
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert called == ["request"]


def test_nothing_typed_finds_nothing(field: SearchField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field, "aak")
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    assert field.results() == []
