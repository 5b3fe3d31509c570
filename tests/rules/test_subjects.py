from datetime import date

from sorstudio.model.edits import closing as closings
from sorstudio.model.edits import offers, units
from sorstudio.rules.bench import Bench
from sorstudio.rules.subjects import (
    LEAST_DEPTH,
    beside_the_tree,
    closing,
    far_down,
    has_number,
    holds_numbers,
    inheriting,
    lost_children,
    number_owners,
    parents,
    planned,
    providers,
    succeeded,
    typed,
)
from tests.model.outline import gln, key, plan
from tests.rules.findings import with_values

TREE = f"Kommune\n  Sundhed\n    Nord [{gln(1)}]\n    Syd\n    Vest ^"


def test_each_group_of_subjects_holds_its_units_and_no_others() -> None:
    work = with_values(plan(TREE), "Syd", unit_type="42665001")
    work.apply(offers.place_offer(work, [work.codes.offers[0].code], key(work, "Nord")))
    work.apply(units.create(work, key(work, "Sundhed"), "Ny"))
    work.apply(closings.close(work, key(work, "Syd"), successors=[key(work, "Nord")], day=date(2027, 1, 1)))
    bench = Bench(work)
    names = {
        group.__name__: {bench.name(one) for one in group(bench)}
        for group in (number_owners, providers, planned, closing, parents, typed, succeeded, inheriting)
    }
    assert names == {
        "number_owners": {"Nord"},
        "providers": {"Nord"},
        "planned": {"Ny"},
        "closing": {"Syd"},
        "parents": {"Kommune", "Sundhed"},
        "typed": {"Syd"},
        "succeeded": {"Syd"},
        "inheriting": {"Vest"},
    }
    assert has_number(bench, bench.state.units[key(work, "Nord")])
    assert holds_numbers(bench, bench.state.units[key(work, "Sundhed")])
    assert not holds_numbers(bench, bench.state.units[key(work, "Syd")])
    assert not has_number(bench, bench.state.units[key(work, "Syd")])


def test_beside_the_tree_stand_the_owner_and_what_hangs_on_nobody() -> None:
    base = plan("Kommune\n  Sundhed\n    Nord\n      Hold\n    Syd")
    loose = with_values(with_values(base, "Nord", parent=key(base, "Hold")), "Syd", parent="væk")
    bench = Bench(loose)
    assert {bench.name(one) for one in beside_the_tree(bench)} == {"Kommune", "Nord", "Hold", "Syd"}


def test_far_down_begins_below_the_flattest_tree_that_can_be_asked_for() -> None:
    bench = Bench(plan("\n".join("  " * (level - 1) + f"L{level}" for level in range(1, 9))))
    assert [bench.name(one) for one in far_down(bench)] == ["L7", "L8"]
    assert LEAST_DEPTH == 6


def test_units_have_lost_children_where_the_plan_has_moved_or_closed_some() -> None:
    work = plan("Kommune\n  Sundhed\n    Nord\n      Hold\n      Gruppe\n    Syd")
    assert set(lost_children(Bench(work))) == set()
    work.apply(units.move(work, [key(work, "Hold")], key(work, "Syd")))
    bench = Bench(work)
    assert {bench.name(one) for one in lost_children(bench)} == {"Nord"}
