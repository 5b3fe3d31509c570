"""What holds at a unit and who gives it: computed, never copied."""

from __future__ import annotations

import pytest

from sorstudio.model.change import altered
from sorstudio.model.inherit import (
    Held,
    address_at,
    contact_at,
    inheritors,
    inherits_by_kind,
    nearest_number_above,
    number_at,
    number_giver,
)
from sorstudio.model.records import UNKNOWN, Address, AddressUse, Contact, NumberState, RecordKind, UnitKind, Value
from sorstudio.model.state import State
from tests.model.outline import gln, key, plan

PLAN = plan(
    f"""
Kommune
  Sundhed [{gln(1)}]
    Pleje ^
      Nord ^
      Syd
    Træning [{gln(2)}]
      Hold ^
  Børn
    PPR ^
"""
)
STATE = PLAN.state()
TORVET, GADEN = Address(street="Torvet 1", postcode="2730"), Address(street="Gaden 2")


def at(name: str) -> str:
    return key(PLAN, name)


def given(name: str, **values: Value) -> State:
    edit = altered(RecordKind.UNIT, STATE.units[at(name)], **values)
    return STATE.with_edits([edit] if edit else [])


@pytest.mark.parametrize(
    ("unit", "giver"),
    [("Sundhed", "Sundhed"), ("Pleje", "Sundhed"), ("Nord", "Sundhed"), ("Hold", "Træning")],
)
def test_a_number_comes_from_the_unit_or_the_nearest_above_that_has_one(unit: str, giver: str) -> None:
    assert number_giver(STATE, at(unit)) == at(giver)


def test_a_unit_that_does_not_say_it_inherits_has_none() -> None:
    assert (number_giver(STATE, at("Syd")), number_at(STATE, at("Syd"))) == (None, None)


def test_a_unit_that_inherits_where_nobody_above_has_one_has_none() -> None:
    assert number_giver(STATE, at("PPR")) is None


def test_a_unit_of_which_nothing_is_known_gets_no_number() -> None:
    assert number_giver(given("Nord", number_state=UNKNOWN), at("Nord")) is None


def test_the_number_that_holds_is_the_givers() -> None:
    number = number_at(STATE, at("Nord"))
    assert number is not None
    assert number.gln == gln(1)


def test_who_uses_a_number_comes_in_tree_order() -> None:
    assert inheritors(STATE, at("Sundhed")) == (at("Pleje"), at("Nord"))


def test_a_unit_without_a_number_has_no_inheritors() -> None:
    assert inheritors(STATE, at("Pleje")) == ()


def test_below_a_unit_without_number_one_may_still_inherit_past_it() -> None:
    state = given("Pleje", number_state=NumberState.NONE)
    assert inheritors(state, at("Sundhed")) == (at("Nord"),)


def test_the_nearest_number_above_does_not_count_the_units_own() -> None:
    assert nearest_number_above(STATE, at("Træning")) == at("Sundhed")
    assert nearest_number_above(STATE, at("Sundhed")) is None


@pytest.mark.parametrize("use", AddressUse)
def test_without_any_address_there_is_none(use: AddressUse) -> None:
    assert address_at(STATE, at("Nord"), use) is None


def test_an_own_address_holds() -> None:
    assert address_at(given("Nord", postal=TORVET), at("Nord"), AddressUse.POSTAL) == Held(TORVET, at("Nord"))


def test_a_postal_address_is_inherited_over_several_levels() -> None:
    assert address_at(given("Kommune", postal=TORVET), at("Nord"), AddressUse.POSTAL) == Held(TORVET, at("Kommune"))


def test_an_address_is_a_block_and_is_never_mixed_with_the_one_above() -> None:
    state = given("Kommune", postal=TORVET)
    edit = altered(RecordKind.UNIT, state.units[at("Nord")], postal=GADEN)
    assert edit is not None
    held = address_at(state.with_edits([edit]), at("Nord"), AddressUse.POSTAL)
    assert held == Held(GADEN, at("Nord"))


def test_a_missing_visiting_address_is_the_units_own_postal_address() -> None:
    state = given("Nord", postal=GADEN)
    assert address_at(state, at("Nord"), AddressUse.VISITING) == Held(GADEN, at("Nord"))


def test_the_visiting_address_of_the_unit_above_is_not_inherited() -> None:
    assert address_at(given("Pleje", visiting=TORVET), at("Nord"), AddressUse.VISITING) is None


def test_a_missing_activity_address_is_the_visiting_address() -> None:
    state = given("Nord", postal=GADEN, visiting=TORVET)
    assert address_at(state, at("Nord"), AddressUse.ACTIVITY) == Held(TORVET, at("Nord"))


def test_an_unknown_address_answers_unknown() -> None:
    assert address_at(given("Nord", postal=UNKNOWN), at("Nord"), AddressUse.VISITING) is UNKNOWN


def test_an_unknown_address_above_answers_unknown() -> None:
    assert address_at(given("Pleje", postal=UNKNOWN), at("Nord"), AddressUse.POSTAL) is UNKNOWN


def test_contact_details_are_inherited_as_a_block() -> None:
    contact = Contact("44525252")
    assert contact_at(given("Sundhed", contact=contact), at("Nord")) == Held(contact, at("Sundhed"))


def test_own_contact_details_hold() -> None:
    contact = Contact("44525252")
    assert contact_at(given("Nord", contact=contact), at("Nord")) == Held(contact, at("Nord"))


@pytest.mark.parametrize("unit", ["Nord", "Pleje"])
def test_unknown_contact_details_answer_unknown(unit: str) -> None:
    assert contact_at(given(unit, contact=UNKNOWN), at("Nord")) is UNKNOWN


def test_only_the_owner_has_nobody_to_inherit_from() -> None:
    assert [inherits_by_kind(kind) for kind in UnitKind] == [False, True, True]
