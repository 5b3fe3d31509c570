"""Rows as text by field."""

from dataclasses import replace
from datetime import date

from sorstudio import resources
from sorstudio.model.texts import Texts
from sorstudio.routing.book import routing_book
from sorstudio.routing.table import TableRow
from sorstudio.routing.table_cells import FIELDS, NAMES, ListedRow, authority, cells
from tests.routing.asking import town
from tests.routing.test_table import of_town, row

CODES = resources.code_lists()
DANISH = Texts(resources.texts("da"), "da")


def a_row() -> TableRow:
    return row(of_town(town()), "traening", "GGOP")


def test_every_field_is_text_and_ids_keep_their_digits() -> None:
    found = cells(a_row(), CODES, DANISH)
    assert set(found) == {*FIELDS, *NAMES}
    assert (found["municipality"], found["gln"], found["source"]) == ("0101", a_row().gln, "own")
    assert (found["municipality_name"], found["area_name"]) == ("Københavns Kommune", "Genoptræning og træning")
    assert found["message_name"]


def test_the_last_day_of_a_row_is_written() -> None:
    found = cells(replace(a_row(), valid_from=date(2026, 1, 1), valid_to=date(2027, 1, 1)), CODES, DANISH)
    assert (found["valid_from"], found["valid_to"]) == ("2026-01-01", "2026-12-31")


def test_who_takes_over_is_told_beside_who_has_the_task() -> None:
    moved = replace(a_row(), moves=routing_book().moves[0])
    assert authority(moved, DANISH) == "Københavns Kommune; fra 1. januar 2027: regionen"
    assert authority(replace(moved, authority=""), DANISH) == "Fra 1. januar 2027: regionen"
    assert authority(a_row(), DANISH) == "Københavns Kommune"


def test_a_field_that_a_file_lacks_is_empty() -> None:
    assert ListedRow(1, {"gln": "1"}).text("phone") == ""
