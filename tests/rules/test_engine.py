from collections.abc import Iterator

import pytest

from sorstudio.model.records import Unit
from sorstudio.rules.bench import Bench
from sorstudio.rules.engine import Yield, findings, rule
from sorstudio.rules.finding import Severity
from sorstudio.rules.rulebook import RuleBook, RuleEntry, core_rules
from tests.model.outline import plan
from tests.rules.findings import with_values


def test_two_rules_cannot_have_one_code() -> None:
    def run(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
        yield from ()

    with pytest.raises(ValueError, match="SOR-001"):
        rule("SOR-001")(run)


def test_the_severity_is_the_books() -> None:
    work = with_values(plan("Kommune\n  Sundhed\n    Nord"), "Nord", name="a  b")
    entry = core_rules().entries["SOR-031"]
    strict = RuleEntry("SOR-031", Severity.ERROR, entry.title_da, entry.title_en, "", "", "")
    book = RuleBook({"SOR-031": strict})
    found = list(findings(Bench(work), work.state().units.values(), book, with_unjudged=True))
    assert [(one.code, one.severity, one.unit_name) for one in found] == [("SOR-031", Severity.ERROR, "a  b")]
