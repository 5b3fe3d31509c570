"""Taking one act back, and what stands in the way."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sorstudio.model.edits import units
from sorstudio.ui.changes.obstacle import Obstacle
from sorstudio.ui.editor import Editor
from sorstudio.ui.translate import Tongue
from tests.model.outline import key


@pytest.fixture
def obstacle(editor: Editor, tongue: Tongue, qtbot: QtBot) -> Obstacle:
    bar = Obstacle(editor)
    qtbot.addWidget(bar)
    return bar


def rename(editor: Editor, old: str, new: str) -> str:
    change = editor.do(partial(units.rename, unit=key(editor.plan, old), name=new))
    assert change is not None
    return change.id


def test_an_older_act_is_undone_alone(obstacle: Obstacle, editor: Editor) -> None:
    first = rename(editor, "Åkanden", "Åen")
    rename(editor, "Solgården", "Solen")
    obstacle.take_back(first)
    assert {"Åkanden", "Solen"} <= {unit.name for unit in editor.plan.state().units.values()}
    assert not obstacle.isVisible()


def test_what_is_built_upon_stays_and_is_shown_on_demand(obstacle: Obstacle, editor: Editor, qtbot: QtBot) -> None:
    first, second = rename(editor, "Åkanden", "Åen"), rename(editor, "Åen", "Bækken")
    obstacle.take_back(first)
    assert "Åen hedder nu Bækken." in obstacle.words.toolTip()
    assert obstacle.isVisible()
    for wanted in (frozenset({second}), frozenset[str]()):
        with qtbot.waitSignal(obstacle.show_wanted) as told:
            qtbot.mouseClick(obstacle.show_them, Qt.MouseButton.LeftButton)
        assert told.args == [wanted]


def test_the_next_act_puts_it_away(obstacle: Obstacle, editor: Editor) -> None:
    first = rename(editor, "Åkanden", "Åen")
    rename(editor, "Åen", "Bækken")
    obstacle.take_back(first)
    editor.undo()
    assert not obstacle.isVisible()
