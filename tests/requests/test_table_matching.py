"""Two tables side by side."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from sorstudio import resources
from sorstudio.model.plan import Plan
from sorstudio.model.texts import Texts
from sorstudio.requests.table_layout import table_layout
from sorstudio.requests.table_matching import Match, Pair, compare_tables, subject_of
from sorstudio.requests.table_reading import ReadTable
from sorstudio.routing.table_cells import FIELDS, Cells, ListedRow, cells
from tests.routing.asking import place, town, towns
from tests.routing.test_table import of_town

CODES = resources.code_lists()
DANISH = Texts(resources.texts("da"), "da")


def rows_of(work: Plan) -> list[dict[str, str]]:
    return [cells(row, CODES, DANISH) for row in of_town(work).rows]


def there(*rows: Cells) -> ReadTable:
    listed = tuple(ListedRow(at, row) for at, row in enumerate(rows, start=2))
    fields = frozenset(FIELDS) & frozenset(name for row in rows for name in row)
    return ReadTable("t.csv", table_layout("henvisningstabel"), listed, fields)


def one_row() -> dict[str, str]:
    return next(row for row in rows_of(town()) if (row["area"], row["message"]) == ("traening", "GGOP"))


def match(there_: Cells, *, is_own: bool = False) -> list[Pair]:
    return list(compare_tables([one_row()], there(there_), CODES, is_own=is_own))


@given(towns())
def test_a_table_beside_itself_is_the_same(work: Plan) -> None:
    here = rows_of(work)
    assert {one.match for one in compare_tables(here, there(*here), CODES, is_own=True)} <= {Match.SAME}


@given(towns(), towns(), st.booleans())
def test_every_row_of_both_tables_stands_once(one: Plan, other: Plan, is_own: bool) -> None:
    here, read = rows_of(one), there(*rows_of(other))
    pairs = compare_tables(here, read, CODES, is_own=is_own)
    assert [pair.here for pair in pairs if pair.here is not None] == here
    lines = [pair.there.line for pair in pairs if pair.there is not None]
    assert sorted(lines) == [row.line for row in read.rows]


def test_what_differs_is_told_field_by_field() -> None:
    (pair,) = match({**one_row(), "phone": "1", "criteria": "Alle"})
    assert pair.match is Match.DIFFERS
    assert [(one.field, one.there) for one in pair.differences] == [("phone", "1"), ("criteria", "Alle")]


def test_a_field_that_the_file_has_no_column_for_is_not_compared() -> None:
    (pair,) = match({"area": "traening", "message": "GGOP"})
    assert pair.match is Match.SAME


def test_a_row_of_another_municipality_is_another_row() -> None:
    assert [one.match for one in match({**one_row(), "municipality": "0461"})] == [Match.ONLY_HERE, Match.ONLY_THERE]


def test_a_row_that_names_its_offer_otherwise_is_found_by_the_receiver() -> None:
    odd = {"offer_name": "GOP i kommunen", "message": "GGOP", "gln": one_row()["gln"]}
    (pair,) = match(odd)
    assert pair.match is Match.DIFFERS
    assert [one.match for one in match(odd, is_own=True)] == [Match.ONLY_HERE, Match.ONLY_THERE]
    (by_name,) = match({"message": "GGOP", "receiver": "GENOPTRÆNINGEN"})
    assert by_name.there is not None


def test_a_receiver_of_several_rows_tells_nothing() -> None:
    here = [one_row(), {**one_row(), "area": "andet", "offer_name": "Andet"}]
    pairs = compare_tables(here, there({"offer_name": "?", "message": "GGOP", "gln": here[0]["gln"]}), CODES)
    assert [one.match for one in pairs] == [Match.ONLY_HERE, Match.ONLY_HERE, Match.ONLY_THERE]


def test_an_offer_is_itself_by_its_code_or_its_name() -> None:
    work = town()
    place(work, "Rygestop", "rygestop")
    row = next(row for row in rows_of(work) if row["offer"] == "rygestop")
    assert subject_of(row, CODES) == subject_of({"offer_name": " RYGESTOP"}, CODES) == "offer rygestop"
    assert subject_of({"area": "traening"}, CODES) == subject_of(one_row(), CODES) == "area traening"
    assert subject_of({"offer": "min", "offer_name": "Kor"}, CODES) == "own kor"
    assert subject_of({}, CODES) == ""


def test_a_row_has_the_cells_of_the_plan_where_both_have_it() -> None:
    (pair,) = match({**one_row(), "phone": "1"})
    assert pair.cells["phone"] == ""
    assert replace(pair, here=None).cells["phone"] == "1"
