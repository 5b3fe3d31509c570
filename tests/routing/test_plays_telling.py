"""Plays in words and as data."""

from datetime import date

from sorstudio.model.records import Play
from sorstudio.model.texts import Texts
from sorstudio.resources import texts
from sorstudio.routing.play_set import standard_plays
from sorstudio.routing.plays import days_of, run_all
from sorstudio.routing.plays_telling import explanation, mark, play_json, plays_json, title
from tests.model.outline import key
from tests.routing.asking import town

DA, EN = Texts(texts("da"), "da"), Texts(texts("en"), "en")


def test_every_outcome_has_its_words_in_both_languages() -> None:
    for one in run_all(days_of(town()), standard_plays()):
        for words in (DA, EN):
            assert not explanation(one, words).startswith("plays.")
            assert "{" not in explanation(one, words)
            assert title(one.play, words)


def test_the_mark_is_a_word() -> None:
    outcomes = run_all(days_of(town()), standard_plays())
    assert {mark(one, DA) for one in outcomes if one.passed} == {"bestået"}
    assert {mark(one, EN) for one in outcomes if not one.passed} == {"failed"}


def test_a_play_of_the_plan_tells_what_it_expects() -> None:
    work = town()
    unit = key(work, "Genoptræningen")
    one = Play("p", "Min prøve", "hospital", "traening", day=date(2027, 1, 1), unit=unit, must=False)
    (outcome,) = run_all(days_of(work), [one])
    told = play_json(outcome, DA)
    assert (told["key"], told["title"], told["day"], told["must"]) == ("p", "Min prøve", "2027-01-01", False)
    assert told["expected"] == {"unit": unit, "message_types": [], "reason": None}
    assert "code" not in told


def test_the_sum_counts_both() -> None:
    outcomes = run_all(days_of(town()), standard_plays())
    told = plays_json(outcomes, DA)
    assert told["passed"] == sum(one.passed for one in outcomes)
    assert told["failed"] == sum(not one.passed for one in outcomes)
