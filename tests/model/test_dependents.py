"""Which later acts build on an act."""

from sorstudio.model.dependents import built_on
from sorstudio.model.edits import units
from tests.model.outline import key, plan

DRAWING = """
Kommune
  Pleje
    Nord
  Børn
"""


def test_a_later_act_on_the_same_field_builds_on_it() -> None:
    found = plan(DRAWING)
    first = found.apply(units.rename(found, key(found, "Nord"), "Et"))
    second = found.apply(units.rename(found, key(found, "Et"), "To"))
    found.apply(units.rename(found, key(found, "Børn"), "Unge"))
    assert [one.id for one in built_on(found, first.id)] == [second.id]


def test_what_is_put_below_a_new_unit_builds_on_its_making() -> None:
    found = plan(DRAWING)
    made = found.apply(units.create(found, key(found, "Pleje"), "Ny"))
    moved = found.apply(units.move(found, [key(found, "Nord")], key(found, "Ny")))
    assert [one.id for one in built_on(found, made.id)] == [moved.id]


def test_acts_on_the_same_unit_are_named_where_no_field_is_shared() -> None:
    found = plan(DRAWING)
    first = found.apply(units.rename(found, key(found, "Nord"), "Et"))
    second = found.apply(units.move(found, [key(found, "Et")], key(found, "Børn")))
    assert [one.id for one in built_on(found, first.id)] == [second.id]


def test_nothing_builds_on_the_latest_act_or_on_one_that_is_not_there() -> None:
    found = plan(DRAWING)
    last = found.apply(units.rename(found, key(found, "Nord"), "Et"))
    assert built_on(found, last.id) == ()
    assert built_on(found, "zz") == ()
