from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from sorstudio.formats.reading import read_baseline
from sorstudio.model.plan import Plan
from sorstudio.resources import code_lists
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


def test_the_known_faults_of_a_real_municipality_are_found(shared: Path) -> None:
    folder, day = shared / "domain" / "data" / "eer", date(2026, 3, 1)
    files = [folder / "aarhus-kommune.csv", folder / "aarhus-kommune-endpoints.fhir-bundle.json"]
    work = Plan([read_baseline(files, codes=code_lists(), today=day)], code_lists(), today=day, author="Test")
    counts = Counter(finding.code for finding in check(work))
    known = {"SOR-031": 2, "SOR-032": 6, "SOR-034": 2, "SOR-036": 3, "SOR-037": 2, "SOR-131": 26}
    assert {code: counts[code] for code in known} == known
    assert min(counts["SOR-033"], counts["SOR-035"]) >= 13
    sound = {"SOR-001", "SOR-002", "SOR-012", "SOR-020", "SOR-021", "SOR-051", "SOR-063"}
    assert not sound & counts.keys()
