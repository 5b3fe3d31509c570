"""Types near a unit, counted once."""

from datetime import date

from sorstudio.model.edits import closing, units
from sorstudio.model.neighbours import MOST_ALIKE, NOBODY, Count, Neighbours, head
from sorstudio.model.plan import Plan
from tests.model.outline import key, plan

HOME = "42665001"


def near(work: Plan) -> Neighbours:
    return Neighbours(work.state())


def typed(work: Plan, *names: str) -> Plan:
    for name in names:
        work.apply(units.set_unit_type(work, key(work, name), HOME))
    return work


def test_siblings_are_counted_without_the_unit_itself() -> None:
    work = typed(plan("Kommune\n  Pleje\n    A\n    B\n    C"), "A", "B")
    unit = work.state().units[key(work, "C")]
    assert near(work).siblings(unit) == Count(2, 2, HOME, 2)


def test_closed_units_are_not_counted() -> None:
    work = typed(plan("Kommune\n  Pleje\n    A\n    B\n    C"), "A")
    work.apply(closing.close(work, key(work, "A"), day=date(2027, 1, 1)))
    assert near(work).siblings(work.state().units[key(work, "C")]) == Count(1, 0, "", 0)


def test_names_alike_share_their_first_word() -> None:
    work = typed(plan("Kommune\n  A\n    CSA Syn\n    CSAB Optik\n  B\n    CSA IT"), "CSA Syn", "CSAB Optik")
    assert near(work).alike(work.state().units[key(work, "CSA IT")]) == Count(1, 1, HOME, 1)


def test_a_name_of_one_word_is_like_no_other() -> None:
    work = plan("Kommune\n  Pleje\n    CSA\n    CSA Syn")
    unit = work.state().units[key(work, "CSA")]
    assert head(unit) is None
    assert near(work).alike(unit) == NOBODY


def test_a_first_word_of_very_many_says_nothing() -> None:
    for number, found in ((MOST_ALIKE, MOST_ALIKE - 1), (MOST_ALIKE + 1, 0)):
        names = "\n".join(f"    Enhed {place}" for place in range(number))
        work = plan(f"Kommune\n  Pleje\n{names}")
        assert near(work).alike(work.state().units[key(work, "Enhed 1")]).all == found


def test_an_index_that_is_handed_in_gives_the_same() -> None:
    work = typed(plan("Kommune\n  A\n    CSA Syn\n    CSA IT"), "CSA Syn")
    unit = work.state().units[key(work, "CSA IT")]
    given = {"CSA": (key(work, "CSA Syn"), key(work, "CSA IT"))}
    assert Neighbours(work.state(), given).alike(unit) == near(work).alike(unit)
