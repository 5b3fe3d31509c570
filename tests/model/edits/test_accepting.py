"""A finding accepted with a reason is an act like every other."""

from __future__ import annotations

from sorstudio.model.change import Change
from sorstudio.model.edits import accepting, units
from sorstudio.model.plan import Plan
from sorstudio.model.records import Acceptance
from sorstudio.model.texts import Texts
from sorstudio.requests.lines import change_lines
from sorstudio.resources import texts
from tests.model.outline import key, plan
from tests.model.refusing import refused

DRAWING = """
Kommune
  Sundhed
    Nord
    Syd
"""


def accepted(work: Plan, name: str, *, reason: str = "Det er aftalt", facts: str = "abc") -> Change:
    return work.apply(accepting.accept(work, key(work, name), "SOR-030", reason=reason, facts=facts))


def at(work: Plan, name: str) -> tuple[Acceptance, ...]:
    return work.state().acceptances(key(work, name))


def said(change: Change) -> str:
    return Texts(texts("da")).sentence(change.code, change.params)


def test_who_when_and_why_are_kept() -> None:
    work = plan(DRAWING)
    change = accepted(work, "Nord", reason=" Det er aftalt ")
    (found,) = at(work, "Nord")
    assert (found.rule, found.reason, found.facts, found.author) == ("SOR-030", "Det er aftalt", "abc", "Test")
    assert found.time is not None
    assert (said(change), change.reason) == ("Nord: fundet SOR-030 er accepteret.", "Det er aftalt")


def test_without_a_reason_nothing_is_accepted() -> None:
    work = plan(DRAWING)
    with refused("acceptance.no_reason"):
        accepted(work, "Nord", reason="  ")


def test_the_same_again_is_nothing() -> None:
    work = plan(DRAWING)
    accepted(work, "Nord")
    with refused("edit.nothing_changes"):
        accepted(work, "Nord")


def test_other_facts_or_another_reason_take_its_place() -> None:
    work = plan(DRAWING)
    accepted(work, "Nord")
    accepted(work, "Nord", facts="def", reason="Stadig aftalt")
    assert [(one.facts, one.reason) for one in at(work, "Nord")] == [("def", "Stadig aftalt")]


def test_it_is_withdrawn_and_both_are_undone() -> None:
    work = plan(DRAWING)
    accepted(work, "Nord")
    change = work.apply(accepting.withdraw(work, key(work, "Nord"), "SOR-030"))
    assert (at(work, "Nord"), said(change)) == ((), "Nord: fundet SOR-030 er ikke længere accepteret.")
    work.undo()
    assert len(at(work, "Nord")) == 1
    work.undo()
    assert at(work, "Nord") == ()


def test_what_is_not_accepted_cannot_be_withdrawn() -> None:
    work = plan(DRAWING)
    with refused("acceptance.none", "Nord", "SOR-030"):
        accepting.withdraw(work, key(work, "Nord"), "SOR-030")


def test_at_a_planned_unit_it_holds_from_the_first_day_of_the_unit() -> None:
    work = plan(DRAWING)
    work.apply(units.create(work, key(work, "Sundhed"), "Ny"))
    accepted(work, "Ny")
    work.apply(accepting.withdraw(work, key(work, "Ny"), "SOR-030"))
    with refused("acceptance.none", "Ny", "SOR-030"):
        accepting.withdraw(work, key(work, "Ny"), "SOR-030")


def test_a_unit_that_is_not_there_is_refused() -> None:
    with refused("unit.unknown", "x"):
        accepting.accept(plan(DRAWING), "x", "SOR-030", reason="a", facts="b")


def test_nobody_is_sent_anything_of_it() -> None:
    work = plan(DRAWING)
    accepted(work, "Nord")
    work.apply(accepting.withdraw(work, key(work, "Nord"), "SOR-030"))
    accepted(work, "Syd")
    assert change_lines(work) == ()
