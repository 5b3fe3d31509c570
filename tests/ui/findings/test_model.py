"""The findings as rows."""

from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from sorstudio.rules.finding import Finding, Severity
from sorstudio.ui.findings.model import MOST_OPEN, FindingModel, signs_by_unit
from sorstudio.ui.signs import FindingSign
from sorstudio.ui.translate import Language, texts_in


def finding(code: str, severity: Severity, unit: str = "1") -> Finding:
    return Finding(code, severity, unit, f"Enhed {unit}", "rule.text")


FOUND = [
    finding("SOR-040", Severity.WARNING, "1"),
    finding("SOR-040", Severity.WARNING, "2"),
    finding("SOR-001", Severity.ERROR, "3"),
]


def model() -> FindingModel:
    made = FindingModel()
    made.show_findings(FOUND, texts_in(Language.DANISH))
    return made


def test_errors_stand_first_and_one_of_a_kind_stands_alone(qtbot: QtBot) -> None:
    rows = model().rows
    assert [(row.rule, row.finding is None, row.count) for row in rows[:2]] == [
        ("SOR-001", False, 1),
        ("SOR-040", True, 2),
    ]
    assert [row.is_inner for row in rows] == [False, False, True, True]


def test_a_rule_is_folded_and_opened(qtbot: QtBot) -> None:
    made = model()
    tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    made.toggle(1)
    assert made.rowCount() == 2
    made.toggle(1)
    assert made.rowCount() == 4
    tester.deleteLater()


def test_many_findings_begin_folded(qtbot: QtBot) -> None:
    made = FindingModel()
    many = [finding("SOR-040", Severity.WARNING, str(one)) for one in range(MOST_OPEN + 1)]
    made.show_findings(many, texts_in(Language.ENGLISH))
    assert made.rowCount() == 1


def test_a_severity_that_is_not_shown_leaves(qtbot: QtBot) -> None:
    made = model()
    made.shown.discard(Severity.WARNING)
    made.rebuild()
    assert [row.rule for row in made.rows] == ["SOR-001"]


def test_a_finding_is_found_again(qtbot: QtBot) -> None:
    assert model().row_of(FOUND[1]) == 3
    assert model().row_of(finding("SOR-002", Severity.INFO)) == -1


def test_the_gravest_sign_of_a_unit_leads() -> None:
    found = {"1": [finding("a", Severity.INFO), finding("b", Severity.ERROR)]}
    assert signs_by_unit(found) == {"1": (FindingSign.ERROR, FindingSign.INFO)}
