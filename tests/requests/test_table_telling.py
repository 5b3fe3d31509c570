"""Two tables in words."""

import pytest

from sorstudio import resources
from sorstudio.model.texts import Texts
from sorstudio.requests.table_telling import pair_lines, pairs_json
from sorstudio.routing.table_cells import FIELDS
from tests.requests.test_table_matching import match, one_row

DANISH = Texts(resources.texts("da"), "da")


def test_a_row_that_is_the_same_is_only_counted() -> None:
    lines = list(pair_lines(match(one_row()), DANISH, is_own=True))
    assert lines == ["1 uændrede rækker, 0 ændrede, 0 nye og 0 udgåede."]


@pytest.mark.parametrize(("is_own", "said"), [(True, "Ændret: "), (False, "Linje 2, ")])
def test_what_differs_is_told_in_words(is_own: bool, said: str) -> None:
    lines = list(pair_lines(match({**one_row(), "phone": "1"}), DANISH, is_own=is_own))
    assert lines[1] == f"{said}Genoptræning og træning, GGOP: telefon er nu »–«, i filen »1«."


def test_rows_of_one_table_only_are_told_with_their_receiver() -> None:
    lines = list(pair_lines(match({**one_row(), "municipality": "0461"}), DANISH, is_own=True))
    assert [line.split(":")[0] for line in lines[1:]] == ["Ny", "Udgået"]
    assert all("»Genoptræningen«" in line for line in lines[1:])


def test_json_has_both_values_of_a_field() -> None:
    found = pairs_json(match({**one_row(), "phone": "1"}))
    assert (found["same"], found["only_here"], found["only_there"]) == (0, [], [])
    (row,) = found["differs"]  # type: ignore[misc]
    assert (row["fields"], row["line"]) == ({"phone": {"here": "", "there": "1"}}, 2)


def test_every_field_has_a_word() -> None:
    assert [one for one in FIELDS if f"word.table.{one}" not in resources.texts("en")] == []
