import pytest

from sorstudio.model.approvals import Approvals, Verdict
from sorstudio.model.codes import Approval, JournalSystem
from sorstudio.model.message_types import MessageIndex
from sorstudio.resources import code_lists

CURA = JournalSystem(
    "Cura",
    "Systematic",
    approvals=(
        Approval("XDIS91", "XD9134L", "in", "approved"),
        Approval("GGOP", "GGOP100", "out", "not-approved"),
        Approval("XREF22", "XH2230R", "in", "testing"),
    ),
)
OTHER = JournalSystem(
    "Andet",
    "Firma",
    approvals=(
        Approval("DIS91", "D9134L", "in", "approved"),
        Approval("DIS91", "D9134L", "out", "approved"),
        Approval("GGOP", "GGOP100", "in", "approved"),
        Approval("XDIS91", "XD9133L", "in", "approved"),
    ),
)
LIST = Approvals((CURA, OTHER), MessageIndex((), {}))


@pytest.mark.parametrize(
    ("test", "verdict"),
    [
        (("XDIS91", "XD9134L", "in"), Verdict.APPROVED),
        (("XDIS91", "XD9130L", "in"), Verdict.UNTESTED),
        (("XDIS91", "XD9133L", "in"), Verdict.APPROVED),
        (("GGOP", "GGOP100", "out"), Verdict.NOT_APPROVED),
        (("GGOP", "GGOP100", "in"), Verdict.NOT_APPROVED),
        (("XREF22", "XH2230R", "in"), Verdict.TESTING),
        (("DIS91", "D9134L", "in"), Verdict.APPROVED),
        (("DIS91", "D9134L", "out"), Verdict.NOT_APPROVED),
        (("PRE60", "P6001X", "in"), Verdict.UNTESTED),
    ],
)
def test_what_the_list_says_of_one_system(test: tuple[str, str, str], verdict: Verdict) -> None:
    assert LIST.verdict(CURA, *test) is verdict


def test_types_are_found_under_the_names_of_the_code_lists() -> None:
    codes = code_lists()
    system = codes.journal_system("Cura (Systematic)")
    assert system is not None
    assert system is codes.journal_system("cura")
    assert codes.approvals.verdict(system, "FDIS91", "5.0", "in") is Verdict.APPROVED
