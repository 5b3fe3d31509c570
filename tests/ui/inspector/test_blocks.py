"""Addresses and contact details in the inspector."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sorstudio.model.baseline import Baseline, Version
from sorstudio.model.edits import units
from sorstudio.model.plan import Plan
from sorstudio.model.records import UNKNOWN, Address, AddressUse, Contact, RecordKind, Unit, UnitKind
from sorstudio.resources import code_lists
from sorstudio.ui.editor import Editor
from sorstudio.ui.fields import LineField
from sorstudio.ui.inspector.blocks import AddressesGroup, Block, ContactGroup
from sorstudio.ui.inspector.pane import InspectorPane
from sorstudio.ui.theme import Look
from sorstudio.ui.translate import Language, texts_in
from tests.model.outline import DAY, key

TOWN_HALL = Address("Rådhusgade", "1", postcode="9999", city="Prøvestrup", municipality_code="0999")


@pytest.fixture
def postal(pane: InspectorPane, editor: Editor, qtbot: QtBot) -> Block:
    owner = editor.plan.state().roots()[0]
    editor.do(partial(units.set_address, unit=owner, use=AddressUse.POSTAL, address=TOWN_HALL))
    editor.do(partial(units.set_contact, unit=owner, contact=Contact("12345678")))
    found = pane.groups[AddressesGroup]
    assert isinstance(found, AddressesGroup)
    qtbot.waitUntil(lambda: bool(found.blocks[AddressUse.POSTAL].line.value()))
    return found.blocks[AddressUse.POSTAL]


def own(editor: Editor) -> object:
    return editor.plan.state().units[editor.selection[0]].postal


def test_an_inherited_address_is_shown_on_one_line(postal: Block) -> None:
    assert postal.line.value() == "Rådhusgade 1, 9999 Prøvestrup"
    assert postal.line.line.isReadOnly()


def test_made_own_it_is_copied_whole(postal: Block, editor: Editor, qtbot: QtBot) -> None:
    qtbot.mouseClick(postal.own, Qt.MouseButton.LeftButton)
    assert own(editor) == TOWN_HALL
    qtbot.waitUntil(lambda: postal.fields["street"].isVisible())


def test_one_field_of_an_own_address_is_changed_alone(postal: Block, editor: Editor, qtbot: QtBot) -> None:
    qtbot.mouseClick(postal.own, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: postal.fields["building"].value() == "1")
    line = postal.fields["building"].line
    line.selectAll()
    qtbot.keyClicks(line, "12")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    found = own(editor)
    assert isinstance(found, Address)
    assert (found.line(), found.municipality_code) == ("Rådhusgade 12, 9999 Prøvestrup", "0999")


def test_a_wrong_postcode_is_told_and_changes_nothing(postal: Block, editor: Editor, qtbot: QtBot) -> None:
    qtbot.mouseClick(postal.own, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: postal.fields["postcode"].value() == "9999")
    head = editor.plan.head
    qtbot.keyClicks(postal.fields["postcode"].line, "7")
    qtbot.keyClick(postal.fields["postcode"].line, Qt.Key.Key_Return)
    assert postal.error.isVisible()
    assert editor.plan.head == head


def test_an_own_address_is_given_up(postal: Block, editor: Editor, qtbot: QtBot) -> None:
    qtbot.mouseClick(postal.own, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: postal.inherit.isVisible())
    qtbot.mouseClick(postal.inherit, Qt.MouseButton.LeftButton)
    assert own(editor) is None


def test_an_address_for_several_units_is_one_act(postal: Block, editor: Editor) -> None:
    editor.select([key(editor.plan, "Åkanden"), key(editor.plan, "Solgården")])
    before = len(editor.plan.journal.changes)
    postal.own.click()
    assert len(editor.plan.journal.changes) == before + 1
    assert [editor.plan.state().units[one].postal for one in editor.selection] == [TOWN_HALL] * 2


def test_the_telephone_is_inherited_until_it_is_made_own(postal: Block, pane: InspectorPane, editor: Editor) -> None:
    group = pane.groups[ContactGroup]
    assert isinstance(group, ContactGroup)
    assert group.block.line.value() == "12345678"
    group.block.own.click()
    assert editor.plan.state().units[editor.selection[0]].contact == Contact("12345678")


def test_what_the_extract_does_not_hold_is_not_called_inherited(look: Look, qtbot: QtBot) -> None:
    records = Version(RecordKind.UNIT, Unit("1", UnitKind.IE, "Kommune", postal=UNKNOWN, contact=UNKNOWN))
    blind = Editor(
        Plan([Baseline("b", DAY, "t", versions=(records,))], code_lists(), today=DAY), texts_in(Language.DANISH)
    )
    pane = InspectorPane(blind, look.theme)
    qtbot.addWidget(pane)
    pane.show()
    blind.select(["1"])
    group = pane.groups[AddressesGroup]
    assert isinstance(group, AddressesGroup)
    block = group.blocks[AddressUse.POSTAL]
    assert (block.line.value(), block.chip.isVisible()) == ("ikke i udtrækket", False)


def typed(field: LineField, words: str, qtbot: QtBot) -> None:
    field.line.selectAll()
    qtbot.keyClicks(field.line, words)


def test_a_postcode_is_judged_while_it_is_typed(postal: Block, qtbot: QtBot) -> None:
    qtbot.mouseClick(postal.own, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: postal.fields["postcode"].isVisible())
    typed(postal.fields["postcode"], "99", qtbot)
    assert postal.fields["postcode"].error.isVisible()
    qtbot.keyClicks(postal.fields["postcode"].line, "99")
    assert not postal.fields["postcode"].error.isVisible()


def test_telephone_and_mail_are_judged_while_they_are_typed(postal: Block, pane: InspectorPane, qtbot: QtBot) -> None:
    group = pane.groups[ContactGroup]
    assert isinstance(group, ContactGroup)
    qtbot.mouseClick(group.block.own, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: group.block.fields["phone"].isVisible())
    typed(group.block.fields["phone"], "12", qtbot)
    typed(group.block.fields["email"], "post", qtbot)
    assert group.block.fields["phone"].error.isVisible()
    assert group.block.fields["email"].error.isVisible()


def test_one_field_of_several_different_addresses_leaves_the_others(
    postal: Block, editor: Editor, qtbot: QtBot
) -> None:
    names, streets = ("Åkanden", "Solgården"), ("Åvej", "Solvej")
    for name, street in zip(names, streets, strict=True):
        there = Address(street, "2", postcode="9999", city="Prøvestrup")
        editor.do(partial(units.set_address, unit=key(editor.plan, name), use=AddressUse.POSTAL, address=there))
    editor.select([key(editor.plan, name) for name in names])
    assert postal.fields["street"].line.placeholderText() == "flere forskellige"
    assert postal.fields["building"].value() == "2"
    before = len(editor.plan.journal.changes)
    typed(postal.fields["city"], "Eksempelby", qtbot)
    qtbot.keyClick(postal.fields["city"].line, Qt.Key.Key_Return)
    found = [editor.plan.state().units[one].postal for one in editor.selection]
    assert [one.line() for one in found if isinstance(one, Address)] == [f"{one} 2, 9999 Eksempelby" for one in streets]
    assert len(editor.plan.journal.changes) == before + 1


def test_contact_details_of_several_units_are_made_own_at_once(
    postal: Block, pane: InspectorPane, editor: Editor, qtbot: QtBot
) -> None:
    editor.select([key(editor.plan, "Åkanden"), key(editor.plan, "Solgården")])
    group = pane.groups[ContactGroup]
    assert isinstance(group, ContactGroup)
    qtbot.mouseClick(group.block.own, Qt.MouseButton.LeftButton)
    assert [editor.plan.state().units[one].contact for one in editor.selection] == [Contact("12345678")] * 2
