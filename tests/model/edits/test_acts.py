"""Acts as data: every form that `sorstudio apply` knows, and what is wrong with one that it does not."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from sorstudio.model.baseline import Baseline
from sorstudio.model.change import Change
from sorstudio.model.edits.act import Act
from sorstudio.model.edits.acts import FIELDS, VERBS, aliases_after, change_for, parse_act
from sorstudio.model.errors import Unusable
from sorstudio.model.identifiers import make_sor_id
from sorstudio.model.plan import Plan
from sorstudio.model.records import Address, Contact, NumberState
from sorstudio.resources import code_lists
from tests.model.outline import DAY, TODAY, gln, key, plan
from tests.model.refusing import refused

DRAWING = f"""
Kommune
  Sundhed [{gln(1)}]
    Pleje
      Nord ^
      Syd
    Træning [{gln(2)}]
"""
MARCH = date(2027, 3, 1)


@pytest.fixture
def found() -> Plan:
    return plan(DRAWING)


def do(found: Plan, *acts: Mapping[str, object]) -> Change:
    """Apply acts as one file of them; units are named here by their names."""
    aliases: Mapping[str, str] = {}
    made: Change | None = None
    for data in acts:
        act = parse_act({name: _keys(found, name, value) for name, value in data.items()})
        made = found.apply(change_for(found, act, aliases))
        aliases = aliases_after(act, aliases)
    assert made is not None
    return made


def _keys(found: Plan, name: str, value: object) -> object:
    known = {unit.name: unit.key for unit in found.state().units.values()}
    if name in {"unit", "units", "parent", "before", "by", "into", "replaced_by", "number_from", "children"}:
        if isinstance(value, list):
            return [_part(found, item) if isinstance(item, dict) else known.get(item, item) for item in value]
        return known.get(value, value) if isinstance(value, str) else value
    return value


def _part(found: Plan, data: Mapping[str, object]) -> dict[str, object]:
    return {name: _keys(found, name, value) for name, value in data.items()}


def children(found: Plan, name: str) -> list[str]:
    return [found.state().units[one].name for one in found.state().children(key(found, name))]


def test_create(found: Plan) -> None:
    do(found, {"act": "create", "parent": "Pleje", "kind": "OE", "name": "Ny", "unit_type": "plejehjem"})
    assert (children(found, "Pleje")[-1], found.state().units[key(found, "Ny")].unit_type) == ("Ny", "42665001")


def test_create_the_owner() -> None:
    empty = Plan([Baseline("b", DAY, "outline")], code_lists(), today=TODAY)
    do(empty, {"act": "create", "parent": None, "name": "Herlev Kommune"})
    assert [unit.name for unit in empty.state().units.values()] == ["Herlev Kommune"]


@pytest.mark.parametrize("name", ["", "  "])
def test_a_blank_name_is_the_verb_s_to_refuse(found: Plan, name: str) -> None:
    with refused("name.empty"):
        do(found, {"act": "rename", "unit": "Nord", "name": name})
    with refused("name.empty"):
        do(found, {"act": "create", "parent": "Pleje", "name": name})


def test_rename(found: Plan) -> None:
    change = do(found, {"act": "rename", "unit": "Nord", "name": "Nord 2", "date": "2027-03-01", "reason": "Fusion"})
    assert (key(found, "Nord 2"), change.day, change.reason) == (change.edits[0].key, MARCH, "Fusion")


def test_move(found: Plan) -> None:
    do(found, {"act": "move", "unit": "Nord", "parent": "Træning"})
    assert children(found, "Træning") == ["Nord"]


def test_move_several_ahead_of_another(found: Plan) -> None:
    do(found, {"act": "move", "units": ["Syd", "Nord"], "parent": "Sundhed", "before": "Træning"})
    assert children(found, "Sundhed") == ["Pleje", "Syd", "Nord", "Træning"]


def test_change_fields(found: Plan) -> None:
    do(found, {"act": "change_fields", "unit": "Nord", "fields": {"cvr": "12345674", "ambulant": True, "shak": None}})
    assert found.state().units[key(found, "Nord")].cvr == "12345674"


@pytest.mark.parametrize("field", ["code", "name"])
def test_set_unit_type(found: Plan, field: str) -> None:
    do(found, {"act": "set_unit_type", "unit": "Nord", field: {"code": "42665001", "name": "plejehjem"}[field]})
    assert found.state().units[key(found, "Nord")].unit_type == "42665001"


def test_set_unit_type_to_nothing(found: Plan) -> None:
    do(
        found,
        {"act": "set_unit_type", "unit": "Nord", "name": "plejehjem"},
        {"act": "set_unit_type", "unit": "Nord", "code": None},
    )
    assert found.state().units[key(found, "Nord")].unit_type is None


def test_set_specialities(found: Plan) -> None:
    do(found, {"act": "set_specialities", "unit": "Nord", "codes": ["hjemmepleje"]})
    assert [item.code for item in found.state().specialities(key(found, "Nord"))] == ["658171000005102"]


def test_set_address(found: Plan) -> None:
    do(found, {"act": "set_address", "unit": "Nord", "which": "visiting", "street": "Torvet", "postcode": "2730"})
    assert found.state().units[key(found, "Nord")].visiting == Address(street="Torvet", postcode="2730")


def test_set_address_is_the_postal_one_unless_said_otherwise(found: Plan) -> None:
    do(found, {"act": "set_address", "unit": "Nord", "street": "Torvet"})
    do(found, {"act": "set_address", "unit": "Nord", "inherit": True})
    assert found.state().units[key(found, "Nord")].postal is None


def test_set_contact(found: Plan) -> None:
    do(found, {"act": "set_contact", "unit": "Nord", "phone": "44525252"})
    assert found.state().units[key(found, "Nord")].contact == Contact("44525252")


def test_set_contact_to_inherit(found: Plan) -> None:
    do(found, {"act": "set_contact", "unit": "Nord", "phone": "44525252"})
    do(found, {"act": "set_contact", "unit": "Nord", "inherit": True})
    assert found.state().units[key(found, "Nord")].contact is None


@pytest.mark.parametrize(("state", "number"), [("own", gln(5)), ("inherited", None)])
def test_set_location_number(found: Plan, state: str, number: str | None) -> None:
    do(found, {"act": "set_location_number", "unit": "Syd", "state": state, "gln": number})
    held = found.state().number_of(key(found, "Syd"))
    assert (held.gln if held else None) == number
    assert found.state().units[key(found, "Syd")].number_state is NumberState(state)


def test_order_location_number(found: Plan) -> None:
    order = {"act": "order_location_number", "unit": "Syd", "system": "Nexus", "vendor": "KMD", "as": "nummer"}
    change = do(found, order)
    held = found.state().number_of(key(found, "Syd"))
    assert held is not None
    assert (held.system, held.vendor, held.gln, change.code) == ("Nexus", "KMD", None, "number.ordered")


def test_change_and_close_location_number(found: Plan) -> None:
    do(found, {"act": "change_location_number", "unit": "Træning", "system": "Cura", "inactive": True})
    held = found.state().number_of(key(found, "Træning"))
    assert held is not None
    assert (held.system, held.inactive) == ("Cura", True)
    do(found, {"act": "close_location_number", "unit": "Træning"})
    assert found.state().number_of(key(found, "Træning")) is None


def test_add_and_remove_message_type(found: Plan) -> None:
    message = {"unit": "Træning", "type": "XDIS91", "version": "XD9134L", "direction": "both"}
    assert len(do(found, {"act": "add_message_type", **message}).edits) == 2
    assert len(do(found, {"act": "remove_message_type", **message, "direction": "in"}).edits) == 1
    assert len(do(found, {"act": "remove_message_type", "unit": "Træning", "type": "XDIS91"}).edits) == 1


def test_close(found: Plan) -> None:
    do(found, {"act": "close", "unit": "Nord", "date": "2027-03-01", "replaced_by": "Syd"})
    assert found.state().units[key(found, "Nord")].valid_to == MARCH
    assert len(found.state().successions(key(found, "Nord"))) == 1


def test_close_a_branch_with_several_successors(found: Plan) -> None:
    change = do(found, {"act": "close", "unit": "Pleje", "with_below": True, "replaced_by": ["Træning", "Sundhed"]})
    assert change.params["count"] == "3"


def test_reopen(found: Plan) -> None:
    do(found, {"act": "close", "unit": "Nord"}, {"act": "reopen", "unit": "Nord"})
    assert found.state().units[key(found, "Nord")].valid_to is None


def test_replace(found: Plan) -> None:
    do(found, {"act": "replace", "unit": "Nord", "by": "Syd"}, {"act": "replace", "unit": "Træning", "name": "Ny"})
    assert found.state().number_of(key(found, "Ny")) is not None


def test_merge(found: Plan) -> None:
    do(found, {"act": "merge", "units": ["Nord", "Syd"], "name": "Distrikt"})
    do(found, {"act": "merge", "units": ["Distrikt"], "into": "Træning", "date": "2027-03-01"})
    assert found.state().units[key(found, "Distrikt")].valid_to is not None


def test_merge_keeps_the_number_that_is_named(found: Plan) -> None:
    do(found, {"act": "set_location_number", "unit": "Syd", "state": "own", "gln": gln(5), "date": None})
    do(found, {"act": "merge", "units": ["Syd"], "into": "Træning", "number_from": "Syd"})
    held = found.state().number_of(key(found, "Træning"))
    assert held is not None
    assert held.gln == gln(5)


def test_merge_to_a_named_place(found: Plan) -> None:
    do(found, {"act": "merge", "units": ["Nord", "Træning"], "name": "Ny", "parent": "Pleje"})
    assert "Ny" in children(found, "Pleje")


def test_split(found: Plan) -> None:
    parts = [{"name": "A", "children": ["Nord"]}, {"name": "B", "children": ["Syd"], "number": False, "offers": []}]
    do(found, {"act": "split", "unit": "Pleje", "into": parts})
    assert (children(found, "A"), children(found, "B")) == (["Nord"], ["Syd"])


def test_split_off(found: Plan) -> None:
    do(found, {"act": "split", "unit": "Træning", "into": [{"name": "A", "number": True}], "keep": True})
    assert found.state().number_of(key(found, "A")) is not None


@pytest.mark.parametrize("offer", [{"offer": "akutfunktion"}, {"offers": ["akutfunktion"]}])
def test_place_and_remove_offer(found: Plan, offer: Mapping[str, object]) -> None:
    do(found, {"act": "place_offer", "unit": "Nord", **offer})
    assert found.state().providers("akutfunktion") == (key(found, "Nord"),)
    do(found, {"act": "remove_offer", "unit": "Nord", "offer": "akutfunktion"})
    assert found.state().providers("akutfunktion") == ()


def test_create_and_delete_offer(found: Plan) -> None:
    do(found, {"act": "create_offer", "name": "Sang", "code": "sang", "legal_basis": "servicelov § 84"})
    assert [offer.key for offer in found.state().offers()] == ["sang"]
    do(found, {"act": "delete_offer", "offer": "sang"})
    assert found.state().offers() == ()


def test_a_new_offer_is_placed_by_its_alias(found: Plan) -> None:
    do(
        found,
        {"act": "create_offer", "name": "Sang", "as": "s"},
        {"act": "place_offer", "offer": "s", "unit": "Nord"},
        {"act": "remove_offer", "offer": "s", "unit": "Nord"},
        {"act": "delete_offer", "offer": "s"},
    )
    assert found.state().offers() == ()


def test_note_and_remove_note(found: Plan) -> None:
    change = do(found, {"act": "note", "unit": "Nord", "text": "husk", "as": "n"}, {"act": "remove_note", "note": "n"})
    assert (change.code, found.state().notes(key(found, "Nord"))) == ("note.removed", ())


def test_accept_finding_and_withdraw_acceptance(found: Plan) -> None:
    act = {"act": "accept_finding", "unit": "Nord", "rule": "SOR-030", "reason": "aftalt", "facts": "abc"}
    do(found, act)
    assert [one.reason for one in found.state().acceptances(key(found, "Nord"))] == ["aftalt"]
    do(found, {"act": "withdraw_acceptance", "unit": "Nord", "rule": "SOR-030"})
    assert found.state().acceptances(key(found, "Nord")) == ()


def test_send_request_answer_request_and_withdraw_answer(found: Plan) -> None:
    do(found, {"act": "rename", "unit": "Nord", "name": "Ny", "date": "2027-01-01"})
    do(found, {"act": "send_request", "addressee": "municipality", "sent": "2026-11-20", "note": "brev", "as": "r"})
    (request,) = found.state().requests()
    assert (request.addressee, str(request.sent), request.note) == ("municipality", "2026-11-20", "brev")
    line = {"request": "1", "unit": "Ny", "wish": "rename", "wanted": "2027-01-01"}
    do(found, {"act": "answer_request", **line, "reply": "refused", "reason": "nej", "answered": "2026-11-21"})
    (answer,) = found.state().answers(request.key)
    assert (answer.unit, answer.reply, answer.reason) == (key(found, "Ny"), "refused", "nej")
    do(found, {"act": "withdraw_answer", **line, "request": "municipality"})
    assert found.state().answers(request.key) == ()


def test_a_reply_is_one_of_three(found: Plan) -> None:
    do(found, {"act": "rename", "unit": "Nord", "name": "Ny"})
    do(found, {"act": "send_request", "addressee": "municipality"})
    act = {"act": "answer_request", "request": "1", "unit": "Ny", "wish": "rename", "reply": "perhaps"}
    with pytest.raises(Unusable, match=r"act\.value"):
        do(found, act)


def test_set_sor_id(found: Plan) -> None:
    issued = make_sor_id(9_500_001)
    create = {"act": "create", "parent": "Pleje", "name": "Ny", "as": "n"}
    do(
        found,
        create,
        {"act": "set_sor_id", "unit": "n", "sor_id": issued},
        {"act": "note", "unit": issued, "text": "x"},
    )
    assert found.state().units[key(found, "Ny")].sor_id == issued


def test_set_setting(found: Plan) -> None:
    do(found, {"act": "set_setting", "name": "responsible_name", "value": "Anna"})
    assert found.state().setting("responsible_name") == "Anna"


def test_every_act_knows_its_fields() -> None:
    assert set(FIELDS) == set(VERBS)


def test_an_alias_names_a_new_unit_in_the_acts_that_follow(found: Plan) -> None:
    do(
        found,
        {"act": "create", "parent": "Pleje", "name": "Ny", "as": "ny"},
        {"act": "create", "parent": "ny", "name": "Under ny", "as": "under"},
        {"act": "move", "units": ["Nord", "under"], "parent": "ny"},
    )
    assert children(found, "Ny") == ["Nord", "Under ny"]


def test_the_parts_of_a_split_may_have_aliases(found: Plan) -> None:
    parts = [{"name": "A", "children": ["Nord"], "as": "a"}, {"name": "B", "children": ["Syd"]}]
    do(found, {"act": "split", "unit": "Pleje", "into": parts}, {"act": "rename", "unit": "a", "name": "A 2"})
    assert children(found, "A 2") == ["Nord"]


def test_an_alias_is_used_once() -> None:
    act = parse_act({"act": "note", "unit": "1", "text": "x", "as": "a"})
    with refused("act.alias_taken", "a"):
        aliases_after(act, {"a": "1"})


def test_two_parts_do_not_share_an_alias() -> None:
    parts = [{"name": "A", "as": "a"}, {"name": "B", "as": "a"}]
    with refused("act.alias_taken", "a"):
        aliases_after(parse_act({"act": "split", "unit": "1", "into": parts}), {})


def test_without_an_alias_nothing_new_is_named() -> None:
    assert aliases_after(parse_act({"act": "rename", "unit": "1", "name": "x"}), {"a": "1"}) == {"a": "1"}


def test_an_alias_that_is_not_there_is_refused(found: Plan) -> None:
    with refused("unit.unknown", "ny"):
        do(found, {"act": "rename", "unit": "ny", "name": "x"})


def test_trying_an_act_twice_makes_the_same_key(found: Plan) -> None:
    act = parse_act({"act": "create", "parent": key(found, "Pleje"), "name": "Ny"})
    tried = change_for(found.snapshot(), act, {})
    assert change_for(found, act, {}).edits == tried.edits


def test_without_a_date_an_act_takes_the_working_date(found: Plan) -> None:
    assert do(found, {"act": "rename", "unit": "Nord", "name": "x"}).day == found.working_date


def test_a_date_of_null_is_a_correction(found: Plan) -> None:
    assert do(found, {"act": "rename", "unit": "Nord", "name": "x", "date": None}).day is None


@pytest.mark.parametrize("day", ["", "1. marts", "2027-02-30", "2027-3-1", 5, True])
def test_a_date_that_cannot_be_read_is_refused(found: Plan, day: object) -> None:
    with refused("act.date", "2026-12-31", str(day)):
        do(found, {"act": "rename", "unit": "Nord", "name": "x", "date": day})


@pytest.mark.parametrize("data", [None, 5, "rename", [], {}, {"act": 5}, {"unit": "1"}])
def test_what_is_no_act_is_refused(data: object) -> None:
    with refused("act.no_name", "JSON-objekt"):
        parse_act(data)


def test_an_act_that_is_not_there_names_those_there_are() -> None:
    with refused("act.unknown", "fly", "rename"):
        parse_act({"act": "fly"})


def test_a_field_that_the_act_does_not_have_is_refused() -> None:
    with refused("act.unknown_field", "rename", "nmae", "name"):
        parse_act({"act": "rename", "unit": "1", "nmae": "x"})


def test_a_field_that_a_part_does_not_have_is_refused(found: Plan) -> None:
    with refused("act.unknown_field", "split", "numbr"):
        do(found, {"act": "split", "unit": "Træning", "into": [{"name": "A", "numbr": True}], "keep": True})


def test_an_alias_is_text() -> None:
    with refused("act.field_type", "as"):
        parse_act({"act": "note", "unit": "1", "text": "x", "as": 5})


@pytest.mark.parametrize(
    ("act", "field"),
    [
        ({"act": "rename", "name": "x"}, "unit"),
        ({"act": "rename", "unit": "Nord"}, "name"),
        ({"act": "create", "parent": "Pleje"}, "name"),
        ({"act": "move", "parent": "Pleje"}, "unit"),
        ({"act": "move", "unit": "Nord"}, "parent"),
        ({"act": "set_unit_type", "unit": "Nord"}, "code"),
        ({"act": "set_specialities", "unit": "Nord"}, "codes"),
        ({"act": "change_fields", "unit": "Nord"}, "fields"),
        ({"act": "change_fields", "unit": "Nord", "fields": {}}, "fields"),
        ({"act": "set_location_number", "unit": "Nord"}, "state"),
        ({"act": "change_location_number", "unit": "Træning"}, "fields"),
        ({"act": "add_message_type", "unit": "Træning", "type": "XDIS18"}, "direction"),
        ({"act": "split", "unit": "Pleje"}, "into"),
        ({"act": "place_offer", "unit": "Nord"}, "offer"),
        ({"act": "note", "unit": "Nord"}, "text"),
        ({"act": "accept_finding", "unit": "Nord", "rule": "SOR-030", "facts": "abc"}, "reason"),
        ({"act": "set_sor_id", "unit": "Nord"}, "sor_id"),
        ({"act": "set_setting", "value": "x"}, "name"),
    ],
)
def test_a_field_that_is_missing_is_named(found: Plan, act: Mapping[str, object], field: str) -> None:
    with refused("act.field_missing", str(act["act"]), field):
        do(found, act)


@pytest.mark.parametrize(
    ("act", "field"),
    [
        ({"act": "rename", "unit": 5, "name": "x"}, "unit"),
        ({"act": "rename", "unit": "Nord", "name": 5}, "name"),
        ({"act": "rename", "unit": "Nord", "name": "x", "reason": 5}, "reason"),
        ({"act": "move", "units": [5], "parent": "Pleje"}, "units"),
        ({"act": "move", "units": {"a": "b"}, "parent": "Pleje"}, "units"),
        ({"act": "close", "unit": "Nord", "with_below": "ja"}, "with_below"),
        ({"act": "change_fields", "unit": "Nord", "fields": {"cvr": 12345674}}, "fields"),
        ({"act": "set_location_number", "unit": "Syd", "state": "own", "gln": 5790}, "gln"),
        ({"act": "split", "unit": "Pleje", "into": ["A", "B"]}, "into"),
    ],
)
def test_a_field_of_the_wrong_form_is_named(found: Plan, act: Mapping[str, object], field: str) -> None:
    with refused("act.field_type", str(act["act"]), field):
        do(found, act)


@pytest.mark.parametrize(
    ("act", "field", "known"),
    [
        ({"act": "create", "parent": "Pleje", "name": "x", "kind": "XX"}, "kind", "IE, SI, OE"),
        ({"act": "set_address", "unit": "Nord", "which": "home", "street": "x"}, "which", "visiting"),
        ({"act": "set_location_number", "unit": "Nord", "state": "mine"}, "state", "own, inherited, none"),
    ],
)
def test_a_value_outside_its_list_names_the_list(
    found: Plan, act: Mapping[str, object], field: str, known: str
) -> None:
    with refused("act.value", field, known):
        do(found, act)


def test_a_direction_outside_its_list_is_refused(found: Plan) -> None:
    with refused("message.direction", "op"):
        do(found, {"act": "add_message_type", "unit": "Træning", "type": "XDIS18", "direction": "op"})


def test_a_refusal_of_the_verb_comes_through(found: Plan) -> None:
    with refused("move.below_itself", "Pleje"):
        do(found, {"act": "move", "unit": "Pleje", "parent": "Nord"})


def test_each_act_has_a_key_of_its_own() -> None:
    data = {"act": "note", "unit": "1", "text": "x"}
    assert parse_act(data).new_key != parse_act(data).new_key
    assert Act("note", data).new_key != Act("note", data).new_key


def test_an_alias_on_a_merge_into_an_existing_unit_names_that_unit() -> None:
    act = parse_act({"act": "merge", "units": ["a"], "into": "b", "as": "samlet"})
    assert aliases_after(act, {"b": "the-key"})["samlet"] == "the-key"
