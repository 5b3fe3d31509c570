"""What is accepted stands apart as long as the facts are those that were looked at."""

from __future__ import annotations

from sorstudio.model.change import Change
from sorstudio.model.edits import accepting as verbs
from sorstudio.model.edits import units
from sorstudio.model.plan import Plan
from sorstudio.rules.accepting import accept, acceptance_of, split
from sorstudio.rules.check import check
from sorstudio.rules.finding import Finding, Severity, facts
from tests.model.outline import key, plan
from tests.model.refusing import refused
from tests.rules.findings import of_rule, with_values

BLANKS = "SOR-031"


def faulty() -> Plan:
    return with_values(plan("Kommune\n  Sundhed\n    Nord\n    Syd"), "Nord", name="No  rd")


def let_stand(work: Plan, reason: str = "Aftalt") -> Change:
    return work.apply(accept(work, of_rule(work, BLANKS), reason))


def codes(found: tuple[Finding, ...]) -> list[str]:
    return [one.code for one in found]


def test_nothing_is_accepted_at_first() -> None:
    work = faulty()
    found = split(check(work), work.state())
    assert (BLANKS in codes(found.open), found.accepted) == (True, ())


def test_an_accepted_finding_stands_apart_with_who_and_why() -> None:
    work = faulty()
    let_stand(work)
    found = split(check(work), work.state())
    assert BLANKS not in codes(found.open)
    ((finding, by),) = [(one.finding, one.by) for one in found.accepted]
    assert (finding.code, by.author, by.reason, by.time is not None) == (BLANKS, "Test", "Aftalt", True)


def test_it_is_open_again_when_the_facts_change() -> None:
    work = faulty()
    let_stand(work)
    wrong = key(work, "No  rd")
    other = with_values(work, "No  rd", name="No   rd")
    other.apply(verbs.accept(other, wrong, BLANKS, reason="Aftalt", facts=work.state().acceptances(wrong)[0].facts))
    assert BLANKS in codes(split(check(other), other.state()).open)


def test_it_is_open_again_when_it_is_withdrawn() -> None:
    work = faulty()
    let_stand(work)
    work.apply(verbs.withdraw(work, key(work, "No  rd"), BLANKS))
    assert BLANKS in codes(split(check(work), work.state()).open)


def test_an_act_elsewhere_leaves_it_accepted() -> None:
    work = faulty()
    let_stand(work)
    work.apply(units.rename(work, key(work, "Syd"), "Øst"))
    (finding,) = of_rule(work, BLANKS)
    assert acceptance_of(finding, work.state()) is not None


def test_all_that_a_rule_finds_at_a_unit_is_accepted_together() -> None:
    work = faulty()
    unit = key(work, "No  rd")
    both = [Finding("X", Severity.ERROR, unit, "No  rd", text) for text in ("check.a", "check.b")]
    work.apply(accept(work, both, "Aftalt"))
    assert len(split(both, work.state()).accepted) == 2


def test_where_nothing_is_found_there_is_nothing_to_accept() -> None:
    with refused("acceptance.no_finding"):
        accept(faulty(), [], "Aftalt")


def test_what_concerns_the_whole_plan_is_not_accepted() -> None:
    with refused("acceptance.whole_plan"):
        accept(faulty(), [Finding("X", Severity.INFO, "", "", "x")], "Aftalt")


def test_the_fingerprint_follows_code_sentence_and_parameters_alone() -> None:
    one = Finding("X", Severity.INFO, "u", "U", "x", {"a": 1, "b": ("c",)})
    assert facts(one) == facts(Finding("X", Severity.ERROR, "v", "V", "x", {"b": ("c",), "a": 1}))
    others = [("Y", "x", {"a": 1}), ("X", "y", {"a": 1}), ("X", "x", {"a": 2})]
    prints = {facts(Finding(code, Severity.INFO, "u", "U", text, params)) for code, text, params in others}
    assert len(prints | {facts(one)}) == 4
