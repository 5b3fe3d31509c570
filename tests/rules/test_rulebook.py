import pytest

from sorstudio.resources import texts
from sorstudio.rules.engine import CHECKS
from sorstudio.rules.entry import RuleEntry
from sorstudio.rules.rulebook import core_rules

_SAYS_SO_ITSELF = {"sound_sor_id", "sound_gln", "sound_other_numbers"}
"""Checks whose sentences belong to identifiers."""


@pytest.mark.parametrize("entry", core_rules().entries.values(), ids=lambda entry: entry.code)
def test_every_rule_is_explained_in_both_languages(entry: RuleEntry) -> None:
    for language in ("da", "en"):
        assert entry.title(language)
        assert entry.explanation(language)
    assert entry.title("da") != entry.title("en")
    assert entry.source


@pytest.mark.parametrize("name", sorted(set(CHECKS) - _SAYS_SO_ITSELF))
def test_every_check_has_a_sentence(name: str) -> None:
    assert any(code == f"check.{name}" or code.startswith(f"check.{name}.") for code in texts("da"))


def test_the_book_holds_the_parameters_of_a_rule() -> None:
    assert core_rules().entries["SOR-050"].whole("days") == 7
    assert "akutteam" in core_rules().entries["SOR-071"].words("words")


def test_the_shipped_book_says_which_edition_it_is() -> None:
    edition = core_rules().edition
    assert edition.name
    assert edition.edition
    assert edition.day is not None
