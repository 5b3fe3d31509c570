"""The line of days."""

from datetime import date, timedelta
from functools import partial

from sorstudio.model.edits import units
from sorstudio.ui.dates.scale import Scale, scale_of
from sorstudio.ui.editor import Editor
from tests.model.outline import key

FIRST, LAST = date(2027, 1, 1), date(2027, 1, 31)
SCALE = Scale(FIRST, LAST, {date(2027, 1, 10): 2}, (date(2027, 1, 20),))


def test_a_day_and_its_place_answer_each_other() -> None:
    assert all(SCALE.day_at(SCALE.part(FIRST + timedelta(days=n))) == FIRST + timedelta(days=n) for n in range(31))


def test_places_outside_are_the_ends() -> None:
    assert (SCALE.day_at(-1), SCALE.day_at(2)) == (FIRST, LAST)
    assert (SCALE.part(date(2026, 1, 1)), SCALE.part(date(2028, 1, 1))) == (0.0, 1.0)


def test_stops_are_days_on_which_something_takes_effect() -> None:
    assert SCALE.next_stop(FIRST) == date(2027, 1, 10)
    assert SCALE.next_stop(date(2027, 1, 10)) == date(2027, 1, 20)
    assert SCALE.next_stop(date(2027, 1, 20)) == LAST
    assert SCALE.stop_before(date(2027, 1, 20)) == date(2027, 1, 10)
    assert SCALE.stop_before(date(2027, 1, 10)) == FIRST


def test_the_plans_days_are_counted_and_have_room(editor: Editor) -> None:
    day = date(2028, 3, 1)
    editor.do(partial(units.rename, unit=key(editor.plan, "Åkanden"), name="Åen", day=day))
    scale = scale_of(editor.plan)
    assert scale.ours == {day: 1}
    assert scale.first < editor.plan.today
    assert day < scale.last
