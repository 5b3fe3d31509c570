"""A plan on a newer register file: what is done falls away, the rest is carried, and nothing is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from sorstudio.model.adopting import Take, adopt, is_held, open_changes
from sorstudio.model.baseline import Baseline
from sorstudio.model.change import Change
from sorstudio.model.edits import offers, settings, units
from sorstudio.model.plan import Plan
from sorstudio.model.replay import Fate, Replayed, take_back
from tests.model.outline import baseline, gln, key, plan

DRAWING = f"""
Kommune
  Sundhed [{gln(1)}]
    Pleje
      Nord
    Træning [{gln(2)}]
  Børn
"""
NEW_DAY, MARCH = date(2026, 12, 15), date(2027, 3, 1)


@pytest.fixture
def found() -> Plan:
    return plan(DRAWING)


def newer(drawing: str) -> Baseline:
    """A later register file of the same municipality."""
    return replace(baseline(drawing, day=NEW_DAY), id="newer")


def without(drawing: str, name: str) -> Baseline:
    """A later file from which the units of that name are gone; every other one keeps its SOR-ID."""
    whole = newer(drawing)
    return replace(whole, versions=tuple(one for one in whole.versions if getattr(one.record, "name", "") != name))


def rename(found: Plan, old: str, new: str, day: date | None = MARCH) -> Change:
    return found.apply(units.rename(found, key(found, old), new, day=day))


def fates(made: Replayed) -> list[Fate]:
    return [outcome.fate for outcome in made.outcomes]


def adopted(found: Plan, drawing: str, take: Take = Take.OURS) -> Replayed:
    kept, change, made = adopt(found, newer(drawing), take=take)
    found.add_baseline(kept)
    found.apply(change)
    return made


def test_adopting_puts_the_plan_on_the_new_file_with_what_is_still_open(found: Plan) -> None:
    rename(found, "Pleje", "Ny pleje")
    adopted(found, DRAWING.replace("Børn", "Børn og unge"))
    names = {unit.name for unit in found.state().units.values()}
    assert {"Ny pleje", "Børn og unge"} <= names
    assert found.baseline.id == "newer"


def test_undoing_an_adoption_gives_the_old_plan_back(found: Plan) -> None:
    rename(found, "Pleje", "Ny pleje")
    before = found.state()
    adopted(found, DRAWING.replace("Børn", "Børn og unge"))
    found.undo()
    assert (found.state(), found.baseline.id) == (before, "test")


def test_an_adoption_can_be_redone(found: Plan) -> None:
    rename(found, "Pleje", "Ny pleje")
    adopted(found, DRAWING)
    after = found.state()
    found.undo()
    found.redo()
    assert (found.state(), found.baseline.id) == (after, "newer")


def test_work_goes_on_after_an_adoption_and_undoes_to_it(found: Plan) -> None:
    rename(found, "Pleje", "Ny pleje")
    adopted(found, DRAWING)
    after = found.state()
    rename(found, "Børn", "Børn og unge")
    found.undo()
    assert found.state() == after


def test_settings_and_offers_follow_to_the_new_file(found: Plan) -> None:
    found.apply(settings.set_setting(found, "responsible_name", "Anna"))
    found.apply(offers.place_offer(found, ["traening"], key(found, "Nord")))
    adopted(found, DRAWING)
    assert found.state().setting("responsible_name") == "Anna"
    assert found.state().providers("traening") == (key(found, "Nord"),)


def test_adopting_the_same_file_changes_nothing_but_the_journal(found: Plan) -> None:
    rename(found, "Pleje", "Ny pleje")
    before = found.state()
    made = adopted(found, DRAWING)
    assert (found.state(), made.open()) == (before, ())


def test_a_snapshot_of_an_adopted_plan_stands_on_the_same_file(found: Plan) -> None:
    adopted(found, DRAWING.replace("Børn", "Børn og unge"))
    assert found.snapshot().state() == found.state()


def test_other_branches_stay_on_their_own_baseline(found: Plan) -> None:
    old = rename(found, "Pleje", "Gren A").id
    found.undo()
    adopted(found, DRAWING)
    found.go_to(old)
    assert found.baseline.id == "test"


def test_a_name_changed_twice_that_came_is_done_with_both_acts(found: Plan) -> None:
    rename(found, "Pleje", "Mellemnavn", None)
    rename(found, "Mellemnavn", "Ny pleje", None)
    assert fates(adopted(found, DRAWING.replace("Pleje", "Ny pleje"))) == [Fate.ALREADY, Fate.ALREADY]


def test_our_wish_is_asked_for_again_from_what_the_register_shows(found: Plan) -> None:
    rename(found, "Pleje", "Ny pleje")
    made = adopted(found, DRAWING.replace("Pleje", "Plejen"))
    edit = made.carried[0].edits[0].fields[0]
    assert (edit.before, edit.after, key(found, "Ny pleje") in found.state().units) == ("Plejen", "Ny pleje", True)


def test_their_value_can_be_taken_and_the_history_says_so(found: Plan) -> None:
    rename(found, "Pleje", "Ny pleje")
    made = adopted(found, DRAWING.replace("Pleje", "Plejen"), Take.THEIRS)
    assert (fates(made), made.carried) == ([Fate.GIVEN_UP], ())
    assert found.journal.path()[-1].params["given_up"] == "1"


def test_a_change_of_a_unit_that_is_gone_is_held_by_name_and_tried_again(found: Plan) -> None:
    made_first = rename(found, "Nord", "Nordbo")
    kept, change, made = adopt(found, without(DRAWING, "Nord"))
    found.add_baseline(kept)
    found.apply(change)
    assert fates(made) == [Fate.DECISION]
    assert [one.params["held"] for one in found.timeline.changes if is_held(one)] == [made_first.id]
    assert [one.edits for one in open_changes(found)] == [made_first.edits]
    kept, change, made = adopt(found, replace(newer(DRAWING), id="back"))
    found.add_baseline(kept)
    found.apply(change)
    assert (fates(made), key(found, "Nordbo") in found.state().units) == ([Fate.APPLIED], True)


def test_what_would_break_the_tree_is_held_not_made(found: Plan) -> None:
    found.apply(units.move(found, [key(found, "Træning")], key(found, "Pleje"), day=None))
    turned = f"Kommune\n  Sundhed [{gln(1)}]\n    Pleje\n      Nord\n    Træning [{gln(2)}]\n  Børn"
    there = newer(turned)
    pleje, training = key(found, "Pleje"), key(found, "Træning")
    versions = tuple(
        replace(one, record=replace(one.record, parent=training)) if one.record.key == pleje else one
        for one in there.versions
    )
    _, _, made = adopt(found, replace(there, versions=versions))
    assert (fates(made), [one.code for one in made.open()[0].decisions]) == ([Fate.DECISION], ["tree.loop"])


def test_a_move_taken_back_stays_taken_back_in_its_old_order(found: Plan) -> None:
    found.apply(units.move(found, [key(found, "Nord")], key(found, "Børn"), day=None))
    found.apply(take_back(found, found.journal.path()[0].id))
    before = found.state()
    adopted(found, DRAWING)
    assert found.state() == before
