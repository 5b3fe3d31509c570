"""The head of the inspector."""

from functools import partial

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from sorstudio.model.edits import units
from sorstudio.ui.editor import Editor
from sorstudio.ui.inspector.basics import BasicsGroup
from sorstudio.ui.inspector.pane import InspectorPane
from sorstudio.ui.signs import ChangeSign, FindingSign
from tests.model.outline import key


def test_it_names_the_unit_its_id_and_its_kind(pane: InspectorPane, editor: Editor) -> None:
    unit = editor.plan.state().units[editor.selection[0]]
    assert pane.head.name.text() == "Hjemmesygepleje"
    assert pane.head.identity.text() == f"SOR-ID {unit.sor_id} · organisatorisk enhed"
    assert pane.head.marks.sign is ChangeSign.NONE


def test_a_planned_unit_has_no_sor_id_yet(pane: InspectorPane, editor: Editor) -> None:
    editor.do(partial(units.create, parent=editor.selection[0], name="Team Eg"))
    editor.select([key(editor.plan, "Team Eg")])
    assert pane.head.identity.text().startswith("planlagt – intet SOR-ID endnu")
    assert pane.head.marks.words == "Ny 30. nov. 2026"


def test_findings_are_counted_by_severity(pane: InspectorPane, editor: Editor) -> None:
    pane.set_findings({editor.selection[0]: (FindingSign.ERROR, FindingSign.WARNING, FindingSign.WARNING)})
    pane.refresh()
    assert pane.head.marks.findings == "1 fejl, 2 advarsler"
    assert pane.head.marks.finding is FindingSign.ERROR


def test_several_units_are_counted_and_named(pane: InspectorPane, editor: Editor) -> None:
    editor.select([key(editor.plan, "Åkanden"), key(editor.plan, "Solgården")])
    assert (pane.head.name.text(), pane.head.identity.text()) == ("2 enheder", "Åkanden, Solgården")


def test_of_many_units_only_the_first_are_named(pane: InspectorPane, editor: Editor) -> None:
    units = [one.key for _, one in editor.plan.state().walk()][:7]
    editor.select(units)
    assert pane.head.identity.text().endswith("og 2 andre")
    editor.select(units[:6])
    assert pane.head.identity.text().endswith("og 1 anden")


def test_the_fields_stay_in_place_when_the_unit_gets_a_mark(pane: InspectorPane, editor: Editor, qtbot: QtBot) -> None:
    pane.show()
    qtbot.waitExposed(pane)
    fields = pane.groups[BasicsGroup]
    before = fields.y()
    assert not pane.head.marks.isVisible()
    editor.do(partial(units.set_unit_type, unit=editor.selection[0], unit_type="plejehjem"))
    qtbot.waitUntil(pane.head.marks.isVisible)
    assert fields.y() == before > 0


@pytest.mark.parametrize("width", [240, 260, 320])
def test_nothing_is_cut_off_at_the_right(pane: InspectorPane, qtbot: QtBot, width: int) -> None:
    pane.resize(width, 900)
    pane.show()
    qtbot.waitExposed(pane)
    cut = [
        field.accessibleName()
        for field in pane.findChildren(QLineEdit)
        if field.isVisible() and field.mapTo(pane, field.rect().topRight()).x() >= width
    ]
    assert not cut
