"""The summary pane: a branch as annex 1 of the founding note has it."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from sorstudio.model.edits import offers, units
from sorstudio.model.records import Address, AddressUse
from sorstudio.ui.editor import Editor
from sorstudio.ui.summary.pane import SummaryPane
from sorstudio.ui.theme import Look, Mode, Theme
from sorstudio.ui.translate import Language, texts_in
from tests.model.outline import key


@pytest.fixture
def summary(editor: Editor, look: Look, qtbot: QtBot) -> SummaryPane:
    for name in ("Plejehjem", "Åkanden", "Solgården"):
        editor.do(partial(units.set_unit_type, unit=key(editor.plan, name), unit_type="plejehjem"))
    pane = SummaryPane(editor, look.theme)
    qtbot.addWidget(pane)
    pane.resize(1000, 220)
    pane.show()
    qtbot.waitExposed(pane)
    editor.select([key(editor.plan, "Plejehjem")])
    return pane


def test_it_counts_the_chosen_branch(summary: SummaryPane) -> None:
    assert summary.text().splitlines()[:4] == ["Plejehjem med 2 enheder under sig", "", "Enheder", "- 2 plejehjem"]


def test_without_a_choice_it_shows_the_owner(summary: SummaryPane, editor: Editor) -> None:
    editor.select([])
    assert summary.text().startswith("Prøvestrup Kommune med 9 enheder under sig")
    assert "- 3 plejehjem (heraf 2 under en anden af samme slags)" in summary.text()


def test_two_addresses_are_written_out(summary: SummaryPane, editor: Editor) -> None:
    for name, street in (("Åkanden", "Åvej"), ("Solgården", "Solvej")):
        address = Address(street, "1", postcode="9999", city="Prøvestrup")
        editor.do(partial(units.set_address, unit=key(editor.plan, name), use=AddressUse.VISITING, address=address))
    assert "- 2 plejehjem (på to adresser)" in summary.text()
    assert "- Åvej 1, 9999 Prøvestrup" in summary.text()


def test_special_tasks_name_their_units(summary: SummaryPane, editor: Editor) -> None:
    codes = ["vurderingspladser", "inkontinensklinik", "rygestop"]
    editor.do(partial(offers.place_offer, offers=codes, unit=key(editor.plan, "Åkanden")))
    lines = summary.text().splitlines()
    tasks = lines[lines.index("Særlige opgaver") + 1 : lines.index("Tilbud") - 1]
    assert tasks == ["- Inkontinensklinik (Åkanden)", "- Vurderingspladser (Åkanden)"]


def test_the_button_copies_it_as_text(summary: SummaryPane, qtbot: QtBot) -> None:
    qtbot.mouseClick(summary.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == summary.text()


def test_it_follows_language_and_size(summary: SummaryPane, editor: Editor, qtbot: QtBot) -> None:
    summary.set_theme(Theme(Mode.CONTRAST, 2.0))
    editor.retext(texts_in(Language.ENGLISH))
    qtbot.waitUntil(lambda: summary.title.text() == "Plejehjem with 2 units below")
    assert "- 2 nursing homes" in summary.text()
