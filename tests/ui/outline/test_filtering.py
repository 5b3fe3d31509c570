"""Finding units by words."""

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sorstudio.model.edits import units
from sorstudio.model.naming import fold
from sorstudio.model.plan import Plan
from sorstudio.ui.outline.filtering import FilteredRows, UnitFilter, places_of, spans
from sorstudio.ui.outline.folding import Folding
from sorstudio.ui.outline.rows import Rows
from tests.model.outline import DAY, gln, key, plan


def names(found: Plan, words: str) -> list[str]:
    folding = Folding(found.state(), DAY, {}, found.codes)
    folding.words = words
    rows = folding.wanted()
    units_by_key = found.state().units
    return ["  " * depth + units_by_key[one].name for one, depth in zip(rows.keys, rows.depths, strict=True)]


def test_the_way_to_the_hits_is_shown_and_nothing_else(small: Plan) -> None:
    assert names(small, "tand") == ["Prøvestrup Kommune", "  Børn og Unge", "    Tandplejen"]


@pytest.mark.parametrize("words", ["åkanden", "AAKANDEN", "aakan", "den åkan"])
def test_a_name_is_found_however_it_is_typed(small: Plan, words: str) -> None:
    assert UnitFilter(small.state()).hits(words, 5) == [key(small, "Åkanden")]


def test_words_are_sought_in_any_order(small: Plan) -> None:
    assert UnitFilter(small.state()).hits("birk team", 5) == [key(small, "Team Birk")]


def test_a_unit_is_found_by_its_own_number_and_its_sor_id(small: Plan) -> None:
    dental = small.state().units[key(small, "Tandplejen")]
    found = UnitFilter(small.state())
    assert found.hits(gln(3), 5) == found.hits(str(dental.sor_id), 5) == [dental.key]


@pytest.mark.parametrize("words", ["plejehjem åk", "nursing åk"])
def test_a_unit_is_found_by_its_type_in_both_languages(small: Plan, words: str) -> None:
    unit = key(small, "Åkanden")
    small.apply(units.set_unit_type(small, unit, "plejehjem"))
    assert UnitFilter(small.state(), small.codes).hits(words, 5) == [unit]


def test_names_that_begin_with_the_words_come_first() -> None:
    found = plan("Kommune\n  Nord\n    Plejen i Nord\n    Plejen")
    assert UnitFilter(found.state()).hits("nord", 5)[0] == key(found, "Nord")


def test_after_an_edit_the_new_name_is_found_and_the_old_one_is_not(small: Plan) -> None:
    found, unit = UnitFilter(small.state()), key(small, "Åkanden")
    assert found.is_hit(unit, "åkanden")
    small.apply(units.rename(small, unit, "Engen"))
    found.stand_on(small.state())
    assert (found.hits("engen", 5), found.hits("åkanden", 5)) == ([unit], [])


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


def end_of(depths: list[int], start: int) -> int:
    return next((at for at in range(start + 1, len(depths)) if depths[at] <= depths[start]), len(depths))


@given(st.lists(st.tuples(st.integers(0, 3), st.booleans()), max_size=12))
def test_a_row_is_kept_when_it_or_something_below_it_matches(drawn: list[tuple[int, bool]]) -> None:
    depths: list[int] = []
    for wanted, _ in drawn:
        depths.append(min(wanted, depths[-1] + 1) if depths else 0)
    texts = ["x" if is_hit else "o" for _, is_hit in drawn]
    keys = [str(place) for place in range(len(drawn))]
    kept = FilteredRows(Rows(keys, array("H", depths)), texts).rows("x").keys
    ends = [end_of(depths, start) for start in range(len(depths))]
    assert kept == [keys[i] for i in range(len(depths)) if "x" in texts[i : ends[i]]]
