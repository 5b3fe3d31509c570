"""Codes become sentences in both languages."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from string import Formatter

import pytest

from sorstudio.model.texts import Clause, Texts
from sorstudio.resources import texts

ROOT = Path(__file__).parents[2]
CODE = re.compile(r'(?:Refused|Unusable|Unreadable|Conflict|TooNew|SorError)\(\s*"([a-z_.]+)"')


def test_a_date_is_written_out_in_danish() -> None:
    assert Texts({"x": "Fra {day}."}).sentence("x", {"day": date(2026, 12, 1)}) == "Fra 1. december 2026."


def test_a_date_in_text_is_written_out_too() -> None:
    assert Texts({"x": "Fra {day}."}, "en").sentence("x", {"day": "2026-12-01"}) == "Fra 1 December 2026."


def test_text_that_only_looks_like_a_date_stands() -> None:
    assert Texts({"x": "{day}"}).sentence("x", {"day": "2026-13-01"}) == "2026-13-01"


def test_a_clause_within_a_sentence_has_parameters_of_its_own() -> None:
    words = Texts({"x": "Fordi {why}.", "both": "{first}, og {second}", "name": "navnet er {name}"})
    why = Clause("both", {"first": Clause("name", {"name": "A"}), "second": Clause("name", {"name": "B"})})
    assert words.sentence("x", {"why": why}) == "Fordi navnet er A, og navnet er B."


def test_a_code_without_a_sentence_is_shown_not_hidden() -> None:
    assert Texts({}).sentence("a.b", {"n": 2}) == "a.b n=2"


def test_one_is_said_in_the_singular() -> None:
    words = Texts({"x": "{count} enheder", "x.one": "én enhed"})
    assert (words.sentence("x", {"count": 1}), words.sentence("x", {"count": 2})) == ("én enhed", "2 enheder")


def test_an_empty_parameter_has_a_sentence_of_its_own() -> None:
    words = Texts({"x": "til {system}", "x.blank": "uden"})
    assert words.sentence("x", {"system": ""}) == "uden"


def test_a_word_code_is_put_into_words() -> None:
    assert Texts({"x": "{d} XDIS18", "word.in": "modtager"}).sentence("x", {"d": "word.in"}) == "modtager XDIS18"


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_refusal_in_the_code_has_a_sentence(language: str) -> None:
    known = texts(language)
    source = "".join(path.read_text("utf-8") for path in (ROOT / "sorstudio").rglob("*.py"))
    assert sorted(set(CODE.findall(source)) - set(known)) == []


def test_both_languages_have_the_same_codes_and_parameters() -> None:
    danish, english = texts("da"), texts("en")
    assert {code: _fields(text) for code, text in danish.items()} == {
        code: _fields(text) for code, text in english.items()
    }


def _fields(text: str) -> frozenset[str | None]:
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name)


def test_an_act_that_speaks_of_another_puts_that_into_words() -> None:
    texts = Texts({"back": "Taget tilbage: {what}", "named": "{before} hedder nu {after}."})
    params = {"what": "named", "before": "A", "after": "B"}
    assert texts.sentence("back", params) == "Taget tilbage: A hedder nu B."
