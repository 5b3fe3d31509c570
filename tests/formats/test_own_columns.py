"""The columns of a municipality's own list."""

import pytest

from sorstudio.formats.own_columns import dictionary, fields, find_columns


def test_the_header_with_most_known_words_is_the_header() -> None:
    rows = [("Enheder i Nordby",), ("", "Kontakt", ""), ("Enhed", "Tlf.", "EAN-nummer"), ("Pleje", "99999999", "")]
    columns = find_columns(rows)
    assert columns is not None
    assert (columns.line, dict(columns.places)) == (3, {"name": 0, "phone": 1, "gln": 2})


@pytest.mark.parametrize(
    "header", [("Niveau 1", "Niveau 2", "Niveau 3"), ("level1", "LEVEL2", "Level 3"), ("Niv1", "Niv2", "Niv3")]
)
def test_level_columns_are_recognised(header: tuple[str, ...]) -> None:
    columns = find_columns([header])
    assert columns is not None
    assert columns.levels == (0, 1, 2)


def test_what_the_user_names_comes_first() -> None:
    columns = find_columns([("Navn", "Kaldes")], {"name": "kaldes"})
    assert columns is not None
    assert columns.text(("A", "B"), "name") == "B"


def test_without_a_name_there_is_no_list() -> None:
    assert find_columns([("Telefon", "By"), ("1", "2")]) is None


def test_every_header_means_one_field() -> None:
    assert set(dictionary().values()) == set(fields())
