"""What a new file says as rows: doubts first, then by outcome, each with sign and word."""

from dataclasses import replace

import pytest

from sorstudio.model.plan import Plan
from sorstudio.model.texts import Clause
from sorstudio.requests.confirm import Confirmation, Outcome, Result
from sorstudio.requests.line import Action
from sorstudio.requests.matching import Match
from sorstudio.ui.requests.outcomes import DOUBT, OutcomeRows
from sorstudio.ui.translate import Language, texts_in

DANISH = texts_in(Language.DANISH)
WISH = Clause("request.line.rename", {"before": "Å", "after": "Åen", "unit": "Åen"})


def result(outcome: Outcome, status: Clause) -> Result:
    return Result("å", "Åen", Action.RENAME, outcome, Clause("confirm.detail", {"wish": WISH, "status": status}))


@pytest.fixture
def confirmation(small: Plan) -> Confirmation:
    found = tuple(result(outcome, Clause("confirm.pending")) for outcome in reversed(Outcome))
    return Confirmation(small.baseline, found, ())


def test_each_outcome_is_a_group_of_its_own(confirmation: Confirmation) -> None:
    groups = OutcomeRows(confirmation, {}, DANISH).groups
    titles = ["Udført", "Udført anderledes", "Ikke endnu", "Afvist", "Ændret af andre"]
    assert [group.head.sentence for group in groups] == titles


def test_no_two_outcomes_look_or_read_alike(confirmation: Confirmation) -> None:
    signs = [row.sign for group in OutcomeRows(confirmation, {}, DANISH).groups for row in group.rows]
    assert len({one.icon for one in signs}) == len({one.word for one in signs}) == len(Outcome)


def test_a_row_says_the_wish_and_below_it_what_came_of_it(confirmation: Confirmation) -> None:
    row = OutcomeRows(confirmation, {}, DANISH).groups[0].rows[0]
    assert "Åen" in row.sentence
    assert row.detail == "Registeret viser endnu det gamle."
    assert row.unit == "å"


def test_what_is_doubtful_comes_first_and_never_speaks_of_the_command_line(confirmation: Confirmation) -> None:
    params = {"name": "Åen Nord", "sor_id": "900", "percent": 71}
    doubtful = replace(
        confirmation,
        results=(result(Outcome.PENDING, Clause("confirm.doubtful", params)),),
        matches=(Match("å", "900", "Åen Nord", 0.71, False), Match("b", "901", "B", 1.0, True)),
    )
    rows = OutcomeRows(doubtful, {"å": "Åen"}, DANISH)
    assert [group.head.key for group in rows.groups] == [DOUBT, "pending"]
    assert [match.unit for match in rows.doubts.values()] == ["å"]
    told = [row.whole for group in rows.groups for row in group.rows]
    assert all("71 %" in one and "--match" not in one for one in told)
