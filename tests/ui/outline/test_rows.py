"""Visible rows in pre-order, and how one list of rows becomes another."""

from hypothesis import given
from hypothesis import strategies as st

from sorstudio.model.plan import Plan
from sorstudio.ui.outline.rows import FEW, Passage, Step, first_opened, passage, visible_rows
from tests.model.outline import key


def everything(_key: str) -> bool:
    return True


def names(found: Plan, opened: set[str] | None) -> list[str]:
    state = found.state()
    rows = visible_rows(state, opened, everything)
    return ["  " * depth + state.units[one].name for one, depth in zip(rows.keys, rows.depths, strict=True)]


def test_a_closed_branch_hides_what_is_below(small: Plan) -> None:
    opened = set(small.state().units) - {key(small, "Hjemmesygepleje")}
    assert "      Team Lind" not in names(small, opened)


def test_open_branches_show_the_whole_tree_in_order(small: Plan) -> None:
    shown = names(small, None)
    assert shown[:4] == ["Prøvestrup Kommune", "  Sundhed", "    Hjemmesygepleje", "      Team Lind"]


def test_at_first_whole_levels_are_open_as_far_as_there_is_room(small: Plan) -> None:
    assert first_opened(small.state(), room=6) == {key(small, "Prøvestrup Kommune"), *children(small)}


def children(found: Plan) -> tuple[str, ...]:
    return found.state().children(found.state().roots()[0])


def test_a_block_that_came_went_or_moved_is_recognised() -> None:
    assert passage("abef", "abcdef") == Passage(Step.INSERT, 2, 3)
    assert passage("abcdef", "abef") == Passage(Step.REMOVE, 2, 3)
    assert passage("abcdef", "acdebf") == Passage(Step.MOVE, 1, 1, 5)
    assert passage("abc", "xyz") == Passage(Step.RESET)
    assert passage("abc", "abc") == Passage(Step.SAME)


LISTS = st.lists(st.integers(0, 12).map(str), unique=True, max_size=9)


@given(LISTS, LISTS)
def test_following_a_passage_always_gives_the_new_rows(old: list[str], new: list[str]) -> None:
    way, rows = passage(old, new), list(old)
    if way.step is Step.REMOVE:
        del rows[way.first : way.last + 1]
    elif way.step is Step.INSERT:
        rows[way.first : way.first] = new[way.first : way.last + 1]
    elif way.step is Step.MOVE:
        block = rows[way.first : way.last + 1]
        rows[way.to : way.to] = block
        del rows[way.first : way.last + 1]
    else:
        rows = list(new)
    assert rows == new


def test_one_block_in_a_long_list_is_recognised() -> None:
    old = [str(place) for place in range(3 * FEW + 7)]
    for at in (0, 1, FEW - 1, FEW, FEW + 1, 2 * FEW + 3, len(old)):
        assert passage(old, [*old[:at], "x", "y", *old[at:]]) == Passage(Step.INSERT, at, at + 1)
        assert passage([*old[:at], "x", *old[at:]], old) == Passage(Step.REMOVE, at, at)


def test_a_row_is_found_by_its_key_whether_or_not_rows_were_numbered_before(small: Plan) -> None:
    rows = visible_rows(small.state(), None, everything)
    assert rows.number(2)
    assert [rows.row(one) for one in rows.keys] == list(range(len(rows.keys)))
    assert not rows.number(1)
    assert rows.row("nothing") == -1
