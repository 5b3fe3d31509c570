"""One repair, or many alike, is a change that is undone as one."""

from __future__ import annotations

from datetime import date

import pytest

from sorstudio.model.edits import units
from sorstudio.model.errors import Refused
from sorstudio.model.plan import Plan
from sorstudio.model.texts import Texts
from sorstudio.resources import texts
from sorstudio.rules.finding import Finding, Json, Repair, Severity
from sorstudio.rules.repairing import Proposal, proposals, repair, repair_all
from tests.model.outline import TODAY, key, plan

DRAWING = """
Kommune
  Sundhed
    Nord
    Syd
    Vest
"""
Data = dict[str, Json]


def found(work: Plan, unit: str, *repairs: Repair, code: str = "X-1") -> Finding:
    return Finding(code, Severity.ERROR, key(work, unit), unit, "x", {}, repairs)


def proposal(work: Plan, unit: str, *acts: Data) -> Proposal:
    fix = Repair("rename", acts[0], more=acts[1:])
    return Proposal(found(work, unit, fix), fix)


def rename(work: Plan, unit: str, name: str, **more: Json) -> Data:
    return {"act": "rename", "unit": key(work, unit), "name": name, **more}


def names(work: Plan) -> list[str]:
    return [unit.name for _, unit in work.state().walk()]


def test_one_repair_of_one_act_reads_as_the_act() -> None:
    work = plan(DRAWING)
    (change,) = repair(work, proposal(work, "Nord", rename(work, "Nord", "Nordby")))
    assert (work.apply(change).code, "Nordby" in names(work)) == ("unit.renamed", True)


def test_a_repair_of_several_acts_is_one_change() -> None:
    work = plan(DRAWING)
    acts: list[Data] = [
        {"act": "create", "parent": key(work, "Sundhed"), "name": "Ny", "as": "ny"},
        {"act": "move", "units": [key(work, "Nord")], "parent": "ny"},
    ]
    (change,) = repair(work, proposal(work, "Nord", *acts))
    applied = work.apply(change)
    assert work.state().path(key(work, "Nord"))[-2:] == ("Ny", "Nord")
    assert Texts(texts("da")).sentence(applied.code, applied.params) == "Nord: fundet efter X-1 er udbedret."
    work.undo()
    assert "Ny" not in names(work)


def test_a_repair_that_is_refused_at_its_second_act_does_nothing() -> None:
    work = plan(DRAWING)
    acts = rename(work, "Nord", "Nordby"), rename(work, "Syd", " ")
    with pytest.raises(Refused):
        repair(work, proposal(work, "Nord", *acts))
    assert "Nord" in names(work)


def test_many_alike_are_undone_as_one() -> None:
    work = plan(DRAWING)
    many = repair_all(work, [proposal(work, one, rename(work, one, f"{one}by")) for one in ("Nord", "Syd", "Vest")])
    (change,) = many.changes
    applied = work.apply(change)
    assert names(work)[2:] == ["Nordby", "Sydby", "Vestby"]
    sentence = Texts(texts("da")).sentence(applied.code, applied.params)
    assert sentence == "3 fund efter X-1 er udbedret: Nord, Syd, Vest."
    assert (applied.author, applied.time is not None) == ("Test", True)
    work.undo()
    assert names(work)[2:] == ["Nord", "Syd", "Vest"]


def test_each_day_is_a_change_of_its_own() -> None:
    work = plan(DRAWING)
    later = date(TODAY.year + 1, 3, 1).isoformat()
    acts = [rename(work, "Nord", "A", date=later), rename(work, "Syd", "B"), rename(work, "Vest", "C", date=later)]
    many = repair_all(work, [proposal(work, one, act) for one, act in zip(("Nord", "Syd", "Vest"), acts, strict=True)])
    assert [len(change.edits) for change in many.changes] == [1, 2]
    work.apply_all(many.changes)
    assert names(work)[2:] == ["A", "B", "C"]


def test_what_is_refused_is_told_and_the_others_are_made() -> None:
    work = plan(DRAWING)
    many = repair_all(
        work, [proposal(work, "Nord", rename(work, "Nord", " ")), proposal(work, "Syd", rename(work, "Syd", "B"))]
    )
    assert [(one.finding.unit_name, error.code) for one, error in many.refused] == [("Nord", "name.empty")]
    assert [one.finding.unit_name for one in many.made] == ["Syd"]
    work.apply_all(many.changes)
    assert "B" in names(work)


def test_what_another_repair_has_mended_already_is_nothing() -> None:
    work = plan(DRAWING)
    many = repair_all(work, [proposal(work, "Nord", rename(work, "Nord", "A"))] * 2)
    assert (len(many.changes), len(many.made), many.refused) == (1, 1, ())


def test_where_nothing_is_proposed_nothing_is_made() -> None:
    assert repair_all(plan(DRAWING), []).changes == ()


def test_safe_repairs_come_first_and_the_others_only_when_asked_for() -> None:
    work = plan(DRAWING)
    unsafe, safe = Repair("a", {"act": "a"}), Repair("b", {"act": "b"}, is_safe=True)
    several = [found(work, "Nord", unsafe, safe), found(work, "Syd", unsafe), found(work, "Vest")]
    assert [one.repair for one in proposals(several)] == [safe]
    assert [one.repair for one in proposals(several, unsafe=True)] == [safe, unsafe]


def test_a_repair_comes_after_what_the_plan_changes_later() -> None:
    work = plan(DRAWING)
    unit = key(work, "Nord")
    work.apply(units.rename(work, unit, "Team 3", day=date(2027, 3, 1)))
    mend = Repair("rename", {"act": "rename", "unit": unit, "name": "Øst"})
    work.apply_all(repair(work, Proposal(found(work, "Team 3", mend), mend)))
    assert work.state().units[unit].name == "Øst"
    assert work.journal.path()[-1].day == date(2027, 3, 1)
