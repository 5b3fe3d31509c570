"""The depth of each line."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sorstudio.formats.outline_items import Item, read_sections
from sorstudio.formats.outline_levels import levels


def depths(text: str) -> list[int]:
    return levels(read_sections(text)[0].items)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A\n    B\n  C\nD", [0, 1, 1, 0]),
        ("    A\n  B\n    C", [0, 0, 1]),
        ("1. A\n   1. B\n   2. C\n2. D", [0, 1, 1, 0]),
        ("1. A\na. B\n1. C\n2. D\nb. E\n2. F", [0, 1, 2, 2, 1, 0]),
        ("1. A\n1.1.1. B\n1.2. C", [0, 1, 1]),
        ("1. A\nb. B\nd. C\n3. D", [0, 1, 1, 0]),
        ("a. A\nb. B\n1. C\nc. D", [0, 0, 1, 0]),
        ("- A\n  • B\n    * C\n- D", [0, 1, 2, 0]),
        ("# A\nB\n# C\n- D", [0, 1, 0, 1]),
    ],
)
def test_marks_and_blanks_decide(text: str, expected: list[int]) -> None:
    assert depths(text) == expected


@given(st.lists(st.integers(0, 30), min_size=1))
def test_however_ragged_each_line_has_a_parent(indents: list[int]) -> None:
    found = levels([Item(at, indent, None, "Enhed") for at, indent in enumerate(indents)])
    assert found[0] == 0
    assert all(below <= above + 1 for above, below in pairwise(found))
