"""The tree for people and for spreadsheets."""

import csv
import io
from pathlib import Path

from sorstudio.cli.printing import tree_csv
from sorstudio.cli.rows import COLUMNS, tree_rows
from tests.cli.conftest import Call
from tests.model.outline import gln, plan


def cells(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"))


def test_a_spreadsheet_keeps_long_numbers_and_letters(call: Call, plan_path: Path) -> None:
    text = tree_csv(tree_rows(plan(f"Ærø Kommune\n  Sundhed [{gln(1)}]"), "da"))
    first, second = cells(text)
    assert text.startswith("\ufeffkey;sor_id;")
    assert second["location_number"] == f'="{gln(1)}"'
    assert (first["name"], second["parent"]) == ("Ærø Kommune", f'="{first["key"][2:-1]}"')


def test_a_name_is_never_a_live_formula() -> None:
    drawn = plan("Kommune\n  =SUM(A1)")
    assert cells(tree_csv(tree_rows(drawn, "da")))[1]["name"] == "'=SUM(A1)"


def test_every_column_of_the_rows_is_there(call: Call, plan_path: Path) -> None:
    assert tuple(cells(call("tree", plan_path, "--format", "csv").out)[0]) == COLUMNS


def test_the_text_is_aligned_plain_and_uncut(call: Call, plan_path: Path) -> None:
    text = call("tree", plan_path).out
    heads, *lines = text.splitlines()
    assert "\x1b" not in text
    assert len({line.index(status) for line in lines for status in ("aktiv", "lukket") if status in line}) == 1
    assert heads.split()[0] == "Enhed"


def test_an_inherited_number_is_marked(call: Call, plan_path: Path) -> None:
    lines = [line for line in call("tree", plan_path).out.splitlines() if "Hjemmepleje Nord" in line]
    assert f"{gln(1)} (nedarvet)" in lines[0]
