"""The reference of the rules, from the book alone."""

from __future__ import annotations

from dataclasses import replace

from sorstudio.model.texts import Texts
from sorstudio.resources import texts
from sorstudio.rules.entry import Edition, RuleBook, RuleEntry
from sorstudio.rules.finding import Severity
from sorstudio.rules.reference import MOST_SHOWN, book_json, book_markdown
from sorstudio.rules.rulebook import core_rules

DANISH = Texts(texts("da"))
ENTRY = RuleEntry("A-1", "name_length", "names", Severity.ERROR, "Kort", "Short", "Fordi", "Because", "MC-1")


def book(*entries: RuleEntry) -> RuleBook:
    return RuleBook({one.code: one for one in entries}, Edition("Vores", "1"))


def test_a_rule_is_told_with_title_weight_reason_check_and_source() -> None:
    lines = book_markdown(book(ENTRY), DANISH).splitlines()
    assert lines[-7:] == [
        "## Navne",
        "",
        "### A-1 Kort",
        "",
        "**Fejl.** Fordi",
        "",
        "Kontrol: `name_length`. Kilde: MC-1.",
    ]


def test_a_rule_that_is_off_says_so() -> None:
    assert "**Fejl, slået fra.** Fordi" in book_markdown(book(replace(ENTRY, is_on=False)), DANISH)


def test_settings_are_listed_and_long_ones_cut() -> None:
    many = tuple(f"ord{n}" for n in range(MOST_SHOWN + 3))
    told = book_markdown(book(replace(ENTRY, parameters={"most": 60, "words": many, "pairs": {"a": "b"}})), DANISH)
    assert "- `most`: `60`" in told
    assert "- `pairs`: `a` → `b`" in told
    assert told.count("`ord") == MOST_SHOWN
    assert "og 3 mere" in told


def test_it_can_be_had_in_english() -> None:
    assert "### A-1 Short" in book_markdown(book(ENTRY), Texts(texts("en"), "en"))


def test_every_group_of_the_shipped_book_has_a_heading_of_its_own() -> None:
    told = book_markdown(core_rules(), DANISH)
    heads = [line for line in told.splitlines() if line.startswith("## ")]
    assert len(heads) == len(set(heads)) == len({one.group for one in core_rules().entries.values()})
    assert "reference." not in told


def test_as_data_every_rule_has_its_settings() -> None:
    data = book_json(core_rules(), DANISH)
    assert isinstance(data["rules"], list)
    assert len(data["rules"]) == len(core_rules().entries)
