"""The pane around the list: its count, its filter."""

from functools import partial

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sorstudio.model.edits import units
from sorstudio.ui.editor import Editor
from sorstudio.ui.outline.pane import OutlinePane
from sorstudio.ui.translate import Language, Tongue
from tests.model.outline import key


def test_the_head_counts_units_and_changes(tongue: Tongue, pane: OutlinePane, editor: Editor) -> None:
    assert pane.count.text() == "10"
    editor.do(partial(units.rename, unit=key(editor.plan, "Åkanden"), name="Åen"))
    assert pane.count.text() == "10, heraf 1 med ændringer"


def test_the_filter_narrows_as_one_types(pane: OutlinePane, qtbot: QtBot) -> None:
    qtbot.keyClicks(pane.filter, "birk")
    assert pane.view.outline.rowCount() == 4
    qtbot.keyClick(pane.filter, Qt.Key.Key_Escape)
    assert pane.view.outline.rowCount() == 10


def test_arrow_down_goes_from_the_filter_to_the_first_hit(pane: OutlinePane, qtbot: QtBot, editor: Editor) -> None:
    qtbot.keyClicks(pane.filter, "birk")
    qtbot.keyClick(pane.filter, Qt.Key.Key_Down)
    assert editor.selection == (key(editor.plan, "Team Birk"),)


def test_the_head_speaks_both_languages(tongue: Tongue, pane: OutlinePane, qtbot: QtBot) -> None:
    pane.retranslate()
    assert pane.title.text() == "Enheder"
    tongue.speak(Language.ENGLISH)
    qtbot.waitUntil(lambda: pane.title.text() == "Units")
