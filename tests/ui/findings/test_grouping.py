"""The findings put together in four ways."""

from sorstudio.model.plan import Plan
from sorstudio.requests.line import Addressee
from sorstudio.rules.finding import Finding, Repair, Severity
from sorstudio.rules.rulebook import core_rules
from sorstudio.ui.findings.grouping import GroupBy, Known, addressee, grouped
from sorstudio.ui.translate import Language, texts_in
from tests.model.outline import key


def known(plan: Plan) -> Known:
    return Known(core_rules(), plan.state(), texts_in(Language.DANISH))


def at(plan: Plan, name: str, code: str = "SOR-031", severity: Severity = Severity.WARNING, act: str = "") -> Finding:
    repairs = (Repair(act, {"act": act}),) if act else ()
    return Finding(code, severity, key(plan, name) if name else "", name, "check.x", repairs=repairs)


def test_a_branch_begins_right_below_the_owner(small: Plan) -> None:
    names = ("Team Lind", "Tandplejen", "Sundhed", "Prøvestrup Kommune", "")
    found = [at(small, name) for name in names]
    groups = grouped(found, GroupBy.BRANCH, known(small))
    assert [(one.title, [item.unit_name for item in one.findings]) for one in groups] == [
        ("Prøvestrup Kommune", ["Prøvestrup Kommune"]),
        ("Sundhed", ["Team Lind", "Sundhed"]),
        ("Børn og Unge", ["Tandplejen"]),
        ("Hele planen", [""]),
    ]


def test_errors_come_first_by_severity(small: Plan) -> None:
    found = [at(small, "Sundhed", severity=one) for one in (Severity.INFO, Severity.ERROR)]
    assert [one.key for one in grouped(found, GroupBy.SEVERITY, known(small))] == ["error", "info"]


def test_whoever_mends_it_is_read_from_the_repair_and_then_from_the_rule(small: Plan) -> None:
    facts = known(small)
    assert addressee(at(small, "Team Lind", act="rename"), facts) is Addressee.MUNICIPALITY
    assert addressee(at(small, "Team Lind", act="add_message_type"), facts) is Addressee.MEDCOM
    assert addressee(at(small, "Team Lind", act="order_location_number"), facts) is Addressee.SDS
    assert addressee(at(small, "Prøvestrup Kommune", act="rename"), facts) is Addressee.SDS
    assert addressee(at(small, "Team Lind", code="SOR-020"), facts) is Addressee.SDS
    assert addressee(at(small, "Team Lind"), facts) is Addressee.MUNICIPALITY
