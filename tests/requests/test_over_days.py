"""The files of many days: the last one counts, and each thing has the day on which it was first seen."""

from datetime import date

import pytest

from sorstudio.model.edits import units
from sorstudio.model.errors import Unusable
from sorstudio.requests.over_days import confirm_days
from tests.model.outline import baseline, key, plan

DRAWING = "Kommune\n  Sundhed\n    Pleje\n    Vest"
FIRST, SECOND, THIRD = date(2026, 12, 1), date(2026, 12, 2), date(2026, 12, 3)


def test_a_thing_has_the_day_of_the_first_file_that_shows_it() -> None:
    found = plan(DRAWING)
    found.apply(units.rename(found, key(found, "Pleje"), "Ny pleje", day=None))
    new = DRAWING.replace("Pleje", "Ny pleje")
    files = [baseline(text, day=day) for text, day in ((DRAWING, FIRST), (new, SECOND), (new, THIRD))]
    made = confirm_days(found, files)
    assert made is not None
    (one,) = made.last.results
    assert (made.day_of(one), made.days) == (SECOND, (FIRST, SECOND, THIRD))


def test_files_from_before_the_plan_are_passed_over() -> None:
    assert confirm_days(plan(DRAWING), [baseline(DRAWING, day=date(2026, 10, 1))]) is None


def test_a_file_that_cannot_be_right_is_refused() -> None:
    with pytest.raises(Unusable):
        confirm_days(plan(DRAWING), [baseline("Kommune\n  Sundhed", day=FIRST)])
