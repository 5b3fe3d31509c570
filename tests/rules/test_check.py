import pytest

from sorstudio.rules.check import by_weight, check
from sorstudio.rules.entry import RuleBook
from sorstudio.rules.finding import Severity
from tests.model.outline import gln, plan

TREE = f"Kommune\n  Sundhed\n    Nord [{gln(1)}]\n      Hold ^\n    Syd"


def test_findings_come_in_tree_order_and_those_of_the_whole_plan_last() -> None:
    work = plan(TREE)
    order = [unit.key for _, unit in work.state().walk()]
    units = [finding.unit for finding in check(work)]
    assert units == sorted(units, key=[*order, ""].index)


def test_a_rule_that_is_not_in_the_book_is_not_run() -> None:
    assert check(plan(TREE), RuleBook({})) == ()


def test_errors_can_be_shown_first() -> None:
    weights = [finding.severity for finding in by_weight(check(plan(TREE)))]
    assert weights == sorted(weights, key=[Severity.ERROR, Severity.WARNING, Severity.INFO].index)
    assert len(set(weights)) > 1 or pytest.fail("the tree has findings of one severity only")
