from collections.abc import Iterator
from dataclasses import replace

import pytest

from sorstudio.model.records import Unit
from sorstudio.rules.bench import Bench
from sorstudio.rules.check import check as check_plan
from sorstudio.rules.engine import CHECKS, Yield, check, unknown_checks
from sorstudio.rules.entry import RuleBook, RuleEntry
from sorstudio.rules.finding import Severity, message
from sorstudio.rules.reach import Reach
from sorstudio.rules.rulebook import core_rules
from tests.model.outline import plan
from tests.rules.findings import DANISH, with_values

TREE = "Kommune\n  Sundhed\n    Nord"


def _book(**changes: object) -> RuleBook:
    entry = core_rules().entries["SOR-031"]
    return RuleBook({"SOR-031": replace(entry, **changes)})  # type: ignore[arg-type]


def test_two_checks_cannot_have_one_name() -> None:
    def run(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
        yield from ()

    with pytest.raises(ValueError, match="stray_blanks"):
        check("stray_blanks")(run)


def test_the_severity_is_the_books() -> None:
    work = with_values(plan(TREE), "Nord", name="a  b")
    found = check_plan(work, _book(severity=Severity.ERROR))
    assert [(one.code, one.severity, one.unit_name) for one in found] == [("SOR-031", Severity.ERROR, "a  b")]


def test_a_rule_that_is_off_finds_nothing() -> None:
    work = with_values(plan(TREE), "Nord", name="a  b")
    assert check_plan(work, _book()) != ()
    assert check_plan(work, _book(is_on=False)) == ()


def test_the_books_own_sentence_takes_the_place_of_the_checks() -> None:
    work = with_values(plan(TREE), "Nord", name="a  b")
    (found,) = check_plan(work, _book(message_da="Skriv »{name}«."))
    assert message(found, DANISH) == "Skriv »a b«."


def test_a_book_over_an_unknown_check_is_known_by_it() -> None:
    assert unknown_checks(core_rules()) == []
    assert unknown_checks(_book(check="magic")) == ["magic"]


def test_every_check_is_used_by_the_shipped_book() -> None:
    assert set(CHECKS) == {entry.check for entry in core_rules().entries.values()}


def test_a_check_of_the_whole_looks_at_the_owner_alone() -> None:
    whole = [entry for entry in core_rules().entries.values() if Reach.WHOLE in CHECKS[entry.check].reach]
    work = plan(TREE)
    for entry in whole:
        assert {one.unit_name for one in check_plan(work, RuleBook({entry.code: entry}))} <= {"Kommune", ""}
