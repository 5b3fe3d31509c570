import pytest

from sorstudio.resources import texts
from sorstudio.rules.rulebook import RuleEntry, core_rules


@pytest.mark.parametrize("entry", core_rules().entries.values(), ids=lambda entry: entry.code)
def test_every_rule_is_explained_in_both_languages(entry: RuleEntry) -> None:
    for language in ("da", "en"):
        assert entry.title(language)
        assert entry.explanation(language)
    assert entry.title("da") != entry.title("en")
    assert entry.source


@pytest.mark.parametrize("code", [code for code in core_rules().entries if code not in ("SOR-001", "SOR-003")])
def test_every_rule_has_a_sentence(code: str) -> None:
    assert any(name == f"rule.{code}" or name.startswith(f"rule.{code}.") for name in texts("da"))


def test_the_book_holds_the_parameters_of_a_rule() -> None:
    assert core_rules().entries["SOR-050"].days == 7
    assert "akutteam" in core_rules().entries["SOR-071"].words
