"""The quality pane: follows the plan while it is seen, leads to branches and findings, and draws in words too."""

import subprocess
import sys
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from sorstudio.model.edits import units
from sorstudio.resources import example
from sorstudio.ui.editor import Editor
from sorstudio.ui.quality.pane import QualityPane
from sorstudio.ui.theme import Look, Mode, Theme
from tests.model.outline import key


def worsen(editor: Editor) -> None:
    editor.do(partial(units.rename, unit=key(editor.plan, "Åkanden"), name="Åkanden  Nord"))


def test_an_act_lowers_the_score_and_is_a_point_of_the_trend(pane: QualityPane, editor: Editor, qtbot: QtBot) -> None:
    before = pane.quality
    assert before is not None
    assert len(pane.points) == 1
    worsen(editor)
    qtbot.waitUntil(lambda: len(pane.points) == 2)
    assert pane.quality is not None
    old, new = (one.whole.score for one in pane.quality)
    assert old is not None
    assert new is not None
    assert new < old
    assert "Før planen" in pane.change.text()
    assert "1 handling" in pane.curve.words.text()
    assert pane.curve.plot is not None


def test_undo_brings_the_score_back(pane: QualityPane, editor: Editor, qtbot: QtBot) -> None:
    first = pane.head.text()
    worsen(editor)
    qtbot.waitUntil(lambda: pane.head.text() != first)
    editor.undo()
    qtbot.waitUntil(lambda: pane.head.text() == first)


def test_behind_another_tab_nothing_is_worked_out(editor: Editor, look: Look, qtbot: QtBot) -> None:
    pane = QualityPane(editor, look.theme)
    qtbot.addWidget(pane)
    worsen(editor)
    qtbot.wait(400)
    assert pane.quality is None
    pane.close_plan()


def test_a_click_goes_to_the_branch(pane: QualityPane, editor: Editor, qtbot: QtBot) -> None:
    table = pane.table
    where = table.visualRect(table.sorted.index(0, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert editor.selection == (table.current_unit(),)
    assert table.current_unit()


def test_so_does_enter(pane: QualityPane, editor: Editor, qtbot: QtBot) -> None:
    pane.table.setFocus()
    pane.table.setCurrentIndex(pane.table.sorted.index(1, 0))
    qtbot.keyClick(pane.table, Qt.Key.Key_Return)
    assert editor.selection == (pane.table.current_unit(),)


def test_the_findings_of_a_branch_are_asked_for(pane: QualityPane, qtbot: QtBot) -> None:
    pane.table.setCurrentIndex(pane.table.sorted.index(0, 0))
    with qtbot.waitSignal(pane.findings_wanted) as asked:
        qtbot.mouseClick(pane.findings_button, Qt.MouseButton.LeftButton)
    assert asked.args == [pane.table.current_unit()]


def test_register_files_become_a_trend_over_days(pane: QualityPane, qtbot: QtBot) -> None:
    pane.add_days([example(f"eksempelby/{day}") for day in ("2026-12-14", "2026-11-02")])
    qtbot.waitUntil(lambda: len(pane.days) == 2)
    assert "2 dagsudtræk fra 2. november 2026 til 14. december 2026" in pane.curve.words.text()
    assert pane.days_button.isEnabled()


def test_a_file_that_is_no_register_is_told_and_left_out(pane: QualityPane, editor: Editor, qtbot: QtBot) -> None:
    with qtbot.waitSignal(editor.refused):
        pane.add_days([example("eksempelby/handlinger.jsonl")])
    assert pane.days == ()
    assert pane.days_button.isEnabled()


def test_every_look_shows_the_same_words(pane: QualityPane) -> None:
    told = pane.bars.accessibleName()
    assert "Navne: " in told
    for mode in Mode:
        pane.set_theme(Theme(mode, 2.0))
        assert pane.bars.accessibleName() == told


def test_everything_that_takes_the_focus_has_a_name(pane: QualityPane) -> None:
    stations = [one for one in pane.findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stations
    nameless = [one for one in stations if one.isVisible() and not one.accessibleName()]
    assert nameless == []


def test_the_drawing_library_waits_until_there_is_a_curve() -> None:
    code = "import sys, sorstudio.ui.quality.pane; print('pyqtgraph' in sys.modules)"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert found.stdout.strip() == "False"
