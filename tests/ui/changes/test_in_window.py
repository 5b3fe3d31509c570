"""The changes in the whole window, where Delete elsewhere closes a unit."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sorstudio.model.edits import units
from sorstudio.model.plan import Plan
from sorstudio.requests.line import Addressee
from sorstudio.ui.changes.pane import ChangesPane
from sorstudio.ui.theme import Look
from sorstudio.ui.translate import Tongue
from tests.model.outline import key
from tests.ui.window_kit import open_window, work


def test_delete_on_a_line_takes_it_back_and_closes_no_unit(
    tmp_path: Path, look: Look, tongue: Tongue, small: Plan, qtbot: QtBot
) -> None:
    with open_window(tmp_path, look, tongue, small) as window:
        space = work(window)
        unit = key(small, "Åkanden")
        space.editor.do(partial(units.rename, unit=unit, name="Åen"))
        space.strip.show_pane(1)
        pane = next(one for one in space.panes if isinstance(one, ChangesPane))
        rows = pane.cards[Addressee.MUNICIPALITY].list
        where = rows.visualRect(rows.lines.index(0, 0)).center()
        qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=where)
        assert space.editor.selection == (unit,)
        rows.setFocus()
        qtbot.keyClick(rows, Qt.Key.Key_Delete)
        assert small.state().units[unit].name == "Åkanden"
        assert not space.outline.bar.isVisible()
