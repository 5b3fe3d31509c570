"""The soft box with the proposed name."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sorstudio.model.edits import units
from sorstudio.model.edits.closing import close
from sorstudio.resources import texts as sentences
from sorstudio.rules.name_doctor import Proposal
from sorstudio.ui.editor import Editor
from sorstudio.ui.inspector.basics import BasicsGroup
from sorstudio.ui.inspector.name_hint import NameHint, proposed, reasons_told, use_names
from sorstudio.ui.inspector.pane import InspectorPane
from sorstudio.ui.theme import Mode, Theme
from sorstudio.ui.translate import Language, texts_in
from tests.model.outline import key


def hint_of(pane: InspectorPane) -> NameHint:
    found = pane.groups[BasicsGroup]
    assert isinstance(found, BasicsGroup)
    return found.name_hint


@pytest.fixture
def faulty(editor: Editor) -> Editor:
    for name, wrong in (("Team Birk", "Hj.pl.  Birk"), ("Solgården", "SOLGÅRDEN")):
        editor.do(partial(units.rename, unit=key(editor.plan, name), name=wrong))
    return editor


def test_a_name_that_is_well_is_left_in_peace(pane: InspectorPane) -> None:
    assert not hint_of(pane).isVisible()


def test_it_names_the_name_and_what_was_done_to_it(pane: InspectorPane, faulty: Editor, qtbot: QtBot) -> None:
    faulty.select([key(faulty.plan, "Hj.pl.  Birk")])
    hint = hint_of(pane)
    qtbot.waitUntil(hint.isVisible)
    assert hint.words.text() == "Foreslået navn: Hjemmepleje Birk"
    assert hint.why.text() == "Forkortelsen er skrevet ud."


def test_a_click_takes_it_as_one_act_that_is_undone_as_one(pane: InspectorPane, faulty: Editor, qtbot: QtBot) -> None:
    unit = key(faulty.plan, "Hj.pl.  Birk")
    faulty.select([unit])
    before = len(faulty.plan.journal.changes)
    qtbot.mouseClick(hint_of(pane).take, Qt.MouseButton.LeftButton)
    assert faulty.plan.state().units[unit].name == "Hjemmepleje Birk"
    assert len(faulty.plan.journal.changes) == before + 1
    qtbot.waitUntil(lambda: not hint_of(pane).isVisible())
    faulty.undo()
    qtbot.waitUntil(lambda: hint_of(pane).isVisible())


def test_not_now_holds_for_the_session_and_in_another_look(pane: InspectorPane, faulty: Editor, qtbot: QtBot) -> None:
    faulty.select([key(faulty.plan, "Hj.pl.  Birk")])
    qtbot.mouseClick(hint_of(pane).later, Qt.MouseButton.LeftButton)
    pane.set_theme(Theme(Mode.DARK))
    assert not hint_of(pane).isVisible()


def test_several_units_get_their_names_in_one_change(faulty: Editor) -> None:
    chosen = [key(faulty.plan, name) for name in ("Hj.pl.  Birk", "SOLGÅRDEN", "Tandplejen")]
    faulty.do(lambda plan: use_names(plan, chosen))
    names = [faulty.plan.state().units[one].name for one in chosen]
    assert names == ["Hjemmepleje Birk", "Solgården", "Tandplejen"]
    faulty.undo()
    assert faulty.plan.state().units[chosen[1]].name == "SOLGÅRDEN"


def test_where_nothing_is_proposed_nothing_happens_and_that_is_told(editor: Editor, qtbot: QtBot) -> None:
    with qtbot.waitSignal(editor.refused):
        editor.do(lambda plan: use_names(plan, [key(plan, "Tandplejen")]))
    assert editor.plan.head is None


def test_a_unit_that_closes_keeps_its_name(faulty: Editor) -> None:
    unit = key(faulty.plan, "SOLGÅRDEN")
    assert proposed(faulty.plan, unit) is not None
    faulty.do(lambda plan: close(plan, unit), sure=True)
    assert proposed(faulty.plan, unit) is None


@pytest.mark.parametrize("language", Language)
def test_every_reason_has_its_words(language: Language) -> None:
    codes = tuple(code for code in sentences(str(language)) if code.startswith("doctor.") and code != "doctor.title")
    told = reasons_told(Proposal("Nord", codes), texts_in(language))
    assert len(codes) == 11
    assert "doctor." not in told
    assert told[0].isupper()
