"""Writing an outline and reading it again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sorstudio.formats.outline import parse_outline
from sorstudio.formats.outline_writer import write_outline

NAMES = st.from_regex(r"\A(Team|Center|hjemmepleje|[1-9]\. sal|[a-z]\. afdeling) [A-ZÆØÅa-zæøå0-9]{1,12}\Z")


@st.composite
def trees(draw: st.DrawFn) -> list[tuple[int, str]]:
    depth = 0
    rows = []
    for name in draw(st.lists(NAMES, min_size=2, max_size=25)):
        rows.append((depth, name))
        depth = draw(st.integers(0, depth + 1))
    return rows


@given(trees(), st.sampled_from(["numbered", "tabs"]))
def test_what_is_written_is_read_back(rows: list[tuple[int, str]], style: str) -> None:
    outline = parse_outline(write_outline(rows, style), "plan.txt")
    assert [(line.depth, line.title) for line in outline.lines] == rows


@pytest.mark.parametrize("style", ["numbered", "tabs"])
def test_the_title_is_read_as_the_owner(style: str) -> None:
    text = write_outline([(0, "Sundhed"), (1, "Pleje")], style, "Herlev Kommune")
    outline = parse_outline(text, "plan.txt")
    assert (outline.owner, len(outline.lines)) == ("Herlev Kommune", 2)


def test_numbers_show_the_place_in_the_tree() -> None:
    assert write_outline([(0, "A"), (1, "B"), (1, "C"), (0, "D")]) == "1. A\n1.1. B\n1.2. C\n2. D\n"
