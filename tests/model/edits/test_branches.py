"""Whole branches in one act."""

from functools import partial

import pytest

from sorstudio.model.edits import closing, units
from sorstudio.model.edits.branches import Shift, Sprout, create_branch, move_all, together
from sorstudio.model.errors import Refused
from sorstudio.model.plan import Plan
from sorstudio.model.records import UnitKind
from tests.model.outline import drawing, key, plan

DRAWING = """
Kommune
  Nord
    A
    B
  Syd
    C
"""


@pytest.fixture
def small() -> Plan:
    return plan(DRAWING)


def test_a_branch_comes_as_one_act_with_the_kinds_of_its_place(small: Plan) -> None:
    branch = Sprout("Vest", below=(Sprout("D", below=(Sprout("E"),)), Sprout("F")))
    small.apply(create_branch(small, key(small, "Kommune"), [branch]))
    assert drawing(small).endswith("  Vest\n    D\n      E\n    F")
    kinds = [small.state().units[key(small, name)].kind for name in ("Vest", "D", "E")]
    assert kinds == [UnitKind.SI, UnitKind.OE, UnitKind.OE]
    small.undo()
    assert "Vest" not in drawing(small)


def test_a_branch_can_stand_ahead_of_a_child_any_number_of_times(small: Plan) -> None:
    nord, before = key(small, "Nord"), key(small, "B")
    for place in range(60):
        small.apply(create_branch(small, nord, [Sprout(f"N{place}")], before=before))
    names = [small.state().units[one].name for one in small.state().children(nord)]
    assert names == ["A", *(f"N{place}" for place in range(60)), "B"]


def test_a_name_that_sor_cannot_hold_refuses_the_whole_branch(small: Plan) -> None:
    with pytest.raises(Refused, match=r"name\.empty"):
        create_branch(small, key(small, "Nord"), [Sprout("Fin", below=(Sprout("  "),))])


def test_several_moves_are_one_act(small: Plan) -> None:
    shifts = [Shift((key(small, "A"),), key(small, "B")), Shift((key(small, "B"),), key(small, "C"))]
    small.apply(move_all(small, shifts, "branch.moved_in"))
    assert drawing(small) == "Kommune\n  Nord\n  Syd\n    C\n      B\n        A"
    small.undo()
    assert drawing(small) == drawing(plan(DRAWING))


def test_one_act_on_many_leaves_out_what_is_so_already(small: Plan) -> None:
    small.apply(units.set_unit_type(small, key(small, "A"), "plejehjem"))
    makes = [partial(units.set_unit_type, unit=key(small, name), unit_type="plejehjem") for name in "ABC"]
    (change,) = together(small, makes)
    assert change.params["unit"] == "B, C"


def test_one_act_on_many_that_changes_nothing_is_refused(small: Plan) -> None:
    with pytest.raises(Refused, match=r"edit\.nothing_changes"):
        together(small, [])


def test_many_closings_count_all_that_close(small: Plan) -> None:
    makes = [partial(closing.close, unit=key(small, name), with_below=True) for name in ("Nord", "C")]
    (change,) = together(small, makes)
    assert (change.code, change.params["count"]) == ("branch.closed", "4")
