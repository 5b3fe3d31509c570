"""Outcomes in words, for each line that a plan asks for."""

from dataclasses import replace
from datetime import date

from sorstudio.model.edits import requesting, units
from sorstudio.model.plan import Plan
from sorstudio.model.records import Reply
from sorstudio.requests.confirm import Outcome, confirm, counts
from tests.model.outline import baseline, key, plan
from tests.requests.plans import DANISH

DRAWING = "Kommune\n  Sundhed\n    Pleje\n    Vest"
NEW_DAY, MARCH = date(2026, 12, 15), date(2027, 3, 1)


def told(found: Plan, drawing: str) -> list[tuple[str, str, str]]:
    file = replace(baseline(drawing, day=NEW_DAY), id="newer")
    results = confirm(found, file).results
    return [
        (one.action.value, one.outcome.value, DANISH.sentence(one.detail.code, one.detail.params)) for one in results
    ]


def rename(found: Plan, day: date | None) -> None:
    found.apply(units.rename(found, key(found, "Pleje"), "Ny pleje", day=day))


def test_each_outcome_has_its_sentence() -> None:
    found = plan(DRAWING)
    rename(found, None)
    wish = "Omdøb »Pleje« til »Ny pleje«."
    assert told(found, DRAWING.replace("Pleje", "Ny pleje")) == [("rename", "done", f"{wish} Det er udført.")]
    assert told(found, DRAWING) == [("rename", "pending", f"{wish} Registeret viser endnu det gamle.")]
    other = f"{wish} Registeret viser noget andet: navn Plejen."
    assert told(found, DRAWING.replace("Pleje", "Plejen")) == [("rename", "different", other)]


def test_what_takes_effect_later_says_when() -> None:
    found = plan(DRAWING)
    rename(found, MARCH)
    assert told(found, DRAWING)[0][2].endswith("Træder først i kraft 1. marts 2027.")


def test_a_refusal_that_was_noted_is_told_with_its_reason() -> None:
    found = plan(DRAWING)
    rename(found, MARCH)
    found.apply(requesting.send_request(found, "municipality", key="r"))
    wish = requesting.Wish(key(found, "Ny pleje"), "rename", MARCH)
    found.apply(requesting.answer_request(found, "r", [wish], Reply.REFUSED, reason="Navnet er taget"))
    action, outcome, detail = told(found, DRAWING)[0]
    assert (action, outcome, "Navnet er taget" in detail) == ("rename", "refused", True)


def test_what_others_did_is_told_apart() -> None:
    assert told(plan(DRAWING), DRAWING.replace("Vest", "Vestbo")) == [
        ("rename", "foreign", "Andre har omdøbt »Vest« til »Vestbo«.")
    ]


def test_notes_and_offers_are_nothing_that_a_register_shows() -> None:
    found = plan(DRAWING)
    found.apply(units.add_note(found, key(found, "Vest"), "husk"))
    assert told(found, DRAWING) == []


def test_outcomes_are_counted() -> None:
    found = plan(DRAWING)
    rename(found, None)
    assert counts(confirm(found, baseline(DRAWING, day=NEW_DAY)).results) == {Outcome.PENDING: 1}
