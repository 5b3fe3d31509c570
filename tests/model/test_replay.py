"""Changes made again on another base: in effect, already so, skipped, or a decision that says why."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from sorstudio.model.baseline import Baseline
from sorstudio.model.change import Change
from sorstudio.model.edits import closing, messages, numbers, offers, restructure, units
from sorstudio.model.plan import Plan
from sorstudio.model.records import UNKNOWN, Address, AddressUse, Direction, NumberState, RecordKind, Unit
from sorstudio.model.replay import Fate, Replayed, join, replay, take_back
from sorstudio.model.timeline import Timeline
from tests.model.outline import baseline, gln, key, plan
from tests.model.refusing import refused

DRAWING = f"""
Kommune
  Sundhed [{gln(1)}]
    Pleje
      Nord
    Træning [{gln(2)}]
  Børn
"""
NEW_DAY = date(2026, 12, 15)
DECEMBER, FEBRUARY, MARCH = date(2026, 12, 1), date(2027, 2, 1), date(2027, 3, 1)


@pytest.fixture
def found() -> Plan:
    return plan(DRAWING)


def newer(drawing: str, day: date = NEW_DAY) -> Baseline:
    """A later register file of the same municipality."""
    return replace(baseline(drawing, day=day), id="newer")


def on(found: Plan, drawing: str) -> Replayed:
    """The plan's changes on a later register file."""
    return replay(found.timeline.changes, Timeline(newer(drawing), ()))


def fates(made: Replayed) -> list[Fate]:
    return [outcome.fate for outcome in made.outcomes]


def decisions(made: Replayed) -> list[str]:
    return [decision.code for outcome in made.open() for decision in outcome.decisions]


def rename(found: Plan, old: str, new: str, day: date | None = MARCH) -> Change:
    return found.apply(units.rename(found, key(found, old), new, day=day))


def test_a_value_that_is_as_it_was_takes_the_change(found: Plan) -> None:
    rename(found, "Pleje", "Ny pleje")
    made = on(found, DRAWING)
    assert (fates(made), made.timeline.state()) == ([Fate.APPLIED], found.state())


def test_a_value_that_is_already_as_the_change_makes_it_is_already_so(found: Plan) -> None:
    rename(found, "Pleje", "Ny pleje")
    made = on(found, DRAWING.replace("Pleje", "Ny pleje"))
    assert (fates(made), made.carried) == ([Fate.ALREADY], ())


def test_a_value_that_somebody_changed_otherwise_is_a_decision(found: Plan) -> None:
    rename(found, "Pleje", "Ny pleje")
    made = on(found, DRAWING.replace("Pleje", "Hjemmepleje"))
    decision = made.open()[0].decisions[0]
    assert (decision.code, decision.field) == ("replay.differs", "name")
    assert (decision.expected, decision.found, decision.wanted) == ("Pleje", "Hjemmepleje", "Ny pleje")


def test_a_value_that_the_new_file_does_not_carry_takes_the_change(found: Plan) -> None:
    address = Address(street="Torvet 1")
    found.apply(units.set_address(found, key(found, "Nord"), AddressUse.POSTAL, address))
    there = newer(DRAWING)
    versions = tuple(
        replace(one, record=replace(one.record, postal=UNKNOWN)) if isinstance(one.record, Unit) else one
        for one in there.versions
    )
    made = replay(found.timeline.changes, Timeline(replace(there, versions=versions), ()))
    assert fates(made) == [Fate.APPLIED]


def test_a_unit_that_is_gone_is_a_decision(found: Plan) -> None:
    rename(found, "Børn", "Børn og unge")
    assert decisions(on(found, DRAWING.replace("  Børn\n", ""))) == ["replay.gone"]


def test_a_unit_that_has_closed_is_a_decision(found: Plan) -> None:
    rename(found, "Nord", "Nord 2")
    assert decisions(on(found, DRAWING.replace("Nord", "Nord (closed 2026-12-10)"))) == ["replay.closed"]


def test_a_correction_of_a_unit_that_has_closed_is_a_decision(found: Plan) -> None:
    rename(found, "Nord", "Nord 2", None)
    assert decisions(on(found, DRAWING.replace("Nord", "Nord (closed 2026-12-10)"))) == ["replay.closed"]


def test_an_offer_on_a_unit_that_has_closed_is_a_decision(found: Plan) -> None:
    found.apply(offers.place_offer(found, ["traening"], key(found, "Nord")))
    assert decisions(on(found, DRAWING.replace("Nord", "Nord (closed 2026-11-30)"))) == ["replay.closed"]


