"""The texts of an offer: one change a field, refusals beside it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from sorstudio.ui.editor import Editor
from sorstudio.ui.fields import LineField
from sorstudio.ui.reftable.offer_form import OfferForm
from sorstudio.ui.reftable.prose import ProseField
from sorstudio.ui.theme import Theme
from sorstudio.ui.translate import Tongue
from tests.ui.reftable.conftest import OFFER


@pytest.fixture
def form(town_editor: Editor, theme: Theme, tongue: Tongue, qtbot: QtBot) -> OfferForm:
    made = OfferForm(town_editor, theme)
    qtbot.addWidget(made)
    made.resize(340, 800)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.show_offer(OFFER, "Hjemmesygepleje", 5, {"phone": "12345678"})
    return made


def line(form: OfferForm, name: str) -> LineField:
    found = form.fields[name]
    assert isinstance(found, LineField)
    return found


def test_a_field_that_is_left_is_one_change(form: OfferForm, town_editor: Editor) -> None:
    before = len(town_editor.plan.journal.path())
    hours = line(form, "phone_hours").line
    hours.setFocus()
    QTest.keyClicks(hours, "8-15")
    QTest.keyClick(hours, Qt.Key.Key_Tab)
    held = town_editor.plan.state().offer_text(OFFER)
    assert held is not None
    assert (held.phone_hours, held.criteria) == ("8-15", "Over 18 år.")
    assert len(town_editor.plan.journal.path()) == before + 1


def test_a_link_that_is_none_is_refused_beside_the_field(form: OfferForm, town_editor: Editor) -> None:
    before = len(town_editor.plan.journal.path())
    link = line(form, "description_url")
    link.line.setFocus()
    QTest.keyClicks(link.line, "ikke et link")
    QTest.keyClick(link.line, Qt.Key.Key_Return)
    assert link.error.isVisible()
    assert "https://" in link.error.text()
    assert link.line.text() == "ikke et link"
    assert len(town_editor.plan.journal.path()) == before


def test_what_is_being_typed_stays_while_other_acts_take_effect(form: OfferForm, town_editor: Editor) -> None:
    hours = line(form, "phone_hours").line
    hours.setFocus()
    QTest.keyClicks(hours, "9-")
    form.check()
    form.show_offer(OFFER, "Hjemmesygepleje", 5, {})
    assert hours.text() == "9-"


def test_seen_today_keeps_the_day_and_has_nothing_more_to_do(
    form: OfferForm, town_editor: Editor, qtbot: QtBot
) -> None:
    assert form.checked.text() == "Ikke set endnu"
    qtbot.mouseClick(form.check_button, Qt.MouseButton.LeftButton)
    held = town_editor.plan.state().offer_text(OFFER)
    assert held is not None
    assert held.checked == town_editor.plan.today
    form.show_offer(OFFER, "Hjemmesygepleje", 5, {})
    assert not form.check_button.isEnabled()


def test_it_says_for_how_many_rows_the_texts_hold_and_what_holds_otherwise(form: OfferForm) -> None:
    assert form.holds.text() == "Teksterne gælder alle tilbuddets 5 rækker."
    assert line(form, "phone").line.placeholderText() == "12345678"
    criteria = form.fields["criteria"]
    assert isinstance(criteria, ProseField)
    assert criteria.lines.toPlainText() == "Over 18 år."
    form.start()
    assert criteria.lines.hasFocus()


def test_an_area_without_an_offer_has_nothing_to_describe(form: OfferForm) -> None:
    form.show_offer("", "Plejehjem", 0, {})
    assert "intet tilbud" in form.holds.text()
    assert not any(one.isVisible() for one in form.fields.values())
    form.show_offer("", "", 0, {})
    assert form.title.text() == "Tilbuddets tekster"


def test_a_plan_that_is_only_read_is_not_written_in(form: OfferForm, town_editor: Editor) -> None:
    town_editor.read_only = True
    form.show_offer("", "", 0, {})
    form.show_offer(OFFER, "Hjemmesygepleje", 5, {})
    assert line(form, "phone").line.isReadOnly()
    assert not form.check_button.isEnabled()
