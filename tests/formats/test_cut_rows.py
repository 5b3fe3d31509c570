"""A table held small."""

import pytest

from sorstudio.formats.cut_rows import COLUMNS, CutRows
from sorstudio.formats.problems import UnreadableFile
from sorstudio.formats.table import read_table
from sorstudio.model.records import UnitKind
from tests.formats.registers import CENTRE, HOME, OWNER, PLAIN_ROWS, TEAM, eer, gln, replaced


def cut(text: str) -> CutRows:
    return CutRows(read_table(text.encode(), "fil.csv"))


def test_the_links_of_every_row_are_kept() -> None:
    assert cut(eer()).links() == [(OWNER, None), (CENTRE, OWNER), (HOME, CENTRE), (TEAM, HOME)]


def test_only_what_routes_ask_for_is_kept() -> None:
    found = cut(eer())
    assert found.columns.places.keys() <= COLUMNS | {"number_valid_from"}
    assert {"cvr", "postal"}.isdisjoint(found.form.carries)


def test_a_top_is_told_by_name_kind_and_type() -> None:
    assert cut(eer()).top(0) == ("Prøvekøbing Kommune", UnitKind.IE, "kommune")


def test_some_rows_are_read_carefully_with_their_lines() -> None:
    (found,) = cut(eer()).extracts([1, 2])
    assert [(unit.sor_id, unit.line) for unit in found.units] == [(CENTRE, 3), (HOME, 4)]
    assert (found.problems, found.layout) == ((), "eer_csv")


def test_a_row_that_is_too_short_is_filled_up() -> None:
    found = cut(replaced(3, PLAIN_ROWS[1].rstrip(";")))
    lines = found.plain([1])
    assert lines is not None
    assert len(lines[0][1]) == len(found.columns.header)


@pytest.mark.parametrize(
    ("row", "code"), [(f"{CENTRE};2", "row.cells_missing"), (f"{PLAIN_ROWS[1]};x", "row.cells_extra")]
)
def test_a_damaged_row_is_not_plain_and_keeps_its_fault(row: str, code: str) -> None:
    found = cut(replaced(3, row))
    assert found.plain([0, 1]) is None
    assert found.plain([0, 2]) is not None
    assert [(one.code, one.line) for one in found.extracts([0, 1])[0].problems] == [(code, 3)]
    assert found.extracts([0, 2])[0].problems == ()


def test_the_numbers_of_some_rows() -> None:
    rows = [f"{row.removesuffix(';;')};{gln(at)};" for at, row in enumerate(PLAIN_ROWS)]
    found = cut(eer(*rows))
    assert found.numbers() == {gln(at) for at in range(4)}
    assert found.numbers([1, 2]) == {gln(1), gln(2)}


def test_a_table_without_parents_is_refused() -> None:
    with pytest.raises(UnreadableFile):
        cut("sor_id;name;level\n1;a;1\n")
