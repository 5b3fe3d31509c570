"""Several repairs as one act."""

import pytest

from sorstudio.model.errors import SorError
from sorstudio.model.plan import Plan
from sorstudio.rules.finding import Finding, Repair, Severity
from sorstudio.ui.findings.mending import Mending, Pair, alike, mended, safe
from tests.model.outline import key


def pair(plan: Plan, name: str, to: str, **more: object) -> Pair:
    act = {"act": "rename", "unit": key(plan, name), "name": to}
    repair = Repair("rename", act, {"unit": name, "name": to}, is_safe=bool(more.get("is_safe")))
    return Finding("SOR-031", Severity.INFO, key(plan, name), name, "check.x", repairs=(repair,)), repair


def test_several_are_one_step_back(small: Plan) -> None:
    before = small.state()
    done = small.apply(mended(small, [pair(small, "Åkanden", "Åen"), pair(small, "Solgården", "Solen")]))
    assert {small.state().units[key(small, name)].name for name in ("Åen", "Solen")} == {"Åen", "Solen"}
    assert done.params["count"] == "2"
    small.undo()
    assert not list(before.differing(small.state()))


def test_one_that_cannot_be_made_is_left_out_and_told(small: Plan) -> None:
    work = Mending(small, [pair(small, "Åkanden", " "), pair(small, "Solgården", "Solen")])
    while not work.is_finished:
        work.step()
    assert [one.unit_name for one, _ in work.left_out] == ["Åkanden"]
    assert small.apply(work.change()).params["after"] == "Solen"


def test_a_repair_of_several_acts_is_made_whole_or_not_at_all(small: Plan) -> None:
    unit = key(small, "Åkanden")
    more = ({"act": "rename", "unit": unit, "name": " "},)
    repair = Repair("rename", {"act": "rename", "unit": unit, "name": "Åen"}, more=more)
    work = Mending(
        small, [(Finding("X", Severity.INFO, unit, "Åkanden", "x"), repair), pair(small, "Solgården", "Sol")]
    )
    work.step()
    work.step()
    small.apply(work.change())
    assert small.state().units[unit].name == "Åkanden"


def test_nothing_made_says_why(small: Plan) -> None:
    with pytest.raises(SorError):
        mended(small, [pair(small, "Åkanden", " ")])


def test_those_alike_and_those_safe_are_found(small: Plan) -> None:
    first, second = pair(small, "Åkanden", "A", is_safe=True), pair(small, "Solgården", "B")
    found = [first[0], second[0], Finding("SOR-031", Severity.INFO, "9", "x", "x")]
    assert alike(found[0], found) == (found[0], found[1])
    assert safe(found) == (first,)
