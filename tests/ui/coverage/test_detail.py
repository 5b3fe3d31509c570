"""What is told of a cell: sentence, receivers, steps, repairs."""

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from sorstudio.routing.coverage import coverage
from sorstudio.ui.coverage.detail import CellDetail
from sorstudio.ui.editor import Editor
from sorstudio.ui.routes.unit_lines import UnitLines
from sorstudio.ui.theme import Theme
from tests.model.outline import key
from tests.routing.asking import directory
from tests.ui.coverage.conftest import TRAINING


def detail(editor: Editor, theme: Theme, area: str, type_: str, qtbot: QtBot, *, writable: bool = True) -> CellDetail:
    made = CellDetail(theme)
    qtbot.addWidget(made)
    found = coverage(directory(editor.plan))
    made.show_cell(found, found.at(area, type_), editor.texts, writable=writable)
    return made


def test_a_hole_says_why_and_offers_what_mends_it(town_editor: Editor, theme: Theme, qtbot: QtBot) -> None:
    made = detail(town_editor, theme, "traening", "GGOP", qtbot)
    assert made.words[0] == "Genoptræning og træning · GGOP"
    assert any(words.startswith("Ingen modtager GGOP.") for words in made.words)
    assert f"Lad {TRAINING} hos »Genoptræningen« modtage GGOP" in made.words
    (button,) = made.findChildren(QPushButton)
    with qtbot.waitSignal(made.mend_wanted) as told:
        button.click()
    assert told.args == [made.mends[0]]


def test_a_receiver_can_be_gone_to(town_editor: Editor, theme: Theme, qtbot: QtBot) -> None:
    made = detail(town_editor, theme, "hjemmesygepleje", "XDIS18", qtbot)
    (lines,) = made.findChildren(UnitLines)
    with qtbot.waitSignal(made.unit_wanted) as told:
        lines.wanted.emit(lines.shown.lines[0].unit)
    assert told.args == [key(town_editor.plan, "Hjemmesygeplejen")]


def test_where_nothing_can_be_written_no_repair_is_offered(town_editor: Editor, theme: Theme, qtbot: QtBot) -> None:
    made = detail(town_editor, theme, "traening", "GGOP", qtbot, writable=False)
    assert made.findChildren(QPushButton) == []
