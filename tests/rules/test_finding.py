from datetime import date

from sorstudio.rules.finding import Finding, Repair, Severity, finding_json
from tests.rules.findings import DANISH


def test_the_json_of_a_finding_has_the_published_keys() -> None:
    act = {"act": "rename", "unit": "n", "name": "Nord"}
    repair = Repair("rename", act, {"unit": "No  rd", "name": "Nord"})
    finding = Finding(
        "SOR-031", Severity.WARNING, "n", "No  rd", "check.stray_blanks", {"unit": "No  rd", "name": "Nord"}, (repair,)
    )
    assert finding_json(finding, DANISH) == {
        "code": "SOR-031",
        "severity": "warning",
        "unit": "n",
        "unit_name": "No  rd",
        "parameters": {"unit": "No  rd", "name": "Nord"},
        "message": "Navnet »No  rd« har overflødige mellemrum. Det bør være »Nord«.",
        "repairs": [{"code": "rename", "message": "Omdøb »No  rd« til »Nord«", "act": act, "more": [], "safe": False}],
    }


def test_a_finding_about_the_whole_plan_names_no_unit() -> None:
    finding = Finding("X", Severity.INFO, "", "", "x", {"day": date(2026, 12, 1), "names": ("a", "b"), "n": 2})
    data = finding_json(finding, DANISH)
    assert (data["unit"], data["unit_name"]) == (None, None)
    assert data["parameters"] == {"day": "2026-12-01", "names": ["a", "b"], "n": 2}
