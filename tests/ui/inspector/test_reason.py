"""The reason that goes with the acts to come."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sorstudio.ui.editor import Editor
from sorstudio.ui.inspector.basics import BasicsGroup
from sorstudio.ui.inspector.pane import InspectorPane
from sorstudio.ui.inspector.reason import ReasonLine
from sorstudio.ui.theme import Mode, Theme
from tests.model.outline import key


def rename(pane: InspectorPane, words: str, qtbot: QtBot) -> None:
    basics = pane.groups[BasicsGroup]
    assert isinstance(basics, BasicsGroup)
    basics.name.line.selectAll()
    qtbot.keyClicks(basics.name.line, words)
    qtbot.keyClick(basics.name.line, Qt.Key.Key_Return)


def reasons(editor: Editor) -> list[str | None]:
    return [change.reason for change in editor.plan.journal.path()]


def test_it_goes_with_every_act_until_it_is_cleared(pane: InspectorPane, editor: Editor, qtbot: QtBot) -> None:
    qtbot.keyClicks(pane.reason.field.line, "Ny organisation")
    rename(pane, "Sygeplejen", qtbot)
    editor.select([key(editor.plan, "Tandplejen")])
    rename(pane, "Tandklinikken", qtbot)
    qtbot.mouseClick(pane.reason.clear, Qt.MouseButton.LeftButton)
    rename(pane, "Tandplejen", qtbot)
    assert reasons(editor) == ["Ny organisation", "Ny organisation", None]


def test_another_look_keeps_what_was_written(pane: InspectorPane, qtbot: QtBot) -> None:
    qtbot.keyClicks(pane.reason.field.line, "Ny organisation")
    pane.set_theme(Theme(Mode.DARK))
    assert pane.reason.field.value() == "Ny organisation"
    assert pane.reason.clear.isVisible()


def test_it_stays_in_view_below_the_fields(pane: InspectorPane) -> None:
    pane.resize(320, 500)
    assert pane.reason.geometry().bottom() <= pane.height()
    assert not pane.reason.clear.isVisible()


def test_only_one_line_is_ever_seen(pane: InspectorPane) -> None:
    pane.set_theme(Theme(Mode.DARK))
    assert [one for one in pane.findChildren(ReasonLine) if one.isVisible()] == [pane.reason]


def test_a_correction_has_no_date_until_the_box_is_cleared(pane: InspectorPane, editor: Editor, qtbot: QtBot) -> None:
    qtbot.mouseClick(pane.reason.correction, Qt.MouseButton.LeftButton)
    rename(pane, "Sygeplejen", qtbot)
    qtbot.mouseClick(pane.reason.correction, Qt.MouseButton.LeftButton)
    rename(pane, "Hjemmesygeplejen", qtbot)
    first, second = editor.plan.journal.path()
    assert (first.day, second.day) == (None, editor.plan.working_date)


def test_another_look_keeps_the_box_as_it_was(pane: InspectorPane, qtbot: QtBot) -> None:
    qtbot.mouseClick(pane.reason.correction, Qt.MouseButton.LeftButton)
    pane.set_theme(Theme(Mode.DARK))
    assert pane.reason.correction.isChecked()
