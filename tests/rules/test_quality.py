"""The score: 100 where nothing is found, never lower for something mended, unknown neither good nor bad."""

from collections.abc import Iterator, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sorstudio.model.edits import units
from sorstudio.model.plan import Plan
from sorstudio.model.records import UNKNOWN
from sorstudio.rules.accepting import accept
from sorstudio.rules.entry import RuleBook
from sorstudio.rules.finding import Finding, Severity
from sorstudio.rules.quality import Ledger, Quality, branches, quality, rounded, score_json
from sorstudio.rules.rulebook import core_rules
from sorstudio.rules.standing import Standing
from sorstudio.rules.weights import core_weights
from tests.model.outline import key, plan
from tests.rules.findings import with_values

TREE = """
Kommune
  Sundhed og Omsorg [5790000000001]
    Hjemmepleje Nord
    Hjemmepleje Syd
  Skole
    Åskolen
"""
CODES = sorted(core_rules().entries)
FIELDS = ("unit_type", "gln", "message_type", "name")


class Told:
    """A standing that says what a test wants it to: the law is about any findings, not about today's rules."""

    def __init__(self, found: list[Finding], silent: list[tuple[str, str, str]]) -> None:
        self.book, self._found, self._silent = core_rules(), found, silent

    def findings(self) -> Iterator[Finding]:
        return iter(self._found)

    def unjudged(self) -> Iterator[tuple[str, str, str]]:
        return iter(self._silent)


def told(work: Plan, found: list[Finding], silent: list[tuple[str, str, str]]) -> Quality:
    return quality(Told(found, silent), work)  # type: ignore[arg-type]


def scores(one: Quality) -> Mapping[tuple[str, str], float]:
    """Each score that there is, by unit and part."""
    found: dict[tuple[str, str], float] = {}
    for score in (one.whole, *one.branches):
        found.update({(score.unit, part.code): part.score for part in score.parts if part.score is not None})
        if score.score is not None:
            found[score.unit, ""] = score.score
    return found


@st.composite
def findings(draw: st.DrawFn) -> list[Finding]:
    keys = sorted(plan(TREE).state().units)
    rows = st.tuples(st.sampled_from(CODES), st.sampled_from(list(Severity)), st.sampled_from(keys))
    return [Finding(code, severity, unit, "", "x") for code, severity, unit in draw(st.lists(rows, min_size=1))]


SILENT = st.lists(
    st.tuples(st.sampled_from(CODES), st.sampled_from(sorted(plan(TREE).state().units)), st.sampled_from(FIELDS))
)


@given(findings(), SILENT, st.data())
def test_mending_a_finding_never_lowers_any_score(
    found: list[Finding], silent: list[tuple[str, str, str]], data: st.DataObject
) -> None:
    work = plan(TREE)
    mended = data.draw(st.integers(0, len(found) - 1))
    before = scores(told(work, found, silent))
    after = scores(told(work, found[:mended] + found[mended + 1 :], silent))
    assert before.keys() == after.keys()
    assert [place for place in before if after[place] < before[place] - 1e-9] == []
    assert all(0 <= score <= 100 + 1e-9 for score in before.values())


@given(SILENT)
def test_where_nothing_is_found_every_score_is_100(silent: list[tuple[str, str, str]]) -> None:
    assert set(scores(told(plan(TREE), [], silent)).values()) <= {100.0}


@given(findings(), SILENT)
def test_the_points_of_the_rules_are_what_is_missing(found: list[Finding], silent: list[tuple[str, str, str]]) -> None:
    whole = told(plan(TREE), found, silent).whole
    if whole.score is not None:
        assert sum(cost.points for cost in whole.costs) == pytest.approx(100 - whole.score)


def of(work: Plan, book: RuleBook | None = None) -> Quality:
    return quality(Standing(work, book), work)


def test_an_error_costs_more_than_a_warning() -> None:
    work, unit = plan(TREE), key(plan(TREE), "Åskolen")
    error, warning = (
        told(work, [Finding("SOR-030", severity, unit, "", "x")], []).whole.score
        for severity in (Severity.ERROR, Severity.WARNING)
    )
    assert error is not None
    assert warning is not None
    assert error < warning < 100


def test_a_field_that_the_file_does_not_carry_is_neither_good_nor_bad() -> None:
    work = with_values(plan(TREE), "Åskolen", unit_type=UNKNOWN)
    school = next(one for one in of(work).branches if one.name == "Skole")
    part = school.part("types")
    assert part is not None
    assert (part.judged, part.unjudged) == (1, 1)


def test_where_nothing_can_be_judged_there_is_no_score() -> None:
    work = plan("Kommune\n  Skole")
    silent = [("SOR-060", unit, "unit_type") for unit in work.state().units]
    part = told(work, [Finding("SOR-060", Severity.ERROR, silent[0][1], "", "x")], silent).whole.part("types")
    assert part is not None
    assert part.score is None


def test_a_part_without_rules_has_no_score() -> None:
    found = of(plan(TREE), core_rules().only(frozenset({"SOR-031"}))).whole
    assert [part.code for part in found.parts if part.score is not None] == ["names"]


def test_what_is_accepted_does_not_count() -> None:
    work = with_values(plan(TREE), "Åskolen", name="Å  skolen")
    standing = Standing(work, core_rules().only(frozenset({"SOR-031"})))
    (finding,) = standing.findings()
    before = quality(standing, work).whole
    work.apply(accept(work, [finding], "kendt"))
    after = quality(standing, work).whole
    assert before.findings == 1
    assert after.findings == 0
    assert after.score == 100
    assert before.score is not None
    assert before.score < 100


def test_a_mended_name_raises_the_score_of_its_branch_alone() -> None:
    work = with_values(plan(TREE), "Åskolen", name="Å  skolen")
    before = {one.name: one.score for one in of(work).branches}
    work.apply(units.rename(work, key(work, "Å  skolen"), "Åskolen"))
    after = {one.name: one.score for one in of(work).branches}
    assert _more(after["Skole"], before["Skole"])
    assert after["Sundhed og Omsorg"] == before["Sundhed og Omsorg"]


def _more(after: float | None, before: float | None) -> bool:
    return after is not None and before is not None and after > before


def test_the_branches_begin_where_the_tree_parts() -> None:
    work = plan("Kommune\n  Forvaltning\n    Sundhed\n    Skole\n      Åskolen")
    assert [work.state().units[one].name for one in branches(work.state())] == ["Sundhed", "Skole"]


def test_any_unit_can_be_scored_with_what_is_below_it() -> None:
    work = plan(TREE)
    found = Ledger(Standing(work), work).branch(key(work, "Hjemmepleje Nord"))
    assert (found.name, found.units) == ("Hjemmepleje Nord", 1)


def test_of_no_units_there_is_no_score() -> None:
    work = plan(TREE)
    assert Ledger(Standing(work), work).score(()).score is None


def test_the_form_for_programs_names_every_part() -> None:
    found = score_json(of(plan(TREE)).whole)
    parts = found["parts"]
    assert isinstance(parts, Mapping)
    assert set(parts) == {part.code for part in core_weights().parts}


@pytest.mark.parametrize(("score", "shown"), [(100.0, 100.0), (99.99, 99.9), (0.0, 0.0), (None, None)])
def test_100_is_said_only_where_nothing_was_found(score: float | None, shown: float | None) -> None:
    assert rounded(score) == shown
