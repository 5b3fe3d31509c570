"""Columns in drawing order, and what folds leave."""

import pytest

from sorstudio.ui.picture.arrays import EMPTY, Columns, arrange, folded_to_level, visible_part
from tests.ui.picture.sample import picture


def test_levels_come_one_after_the_other() -> None:
    assert picture().keys[:5] == ("Kommune", "Sundhed", "Børn", "Nord", "Syd")


def test_columns_follow_their_units() -> None:
    data = arrange(Columns(["b", "a"], [1, -1], ["under", "top"], offers=[3, 0]))
    assert list(zip(data.keys, data.names, data.offers.tolist(), strict=True)) == [("a", "top", 0), ("b", "under", 3)]


def test_columns_left_out_are_empty() -> None:
    assert picture().types == ("",) * 10


def test_a_type_is_missing_only_where_it_is_expected() -> None:
    data = arrange(Columns(["a", "b", "c"], [-1, 0, 0], "abc", types=["", "", "x"], type_expected=[False, True, True]))
    assert data.type_missing.tolist() == [False, True, False]


def test_a_ring_is_refused() -> None:
    with pytest.raises(ValueError, match="forest"):
        arrange(Columns(["a", "b"], [1, 0], ["a", "b"]))


def test_nothing_can_be_shown() -> None:
    assert (EMPTY.size, visible_part(EMPTY, frozenset()).shape.depth) == (0, 0)


def test_units_below_are_counted() -> None:
    data = picture()
    assert data.below[data.index["Sundhed"]] == 6


def test_what_is_below_a_folded_unit_is_not_seen() -> None:
    visible = visible_part(picture(), frozenset({"Nord"}))
    assert [visible.key_at(place) for place in range(len(visible.rows))] == [
        *("Kommune", "Sundhed", "Børn", "Nord", "Syd", "Akut", "PPR", "Team Eg")
    ]


def test_a_folded_unit_hides_folded_units() -> None:
    visible = visible_part(picture(), frozenset({"Sundhed", "Nord"}))
    assert visible.place_of("Nord") == -1


def test_a_unit_without_children_cannot_be_folded() -> None:
    assert not visible_part(picture(), frozenset({"PPR"})).closed.any()


def test_folding_to_a_level_keeps_that_many_levels() -> None:
    data = picture()
    assert visible_part(data, folded_to_level(data, 2)).shape.depth == 2


def test_the_way_up_begins_with_the_parent() -> None:
    data = picture()
    assert data.above(data.index["Team Eg"]) == ["Syd", "Sundhed", "Kommune"]


def test_other_facts_keep_what_was_worked_out_about_the_tree() -> None:
    data = picture()
    below = data.below
    other = data.with_facts(names=tuple(name.upper() for name in data.names))
    assert other.below is below
    assert other.is_placed_as(data)
    assert not picture().is_placed_as(data)
