"""Many repairs, looked at before they are made."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sorstudio.model.edits import units
from sorstudio.ui.editor import Editor
from sorstudio.ui.findings.mending import Pair
from sorstudio.ui.findings.pane import FindingsPane
from tests.model.outline import key

NAMES = ("Åkanden", "Solgården", "Tandplejen")


@pytest.fixture
def wrong(findings: FindingsPane, editor: Editor, qtbot: QtBot) -> FindingsPane:
    """Three names with two blanks in a row."""
    for name in NAMES:
        editor.do(partial(units.rename, unit=key(editor.plan, name), name=f"{name}  Nord"))
    qtbot.waitUntil(lambda: sum("  " in one.unit_name and bool(one.repairs) for one in findings.findings) >= 3)
    return findings


def of(pane: FindingsPane) -> list[Pair]:
    return [(one, one.repairs[0]) for one in pane.findings if one.repairs and "  " in one.unit_name]


def doubled(editor: Editor) -> set[str]:
    return {unit.name for unit in editor.plan.state().units.values() if "  " in unit.name}


def test_those_with_a_tick_are_mended_and_all_undone_as_one(wrong: FindingsPane, editor: Editor, qtbot: QtBot) -> None:
    wrong.doing.ask_several("Det ville blive udbedret:", of(wrong))
    panel = wrong.several
    assert panel.isVisible()
    assert not wrong.list.isVisible()
    texts = [str(panel.list.repairs.index(at, 0).data()) for at in range(panel.list.repairs.rowCount())]
    at = next(place for place, words in enumerate(texts) if "Solgården" in words)
    area = panel.list.visualRect(panel.list.repairs.index(at, 0))
    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=area.center())
    with qtbot.waitSignal(panel.closed):
        qtbot.mouseClick(panel.yes, Qt.MouseButton.LeftButton)
    assert doubled(editor) == {"Solgården  Nord"}
    assert wrong.list.isVisible()
    editor.undo()
    assert doubled(editor) == {f"{name}  Nord" for name in NAMES}


def test_the_space_bar_ticks_and_escape_leaves_everything_as_it_is(
    wrong: FindingsPane, editor: Editor, qtbot: QtBot
) -> None:
    wrong.doing.ask_several("Det ville blive udbedret:", of(wrong))
    panel = wrong.several
    qtbot.keyClick(panel.list, Qt.Key.Key_Space)
    assert panel.list.repairs.ticked[0] is False
    qtbot.mouseClick(panel.none, Qt.MouseButton.LeftButton)
    assert not panel.yes.isEnabled()
    qtbot.mouseClick(panel.all, Qt.MouseButton.LeftButton)
    assert all(panel.list.repairs.ticked)
    qtbot.keyClick(panel.list, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert len(doubled(editor)) == 3
