"""Table and overview as files."""

from pathlib import Path

import pytest

from sorstudio.formats.container import is_workbook
from sorstudio.model.errors import Unusable
from sorstudio.requests.table_reading import read_table
from sorstudio.ui.editor import Editor
from sorstudio.ui.reftable.listing import Listing
from sorstudio.ui.reftable.saving import save_partners, save_table, with_ending


@pytest.mark.parametrize("ending", [".xlsx", ".csv", ".json"])
def test_every_row_is_in_the_file(found: Listing, town_editor: Editor, tmp_path: Path, ending: str) -> None:
    path = save_table(town_editor.plan, found, town_editor.texts, tmp_path / f"tabel{ending}")
    rows = read_table(path, town_editor.plan.codes).rows
    assert [one.text("gln") for one in rows] == [one.gln for one in found.table.rows]
    assert is_workbook(path.read_bytes()) is (ending == ".xlsx")


def test_the_overview_is_a_page_or_paper(found: Listing, town_editor: Editor, tmp_path: Path) -> None:
    page = save_partners(town_editor.plan, found, town_editor.texts, tmp_path / "overblik.html")
    assert "Over 18 år." in page.read_text("utf-8")
    paper = save_partners(town_editor.plan, found, town_editor.texts, tmp_path / "overblik.pdf")
    assert paper.read_bytes().startswith(b"%PDF")


def test_a_folder_that_is_not_there_is_said(found: Listing, town_editor: Editor, tmp_path: Path) -> None:
    with pytest.raises(Unusable) as refusal:
        save_table(town_editor.plan, found, town_editor.texts, tmp_path / "ingen" / "tabel.csv")
    assert "kunne ikke gemmes" in town_editor.sentence(refusal.value)


def test_a_name_without_an_ending_gets_that_of_the_kind_that_was_chosen() -> None:
    endings = (".xlsx", ".csv")
    assert with_ending("tabel", "Tabel (*.csv)", endings).name == "tabel.csv"
    assert with_ending("tabel.csv", "Regneark (*.xlsx)", endings).name == "tabel.csv"
    assert with_ending("tabel 2.1", "", endings).name == "tabel 2.1.xlsx"
