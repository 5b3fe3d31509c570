import pytest

from sorstudio.rules.bench import Bench
from sorstudio.rules.check import by_weight, check, check_units
from sorstudio.rules.engine import RULES
from sorstudio.rules.finding import Severity
from sorstudio.rules.rulebook import RuleBook, RuleEntry, core_rules
from tests.model.outline import gln, key, plan

TREE = f"Kommune\n  Sundhed\n    Nord [{gln(1)}]\n      Hold ^\n    Syd"


def test_findings_come_in_tree_order() -> None:
    work = plan(TREE)
    order = [unit.name for _, unit in work.state().walk()]
    named = [finding.unit_name for finding in check(work)]
    assert named == sorted(named, key=order.index)


def test_some_units_give_the_same_findings_as_the_whole_check() -> None:
    work = plan(TREE)
    some = [key(work, "Nord"), key(work, "Syd")]
    assert check_units(Bench(work), some) == tuple(finding for finding in check(work) if finding.unit in some)


def test_a_rule_that_is_not_in_the_book_is_not_run() -> None:
    assert check(plan(TREE), RuleBook({})) == ()


def test_a_book_that_names_an_unknown_rule_is_a_fault() -> None:
    entry = RuleEntry("SOR-999", Severity.INFO, "", "", "", "", "")
    with pytest.raises(ValueError, match="SOR-999"):
        check(plan(TREE), RuleBook({"SOR-999": entry}))


def test_every_rule_is_in_the_core_book_and_the_other_way_round() -> None:
    assert set(core_rules().entries) == set(RULES)


def test_errors_can_be_shown_first() -> None:
    weights = [finding.severity for finding in by_weight(check(plan(TREE)))]
    assert weights == sorted(weights, key=[Severity.ERROR, Severity.WARNING, Severity.INFO].index)