def test_a_closing_that_the_register_has_made_is_already_so(found: Plan) -> None:
    found.apply(closing.close(found, key(found, "Nord"), day=DECEMBER))
    assert fates(on(found, DRAWING.replace("Nord", "Nord (closed 2026-12-01)"))) == [Fate.ALREADY]


def test_a_parent_that_has_closed_is_a_decision(found: Plan) -> None:
    found.apply(units.create(found, key(found, "Nord"), "Ny"))
    assert decisions(on(found, DRAWING.replace("Nord", "Nord (closed 2026-11-30)"))) == ["tree.parent_closes"]


def test_a_loop_on_the_new_base_is_a_decision(found: Plan) -> None:
    found.apply(units.move(found, [key(found, "Træning")], key(found, "Nord")))
    moved = f"Kommune\n  Sundhed [{gln(1)}]\n    Pleje\n    Nord\n    Træning [{gln(2)}]\n  Børn"
    turned = newer(moved)
    nord, training = key(found, "Nord"), key(found, "Træning")
    versions = tuple(
        replace(one, record=replace(one.record, parent=training)) if one.record.key == nord else one
        for one in turned.versions
    )
    made = replay(found.timeline.changes, Timeline(replace(turned, versions=versions), ()))
    assert decisions(made) == ["tree.loop"]


def test_a_number_that_another_unit_has_by_now_is_a_decision(found: Plan) -> None:
    found.apply(numbers.set_location_number(found, key(found, "Nord"), NumberState.OWN, gln(3)))
    assert decisions(on(found, DRAWING.replace("Pleje", f"Pleje [{gln(3)}]"))) == ["number.twice"]


def test_a_planned_unit_that_the_new_file_shows_under_its_sor_id_is_a_decision(found: Plan) -> None:
    issued = key(plan(DRAWING + "    Ny\n"), "Ny")
    found.apply(units.create(found, key(found, "Sundhed"), "Ny", key="k"))
    found.apply(units.set_sor_id(found, "k", issued))
    assert decisions(on(found, DRAWING + "    Ny\n")) == ["sor_id.taken"]


def test_message_types_of_a_number_that_is_gone_are_a_decision(found: Plan) -> None:
    found.apply(messages.add_message_type(found, key(found, "Træning"), "XDIS18", None, [Direction.IN]))
    made = on(found, DRAWING.replace(f"Træning [{gln(2)}]", "Træning"))
    assert decisions(made) == ["capability.owner_missing"]


def test_what_builds_on_a_decision_waits_too(found: Plan) -> None:
    rename(found, "Pleje", "Et")
    rename(found, "Et", "To")
    assert decisions(on(found, DRAWING.replace("Pleje", "Andet"))) == ["replay.differs", "replay.differs"]


def test_nothing_is_dropped(found: Plan) -> None:
    rename(found, "Pleje", "Ny pleje")
    rename(found, "Børn", "Børn og unge")
    rename(found, "Nord", "Nord 2")
    made = on(found, DRAWING.replace("Pleje", "Ny pleje").replace("  Børn\n", ""))
    assert [(outcome.change, outcome.fate) for outcome in made.outcomes] == list(
        zip(found.timeline.changes, [Fate.ALREADY, Fate.DECISION, Fate.APPLIED], strict=True)
    )


def test_a_change_that_is_there_already_is_skipped(found: Plan) -> None:
    change = rename(found, "Pleje", "Ny pleje")
    assert fates(replay([change], found.timeline, {change.id})) == [Fate.SKIPPED]


def test_the_order_of_children_is_never_a_decision(found: Plan) -> None:
    found.apply(units.move(found, [key(found, "Børn")], key(found, "Kommune"), before=key(found, "Sundhed")))
    turned = f"Kommune\n  Sundhed [{gln(1)}]\n    Pleje\n      Nord\n    Træning [{gln(2)}]\n  Børn"
    there = newer(turned)
    versions = tuple(
        replace(one, record=replace(one.record, rank=40.0)) if one.record.key == key(found, "Børn") else one
        for one in there.versions
    )
    assert fates(replay(found.timeline.changes, Timeline(replace(there, versions=versions), ()))) == [Fate.APPLIED]


def test_two_peoples_work_comes_together(found: Plan) -> None:
    other = plan(DRAWING)
    rename(found, "Pleje", "Min")
    rename(other, "Børn", "Din")
    change, made = join(found, other.journal.path())
    found.apply(change)
    assert fates(made) == [Fate.APPLIED]
    assert {"Min", "Din"} <= {unit.name for unit in found.state().units.values()}


def test_joining_the_same_work_twice_skips_everything(found: Plan) -> None:
    other = plan(DRAWING)
    rename(other, "Børn", "Din")
    found.apply(join(found, other.journal.path())[0])
    change, made = join(found, other.journal.path())
    assert (fates(made), change.carried) == ([Fate.SKIPPED], ())


