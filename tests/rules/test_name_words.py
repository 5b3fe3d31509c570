import pytest
from hypothesis import given
from hypothesis import strategies as st

from sorstudio.rules import name_words

TABLE = {"hj.pl.": "hjemmepleje", "f/": "for", "adm.": "administration"}
PHRASES = ("flyttet", "kun internt brug", "må ikke bruges", "lukk*")


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("Hj.pl. Holme", "Hjemmepleje Holme"),
        ("Krisecenter adm.", "Krisecenter administration"),
        ("Tilbud f/unge", "Tilbud for unge"),
        ("Center (Hj.pl.)", "Center (Hjemmepleje)"),
        ("Sct. Olaf", "Sct. Olaf"),
    ],
)
def test_abbreviations_are_written_out(name: str, full: str) -> None:
    assert name_words.written_out(name, TABLE) == full


def test_capitals_are_loud_where_the_word_is_also_written_small_or_all_the_name_shouts() -> None:
    assert name_words.shouted("Skovly HUS 3", (), {"hus"}, 3) == ("HUS",)
    assert name_words.shouted("AKUT TEAMET", (), (), 3) == ("AKUT", "TEAMET")
    assert name_words.shouted("UCV SORAS", (), (), 3) == ()
    assert name_words.shouted("GOP TEAMET", {"gop"}, (), 3) == ("TEAMET",)


def test_loud_words_become_small_and_the_first_keeps_its_capital() -> None:
    assert name_words.calmed("AKUT TEAMET", ("AKUT", "TEAMET")) == "Akut teamet"


@pytest.mark.parametrize(
    ("name", "phrase", "rest"),
    [
        ("Flyttet lok.nr. 14/5 Sundhed", "flyttet", "Sundhed"),
        ("Center -KUN INTERNT BRUG", "kun internt brug", "Center"),
        ("Center (må ikke bruges) Nord", "må ikke bruges", "Center Nord"),
        ("Lukkes 1/2", "lukk*", ""),
        ("Fraflyttet gård", "", "Fraflyttet gård"),
    ],
)
def test_a_phrase_is_found_and_cut_with_what_belongs_to_it(name: str, phrase: str, rest: str) -> None:
    assert name_words.phrase_in(name, PHRASES) == phrase
    assert name_words.cut(name, PHRASES, ("lok.nr", "pr")) == rest


def test_names_alike_share_a_key_and_numbers_tell_apart() -> None:
    assert name_words.likeness("CAV Riskovbrynet") == name_words.likeness("CAV  Risskovbrynet.")
    assert name_words.likeness("Afdeling 1") != name_words.likeness("Afdeling 2")


@given(st.text(max_size=70))
def test_nothing_that_is_cut_away_can_be_cut_twice(name: str) -> None:
    assert name_words.tidied(name_words.tidied(name)) == name_words.tidied(name)
    assert name_words.without_stop(name_words.without_stop(name)) == name_words.without_stop(name)
