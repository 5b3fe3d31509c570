"""Every row at once: choices of them are the same as if they had been walked for."""

from array import array

from hypothesis import given
from hypothesis import strategies as st

from sorstudio.ui.outline.rows import Rows
from sorstudio.ui.outline.whole import Whole


@st.composite
def drawn(draw: st.DrawFn) -> list[int]:
    depths: list[int] = []
    for wanted in draw(st.lists(st.integers(0, 4), max_size=14)):
        depths.append(min(wanted, depths[-1] + 1) if depths else 0)
    return depths


def whole(depths: list[int]) -> Whole:
    return Whole(Rows([str(place) for place in range(len(depths))], array("H", depths)))


def end_of(depths: list[int], start: int) -> int:
    return next((at for at in range(start + 1, len(depths)) if depths[at] <= depths[start]), len(depths))


PLACES = st.sets(st.integers(0, 13))


@given(drawn(), PLACES)
def test_a_row_is_kept_when_it_or_something_below_it_matches(depths: list[int], drawn_hits: set[int]) -> None:
    hits = sorted(hit for hit in drawn_hits if hit < len(depths))
    kept = whole(depths).towards(hits)
    wanted = [at for at in range(len(depths)) if any(at <= hit < end_of(depths, at) for hit in hits)]
    assert kept.keys == [str(at) for at in wanted]
    assert list(kept.depths) == [depths[at] for at in wanted]


@given(drawn(), PLACES)
def test_a_closed_branch_hides_what_is_below_it(depths: list[int], closed: set[int]) -> None:
    opened = {str(at) for at in range(len(depths)) if at not in closed}
    hidden = {below for at in closed if at < len(depths) for below in range(at + 1, end_of(depths, at))}
    assert whole(depths).under(opened).keys == [str(at) for at in range(len(depths)) if at not in hidden]


@given(drawn(), PLACES)
def test_a_chosen_row_is_found_by_its_key(depths: list[int], closed: set[int]) -> None:
    rows = whole(depths).under({str(at) for at in range(len(depths)) if at not in closed})
    assert [rows.row(str(at)) for at in range(len(depths))] == [
        rows.keys.index(str(at)) if str(at) in rows.keys else -1 for at in range(len(depths))
    ]
