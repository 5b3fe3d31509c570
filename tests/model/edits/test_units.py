"""Verbs on the units themselves, and everything they refuse."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from sorstudio.model.baseline import Baseline
from sorstudio.model.change import Change, EditAct, altered, new_id
from sorstudio.model.edits import units
from sorstudio.model.identifiers import make_sor_id
from sorstudio.model.plan import Plan
from sorstudio.model.records import UNKNOWN, Address, AddressUse, Contact, RecordKind, Unit, UnitKind
from sorstudio.model.texts import Texts
from sorstudio.resources import code_lists, texts
from tests.model.outline import TODAY, drawing, gln, key, plan
from tests.model.refusing import refused

DRAWING = f"""
Kommune
  Sundhed [{gln(1)}]
    Pleje
      Nord
      Syd
      Vest
    Træning
  Børn
    PPR
"""
WORKING = TODAY + timedelta(days=7)
MARCH = date(2027, 3, 1)


@pytest.fixture
def found() -> Plan:
    return plan(DRAWING)


def unit(found: Plan, name: str) -> Unit:
    return found.state().units[key(found, name)]


def said(change: Change) -> str:
    return Texts(texts("da")).sentence(change.code, change.params)


def children(found: Plan, name: str) -> list[str]:
    return [found.state().units[one].name for one in found.state().children(key(found, name))]


def test_a_new_unit_is_the_last_child(found: Plan) -> None:
    change = found.apply(units.create(found, key(found, "Pleje"), " Øst "))
    assert children(found, "Pleje") == ["Nord", "Syd", "Vest", "Øst"]
    assert said(change) == "Øst er oprettet under Pleje."


def test_a_new_unit_has_no_sor_id_and_starts_on_its_day(found: Plan) -> None:
    found.apply(units.create(found, key(found, "Pleje"), "Øst", unit_type="plejehjem"))
    made = unit(found, "Øst")
    assert (made.sor_id, made.valid_from, made.first_from, made.unit_type) == (None, WORKING, WORKING, "42665001")


def test_a_new_unit_gets_the_key_it_is_given(found: Plan) -> None:
    found.apply(units.create(found, key(found, "Pleje"), "Øst", key="oest"))
    assert key(found, "Øst") == "oest"


@pytest.mark.parametrize(
    ("parent", "kind"), [("Kommune", UnitKind.SI), ("Sundhed", UnitKind.OE), ("Nord", UnitKind.OE)]
)
def test_the_kind_of_a_new_unit_follows_from_its_parent(found: Plan, parent: str, kind: UnitKind) -> None:
    found.apply(units.create(found, key(found, parent), "Ny"))
    assert unit(found, "Ny").kind is kind


def test_a_plan_may_begin_with_its_owner() -> None:
    empty = Plan([Baseline("b", TODAY, "outline")], code_lists(), today=TODAY)
    empty.apply(units.create(empty, None, "Herlev Kommune", day=None))
    assert (drawing(empty), unit(empty, "Herlev Kommune").kind) == ("Herlev Kommune", UnitKind.IE)


def test_an_institution_needs_a_parent(found: Plan) -> None:
    with refused("tree.kind_needs_parent", "sundhedsinstitution"):
        units.create(found, None, "Ny", kind=UnitKind.SI)


def test_an_institution_does_not_lie_below_a_unit(found: Plan) -> None:
    with refused("tree.kind_not_here", "sundhedsinstitution", "Pleje"):
        units.create(found, key(found, "Pleje"), "Ny", kind=UnitKind.SI)


def test_a_key_is_used_once(found: Plan) -> None:
    with refused("unit.exists", key(found, "Nord")):
        units.create(found, key(found, "Pleje"), "Ny", key=key(found, "Nord"))


def test_a_unit_is_not_created_below_one_that_is_not_there(found: Plan) -> None:
    with refused("unit.unknown", "99"):
        units.create(found, "99", "Ny")


def test_a_rename_says_before_and_after(found: Plan) -> None:
    change = found.apply(units.rename(found, key(found, "Nord"), " Hjemmepleje Nord "))
    assert (said(change), change.day) == ("Nord hedder nu Hjemmepleje Nord.", WORKING)
    assert unit(found, "Hjemmepleje Nord").key == plan(DRAWING).state().children(key(found, "Pleje"))[0]


def test_a_rename_to_the_same_name_is_refused(found: Plan) -> None:
    with refused("edit.nothing_changes"):
        units.rename(found, key(found, "Nord"), " Nord ")


def test_a_name_of_sixty_characters_is_the_longest(found: Plan) -> None:
    found.apply(units.rename(found, key(found, "Nord"), "ø" * 60))
    with refused("name.too_long", "61 tegn", "højst 60"):
        units.rename(found, key(found, "Syd"), "ø" * 61)


@pytest.mark.parametrize("name", ["", "   "])
def test_a_unit_needs_a_name(found: Plan, name: str) -> None:
    with refused("name.empty"):
        units.create(found, key(found, "Pleje"), name)


@pytest.mark.parametrize("name", ["Nord\nSyd", "Nord\tSyd", "Nord\x00"])
def test_a_name_is_one_line(found: Plan, name: str) -> None:
    with refused("name.control_characters"):
        units.rename(found, key(found, "Nord"), name)


def test_a_unit_moves_with_all_below_it(found: Plan) -> None:
    change = found.apply(units.move(found, [key(found, "Pleje")], key(found, "Træning")))
    assert children(found, "Træning") == ["Pleje"]
    assert (children(found, "Pleje"), said(change)) == (["Nord", "Syd", "Vest"], "Pleje er flyttet til Træning.")


def test_several_units_move_at_once_in_the_order_given(found: Plan) -> None:
    change = found.apply(units.move(found, [key(found, "Syd"), key(found, "Nord")], key(found, "Træning")))
    assert children(found, "Træning") == ["Syd", "Nord"]
    assert said(change) == "2 enheder er flyttet til Træning: Syd, Nord."


def test_a_unit_moved_with_its_parent_stays_below_it(found: Plan) -> None:
    found.apply(units.move(found, [key(found, "Nord"), key(found, "Pleje")], key(found, "Træning")))
    assert (children(found, "Træning"), children(found, "Pleje")) == (["Pleje"], ["Nord", "Syd", "Vest"])


def test_a_unit_can_be_moved_ahead_of_another(found: Plan) -> None:
    found.apply(units.move(found, [key(found, "Træning")], key(found, "Pleje"), before=key(found, "Syd")))
    assert children(found, "Pleje") == ["Nord", "Træning", "Syd", "Vest"]


def test_reordering_is_said_as_such(found: Plan) -> None:
    change = found.apply(units.move(found, [key(found, "Vest")], key(found, "Pleje"), before=key(found, "Nord")))
    assert children(found, "Pleje") == ["Vest", "Nord", "Syd"]
    assert said(change) == "Vest har skiftet plads under Pleje."


def test_reordering_touches_only_what_moves(found: Plan) -> None:
    change = units.move(found, [key(found, "Vest")], key(found, "Pleje"), before=key(found, "Syd"))
    assert change.touches() == {(RecordKind.UNIT, key(found, "Vest"))}


def test_siblings_are_renumbered_only_when_there_is_no_room_left(found: Plan) -> None:
    for place in range(1, 81):
        name = ("Syd", "Vest")[place % 2]
        other = ("Vest", "Syd")[place % 2]
        found.apply(units.move(found, [key(found, name)], key(found, "Pleje"), before=key(found, other)))
        assert children(found, "Pleje") == ["Nord", name, other]


def test_a_unit_dropped_ahead_of_itself_stays_where_it_is(found: Plan) -> None:
    change = units.move(found, [key(found, "Syd"), key(found, "Nord")], key(found, "Pleje"), before=key(found, "Syd"))
    found.apply(change)
    assert children(found, "Pleje") == ["Syd", "Nord", "Vest"]


def test_one_cannot_move_ahead_of_a_unit_that_is_elsewhere(found: Plan) -> None:
    with refused("move.before_foreign", "PPR", "Pleje"):
        units.move(found, [key(found, "Træning")], key(found, "Pleje"), before=key(found, "PPR"))


@pytest.mark.parametrize("target", ["Pleje", "Nord"])
def test_a_unit_does_not_move_below_itself(found: Plan, target: str) -> None:
    with refused("move.below_itself", "Pleje"):
        units.move(found, [key(found, "Pleje")], key(found, target))


def test_the_owner_does_not_move(found: Plan) -> None:
    other = found.apply(units.create(found, key(found, "Kommune"), "Ny")).edits[0].key
    with refused("move.below_itself", "Kommune"):
        units.move(found, [key(found, "Kommune")], other)


def test_the_owner_does_not_move_among_owners() -> None:
    faulty = plan("Kommune A\nKommune B")
    with refused("move.owner", "Kommune A"):
        units.move(faulty, [key(faulty, "Kommune A")], key(faulty, "Kommune B"))


def test_an_institution_does_not_move_below_a_unit(found: Plan) -> None:
    with refused("tree.kind_not_here", "sundhedsinstitution", "Pleje"):
        units.move(found, [key(found, "Børn")], key(found, "Pleje"))


def test_moving_below_a_unit_planned_later_waits_for_it(found: Plan) -> None:
    found.apply(units.create(found, key(found, "Sundhed"), "Ny", day=MARCH))
    change = found.apply(units.move(found, [key(found, "Nord")], key(found, "Ny")))
    assert change.day == MARCH
    assert "      Nord" in drawing(found, MARCH - timedelta(days=1))


def test_moving_below_a_unit_before_it_is_there_is_refused(found: Plan) -> None:
    found.apply(units.create(found, key(found, "Sundhed"), "Ny", day=MARCH))
    with refused("date.before_start", "Ny", "1. marts 2027"):
        units.move(found, [key(found, "Nord")], key(found, "Ny"), day=WORKING)


def test_a_type_is_found_by_code_or_name(found: Plan) -> None:
    found.apply(units.set_unit_type(found, key(found, "Nord"), "Plejehjem"))
    found.apply(units.set_unit_type(found, key(found, "Syd"), "42665001"))
    assert (unit(found, "Nord").unit_type, unit(found, "Syd").unit_type) == ("42665001", "42665001")


def test_a_type_is_said_by_name(found: Plan) -> None:
    change = units.set_unit_type(found, key(found, "Nord"), "42665001")
    assert said(change) == "Nord har fået enhedstypen plejehjem."


def test_a_type_can_be_taken_away(found: Plan) -> None:
    found.apply(units.set_unit_type(found, key(found, "Nord"), "plejehjem"))
    change = found.apply(units.set_unit_type(found, key(found, "Nord"), None))
    assert (unit(found, "Nord").unit_type, said(change)) == (None, "Nord har ikke længere nogen enhedstype.")


def test_a_type_that_is_not_in_the_list_is_refused(found: Plan) -> None:
    with refused("unit_type.unknown", "ballon"):
        units.set_unit_type(found, key(found, "Nord"), "ballon")


def specialities(found: Plan, name: str) -> list[tuple[str, int]]:
    return [(item.code, item.priority) for item in found.state().specialities(key(found, name))]


def test_specialities_are_set_in_order_of_priority(found: Plan) -> None:
    found.apply(units.set_specialities(found, key(found, "Nord"), ["hjemmepleje", "hjemmesygepleje"]))
    assert specialities(found, "Nord") == [("658171000005102", 1), ("658161000005107", 2)]


def test_each_speciality_is_a_member_of_its_own(found: Plan) -> None:
    found.apply(units.set_specialities(found, key(found, "Nord"), ["hjemmepleje"]))
    change = units.set_specialities(found, key(found, "Nord"), ["hjemmepleje", "sundhedspleje"])
    assert [(edit.kind, edit.act) for edit in change.edits] == [(RecordKind.SPECIALITY, EditAct.CREATE)]


def test_specialities_can_change_places_and_go(found: Plan) -> None:
    nord = key(found, "Nord")
    found.apply(units.set_specialities(found, nord, ["hjemmepleje", "hjemmesygepleje", "sundhedspleje"]))
    found.apply(units.set_specialities(found, nord, ["sundhedspleje", "hjemmepleje"]))
    assert specialities(found, "Nord") == [("658191000005101", 1), ("658171000005102", 2)]


def test_a_speciality_named_twice_counts_once(found: Plan) -> None:
    found.apply(units.set_specialities(found, key(found, "Nord"), ["hjemmepleje", "658171000005102"]))
    assert specialities(found, "Nord") == [("658171000005102", 1)]


def test_more_than_eight_specialities_are_refused(found: Plan) -> None:
    codes = [item.code for item in found.codes.specialities[:9]]
    with refused("speciality.too_many", "Nord", "højst have 8"):
        units.set_specialities(found, key(found, "Nord"), codes)


def test_a_speciality_that_is_not_in_the_list_is_refused(found: Plan) -> None:
    with refused("speciality.unknown", "trylleri"):
        units.set_specialities(found, key(found, "Nord"), ["trylleri"])


def test_an_address_is_set_as_a_whole(found: Plan) -> None:
    address = Address(street="Torvet", building="1", postcode="2730", city="Herlev")
    change = found.apply(units.set_address(found, key(found, "Nord"), AddressUse.VISITING, address))
    assert unit(found, "Nord").visiting == address
    assert said(change) == "Nord har fået en ny besøgsadresse: Torvet 1, 2730 Herlev."


def test_without_an_own_address_a_unit_inherits(found: Plan) -> None:
    found.apply(units.set_address(found, key(found, "Nord"), AddressUse.POSTAL, Address(street="Torvet")))
    change = found.apply(units.set_address(found, key(found, "Nord"), AddressUse.POSTAL, None))
    assert unit(found, "Nord").postal is None
    assert said(change) == "Nord har ikke længere sin egen postadresse, men bruger den nedarvede."


def test_an_empty_address_is_refused(found: Plan) -> None:
    with refused("address.empty", "Nord"):
        units.set_address(found, key(found, "Nord"), AddressUse.POSTAL, Address())


@pytest.mark.parametrize("postcode", ["273", "27300", "DK30"])
def test_a_postcode_has_four_digits(found: Plan, postcode: str) -> None:
    with refused("address.postcode", postcode):
        units.set_address(found, key(found, "Nord"), AddressUse.POSTAL, Address(postcode=postcode))


def test_contact_details_are_set_as_a_whole(found: Plan) -> None:
    change = found.apply(units.set_contact(found, key(found, "Nord"), Contact("44525252", "a@herlev.dk")))
    assert unit(found, "Nord").contact == Contact("44525252", "a@herlev.dk")
    assert said(change) == "Nord har fået nye kontaktoplysninger: 44525252, a@herlev.dk."


def test_without_own_contact_details_a_unit_inherits(found: Plan) -> None:
    found.apply(units.set_contact(found, key(found, "Nord"), Contact("44525252")))
    found.apply(units.set_contact(found, key(found, "Nord"), None))
    assert unit(found, "Nord").contact is None


@pytest.mark.parametrize(
    ("contact", "code", "word"),
    [
        (Contact(email="a@herlev.dk"), "contact.phone_missing", "telefonnummer"),
        (Contact("112"), "contact.phone_length", "112"),
        (Contact("1" * 21), "contact.phone_length", "8 til 20"),
        (Contact("44525252", "herlev.dk"), "contact.email", "herlev.dk"),
    ],
)
def test_contact_details_that_sor_cannot_hold_are_refused(found: Plan, contact: Contact, code: str, word: str) -> None:
    with refused(code, word):
        units.set_contact(found, key(found, "Nord"), contact)


def test_several_fields_change_at_once(found: Plan) -> None:
    values = {"cvr": " 12345674 ", "shak": "380001", "ambulant": True}
    change = found.apply(units.change_fields(found, key(found, "Nord"), values))
    made = unit(found, "Nord")
    assert (made.cvr, made.shak, made.ambulant) == ("12345674", "380001", True)
    assert said(change) == "Nord er rettet: ambulant, cvr, shak."


def test_a_field_left_blank_is_empty(found: Plan) -> None:
    found.apply(units.change_fields(found, key(found, "Nord"), {"local_code": "L1"}))
    found.apply(units.change_fields(found, key(found, "Nord"), {"local_code": "  "}))
    assert unit(found, "Nord").local_code is None


def test_an_unusual_value_is_only_a_finding_and_not_refused(found: Plan) -> None:
    found.apply(units.change_fields(found, key(found, "Nord"), {"cvr": "12345678"}))
    assert unit(found, "Nord").cvr == "12345678"


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("cvr", "123", "cvr.length"),
        ("p_number", "12", "p_number.length"),
        ("shak", "38-1", "shak.characters"),
        ("provider_number", "1234567890", "provider_number.length"),
    ],
)
def test_an_identifier_that_cannot_be_is_refused(found: Plan, field: str, value: str, code: str) -> None:
    with refused(code, value):
        units.change_fields(found, key(found, "Nord"), {field: value})


@pytest.mark.parametrize(("field", "value"), [("ambulant", "ja"), ("cvr", True), ("local_code", 5)])
def test_a_value_of_the_wrong_sort_is_refused(found: Plan, field: str, value: str | int) -> None:
    with refused("field.type", field, str(value)):
        units.change_fields(found, key(found, "Nord"), {field: value})


@pytest.mark.parametrize("field", ["name", "parent", "sor_id", "farve"])
def test_only_plain_fields_are_changed_this_way(found: Plan, field: str) -> None:
    with refused("field.unknown", field, "cvr"):
        units.change_fields(found, key(found, "Nord"), {field: "x"})


def test_an_unknown_field_can_be_filled_in(found: Plan) -> None:
    edit = altered(RecordKind.UNIT, unit(found, "Nord"), shak=UNKNOWN)
    found.apply(Change(new_id(), "x", (edit,) if edit else ()))
    found.apply(units.change_fields(found, key(found, "Nord"), {"shak": None}))
    assert unit(found, "Nord").shak is None


ISSUED = make_sor_id(9_500_001)


def test_the_issued_sor_id_is_a_field_and_never_a_new_key(found: Plan) -> None:
    found.apply(units.create(found, key(found, "Pleje"), "Ny", key="k", day=MARCH))
    change = found.apply(units.set_sor_id(found, "k", f" {ISSUED} "))
    assert (found.state().units["k"].sor_id, change.day) == (ISSUED, MARCH)
    assert said(change) == f"Ny har fået SOR-id {ISSUED}."


def test_a_sor_id_with_a_wrong_check_digit_is_refused(found: Plan) -> None:
    found.apply(units.create(found, key(found, "Pleje"), "Ny", key="k"))
    wrong = ISSUED[:-1] + str((int(ISSUED[-1]) + 1) % 10)
    with refused("sor_id.check_digit", wrong):
        units.set_sor_id(found, "k", wrong)


def test_a_sor_id_belongs_to_one_unit(found: Plan) -> None:
    found.apply(units.create(found, key(found, "Pleje"), "Ny", key="k"))
    with refused("sor_id.taken", "Nord", key(found, "Nord")):
        units.set_sor_id(found, "k", key(found, "Nord"))


def test_the_sor_id_of_a_unit_in_the_register_stands(found: Plan) -> None:
    with refused("sor_id.has_one", "Nord", key(found, "Nord")):
        units.set_sor_id(found, key(found, "Nord"), ISSUED)


def test_a_note_is_put_on_a_unit(found: Plan) -> None:
    change = found.apply(units.add_note(found, key(found, "Nord"), " husk ", author="Anna"))
    note = found.state().notes(key(found, "Nord"))[0]
    assert (note.text, note.author, said(change)) == ("husk", "Anna", "Note til Nord: husk")


def test_a_note_can_be_put_on_a_closed_unit() -> None:
    found = plan("Kommune\n  Sundhed (closed 2026-01-01)")
    assert found.apply(units.add_note(found, key(found, "Sundhed"), "lukket")).code == "note.added"


def test_an_empty_note_is_refused(found: Plan) -> None:
    with refused("note.empty"):
        units.add_note(found, key(found, "Nord"), "  ")


def test_a_note_can_be_taken_away(found: Plan) -> None:
    found.apply(units.add_note(found, key(found, "Nord"), "husk", key="n"))
    change = found.apply(units.remove_note(found, "n"))
    assert (found.state().notes(key(found, "Nord")), said(change)) == ((), "En note til Nord er fjernet.")


def test_a_note_on_a_planned_unit_can_be_taken_away(found: Plan) -> None:
    found.apply(units.create(found, key(found, "Pleje"), "Ny", day=MARCH))
    found.apply(units.add_note(found, key(found, "Ny"), "husk", key="n"))
    found.apply(units.remove_note(found, "n"))
    assert found.state().notes(key(found, "Ny")) == ()


def test_a_note_that_is_not_there_is_refused(found: Plan) -> None:
    with refused("note.unknown"):
        units.remove_note(found, "n")


def test_a_correction_has_no_date(found: Plan) -> None:
    change = found.apply(units.rename(found, key(found, "Nord"), "Rettet", day=None))
    assert (change.day, found.state(date(2020, 1, 1)).units[key(found, "Rettet")].name) == (None, "Rettet")


def test_several_units_get_each_their_type_in_one_act() -> None:
    work = plan("Kommune\n  Sundhed\n    Åkanden\n    Tandplejen")
    nodes = (key(work, "Åkanden"), key(work, "Tandplejen"))
    change = work.apply(units.set_unit_types(work, dict(zip(nodes, ("plejehjem", "tandplejeklinik"), strict=True))))
    assert [work.state().units[one].unit_type for one in nodes] == ["42665001", "550691000005104"]
    assert Texts(texts("da")).sentence(change.code, change.params) == (
        "2 enheder får enhedstype (plejehjem, tandplejeklinik): Åkanden, Tandplejen."
    )
