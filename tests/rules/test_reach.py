"""Checked only where an act reaches, a plan has the findings of a whole check."""

from hypothesis import given
from hypothesis import strategies as st

from sorstudio.model.edits import units
from sorstudio.model.errors import Refused
from sorstudio.model.plan import Plan
from sorstudio.model.records import RecordKind
from sorstudio.rules.bench import Bench
from sorstudio.rules.check import check, check_units
from sorstudio.rules.finding import Finding
from sorstudio.rules.indexes import Indexes
from sorstudio.rules.reach import affected
from tests.model.outline import gln, key, plan
from tests.model.strategies import VERBS, change, fresh

TREE = f"Kommune\n  Sundhed\n    Nord [{gln(1)}]\n      Hold ^\n    Syd"
Found = dict[str, list[Finding]]


def of_units(found: tuple[Finding, ...]) -> Found:
    groups: Found = {}
    for one in found:
        if one.unit:
            groups.setdefault(one.unit, []).append(one)
    return groups


def followed(work: Plan, before: Indexes, found: Found) -> Found:
    """The findings kept up with one act."""
    bench = Bench(work, before)
    reached = affected(before, bench.indexes, tuple(before.state.differing(bench.state)), found, work.baseline.day)
    kept = {unit: group for unit, group in found.items() if unit not in reached and unit in bench.state.units}
    return kept | of_units(check_units(bench, reached))


@given(st.data(), st.lists(st.sampled_from((*VERBS, "undo")), max_size=12))
def test_through_any_story_the_findings_are_those_of_the_whole_check(data: st.DataObject, story: list[str]) -> None:
    work = fresh()
    indexes, found = Bench(work).indexes, of_units(check(work))
    for verb in story:
        try:
            work.undo() if verb == "undo" else work.apply(change(data.draw, work, verb))
        except Refused:
            continue
        found = followed(work, indexes, found)
        indexes = Bench(work, indexes).indexes
        assert found == of_units(check(work))


def names_reached(work: Plan, before: Indexes) -> set[str]:
    after = before.at(work.state())
    reached = affected(before, after, tuple(before.state.differing(after.state)), (), work.baseline.day)
    return {work.state().units[one].name for one in reached}


def test_a_new_name_reaches_the_unit_and_those_that_share_it() -> None:
    work = plan(TREE)
    before = Bench(work).indexes
    work.apply(units.rename(work, key(work, "Hold"), "Syd"))
    assert names_reached(work, before) == {"Syd"}


def test_a_move_reaches_everything_above_and_below() -> None:
    work = plan(TREE)
    before = Bench(work).indexes
    work.apply(units.move(work, [key(work, "Nord")], key(work, "Syd")))
    assert names_reached(work, before) == {"Kommune", "Sundhed", "Nord", "Hold", "Syd"}


def test_what_differs_only_on_an_earlier_day_can_be_told() -> None:
    work = plan(TREE)
    same = Bench(work).indexes
    touched = [(RecordKind.UNIT, key(work, "Syd"))]
    assert affected(same, same, touched, (), work.baseline.day)
