"""Own, ordered, inherited and no location numbers."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from sorstudio.model.change import Change
from sorstudio.model.edits import messages, numbers, units
from sorstudio.model.edits.numbers import change_number, close_location_number, order_location_number
from sorstudio.model.edits.numbers import set_location_number as set_number
from sorstudio.model.inherit import number_giver
from sorstudio.model.plan import Plan
from sorstudio.model.records import Direction, LocationNumber, NumberState
from sorstudio.model.texts import Texts
from sorstudio.resources import texts
from tests.model.outline import TODAY, gln, key, plan
from tests.model.refusing import refused

DRAWING = f"""
Kommune
  Sundhed [{gln(1)}]
    Pleje
    Nord ^
    Træning [{gln(2)}]
  Børn
    PPR
"""
OWN, INHERITED, NONE = NumberState.OWN, NumberState.INHERITED, NumberState.NONE
WORKING = TODAY + timedelta(days=7)
FEBRUARY, MARCH = date(2027, 2, 1), date(2027, 3, 1)


@pytest.fixture
def found() -> Plan:
    return plan(DRAWING)


def number(found: Plan, name: str, day: date = date.max) -> LocationNumber | None:
    return found.state(day).number_of(key(found, name))


def state(found: Plan, name: str, day: date = date.max) -> object:
    return found.state(day).units[key(found, name)].number_state


def own(found: Plan, name: str, day: date = date.max) -> str | None:
    held = number(found, name, day)
    assert held is not None
    return held.gln


def said(change: Change) -> str:
    return Texts(texts("da")).sentence(change.code, change.params)


def order(found: Plan, name: str = "Pleje", day: date = MARCH) -> Change:
    return found.apply(order_location_number(found, key(found, name), system="Nexus", day=day))


def test_a_unit_gets_its_own_number(found: Plan) -> None:
    change = found.apply(set_number(found, key(found, "Pleje"), OWN, f" {gln(5)} "))
    assert (own(found, "Pleje"), state(found, "Pleje"), change.day) == (gln(5), OWN, WORKING)
    assert said(change) == f"Pleje har fået lokationsnummer {gln(5)}."


def test_a_unit_that_inherited_gets_its_own_number(found: Plan) -> None:
    found.apply(set_number(found, key(found, "Nord"), OWN, gln(5)))
    assert number_giver(found.state(), key(found, "Nord")) == key(found, "Nord")


def test_an_own_number_is_replaced_and_keeps_its_message_types(found: Plan) -> None:
    training = key(found, "Træning")
    found.apply(messages.add_message_type(found, training, "XDIS18", None, [Direction.IN]))
    change = found.apply(set_number(found, training, OWN, gln(5)))
    held = number(found, "Træning")
    assert held is not None
    assert (held.gln, len(found.state().capabilities(held.key))) == (gln(5), 1)
    assert said(change) == f"Træning har skiftet lokationsnummer fra {gln(2)} til {gln(5)}."


def test_own_without_a_number_is_refused(found: Plan) -> None:
    with refused("number.gln_missing", "Pleje"):
        set_number(found, key(found, "Pleje"), OWN)


def test_own_where_it_is_own_already_is_refused(found: Plan) -> None:
    with refused("number.already_own", "Træning", gln(2)):
        set_number(found, key(found, "Træning"), OWN)


def test_own_where_a_number_is_ordered_asks_for_the_number(found: Plan) -> None:
    order(found)
    with refused("number.already_own", "Pleje", "skriv nummeret"):
        set_number(found, key(found, "Pleje"), OWN)


def test_the_same_number_again_changes_nothing(found: Plan) -> None:
    with refused("edit.nothing_changes"):
        set_number(found, key(found, "Træning"), OWN, gln(2))


def test_a_number_that_another_unit_owns_is_refused(found: Plan) -> None:
    with refused("number.taken", gln(2), "Træning"):
        set_number(found, key(found, "Pleje"), OWN, gln(2))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (gln(5)[:-1] + str((int(gln(5)[-1]) + 1) % 10), "gln.check_digit"),
        ("5,79E+12", "gln.scientific"),
        ("579099", "gln.length"),
        ("57909900000A5", "gln.not_digits"),
    ],
)
def test_a_number_that_cannot_be_is_refused(found: Plan, text: str, code: str) -> None:
    with refused(code, text):
        set_number(found, key(found, "Pleje"), OWN, text)


def test_a_unit_inherits_from_the_nearest_above(found: Plan) -> None:
    change = found.apply(set_number(found, key(found, "Pleje"), INHERITED))
    assert (state(found, "Pleje"), said(change)) == (INHERITED, "Pleje bruger nu lokationsnummeret fra Sundhed.")


def test_inheriting_closes_the_own_number_with_its_message_types(found: Plan) -> None:
    training = key(found, "Træning")
    found.apply(messages.add_message_type(found, training, "XDIS18", None, [Direction.IN]))
    held = number(found, "Træning")
    assert held is not None
    found.apply(set_number(found, training, INHERITED))
    assert (number(found, "Træning"), found.state().capabilities(held.key)) == (None, ())


def test_a_number_with_inherited_is_refused(found: Plan) -> None:
    with refused("number.gln_without_own", "Pleje"):
        set_number(found, key(found, "Pleje"), INHERITED, gln(5))


def test_inheriting_where_nobody_above_has_a_number_is_refused(found: Plan) -> None:
    with refused("number.nothing_to_inherit", "PPR"):
        set_number(found, key(found, "PPR"), INHERITED)


def test_the_owner_inherits_from_nobody(found: Plan) -> None:
    with refused("number.owner_cannot_inherit", "Kommune"):
        set_number(found, key(found, "Kommune"), INHERITED)


def test_a_unit_can_have_none(found: Plan) -> None:
    change = found.apply(set_number(found, key(found, "Træning"), NONE))
    assert (number(found, "Træning"), state(found, "Træning")) == (None, NONE)
    assert said(change) == f"Træning har ikke længere lokationsnummeret {gln(2)}."


def test_a_unit_that_inherited_can_have_none(found: Plan) -> None:
    change = found.apply(set_number(found, key(found, "Nord"), NONE))
    assert (state(found, "Nord"), said(change)) == (NONE, "Nord har ikke længere noget lokationsnummer.")


def test_an_ordered_number_is_own_and_has_no_gln(found: Plan) -> None:
    change = order(found)
    held = number(found, "Pleje")
    assert held is not None
    assert (held.gln, held.system, state(found, "Pleje")) == (None, "Nexus", OWN)
    assert said(change) == "Der bestilles et lokationsnummer til Pleje (journalsystem: Nexus)."


def test_an_order_may_carry_what_sundhedsdatastyrelsen_asks_for(found: Plan) -> None:
    details = {"vendor": " KMD ", "internal_only": False}
    found.apply(order_location_number(found, key(found, "Pleje"), details=details))
    held = number(found, "Pleje")
    assert held is not None
    assert (held.vendor, held.internal_only, held.system) == ("KMD", False, None)


def test_an_ordered_number_is_issued(found: Plan) -> None:
    order(found)
    change = found.apply(set_number(found, key(found, "Pleje"), OWN, gln(5)))
    assert (own(found, "Pleje"), said(change)) == (gln(5), f"Pleje har fået det bestilte lokationsnummer: {gln(5)}.")


def test_issuing_waits_for_the_day_of_the_order(found: Plan) -> None:
    order(found, day=MARCH)
    change = found.apply(set_number(found, key(found, "Pleje"), OWN, gln(5)))
    assert change.day == MARCH
    assert len([one for one in found.state().numbers.values() if one.unit == key(found, "Pleje")]) == 1


def test_issuing_without_a_date_is_a_correction_of_the_order(found: Plan) -> None:
    order(found, day=MARCH)
    found.apply(set_number(found, key(found, "Pleje"), OWN, gln(5), day=None))
    assert (number(found, "Pleje", FEBRUARY), own(found, "Pleje", MARCH)) == (None, gln(5))


def test_a_second_number_before_the_ordered_one_is_refused(found: Plan) -> None:
    order(found, day=MARCH)
    with refused("number.two", "Pleje", "1. marts 2027"):
        set_number(found, key(found, "Pleje"), OWN, gln(5), day=FEBRUARY)


@pytest.mark.parametrize("day", [FEBRUARY, MARCH, date(2027, 4, 1)])
def test_a_number_is_ordered_only_once(found: Plan, day: date) -> None:
    order(found, day=MARCH)
    with refused("number.already_ordered", "Pleje"):
        order_location_number(found, key(found, "Pleje"), system="Nexus", day=day)


def test_where_there_is_an_own_number_none_is_ordered(found: Plan) -> None:
    with refused("number.already_own", "Træning", gln(2)):
        order_location_number(found, key(found, "Træning"), system="Nexus")


def test_a_unit_may_inherit_until_its_own_number_begins(found: Plan) -> None:
    order(found, day=MARCH)
    found.apply(set_number(found, key(found, "Pleje"), INHERITED, day=FEBRUARY))
    assert [state(found, "Pleje", day) for day in (WORKING, FEBRUARY, MARCH)] == [NONE, INHERITED, OWN]


def test_closing_gives_up_the_own_number(found: Plan) -> None:
    change = found.apply(close_location_number(found, key(found, "Træning"), day=MARCH))
    assert (change.code, own(found, "Træning", FEBRUARY), number(found, "Træning")) == (
        "number.removed",
        gln(2),
        None,
    )


def test_an_order_is_given_up_on_the_day_it_would_hold(found: Plan) -> None:
    order(found, day=MARCH)
    change = found.apply(close_location_number(found, key(found, "Pleje")))
    assert (change.day, number(found, "Pleje"), state(found, "Pleje")) == (MARCH, None, NONE)


@pytest.mark.parametrize("name", ["Pleje", "Nord"])
def test_only_an_own_number_can_be_closed(found: Plan, name: str) -> None:
    with refused("number.not_own", name):
        close_location_number(found, key(found, name))


def test_who_inherits_loses_the_number_with_it(found: Plan) -> None:
    found.apply(close_location_number(found, key(found, "Sundhed")))
    assert number_giver(found.state(), key(found, "Nord")) is None


def test_the_details_of_a_number_change(found: Plan) -> None:
    change = found.apply(change_number(found, key(found, "Træning"), {"system": "Cura", "note": " "}))
    held = number(found, "Træning")
    assert held is not None
    assert (held.system, held.note) == ("Cura", None)
    assert said(change) == f"Oplysningerne om lokationsnummeret {gln(2)} på Træning er rettet."


def test_the_details_of_an_order_change_on_its_day(found: Plan) -> None:
    order(found, day=MARCH)
    change = found.apply(change_number(found, key(found, "Pleje"), {"system": "Cura"}))
    assert (change.day, said(change)) == (MARCH, "Oplysningerne om det bestilte lokationsnummer til Pleje er rettet.")


def test_the_details_of_an_inherited_number_are_the_givers(found: Plan) -> None:
    with refused("number.inherited", "Nord", "Sundhed"):
        change_number(found, key(found, "Nord"), {"system": "Cura"})


def test_a_unit_without_number_has_no_details(found: Plan) -> None:
    with refused("number.not_own", "Pleje"):
        change_number(found, key(found, "Pleje"), {"system": "Cura"})


def test_a_detail_that_no_number_has_is_refused(found: Plan) -> None:
    with refused("field.unknown", "farve", "vendor"):
        change_number(found, key(found, "Træning"), {"farve": "blå"})


def test_a_remark_of_254_characters_is_the_longest(found: Plan) -> None:
    found.apply(change_number(found, key(found, "Træning"), {"note": "x" * 254}))
    with refused("number.note_too_long", "255", "254"):
        change_number(found, key(found, "Træning"), {"note": "x" * 255})


def test_a_net_operator_is_found_by_name(found: Plan) -> None:
    operator = found.codes.net_operators[0]
    found.apply(change_number(found, key(found, "Træning"), {"net_operator": operator.name}))
    held = number(found, "Træning")
    assert held is not None
    assert held.net_operator == operator.code


def test_a_number_on_a_planned_unit_waits_for_the_unit(found: Plan) -> None:
    found.apply(units.create(found, key(found, "Sundhed"), "Ny", day=MARCH))
    assert order_location_number(found, key(found, "Ny")).day == MARCH


def test_of_two_orders_each_unit_has_its_own(found: Plan) -> None:
    order(found, "Pleje")
    order(found, "PPR")
    found.apply(numbers.set_location_number(found, key(found, "PPR"), OWN, gln(6)))
    assert (own(found, "Pleje"), own(found, "PPR")) == (None, gln(6))
