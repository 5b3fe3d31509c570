from datetime import date

import pytest

from sorstudio.model.errors import Unreadable
from sorstudio.model.texts import Texts
from sorstudio.resources import texts
from sorstudio.rules.editions import NO_BASE, read_edition, write_edition
from sorstudio.rules.entry import RuleBook
from sorstudio.rules.finding import Severity
from sorstudio.rules.rulebook import core_rules

OWN = """
[edition]
name = "Herlev"
edition = "2"
date = 2026-11-23

[[rule]]
code = "SOR-031"
severity = "info"

[[rule]]
code = "SOR-032"
on = false

[[rule]]
code = "SOR-071"
[rule.add]
words = ["akutstue"]

[[rule]]
code = "KOM-1"
check = "start_far_enough_ahead"
group = "dates"
severity = "error"
title_da = "Vi vil have 30 dage"
explanation_da = "Så når alle at læse det."
message_da = "{unit} starter for tidligt."
[rule.parameters]
days = 30
"""


def _own(text: str = OWN) -> RuleBook:
    return read_edition(text, "egen.toml", core_rules())


def test_an_edition_switches_off_reweighs_adds_words_and_brings_rules_of_its_own() -> None:
    book = _own()
    assert (book.edition.name, book.edition.day) == ("Herlev", date(2026, 11, 23))
    assert book.entries["SOR-031"].severity is Severity.INFO
    assert not book.entries["SOR-032"].is_on
    assert {"akutteam", "akutstue"} <= set(book.entries["SOR-071"].words("words"))
    assert book.entries["KOM-1"].whole("days") == 30
    assert book.entries["SOR-050"].whole("days") == 7


def test_what_is_written_is_read_as_the_same_book() -> None:
    again = read_edition(write_edition(_own(), core_rules()), "again.toml", core_rules())
    assert again.entries == _own().entries
    assert {code: one.parameters for code, one in again.entries.items()} == {
        code: one.parameters for code, one in _own().entries.items()
    }
    assert again.edition.name == "Herlev"


def test_only_what_differs_is_written() -> None:
    text = write_edition(_own(), core_rules())
    assert text.count("[[rule]]") == 4
    assert write_edition(RuleBook(core_rules().entries), core_rules()).count("[[rule]]") == 0


def test_an_edition_on_no_base_has_its_own_rules_alone() -> None:
    text = OWN.replace('name = "Herlev"', f'name = "Herlev"\nbase = "{NO_BASE}"')
    start = text.index('[[rule]]\ncode = "SOR-031"')
    alone = text[:start] + text[text.index('[[rule]]\ncode = "KOM-1"') :]
    assert list(_own(alone).entries) == ["KOM-1"]


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        ('[[rule]]\ncode = "SOR-031"\nseverity = "info', 3, "TOML"),
        (
            '[[rule]]\ncode = "KOM-2"\ncheck = "magic"\nseverity = "info"\ntitle_da = "a"\nexplanation_da = "b"',
            3,
            "magic",
        ),
        ('[[rule]]\ncode = "SOR-050"\n[rule.parameters]\ndays = "mange"', 4, "helt tal"),
        ('[[rule]]\ncode = "SOR-050"\n\n[rule.parameters]\ndays = 9000', 5, "365"),
        ('[[rule]]\ncode = "SOR-050"\nparameters.day = 3', 1, "day"),
        ('[[rule]]\ncode = "SOR-031"\nseverity = "deadly"', 3, "deadly"),
        ('[[rule]]\ncode = "SOR-031"\n\n[[rule]]\ncode = "SOR-031"', 5, "to gange"),
        ('[[rule]]\ncode = "SOR-031"\nsevere = "info"', 3, "severe"),
        ('[[rule]]\ncode = "KOM-3"', 2, "check"),
        ('[[rule]]\ncode = "SOR-031"\non = "nej"', 3, "true"),
        ('[[rule]]\ncode = "SOR-031"\nmessage_da = "{unit.__class__}"', 3, "krøllede"),
        ('[[rule]]\ncode = "SOR-031"\nmessage_da = "{unit:>999999999}"', 3, "krøllede"),
        ('[edition]\nname = "x"\ndate = "i går"', 3, "dato"),
        ("rule = 3", 1, "[[rule]]"),
        ("[other]\na = 1", 1, "other"),
    ],
)
def test_what_is_wrong_is_told_with_file_and_line(text: str, line: int, word: str) -> None:
    with pytest.raises(Unreadable) as caught:
        _own(text)
    said = Texts(texts("da"), "da").sentence(caught.value.code, caught.value.params)
    assert "egen.toml" in said
    assert word in said
    if line > 1:
        assert f"linje {line}:" in said


@pytest.mark.parametrize("text", ["x" * 2_000_001, "a = " + "[" * 5000, "\x00", "a = 9" + "9" * 6000])
def test_hostile_texts_are_refused_in_words(text: str) -> None:
    with pytest.raises(Unreadable):
        _own(text)
