"""Scores in words."""

from datetime import date

from sorstudio.model.texts import Texts
from sorstudio.resources import texts
from sorstudio.rules.quality import PartScore, RuleCost, Score
from sorstudio.rules.telling import Telling
from sorstudio.rules.trend import DayPoint

DANISH = Telling(Texts(texts("da"), "da"))
ENGLISH = Telling(Texts(texts("en"), "en"))


def score(value: float | None, *costs: RuleCost) -> Score:
    return Score("a", "Nord", value, (), costs, 3, 2)


def test_a_score_is_told_with_a_comma_in_danish() -> None:
    assert DANISH.sentence(score(81.26)) == "Nord: 81,2 af 100 – kan blive bedre. 3 enheder, 2 bemærkninger."
    assert ENGLISH.sentence(score(81.26)) == "Nord: 81.2 of 100 – could be better. 3 units, 2 findings."


def test_nothing_judged_is_no_number() -> None:
    assert DANISH.sentence(score(None)) == "Nord: kan ikke vurderes."
    assert DANISH.number(None) == DANISH.level(None) == "kan ikke vurderes"
    assert list(DANISH.costs(score(None), 3)) == []


def test_a_part_tells_where_it_cannot_be_judged() -> None:
    assert DANISH.part(PartScore("types", 95.0, 10, 4)) == "Enhedstyper: 95,0 – god; kan ikke vurderes (4)"
    assert DANISH.part(PartScore("types", None, 0, 4)) == "Enhedstyper: kan ikke vurderes (4)"
    assert DANISH.part(PartScore("offers", None, 0, 0)) == "Tilbud: kan ikke vurderes"


def test_before_and_after_are_told_with_the_difference() -> None:
    (worse,) = DANISH.change(score(90.0), score(88.5))
    assert worse == "Før planen 90,0, efter planen 88,5: −1,5 point."
    assert list(DANISH.change(score(None), score(88.5))) == []


def test_the_rules_that_cost_most_are_told_with_their_title() -> None:
    told = list(DANISH.costs(score(80.0, RuleCost("SOR-031", 3.0, 1), RuleCost("X-1", 1.0, 2)), 1))
    assert len(told) == 2
    assert "[SOR-031] koster 3,0 point (1 bemærkning)" in told[1]
    assert list(DANISH.costs(score(100.0), 1)) == ["Ingen bemærkninger trækker ned."]


def test_a_rule_that_the_book_does_not_have_is_told_by_its_code() -> None:
    assert "X-1" in DANISH.cost(RuleCost("X-1", 1.0, 2))


def test_the_trend_is_told_in_a_sentence() -> None:
    assert DANISH.trend([score(90.0)]).startswith("Der er ingen handlinger")
    assert DANISH.trend([score(90.0), score(91.0)]) == "Udvikling over 1 handling: fra 90,0 til 91,0."


def test_register_files_are_told_with_their_days() -> None:
    first, last = (DayPoint(date(2026, month, 1), score(90.0)) for month in (1, 2))
    assert DANISH.days([]) == ""
    assert "1. januar 2026 til 1. februar 2026" in DANISH.days([first, last])
    assert DANISH.days([first]).startswith("Ét dagsudtræk fra 1. januar 2026")
