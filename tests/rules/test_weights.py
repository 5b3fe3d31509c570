"""The table of the quality score."""

from sorstudio.rules.editions import GROUPS
from sorstudio.rules.finding import Severity
from sorstudio.rules.weights import FAIR, GOOD, POOR, core_weights


def test_every_group_of_rules_belongs_to_one_part() -> None:
    groups = [group for part in core_weights().parts for group in part.groups]
    assert sorted(groups) == sorted(GROUPS)
    assert [part.code for part in core_weights().parts if part.code in part.groups][:5]


def test_every_severity_has_a_weight_and_the_graver_weighs_more() -> None:
    weights = core_weights().severities
    assert weights[Severity.ERROR] > weights[Severity.WARNING] > weights[Severity.INFO] > 0


def test_a_score_has_one_word() -> None:
    weights = core_weights()
    assert [weights.level(score) for score in (100, 90, 89.9, 70, 69.9, 0)] == [GOOD, GOOD, FAIR, FAIR, POOR, POOR]


def test_a_group_that_nobody_knows_belongs_to_no_part() -> None:
    assert core_weights().part_of("weather") is None
