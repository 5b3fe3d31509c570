"""What is kept true act by act is what a whole check finds: the law that every check's reach must obey."""

from hypothesis import given, settings
from hypothesis import strategies as st

from sorstudio.model.errors import Refused
from sorstudio.model.plan import Effect, Plan
from sorstudio.rules.standing import Standing
from tests.model.outline import key, plan
from tests.model.strategies import VERBS, change, fresh
from tests.rules.findings import with_values


def _of(standing: Standing) -> set[str]:
    return {repr(finding) for finding in standing.findings()}


def _following(work: Plan) -> Standing:
    standing = Standing.whole(work)

    def follow(effect: Effect) -> None:
        standing.follow(work, effect.before, effect.touched)

    work.subscribe(follow)
    return standing


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_after_any_story_the_kept_findings_are_those_of_a_whole_check(data: st.DataObject) -> None:
    work = fresh()
    standing = _following(work)
    for _ in range(data.draw(st.integers(1, 8))):
        if work.head is not None and data.draw(st.integers(0, 3)) == 0:
            work.undo()
        else:
            try:
                work.apply(change(data.draw, work, data.draw(st.sampled_from(VERBS))))
            except Refused:
                continue
        assert _of(standing) == _of(Standing.whole(work))


def test_the_units_looked_at_again_are_told() -> None:
    from sorstudio.model.edits import units

    work = plan("Kommune\n  Sundhed\n    Nord\n    Syd")
    standing = Standing.whole(work)
    before = work.state()
    work.apply(units.rename(work, key(work, "Nord"), "Syd"))
    seen = standing.follow(work, before, work.journal.path()[-1].touches())
    assert {key(work, "Sundhed"), *(one.key for one in work.state().units.values() if one.name == "Syd")} <= seen


def test_findings_of_one_unit_are_those_of_all_at_it() -> None:
    work = with_values(plan("Kommune\n  Sundhed\n    Nord"), "Nord", name="a  b")
    standing = Standing.whole(work)
    unit = key(work, "a  b")
    assert list(standing.of_unit(unit)) == [one for one in standing.findings() if one.unit == unit]
