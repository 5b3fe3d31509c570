"""The findings as rows."""

from collections.abc import Sequence
from datetime import datetime

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from sorstudio.model.records import Acceptance
from sorstudio.model.state import EMPTY
from sorstudio.rules.accepting import Accepted
from sorstudio.rules.finding import Finding, Severity
from sorstudio.rules.rulebook import core_rules
from sorstudio.ui.findings.grouping import GroupBy, Known
from sorstudio.ui.findings.model import MOST_OPEN, FindingModel, signs_by_unit
from sorstudio.ui.signs import FindingSign
from sorstudio.ui.translate import Language, texts_in

KNOWN = Known(core_rules(), EMPTY, texts_in(Language.DANISH))


def finding(code: str, severity: Severity, unit: str = "1") -> Finding:
    return Finding(code, severity, unit, f"Enhed {unit}", "rule.text")


FOUND = [
    finding("SOR-040", Severity.WARNING, "1"),
    finding("SOR-040", Severity.WARNING, "2"),
    finding("SOR-001", Severity.ERROR, "3"),
]


def model(found: Sequence[Finding] = FOUND) -> FindingModel:
    made = FindingModel()
    made.show_findings(found, KNOWN)
    return made


def test_errors_stand_first_and_one_of_a_kind_stands_alone(qtbot: QtBot) -> None:
    rows = model().rows
    assert [(row.group, row.finding is None, row.count) for row in rows[:2]] == [
        ("SOR-001", False, 1),
        ("SOR-040", True, 2),
    ]
    assert [row.is_inner for row in rows] == [False, False, True, True]


def test_a_rule_is_folded_and_opened(qtbot: QtBot) -> None:
    made = model()
    made.toggle(1)
    assert made.rowCount() == 2
    made.toggle(1)
    assert made.rowCount() == 4


def test_many_findings_begin_folded(qtbot: QtBot) -> None:
    made = model([finding("SOR-040", Severity.WARNING, str(one)) for one in range(MOST_OPEN + 1)])
    assert made.rowCount() == 1


def test_what_is_looked_for_is_opened_also_among_many(qtbot: QtBot) -> None:
    made = model([finding("SOR-040", Severity.WARNING, str(one)) for one in range(MOST_OPEN + 1)])
    made.words = "enhed 17"
    made.rebuild()
    assert [row.finding.unit for row in made.rows if row.finding] == ["17"]


def test_a_severity_that_is_not_shown_leaves(qtbot: QtBot) -> None:
    made = model()
    made.shown.discard(Severity.WARNING)
    made.rebuild()
    assert [row.group for row in made.rows] == ["SOR-001"]


def test_a_finding_is_found_again(qtbot: QtBot) -> None:
    assert model().row_of(FOUND[1]) == 3
    assert model().row_of(finding("SOR-002", Severity.INFO)) == -1


def test_what_is_let_stand_is_the_last_group_and_folded_until_it_is_opened(qtbot: QtBot) -> None:
    by = Acceptance("k", "3", "SOR-001", "Aftalt med lægerne", "x", "Prøve", datetime(2026, 11, 23, 12))
    made = FindingModel()
    made.show_findings(FOUND[:2], KNOWN, [Accepted(FOUND[2], by)])
    head = len(made.rows) - 1
    assert (made.sentence(made.rows[head]), made.rows[head].count, made.rows[head].is_open) == ("Accepteret", 1, False)
    made.toggle(head)
    said = made.data(made.index(head + 1, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert "Prøve" in str(said)
    assert "Aftalt med lægerne" in str(said)


def test_a_row_is_read_with_its_severity_and_its_unit(qtbot: QtBot) -> None:
    made = model()
    assert str(made.data(made.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)).startswith("fejl, ")
    assert "foldet ud" in str(made.data(made.index(1, 0), Qt.ItemDataRole.AccessibleTextRole))


def test_one_that_goes_takes_only_its_row(qtbot: QtBot) -> None:
    made = model()
    removed: list[tuple[int, int]] = []
    made.rowsRemoved.connect(lambda _top, first, last: removed.append((first, last)))
    made.modelReset.connect(lambda: removed.append((-1, -1)))
    made.show_findings([FOUND[0], *[finding("SOR-040", Severity.WARNING, one) for one in "45"], FOUND[2]], KNOWN)
    assert removed == [(3, 3)]
    assert [row.finding.unit for row in made.rows if row.finding] == ["3", "1", "4", "5"]


STORIES = st.lists(
    st.tuples(
        st.lists(st.tuples(st.sampled_from(["SOR-001", "SOR-040", "X"]), st.integers(0, 6)), max_size=12),
        st.sampled_from(GroupBy),
        st.integers(0, 20),
    ),
    max_size=6,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(story=STORIES)
def test_by_rows_the_list_becomes_what_it_would_be_anew(qtbot: QtBot, story: list) -> None:  # type: ignore[type-arg]
    made = FindingModel()
    tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for pairs, by, fold in story:
        found = [finding(code, list(Severity)[unit % 3], str(unit)) for code, unit in pairs]
        made.group_by(by)
        made.show_findings(found, KNOWN)
        heads = [at for at, row in enumerate(made.rows) if row.finding is None]
        if heads:
            made.toggle(heads[fold % len(heads)])
        anew = FindingModel()
        anew.by, anew.folded = made.by, set(made.folded)
        anew.show_findings(found, KNOWN)
        assert made.rows == anew.rows
    tester.deleteLater()


def test_the_gravest_sign_of_a_unit_leads() -> None:
    found = {"1": [finding("a", Severity.INFO), finding("b", Severity.ERROR)]}
    assert signs_by_unit(found) == {"1": (FindingSign.ERROR, FindingSign.INFO)}