def test_joining_a_branch_of_the_own_plan(found: Plan) -> None:
    branch = rename(found, "Børn", "Gren A")
    found.undo()
    rename(found, "Pleje", "Gren B")
    change, _ = join(found, found.journal.path(branch.id), branch.id)
    found.apply(change)
    assert found.journal.changes[change.id].follows == (change.follows[0], branch.id)
    assert {"Gren A", "Gren B"} <= {unit.name for unit in found.state().units.values()}


def test_a_join_can_be_undone(found: Plan) -> None:
    other = plan(DRAWING)
    rename(other, "Børn", "Din")
    before = found.state()
    found.apply(join(found, other.journal.path())[0])
    found.undo()
    assert found.state() == before


def test_two_different_names_for_one_unit_are_a_decision(found: Plan) -> None:
    other = plan(DRAWING)
    rename(found, "Børn", "Min", None)
    rename(other, "Børn", "Din", None)
    _, made = join(found, other.journal.path())
    assert decisions(made) == ["replay.differs"]


def test_taking_back_an_older_act_leaves_the_later_ones(found: Plan) -> None:
    first = rename(found, "Pleje", "Ny pleje")
    rename(found, "Børn", "Børn og unge")
    found.apply(take_back(found, first.id))
    names = {unit.name for unit in found.state().units.values()}
    assert {"Pleje", "Børn og unge"} <= names


def test_taking_back_march_leaves_february(found: Plan) -> None:
    march = rename(found, "Pleje", "Marts", MARCH)
    found.apply(units.rename(found, key(found, "Marts"), "Februar", day=FEBRUARY))
    found.apply(take_back(found, march.id))
    unit = key(found, "Februar")
    assert [found.state(day).units[unit].name for day in (FEBRUARY, MARCH, date.max)] == ["Februar"] * 3


def test_taking_back_twice_is_refused(found: Plan) -> None:
    change = rename(found, "Pleje", "Ny pleje")
    found.apply(take_back(found, change.id))
    with refused("edit.nothing_changes"):
        take_back(found, change.id)


def test_what_later_acts_build_on_cannot_be_taken_back_alone(found: Plan) -> None:
    change = rename(found, "Pleje", "Et")
    rename(found, "Et", "To")
    with refused("journal.built_upon", "en senere handling"):
        take_back(found, change.id)


def test_a_created_unit_with_others_below_cannot_be_taken_back(found: Plan) -> None:
    made = found.apply(units.create(found, key(found, "Pleje"), "Ny"))
    found.apply(units.create(found, key(found, "Ny"), "Under ny"))
    with refused("journal.built_upon"):
        take_back(found, made.id)


def test_an_order_that_a_later_day_builds_on_cannot_be_taken_back(found: Plan) -> None:
    order = found.apply(numbers.order_location_number(found, key(found, "Nord"), system="Nexus", day=FEBRUARY))
    replaced = found.apply(restructure.replace_unit(found, key(found, "Nord"), name="Ny", day=MARCH))
    found.apply(take_back(found, replaced.id))
    with refused("journal.built_upon"):
        take_back(found, order.id)


def test_a_created_unit_can_be_taken_back(found: Plan) -> None:
    before = found.state()
    made = found.apply(units.create(found, key(found, "Pleje"), "Ny"))
    found.apply(take_back(found, made.id))
    assert found.state() == before


def test_a_closing_can_be_taken_back_with_all_it_ended(found: Plan) -> None:
    found.apply(messages.add_message_type(found, key(found, "Træning"), "XDIS18", None, [Direction.IN]))
    before = found.state()
    change = found.apply(closing.close(found, key(found, "Træning"), day=MARCH))
    found.apply(take_back(found, change.id))
    assert found.state() == before


def test_taking_back_what_is_not_in_the_plan_is_refused(found: Plan) -> None:
    with refused("journal.unknown_change", "zz"):
        take_back(found, "zz")


def test_what_was_taken_back_says_so(found: Plan) -> None:
    change = rename(found, "Pleje", "Ny pleje")
    back = found.apply(take_back(found, change.id))
    assert (back.code, back.params["what"], back.author) == ("plan.taken_back", "unit.renamed", "Test")


@pytest.mark.parametrize("kind", [RecordKind.UNIT, RecordKind.NUMBER])
def test_a_replayed_change_keeps_its_identity(found: Plan, kind: RecordKind) -> None:
    found.apply(numbers.order_location_number(found, key(found, "Nord"), system="Nexus"))
    carried = on(found, DRAWING).carried
    assert [change.id for change in carried] == [change.id for change in found.timeline.changes]
    assert kind in {edit.kind for edit in carried[0].edits}
