"""The quality over the history is what a whole check says at each place of it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from sorstudio.model.edits import units
from sorstudio.model.errors import Refused
from sorstudio.model.plan import Plan
from sorstudio.rules.quality import quality
from sorstudio.rules.standing import Standing
from sorstudio.rules.trend import History, before_and_after, change_in, day_points
from tests.model.outline import baseline, key, plan
from tests.model.strategies import VERBS, change, fresh

TREE = "Kommune\n  Sundhed\n    Nord\n    Syd"


def renamed(work: Plan, *names: str) -> Plan:
    unit = key(work, "Nord")
    for name in names:
        work.apply(units.rename(work, unit, name))
    return work


@settings(max_examples=40)
@given(st.data(), st.lists(st.sampled_from((*VERBS, "undo")), max_size=8))
def test_each_point_is_what_a_whole_check_says_there(data: st.DataObject, story: list[str]) -> None:
    work = fresh()
    for verb in story:
        try:
            work.undo() if verb == "undo" else work.apply(change(data.draw, work, verb))  # type: ignore[arg-type]
        except Refused:
            continue
    for point in History().points(work.snapshot()):
        there = work.snapshot()
        there.go_to(point.change)
        assert point.score == quality(Standing(there), there).whole


def test_there_is_a_point_before_the_first_act_and_after_each() -> None:
    work = renamed(plan(TREE), "Nord  A", "Nord B")
    points = list(History().points(work.snapshot()))
    assert [point.change for point in points] == [None, *(one.id for one in work.journal.path())]
    first, worse, better = (point.score.score or 0 for point in points)
    assert worse < better <= first


def test_what_was_worked_out_is_not_worked_out_again() -> None:
    work, history = renamed(plan(TREE), "Nord A"), History()
    before, after = before_and_after(history, work.snapshot())
    assert history.knows(None)
    assert history.knows(work.head)
    assert before_and_after(history, work.snapshot()) == (before, after)
    assert history.at(work.snapshot(), work.head) is after


def test_it_stops_when_it_is_told_to() -> None:
    work = renamed(plan(TREE), "Nord A", "Nord B", "Nord C")
    parts: list[float] = []

    def stop(part: float) -> bool:
        parts.append(part)
        return False

    assert len(list(History().points(work.snapshot(), stop))) == 1
    assert len(parts) == 1


def test_the_plan_stands_where_it_stood() -> None:
    work = renamed(plan(TREE), "Nord A")
    copy = work.snapshot()
    before_and_after(History(), copy)
    assert copy.head == work.head


def test_register_files_are_told_oldest_first() -> None:
    work = plan(TREE)
    older = baseline("Kommune\n  Sundhed\n    Nord  N", day=work.baseline.day.replace(day=1))
    points = day_points((work.baseline, older), work.codes, work.today)
    assert [point.day for point in points] == sorted({work.baseline.day, older.day})
    gained = change_in([point.score for point in points])
    assert gained is not None
    assert gained > 0


def test_without_scores_nothing_has_changed() -> None:
    assert change_in([]) is None
