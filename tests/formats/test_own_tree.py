"""The tree in a municipality's own list."""

import pytest

from sorstudio.formats.own_columns import find_columns
from sorstudio.formats.own_tree import Drawn, draw
from sorstudio.formats.problems import Problem

Rows = list[tuple[str, ...]]


def drawn(rows: Rows) -> tuple[list[Drawn], list[Problem]]:
    columns = find_columns(rows)
    assert columns is not None
    return draw(rows, columns, "liste.xlsx")


def paths(rows: Rows) -> list[str]:
    units, problems = drawn(rows)
    assert problems == []
    found: list[str] = []
    for unit in units:
        found.append(unit.name if unit.parent is None else f"{found[unit.parent]}/{unit.name}")
    return found


TREE = ["Sundhed", "Sundhed/Pleje", "Sundhed/Pleje/Nord", "Social"]


@pytest.mark.parametrize(
    "rows",
    [
        [("Niveau 1", "Niveau 2", "Niveau 3"), ("Sundhed",), ("", "Pleje"), ("", "", "Nord"), ("Social",)],
        [("Niveau 1", "Niveau 2", "Niveau 3"), ("Sundhed", "Pleje", "Nord"), ("Social",)],
        [("Niveau 1", "Niveau 2", "Navn"), ("Sundhed", "", "Sundhed"), ("Sundhed", "Pleje", "Nord"), ("Social",)],
        [("Sti",), ("Sundhed > Pleje > Nord",), ("Social",)],
        [("Sti", "Navn"), ("Sundhed \\ Pleje", "Nord"), ("", "Social")],
        [("Sti",), ("Sundhed / Pleje / Nord",), ("Social",)],
        [("Enhed", "Hører under"), ("Sundhed", ""), ("Pleje", "sundhed"), ("Nord", "Pleje"), ("Social", "")],
        [("Enhed", "Hører under"), ("Nord", "Pleje"), ("Sundhed", ""), ("Social", ""), ("Pleje", "Sundhed")],
        [("Nr.", "Enhed", "Under"), ("1", "Sundhed", ""), ("2", "Pleje", "1"), ("3", "Nord", "2"), ("4", "Social", "")],
        [("Niveau", "Enhed"), ("1", "Sundhed"), ("2", "Pleje"), ("3", "Nord"), ("1", "Social")],
        [("Niveau", "Enhed"), ("2", "Sundhed"), ("4", "Pleje"), ("7", "Nord"), ("2", "Social")],
    ],
)
def test_every_way_of_drawing_gives_the_tree(rows: Rows) -> None:
    assert paths(rows) == TREE


def test_a_list_without_a_tree_is_flat() -> None:
    assert paths([("Enhed", "By"), ("A", "X"), ("B", "Y")]) == ["A", "B"]


def test_a_parent_that_has_no_row_stands_at_the_top_once() -> None:
    assert paths([("Enhed", "Under"), ("A", "Sundhed"), ("B", "Sundhed")]) == ["Sundhed", "Sundhed/A", "Sundhed/B"]


@pytest.mark.parametrize(
    ("rows", "code", "line"),
    [
        ([("Enhed", "Under"), ("A", ""), ("", "A")], "row.name_empty", 3),
        ([("Enhed", "Under"), ("A", ""), ("A", ""), ("B", "A")], "list.parent_unclear", 4),
        ([("Enhed", "Under"), ("A", "B"), ("B", "A")], "list.loop", 2),
        ([("Niveau", "Enhed"), ("1", "A"), ("dybt", "B")], "list.level", 3),
        ([("Sti",), ("A > B",), ("A > B",)], "list.twice", 3),
        ([("Sti", "By"), ("A", "X"), ("", "Y")], "row.name_empty", 3),
    ],
)
def test_what_cannot_be_placed_is_told_with_its_line(rows: Rows, code: str, line: int) -> None:
    _, problems = drawn(rows)
    assert [(problem.code, problem.line) for problem in problems] == [(code, line)]
