"""One of several, several of one, one for another: what belongs to them is carried, what is not clear is asked for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from sorstudio.model.change import Change, altered, new_id
from sorstudio.model.edits import closing, messages, offers, units
from sorstudio.model.edits.restructure import Part, merge, replace_unit, split
from sorstudio.model.inherit import number_giver
from sorstudio.model.plan import Plan
from sorstudio.model.records import UNKNOWN, Direction, NumberState, RecordKind
from sorstudio.model.texts import Texts
from sorstudio.resources import texts
from tests.model.outline import drawing, gln, key, plan
from tests.model.refusing import refused

DRAWING = f"""
Kommune
  Sundhed [{gln(1)}]
    Pleje
      Nord ^
      Syd
    Træning [{gln(2)}]
      Hold A ^
      Hold B (closed 2027-06-01)
    Akut [{gln(3)}]
    Vest
  Børn
    PPR
"""
FEBRUARY, MARCH, APRIL = (date(2027, month, 1) for month in (2, 3, 4))


@pytest.fixture
def found() -> Plan:
    plan_ = plan(DRAWING)
    training = key(plan_, "Træning")
    plan_.apply(messages.add_message_type(plan_, training, "XDIS18", None, [Direction.IN], day=None))
    plan_.apply(offers.place_offer(plan_, ["sygeplejeklinik"], training, day=None))
    return plan_


def said(change: Change) -> str:
    return Texts(texts("da")).sentence(change.code, change.params)


def children(found: Plan, name: str, day: date = date.max) -> list[str]:
    state = found.state(day)
    return [state.units[one].name for one in state.children(key(found, name))]


def number(found: Plan, name: str) -> tuple[str | None, int, object]:
    """GLN, how many message types, and how the unit stands to numbers."""
    state, unit = found.state(), key(found, name)
    held = state.number_of(unit)
    types = len(state.capabilities(held.key)) if held else 0
    return held.gln if held else None, types, state.units[unit].number_state


def offers_of(found: Plan, name: str) -> list[str]:
    return [item.offer for item in found.state().placements(key(found, name))]


def closes(found: Plan, name: str) -> date | None:
    return found.state().units[key(found, name)].valid_to


def keys(found: Plan, *names: str) -> list[str]:
    return [key(found, name) for name in names]


def test_a_unit_is_replaced_by_a_new_one_like_it(found: Plan) -> None:
    found.apply(units.set_unit_type(found, key(found, "Træning"), "plejehjem", day=None))
    change = found.apply(replace_unit(found, key(found, "Træning"), name="Genoptræning", day=MARCH))
    made = found.state().units[key(found, "Genoptræning")]
    assert (made.unit_type, made.sor_id, made.valid_from, closes(found, "Træning")) == ("42665001", None, MARCH, MARCH)
    assert said(change) == "Træning er erstattet af Genoptræning."


def test_the_new_unit_takes_over_number_types_offers_and_children(found: Plan) -> None:
    found.apply(replace_unit(found, key(found, "Træning"), name="Genoptræning", day=MARCH))
    assert number(found, "Genoptræning") == (gln(2), 1, NumberState.OWN)
    assert offers_of(found, "Genoptræning") == ["sygeplejeklinik"]
    assert children(found, "Genoptræning") == ["Hold A", "Hold B"]


def test_the_old_unit_has_nothing_left_and_names_its_successor(found: Plan) -> None:
    found.apply(replace_unit(found, key(found, "Træning"), name="Genoptræning", day=MARCH))
    assert (number(found, "Træning"), offers_of(found, "Træning")) == ((None, 0, NumberState.NONE), [])
    successors = [item.successor for item in found.state().successions(key(found, "Træning"))]
    assert successors == [key(found, "Genoptræning")]


def test_the_new_unit_stands_right_behind_the_old_one(found: Plan) -> None:
    found.apply(replace_unit(found, key(found, "Træning"), name="Genoptræning", day=MARCH))
    assert children(found, "Sundhed")[1:3] == ["Træning", "Genoptræning"]


def test_before_its_day_nothing_is_replaced(found: Plan) -> None:
    before = drawing(found)
    found.apply(replace_unit(found, key(found, "Træning"), name="Genoptræning", day=MARCH))
    assert drawing(found, MARCH - timedelta(days=1)) == before


def test_a_unit_is_replaced_by_one_that_is_there(found: Plan) -> None:
    found.apply(replace_unit(found, key(found, "Træning"), by=key(found, "Vest"), day=MARCH))
    assert number(found, "Vest") == (gln(2), 1, NumberState.OWN)
    assert (children(found, "Vest"), offers_of(found, "Vest")) == (["Hold A", "Hold B"], ["sygeplejeklinik"])


def test_who_inherited_from_the_old_unit_inherits_from_the_new_one(found: Plan) -> None:
    found.apply(replace_unit(found, key(found, "Træning"), name="Genoptræning", day=MARCH))
    assert number_giver(found.state(), key(found, "Hold A")) == key(found, "Genoptræning")


def test_specialities_follow_to_the_new_unit(found: Plan) -> None:
    found.apply(units.set_specialities(found, key(found, "Vest"), ["hjemmepleje"], day=None))
    found.apply(replace_unit(found, key(found, "Vest"), name="Vest 2", day=MARCH))
    assert [item.code for item in found.state().specialities(key(found, "Vest 2"))] == ["658171000005102"]


def test_ids_of_other_registers_do_not_follow(found: Plan) -> None:
    found.apply(units.change_fields(found, key(found, "Vest"), {"kombit_id": "k", "cvr": "12345674"}, day=None))
    found.apply(replace_unit(found, key(found, "Vest"), name="Vest 2", day=MARCH))
    made = found.state().units[key(found, "Vest 2")]
    assert (made.kombit_id, made.cvr) == (None, "12345674")


def test_several_become_a_new_one(found: Plan) -> None:
    change = found.apply(merge(found, keys(found, "Nord", "Syd"), name="Distrikt", day=MARCH))
    assert (closes(found, "Nord"), closes(found, "Syd"), children(found, "Pleje")[-1]) == (MARCH, MARCH, "Syd")
    assert said(change) == "2 enheder er lagt sammen til Distrikt: Nord, Syd."


def test_what_all_share_is_kept_by_the_new_one(found: Plan) -> None:
    for name, type_ in (("Nord", "plejehjem"), ("Syd", "jobcenter")):
        found.apply(units.set_unit_type(found, key(found, name), type_, day=None))
    found.apply(merge(found, keys(found, "Nord", "Syd"), name="Distrikt", day=MARCH))
    assert found.state().units[key(found, "Distrikt")].unit_type is None


def test_units_that_all_inherit_become_one_that_inherits(found: Plan) -> None:
    found.apply(merge(found, keys(found, "Nord"), name="Distrikt", day=MARCH))
    assert number(found, "Distrikt") == (None, 0, NumberState.INHERITED)


def test_the_only_number_there_is_lives_on(found: Plan) -> None:
    found.apply(merge(found, keys(found, "Vest", "Træning"), name="Ny", day=MARCH))
    assert number(found, "Ny") == (gln(2), 1, NumberState.OWN)


def test_which_of_two_numbers_lives_on_is_asked_for(found: Plan) -> None:
    with refused("merge.number_unclear", "Træning", "Akut"):
        merge(found, keys(found, "Træning", "Akut"), name="Ny", day=MARCH)


def test_the_named_number_lives_on_and_the_other_ends(found: Plan) -> None:
    units_ = keys(found, "Træning", "Akut")
    found.apply(merge(found, units_, name="Ny", number_from=key(found, "Akut"), day=MARCH))
    assert number(found, "Ny") == (gln(3), 0, NumberState.OWN)
    assert {one.gln for one in found.state().numbers.values()} == {gln(1), gln(3)}


def test_a_number_that_is_not_there_cannot_live_on(found: Plan) -> None:
    with refused("merge.number_not_there", "Vest"):
        merge(found, keys(found, "Vest", "Akut"), name="Ny", number_from=key(found, "Vest"), day=MARCH)


def test_merged_into_one_with_its_own_number_that_number_stays(found: Plan) -> None:
    change = found.apply(merge(found, keys(found, "Træning"), into=key(found, "Akut"), day=MARCH))
    assert (number(found, "Akut"), number(found, "Træning")[0]) == ((gln(3), 0, NumberState.OWN), None)
    assert said(change) == "Træning er lagt ind under Akut."


def test_merged_into_one_the_other_number_can_be_chosen(found: Plan) -> None:
    target = key(found, "Akut")
    found.apply(merge(found, keys(found, "Træning"), into=target, number_from=key(found, "Træning"), day=MARCH))
    assert number(found, "Akut") == (gln(2), 1, NumberState.OWN)
    assert {one.gln for one in found.state().numbers.values()} == {gln(1), gln(2)}


def test_the_one_they_become_may_be_among_them(found: Plan) -> None:
    found.apply(merge(found, keys(found, "Nord", "Syd"), into=key(found, "Syd"), day=MARCH))
    assert (closes(found, "Nord"), closes(found, "Syd")) == (MARCH, None)


def test_an_offer_that_both_provide_is_provided_once(found: Plan) -> None:
    found.apply(offers.place_offer(found, ["sygeplejeklinik"], key(found, "Akut"), day=None))
    found.apply(merge(found, keys(found, "Træning"), into=key(found, "Akut"), day=MARCH))
    assert offers_of(found, "Akut") == ["sygeplejeklinik"]


def test_a_child_merged_into_its_parent_leaves_it_its_children(found: Plan) -> None:
    found.apply(merge(found, keys(found, "Træning"), into=key(found, "Sundhed"), day=MARCH))
    assert children(found, "Sundhed")[-2:] == ["Hold A", "Hold B"]


def test_a_parent_and_its_child_become_one(found: Plan) -> None:
    sundhed = key(found, "Sundhed")
    found.apply(merge(found, keys(found, "Pleje", "Nord"), name="Samlet", parent=sundhed, day=MARCH))
    assert (children(found, "Samlet"), closes(found, "Nord")) == (["Syd"], MARCH)


def test_a_unit_is_not_merged_into_one_below_it(found: Plan) -> None:
    with refused("merge.into_below", "Syd", "Pleje"):
        merge(found, keys(found, "Pleje"), into=key(found, "Syd"), day=MARCH)


def test_from_different_places_the_place_is_asked_for(found: Plan) -> None:
    with refused("merge.parent_unclear", "Nord", "Vest"):
        merge(found, keys(found, "Nord", "Vest"), name="Ny", day=MARCH)


def test_the_named_place_is_taken(found: Plan) -> None:
    found.apply(merge(found, keys(found, "Nord", "Vest"), name="Ny", parent=key(found, "Pleje"), day=MARCH))
    assert "Ny" in children(found, "Pleje")


def test_the_place_cannot_be_one_that_closes_with_it(found: Plan) -> None:
    with refused("tree.parent_closes", "Ny", "Pleje", "1. marts 2027"):
        merge(found, keys(found, "Pleje", "Nord"), name="Ny", parent=key(found, "Pleje"), day=MARCH)


def test_a_new_one_of_several_needs_a_name(found: Plan) -> None:
    with refused("merge.name_missing"):
        merge(found, keys(found, "Nord", "Syd"), day=MARCH)


def test_the_name_of_the_new_one_must_fit(found: Plan) -> None:
    with refused("name.too_long", "61 tegn"):
        merge(found, keys(found, "Nord", "Syd"), name="x" * 61, day=MARCH)


@pytest.mark.parametrize("names", [[], ["Nord"]])
def test_nothing_cannot_be_merged(found: Plan, names: list[str]) -> None:
    with refused("merge.nothing_to_merge"):
        merge(found, keys(found, *names), into=key(found, "Nord"), day=MARCH)


def test_the_owner_is_not_merged_away(found: Plan) -> None:
    with refused("close.owner", "Kommune"):
        merge(found, keys(found, "Kommune"), into=key(found, "Sundhed"), day=MARCH)


@pytest.mark.parametrize("day", [FEBRUARY, APRIL])
def test_what_closes_anyway_is_not_merged(found: Plan, day: date) -> None:
    found.apply(closing.close(found, key(found, "Nord"), day=MARCH))
    code = "close.closes_already" if day < MARCH else "unit.is_closed"
    with refused(code, "Nord", "1. marts 2027"):
        merge(found, keys(found, "Nord"), into=key(found, "Syd"), day=day)


def test_what_closes_anyway_is_not_split(found: Plan) -> None:
    found.apply(closing.close(found, key(found, "Nord"), day=MARCH))
    with refused("close.closes_already", "Nord", "1. marts 2027"):
        split(found, key(found, "Nord"), [Part("A", "a"), Part("B", "b")], day=FEBRUARY)


def test_a_planned_unit_is_not_replaced_on_its_first_day(found: Plan) -> None:
    found.apply(units.create(found, key(found, "Pleje"), "Ny", day=MARCH))
    with refused("close.before_start", "Ny", "1. marts 2027"):
        replace_unit(found, key(found, "Ny"), by=key(found, "Syd"))


def test_restructuring_has_a_date(found: Plan) -> None:
    with refused("restructure.date_needed"):
        merge(found, keys(found, "Nord"), into=key(found, "Syd"), day=None)


def parts(found: Plan) -> list[Part]:
    first = Part("Ude", "ude", (key(found, "Hold A"),), ("sygeplejeklinik",), takes_number=True)
    return [first, Part("Inde", "inde", (key(found, "Hold B"),))]


def changed(found: Plan, place: int, **values: object) -> list[Part]:
    several = parts(found)
    several[place] = replace(several[place], **values)  # type: ignore[arg-type]
    return several


def test_one_becomes_several_beside_it(found: Plan) -> None:
    change = found.apply(split(found, key(found, "Træning"), parts(found), day=MARCH))
    assert children(found, "Sundhed")[1:4] == ["Træning", "Ude", "Inde"]
    assert (closes(found, "Træning"), said(change)) == (MARCH, "Træning er delt i 2: Ude, Inde.")


def test_children_offers_and_number_go_where_they_were_given(found: Plan) -> None:
    found.apply(split(found, key(found, "Træning"), parts(found), day=MARCH))
    assert (children(found, "Ude"), children(found, "Inde")) == (["Hold A"], ["Hold B"])
    assert (offers_of(found, "Ude"), offers_of(found, "Inde")) == (["sygeplejeklinik"], [])
    assert (number(found, "Ude"), number(found, "Inde")) == ((gln(2), 1, NumberState.OWN), (None, 0, NumberState.NONE))


def test_the_parts_succeed_the_unit(found: Plan) -> None:
    found.apply(split(found, key(found, "Træning"), parts(found), day=MARCH))
    successors = {item.successor for item in found.state().successions(key(found, "Træning"))}
    assert (successors, number(found, "Træning")[0]) == ({"ude", "inde"}, None)


def test_parts_of_a_unit_that_inherits_inherit_too(found: Plan) -> None:
    found.apply(split(found, key(found, "Nord"), [Part("A", "a"), Part("B", "b")], day=MARCH))
    assert [number(found, name)[2] for name in ("A", "B")] == [NumberState.INHERITED] * 2
    assert number_giver(found.state(), "a") == key(found, "Sundhed")


def test_a_unit_may_go_on_beside_what_is_split_off(found: Plan) -> None:
    part = Part("Ude", "ude", (key(found, "Hold A"),), ("sygeplejeklinik",))
    change = found.apply(split(found, key(found, "Træning"), [part], keep=True, day=MARCH))
    assert (closes(found, "Træning"), children(found, "Træning")) == (None, ["Hold B"])
    assert (number(found, "Træning"), offers_of(found, "Træning")) == ((gln(2), 1, NumberState.OWN), [])
    assert said(change) == "Ude er delt ud fra Træning."


def test_a_unit_that_goes_on_may_give_its_number_away(found: Plan) -> None:
    part = Part("Ude", "ude", takes_number=True)
    found.apply(split(found, key(found, "Træning"), [part], keep=True, day=MARCH))
    assert number(found, "Ude") == (gln(2), 1, NumberState.OWN)
    assert number(found, "Træning") == (None, 0, NumberState.NONE)


@pytest.mark.parametrize(("keep", "several"), [(False, [Part("A", "a")]), (True, [])])
def test_a_split_makes_more_than_one(found: Plan, keep: bool, several: list[Part]) -> None:
    with refused("split.too_few_parts", "Vest"):
        split(found, key(found, "Vest"), several, keep=keep, day=MARCH)


def test_every_child_must_be_given_to_a_part(found: Plan) -> None:
    with refused("split.children_unclear", "Træning", "Hold B"):
        split(found, key(found, "Træning"), changed(found, 1, children=()), day=MARCH)


def test_a_child_is_given_to_one_part_only(found: Plan) -> None:
    both = (key(found, "Hold A"), key(found, "Hold B"))
    with refused("split.children_unclear", "Træning", "Hold A"):
        split(found, key(found, "Træning"), changed(found, 1, children=both), day=MARCH)


def test_only_own_children_are_shared_out(found: Plan) -> None:
    strange = (key(found, "Hold A"), key(found, "Syd"))
    with refused("split.children_foreign", "Træning"):
        split(found, key(found, "Træning"), changed(found, 0, children=strange), day=MARCH)


def test_every_offer_must_be_given_to_a_part(found: Plan) -> None:
    with refused("split.offers_unclear", "Træning"):
        split(found, key(found, "Træning"), changed(found, 0, offers=()), day=MARCH)


def test_an_offer_may_go_to_several_parts(found: Plan) -> None:
    found.apply(split(found, key(found, "Træning"), changed(found, 1, offers=("sygeplejeklinik",)), day=MARCH))
    assert (offers_of(found, "Ude"), offers_of(found, "Inde")) == (["sygeplejeklinik"], ["sygeplejeklinik"])


def test_only_own_offers_are_shared_out(found: Plan) -> None:
    with refused("split.offers_foreign", "Træning", "akutfunktion"):
        split(found, key(found, "Træning"), changed(found, 1, offers=("akutfunktion",)), day=MARCH)


@pytest.mark.parametrize("takers", [(False, False), (True, True)])
def test_who_gets_the_number_is_asked_for(found: Plan, takers: tuple[bool, bool]) -> None:
    several = [replace(part, takes_number=takes) for part, takes in zip(parts(found), takers, strict=True)]
    with refused("split.number_unclear", "Træning"):
        split(found, key(found, "Træning"), several, day=MARCH)


def test_a_number_that_is_not_there_is_given_to_nobody(found: Plan) -> None:
    with refused("number.not_own", "Vest"):
        split(found, key(found, "Vest"), [Part("A", "a", takes_number=True), Part("B", "b")], day=MARCH)


def test_the_owner_is_not_split(found: Plan) -> None:
    with refused("close.owner", "Kommune"):
        split(found, key(found, "Kommune"), [Part("A", "a")], keep=True, day=MARCH)


def test_a_part_has_a_name_that_fits(found: Plan) -> None:
    with refused("name.empty"):
        split(found, key(found, "Vest"), [Part(" ", "a"), Part("B", "b")], day=MARCH)


def test_a_split_has_a_date(found: Plan) -> None:
    with refused("restructure.date_needed"):
        split(found, key(found, "Vest"), [Part("A", "a"), Part("B", "b")], day=None)


@pytest.mark.parametrize("verb", ["replace", "merge", "split"])
def test_undo_gives_exactly_what_was_there(found: Plan, verb: str) -> None:
    before = found.state()
    training = key(found, "Træning")
    changes = {
        "replace": lambda: replace_unit(found, training, name="Ny", day=MARCH),
        "merge": lambda: merge(found, [training], into=key(found, "Vest"), day=MARCH),
        "split": lambda: split(found, training, parts(found), day=MARCH),
    }
    found.apply(changes[verb]())
    found.undo()
    assert found.state() == before


def test_an_unknown_number_state_does_not_make_the_new_one_inherit(found: Plan) -> None:
    edit = altered(RecordKind.UNIT, found.state().units[key(found, "Vest")], number_state=UNKNOWN)
    found.apply(Change(new_id(), "x", (edit,) if edit else ()))
    found.apply(replace_unit(found, key(found, "Vest"), name="Ny", day=MARCH))
    assert number(found, "Ny")[2] is NumberState.NONE
