"""The tree for people and for spreadsheets."""

import csv
import io
import re
from pathlib import Path

import pytest

from sorstudio.cli.printing import aligned, print_tree, tree_csv
from sorstudio.cli.rows import COLUMNS, tree_rows
from sorstudio.cli.session import Session, texts_of
from tests.cli.conftest import Call
from tests.model.outline import TODAY, gln, plan


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


def test_columns_stand_below_each_other_without_trailing_blanks() -> None:
    assert list(aligned([("Ærø", "ja"), ("A", ""), ("", "nej")])) == ["Ærø  ja", "A", "     nej"]


def test_on_a_screen_long_names_are_folded_and_nothing_is_lost(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    name = "Sygeplejen " * 5
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setenv("COLUMNS", "60")
    print_tree(list(tree_rows(plan(f"Kommune\n  {name}"), "da")), Session(texts_of("da"), TODAY))
    lines = [re.sub(r"\x1b\[[0-9;]*m", "", line) for line in capsys.readouterr().out.splitlines()]
    assert max(map(len, lines)) <= 60
    assert "".join(lines).count("Sygeplejen") == 5
