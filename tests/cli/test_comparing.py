"""`sorstudio compare` on files."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.cli.conftest import Call
from tests.formats.registers import CENTRE, HOME, OWNER, PLAIN_ROWS, TEAM, eer, write


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    rows = [*PLAIN_ROWS[:2], PLAIN_ROWS[2].replace("Plejehjemmet Åen", "=Nyt"), PLAIN_ROWS[3].replace(HOME, CENTRE)]
    return write(tmp_path, eer(), "før.csv"), write(tmp_path, eer(*rows), "efter.csv")


def test_text_says_moved_for_moved(call: Call, files: tuple[Path, Path]) -> None:
    out = call("compare", *files).out
    assert f"Nathold ({TEAM}) er flyttet fra Plejehjemmet Åen til Sundhed og Omsorg." in out
    assert f"=Nyt ({HOME}) hed før Plejehjemmet Åen." in out
    assert "Lukkede" not in out


def test_json_has_a_list_of_changes(call: Call, files: tuple[Path, Path]) -> None:
    found = call("compare", *files, "--format", "json").json()
    assert found["counts"] == {"moved": 1, "renamed": 1}
    assert found["changes"] == [
        {
            "unit": HOME, "name": "=Nyt", "change": "renamed", "field": "name", "before": "Plejehjemmet Åen",
            "after": "=Nyt", "owner": OWNER,
        },
        {
            "unit": TEAM, "name": "Nathold", "change": "moved", "field": "parent", "before": HOME, "after": CENTRE,
            "owner": OWNER,
        },
    ]  # fmt: skip
    assert [found[side]["units"] for side in ("before", "after")] == [4, 4]


def test_the_workbook_holds_text_only(call: Call, files: tuple[Path, Path], tmp_path: Path) -> None:
    target = tmp_path / "sammenligning.xlsx"
    assert call("compare", *files, "--format", "xlsx", "--out", target).code == 0
    page = load_workbook(target).worksheets[1]
    cells = [cell for row in page.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert {HOME, "=Nyt"} <= {cell.value for cell in cells}


def test_a_workbook_needs_a_file(call: Call, files: tuple[Path, Path]) -> None:
    answer = call("compare", *files, "--format", "xlsx")
    assert (answer.code, answer.out) == (2, "")
    assert "--out" in answer.err


def test_text_goes_into_a_file_where_one_is_named(call: Call, files: tuple[Path, Path], tmp_path: Path) -> None:
    target = tmp_path / "svar.txt"
    assert call("compare", *files, "--out", target).out.strip() == str(target)
    assert "er flyttet fra" in target.read_text("utf-8")


def test_a_file_that_is_not_there_or_no_register_is_refused(call: Call, files: tuple[Path, Path]) -> None:
    assert "findes-ikke.csv" in call("compare", files[0], files[0].with_name("findes-ikke.csv")).err
    odd = write(files[0].parent, "hej\nmed\ndig\n", "brev.txt")
    answer = call("compare", files[0], odd)
    assert (answer.code != 0, answer.out) == (True, "")


def test_an_owner_that_no_file_has_is_refused(call: Call, files: tuple[Path, Path]) -> None:
    assert call("compare", *files, "--owner", "Prøvekøbing").code == 0
    assert "Findesikke" in call("compare", *files, "--owner", "Findesikke").err
