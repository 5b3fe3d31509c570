"""What the rules say stands below the field that it is about, with its repair."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from sorstudio.model.edits import units
from sorstudio.rules.finding import Finding, Repair, Severity
from sorstudio.ui.editor import Editor
from sorstudio.ui.inspector.basics import BasicsGroup
from sorstudio.ui.inspector.number import NumberGroup
from sorstudio.ui.inspector.pane import InspectorPane
from sorstudio.ui.inspector.remarks import MOST_SHOWN, Judged, Remarks, place_of
from sorstudio.ui.theme import Look
from tests.model.outline import key

REPAIR = Repair("rename", {"act": "rename"}, {"unit": "No  rd", "name": "Nord"})
FINDING = Finding(
    "SOR-031", Severity.WARNING, "1", "No  rd", "check.stray_blanks", {"unit": "No  rd", "name": "Nord"}, (REPAIR,)
)


def words_in(remarks: Remarks) -> list[str]:
    return [one.text() for one in remarks.findChildren(QLabel) if one.text() and not one.isHidden()]


def test_a_finding_and_its_repair_are_shown(editor: Editor, look: Look, qtbot: QtBot) -> None:
    mended: list[tuple[Finding, Repair]] = []
    remarks = Remarks(look.theme, lambda finding, repair: mended.append((finding, repair)))
    qtbot.addWidget(remarks)
    remarks.present([FINDING], editor.texts, can_repair=True)
    remarks.show()
    assert words_in(remarks) == ["Navnet »No  rd« har overflødige mellemrum. Det bør være »Nord«."]
    (repair,) = remarks.findChildren(QPushButton)
    assert repair.accessibleName() == "Omdøb »No  rd« til »Nord«"
    qtbot.mouseClick(repair, Qt.MouseButton.LeftButton)
    assert mended == [(FINDING, REPAIR)]


def test_nothing_is_mended_where_nothing_can_be_written(editor: Editor, look: Look, qtbot: QtBot) -> None:
    remarks = Remarks(look.theme, lambda finding, repair: None)
    qtbot.addWidget(remarks)
    remarks.present([FINDING], editor.texts, can_repair=False)
    assert remarks.findChildren(QPushButton) == []


def test_more_than_a_few_are_counted(editor: Editor, look: Look, qtbot: QtBot) -> None:
    remarks = Remarks(look.theme, lambda finding, repair: None)
    qtbot.addWidget(remarks)
    remarks.present([FINDING] * (MOST_SHOWN + 2), editor.texts, can_repair=False)
    assert words_in(remarks)[-1] == "2 bemærkninger mere. Se dem alle under Bemærkninger."


def test_without_findings_nothing_is_there(editor: Editor, look: Look, qtbot: QtBot) -> None:
    remarks = Remarks(look.theme, lambda finding, repair: None)
    qtbot.addWidget(remarks)
    remarks.present([], editor.texts, can_repair=True)
    assert remarks.isHidden()


def test_numbers_stand_below_the_number_and_names_below_the_basics() -> None:
    assert place_of("numbers") is NumberGroup
    assert place_of("names") is place_of("structure") is BasicsGroup


def test_the_pane_shows_them_for_one_unit_and_follows_the_plan(pane: InspectorPane, editor: Editor) -> None:
    unit = key(editor.plan, "Hjemmesygepleje")
    found = {unit: (FINDING,)}
    pane.show_judged(Judged(lambda one: found.get(one, ()), lambda finding: "names", lambda finding, repair: None))
    assert any("overflødige mellemrum" in one.text() for one in pane.findChildren(QLabel))
    found.clear()
    editor.plan.apply(units.rename(editor.plan, unit, "Sygeplejen"))
    pane.refresh()
    visible = [one for one in pane.findChildren(QLabel) if one.isVisible()]
    assert not any("overflødige mellemrum" in one.text() for one in visible)
