"""Finding units by words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sorstudio.model.edits import units
from sorstudio.model.naming import fold
from sorstudio.model.plan import Plan
from sorstudio.ui.outline.filtering import Sought, UnitTexts, places_of, spans
from sorstudio.ui.outline.folding import Folding
from tests.model.outline import DAY, gln, key


def names(found: Plan, words: str) -> list[str]:
    folding = Folding(found.state(), DAY, {}, found.codes)
    folding.words = words
    rows = folding.wanted()
    units_by_key = found.state().units
    return ["  " * depth + units_by_key[one].name for one, depth in zip(rows.keys, rows.depths, strict=True)]


def test_the_way_to_the_hits_is_shown_and_nothing_else(small: Plan) -> None:
    assert names(small, "tand") == ["Prøvestrup Kommune", "  Børn og Unge", "    Tandplejen"]


def hits(found: Plan, words: str) -> list[str]:
    texts = UnitTexts(found.state(), found.codes)
    return [one for one in found.state().units if texts.is_hit(one, words)]


@pytest.mark.parametrize("words", ["åkanden", "AAKANDEN", "aakan", "den åkan"])
def test_a_name_is_found_however_it_is_typed(small: Plan, words: str) -> None:
    assert hits(small, words) == [key(small, "Åkanden")]
    assert names(small, words)[-1].strip() == "Åkanden"


def test_words_are_sought_in_any_order(small: Plan) -> None:
    assert hits(small, "birk team") == [key(small, "Team Birk")]


def test_a_unit_is_found_by_its_own_number_and_its_sor_id(small: Plan) -> None:
    dental = small.state().units[key(small, "Tandplejen")]
    assert hits(small, gln(3)) == hits(small, str(dental.sor_id)) == [dental.key]


@pytest.mark.parametrize("words", ["plejehjem åk", "nursing åk"])
def test_a_unit_is_found_by_its_type_in_both_languages(small: Plan, words: str) -> None:
    unit = key(small, "Åkanden")
    small.apply(units.set_unit_type(small, unit, "plejehjem"))
    assert hits(small, words) == [unit]


def test_after_an_edit_the_new_name_is_found_and_the_old_one_is_not(small: Plan) -> None:
    found, unit = UnitTexts(small.state()), key(small, "Åkanden")
    assert found.is_hit(unit, "åkanden")
    small.apply(units.rename(small, unit, "Engen"))
    found.stand_on(small.state(), [unit])
    assert (found.is_hit(unit, "engen"), found.is_hit(unit, "åkanden")) == (True, False)


@pytest.mark.parametrize(
    ("name", "words", "expected"),
    [
        ("Plejecenter Åkanden", "aakan", [(12, 16)]),
        ("Team Birk", "birk team", [(0, 4), (5, 9)]),
        ("Sær Ældre", "ae", [(1, 2), (4, 5)]),
        ("Hjem", "tand", []),
    ],
)
def test_what_is_looked_for_is_found_in_the_name(name: str, words: str, expected: list[tuple[int, int]]) -> None:
    assert spans(name, words) == expected


@given(st.lists(st.text("abæ ", max_size=6), max_size=8), st.text("abæ ", min_size=1, max_size=4))
def test_every_text_that_holds_all_words_is_found_and_no_other(texts: list[str], words: str) -> None:
    folded = [fold(text) for text in texts]
    wanted = [place for place, text in enumerate(folded) if all(word in text for word in fold(words).split())]
    assert places_of(words, folded) == wanted


WORDS = st.text("abæ ", max_size=4)


@given(st.lists(st.text("abæ ", max_size=6), max_size=8), st.lists(WORDS, max_size=6))
def test_whatever_was_sought_before_the_hits_are_the_same(texts: list[str], typed: list[str]) -> None:
    folded = [fold(text) for text in texts]
    sought = Sought(list(folded))
    for words in typed:
        assert sought.hits(words) == places_of(words, folded)


@given(st.lists(st.text("ab", max_size=4), min_size=1, max_size=5), st.data())
def test_another_text_in_a_row_is_sought_from_then_on(texts: list[str], data: st.DataObject) -> None:
    sought = Sought(list(texts))
    words = data.draw(st.text("ab", min_size=1, max_size=2))
    sought.hits(words[:1])
    row = data.draw(st.integers(0, len(texts) - 1))
    texts[row] = data.draw(st.text("ab", max_size=4))
    sought.replace(row, texts[row])
    assert sought.hits(words) == places_of(words, texts)
