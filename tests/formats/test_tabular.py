"""Tables of units."""

import pytest

from sorstudio.formats.problems import UnreadableFile
from sorstudio.formats.tabular import Wanted, read, read_rows
from sorstudio.model.records import UnitKind
from tests.formats.registers import CENTRE, CODES, OWNER, PLAIN_ROWS, eer, gln, sor_id

SHEET = [["SOR-kode", "Navn", "Overordnet", "Type"], [OWNER, "A", "", "IE"], [], [CENTRE, "B", OWNER, "SI"]]


def test_a_sheet_is_read_like_a_file_with_its_own_line_numbers() -> None:
    found = read_rows(SHEET, "ark.xlsx", CODES)
    assert [(unit.line, unit.kind) for unit in found.units] == [(2, UnitKind.IE), (4, UnitKind.SI)]


def test_the_columns_of_a_sheet_can_be_mapped() -> None:
    rows = [["a", "b", "c", "d"], *SHEET[1:]]
    mapping = {"sor_id": "a", "name": "b", "parent": "c", "type": "d"}
    assert len(read_rows(rows, "ark.xlsx", CODES, mapping).units) == 2


@pytest.mark.parametrize("rows", [[], [[]], [["", " "]]])
def test_a_sheet_without_content_is_refused(rows: list[list[str]]) -> None:
    with pytest.raises(UnreadableFile) as refused:
        read_rows(rows, "ark.xlsx", CODES)
    assert refused.value.problems[0].code == "file.empty"


def test_no_row_of_another_owner_becomes_a_unit() -> None:
    other = f"{sor_id(50)};1;IE;;Nabo;;;;"
    found = read(eer(other, f";9;;;;{sor_id(77)};;;", *PLAIN_ROWS).encode(), "fil", CODES, Wanted(OWNER))
    assert [unit.line for unit in found.units] == [4, 5, 6, 7]
    assert found.other_units == 2
    assert found.other_faults >= 2
    assert found.problems == ()


@pytest.mark.parametrize(("values", "is_kind"), [(("IE", "SI", "XX"), True), (("kommune", "plejehjem", "IE"), False)])
def test_most_cells_decide_what_a_type_column_holds(values: tuple[str, str, str], is_kind: bool) -> None:
    rows = [["id", "navn", "parent", "niveau", "type"]]
    rows += [[sor_id(i), "x", "", "1", value] for i, value in enumerate(values)]
    assert (read_rows(rows, "ark", CODES).titles.get("kind") == "type") is is_kind


def test_a_column_with_the_numbers_words_but_no_numbers_is_not_it() -> None:
    rows = [["id", "navn", "parent", "niveau", "EanLocationCodeKind", "EanLocationCodeX"]]
    rows += [[sor_id(i), "x", "", "1", "Own", gln(i)] for i in range(3)]
    assert read_rows(rows, "ark", CODES).titles["gln"] == "EanLocationCodeX"
