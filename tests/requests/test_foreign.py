"""What others changed, as lines; not what an open change is about."""

from datetime import date

from sorstudio.model.edits import units
from sorstudio.requests.foreign import foreign_lines
from tests.model.outline import baseline, key, plan

DRAWING = "Kommune\n  Sundhed\n    Pleje\n    Vest"
NEW_DAY = date(2026, 12, 15)


def test_a_name_given_and_a_unit_closed_by_others_are_told_once() -> None:
    found = plan(DRAWING)
    file = baseline("Kommune\n  Sundhed og omsorg\n    Pleje", day=NEW_DAY)
    lines = foreign_lines(found, file, found.timeline.changes)
    assert [(line.action.value, line.unit_name) for line in lines] == [
        ("close", "Vest"),
        ("rename", "Sundhed og omsorg"),
    ]


def test_what_the_plan_itself_is_about_is_not_others_doing() -> None:
    found = plan(DRAWING)
    found.apply(units.rename(found, key(found, "Pleje"), "Ny pleje", day=None))
    assert foreign_lines(found, baseline(DRAWING.replace("Pleje", "Plejen"), day=NEW_DAY), found.timeline.changes) == ()


def test_a_closing_that_was_foretold_is_nobodys_doing() -> None:
    found = plan(f"{DRAWING} (closed 2026-12-01)")
    assert foreign_lines(found, baseline("Kommune\n  Sundhed\n    Pleje", day=NEW_DAY), ()) == ()
