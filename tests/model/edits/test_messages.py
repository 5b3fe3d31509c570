"""Message types are set on a unit's own number, ordered or issued."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from sorstudio.model.change import Change, altered, new_id
from sorstudio.model.edits import numbers
from sorstudio.model.edits.messages import (
    BOTH,
    add_message_type,
    add_message_types,
    directions_of,
    known_message,
    remove_message_type,
    set_messages_known,
)
from sorstudio.model.plan import Plan
from sorstudio.model.records import Direction, RecordKind
from sorstudio.model.texts import Texts
from sorstudio.resources import texts
from tests.model.outline import gln, key, plan
from tests.model.refusing import refused

DRAWING = f"""
Kommune
  Sundhed [{gln(1)}]
    Pleje
    Nord ^
    Træning [{gln(2)}]
"""
IN, OUT = [Direction.IN], [Direction.OUT]
FEBRUARY, MARCH = date(2027, 2, 1), date(2027, 3, 1)


@pytest.fixture
def found() -> Plan:
    return plan(DRAWING)


def held(found: Plan, name: str, day: date = date.max) -> list[tuple[str, str, str]]:
    number = found.state(day).number_of(key(found, name))
    assert number is not None
    return [(item.type, item.version, item.direction.value) for item in found.state(day).capabilities(number.key)]


def said(change: Change) -> str:
    return Texts(texts("da")).sentence(change.code, change.params)


def add(found: Plan, type_: str = "XDIS18", version: str | None = None) -> Change:
    return found.apply(add_message_type(found, key(found, "Træning"), type_, version, IN))


def test_without_a_version_the_current_one_is_meant(found: Plan) -> None:
    change = add(found)
    assert held(found, "Træning") == [("XDIS18", "XD1834C", "in")]
    assert said(change) == "Træning modtager XDIS18 XD1834C."


def test_a_named_version_is_taken(found: Plan) -> None:
    add(found, version="XD1831C")
    assert held(found, "Træning") == [("XDIS18", "XD1831C", "in")]


def test_both_directions_are_two_records(found: Plan) -> None:
    change = found.apply(add_message_type(found, key(found, "Træning"), "XDIS91", None, BOTH))
    assert [item[2] for item in held(found, "Træning")] == ["in", "out"]
    assert said(change) == "Træning modtager og sender XDIS91 XD9134L."


def test_the_direction_that_is_missing_is_added(found: Plan) -> None:
    found.apply(add_message_type(found, key(found, "Træning"), "XDIS91", None, IN))
    change = add_message_type(found, key(found, "Træning"), "XDIS91", None, BOTH)
    assert [edit.after()["direction"] for edit in change.edits] == [Direction.OUT]


def test_what_is_there_already_is_refused(found: Plan) -> None:
    add(found)
    with refused("message.already_there", "Træning", "XDIS18", "XD1834C"):
        add(found)


def test_message_types_can_be_planned_on_an_ordered_number(found: Plan) -> None:
    found.apply(numbers.order_location_number(found, key(found, "Pleje"), system="Nexus", day=MARCH))
    change = found.apply(add_message_type(found, key(found, "Pleje"), "XDIS18", None, IN))
    assert (held(found, "Pleje"), change.day) == ([("XDIS18", "XD1834C", "in")], MARCH)


def test_message_types_stay_when_the_number_is_issued(found: Plan) -> None:
    found.apply(numbers.order_location_number(found, key(found, "Pleje"), system="Nexus"))
    found.apply(add_message_type(found, key(found, "Pleje"), "XDIS18", None, IN))
    found.apply(numbers.set_location_number(found, key(found, "Pleje"), numbers.NumberState.OWN, gln(5)))
    assert held(found, "Pleje") == [("XDIS18", "XD1834C", "in")]


@pytest.mark.parametrize("verb", [add_message_type, remove_message_type])
def test_on_an_inherited_number_the_giver_is_named(found: Plan, verb: object) -> None:
    with refused("number.inherited", "Nord", "Sundhed"):
        verb(found, key(found, "Nord"), "XDIS18", None, IN)  # type: ignore[operator]


def test_a_unit_without_a_number_has_no_message_types(found: Plan) -> None:
    with refused("number.not_own", "Pleje"):
        add_message_type(found, key(found, "Pleje"), "XDIS18", None, IN)


def test_a_type_that_is_not_in_the_list_is_refused(found: Plan) -> None:
    with refused("message.unknown", "XYZ99"):
        add(found, "XYZ99")


def test_a_version_that_is_not_in_the_list_names_those_there_are(found: Plan) -> None:
    with refused("message.unknown_version", "XDIS18", "XD1800C", "XD1834C", "XD1831C"):
        add(found, version="XD1800C")


def test_the_catalogue_knows_what_it_is_asked_for(found: Plan) -> None:
    assert known_message(found, "XREF15", None).version == "XH1530R"


def test_a_type_is_taken_off_in_one_direction(found: Plan) -> None:
    training = key(found, "Træning")
    found.apply(add_message_type(found, training, "XDIS91", None, BOTH))
    change = found.apply(remove_message_type(found, training, "XDIS91", None, OUT))
    assert held(found, "Træning") == [("XDIS91", "XD9134L", "in")]
    assert said(change) == "Træning bruger ikke længere XDIS91 XD9134L."


def test_without_a_version_every_version_is_taken_off(found: Plan) -> None:
    add(found, version="XD1834C")
    add(found, version="XD1831C")
    found.apply(remove_message_type(found, key(found, "Træning"), "XDIS18", None))
    assert held(found, "Træning") == []


def test_with_a_version_only_that_one_is_taken_off(found: Plan) -> None:
    add(found, version="XD1834C")
    add(found, version="XD1831C")
    found.apply(remove_message_type(found, key(found, "Træning"), "XDIS18", "XD1831C"))
    assert held(found, "Træning") == [("XDIS18", "XD1834C", "in")]


def test_what_is_not_there_cannot_be_taken_off(found: Plan) -> None:
    with refused("message.not_there", "Træning", "XDIS18"):
        remove_message_type(found, key(found, "Træning"), "XDIS18", None)


def test_what_the_file_does_not_show_cannot_be_taken_off(found: Plan) -> None:
    edit = set_messages_known(found, key(found, "Træning"), False)
    found.apply(Change(new_id(), "x", (edit,) if edit else ()))
    with refused("message.not_known", "Træning", "XDIS18"):
        remove_message_type(found, key(found, "Træning"), "XDIS18", "XD1834C")


def test_a_unit_without_number_has_no_list_to_complete(found: Plan) -> None:
    assert set_messages_known(found, key(found, "Pleje"), True) is None


def test_a_type_holds_from_its_day_on(found: Plan) -> None:
    found.apply(add_message_type(found, key(found, "Træning"), "XDIS18", None, IN, day=MARCH))
    assert (held(found, "Træning", FEBRUARY), len(held(found, "Træning", MARCH))) == ([], 1)


def test_a_type_that_is_in_no_list_can_still_be_taken_off(found: Plan) -> None:
    change = add(found)
    number = found.state().number_of(key(found, "Træning"))
    assert number is not None
    record = found.state().capabilities(number.key)[0]
    edit = altered(RecordKind.CAPABILITY, record, **{"type": "GAMMEL", "version": "1"})
    found.apply(replace(change, id=new_id(), edits=(edit,) if edit else (), follows=()))
    found.apply(remove_message_type(found, key(found, "Træning"), "GAMMEL", None))
    assert held(found, "Træning") == []


@pytest.mark.parametrize(("text", "ways"), [("in", (Direction.IN,)), ("out", (Direction.OUT,)), ("both", BOTH)])
def test_directions_are_in_out_and_both(text: str, ways: tuple[Direction, ...]) -> None:
    assert directions_of(text) == ways


def test_another_direction_is_refused() -> None:
    with refused("message.direction", "op", "both (begge)"):
        directions_of("op")


def test_several_types_are_one_act_and_what_is_there_is_passed_over(found: Plan) -> None:
    add(found)
    wanted = [("XDIS18", Direction.IN), ("XDIS21", Direction.IN), ("XDIS16", Direction.OUT)]
    change = add_message_types(found, key(found, "Træning"), wanted)
    assert len(change.edits) == 2
    assert said(change) == "Træning får 2 meddelelsestyper: XDIS16, XDIS21."
    found.apply(change)
    with refused("edit.nothing_changes"):
        add_message_types(found, key(found, "Træning"), wanted)
