"""What is kept true act by act is what a whole check finds: the law that every check's reach must obey."""

from collections import Counter
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from sorstudio.model.edits import closing, numbers, units
from sorstudio.model.errors import Refused
from sorstudio.model.plan import Effect
from sorstudio.model.records import NumberState
from sorstudio.rules.standing import Standing
from tests.model.outline import gln, key, plan
from tests.model.strategies import VERBS, change, fresh
from tests.rules.findings import with_values


def _of(standing: Standing) -> Counter[str]:
    return Counter(repr(finding) for finding in standing.findings())


@given(st.data(), st.lists(st.sampled_from((*VERBS, "undo")), max_size=12))
def test_through_any_story_the_kept_findings_are_those_of_a_whole_check(data: st.DataObject, story: list[str]) -> None:
    work = fresh()
    standing = Standing(work)
    seen: list[Effect] = []
    work.subscribe(seen.append)
    for verb in story:
        try:
            work.undo() if verb == "undo" else work.apply(change(data.draw, work, verb))
        except Refused:
            continue
        standing.follow(work, standing.circle(work, seen.pop().touched))
        assert _of(standing) == _of(Standing(work))


def test_a_sentence_that_names_another_unit_follows_its_name() -> None:
    work = plan("Kommune\n  Sundhed\n    Nord\n    Syd\n  Skole\n    Nord")
    standing = Standing(work)
    work.apply(units.rename(work, key(work, "Skole"), "Børn"))
    standing.follow(work, standing.circle(work))
    assert _of(standing) == _of(Standing(work))
    assert any("Børn" in repr(one) for one in standing.findings())


def test_the_units_looked_at_again_are_told() -> None:
    work = plan("Kommune\n  Sundhed\n    Nord\n    Syd")
    standing = Standing(work)
    work.apply(units.rename(work, key(work, "Nord"), "Syd"))
    again = standing.follow(work, standing.circle(work))
    assert {one.key for one in work.state().units.values() if one.name == "Syd"} <= again


def test_findings_of_one_unit_are_those_of_all_at_it() -> None:
    work = with_values(plan("Kommune\n  Sundhed\n    Nord"), "Nord", name="a  b")
    standing = Standing(work)
    unit = key(work, "a  b")
    assert list(standing.of_unit(unit)) == [one for one in standing.findings() if one.unit == unit]


def test_it_follows_a_plan_only_on_its_own_baseline() -> None:
    work = plan("Kommune\n  Sundhed\n    Nord")
    assert Standing(work).follows(work)
    assert not Standing(plan("Kommune")).follows(work)


def test_an_act_that_is_felt_on_an_earlier_day_only_is_looked_at_too() -> None:
    work = plan(f"Kommune\n  Sundhed\n    Nord [{gln(1)}]\n      Hold ^")
    nord = key(work, "Nord")
    work.apply(closing.close(work, nord, day=date(2027, 3, 1), with_below=True))
    standing = Standing(work)
    work.apply(numbers.set_location_number(work, nord, NumberState.OWN, gln(2), day=None))
    standing.follow(work, standing.circle(work, is_told=True))
    assert _of(standing) == _of(Standing(work))
    assert any(gln(2) in repr(one) for one in standing.findings())
