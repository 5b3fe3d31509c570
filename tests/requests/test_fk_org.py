import csv
from io import StringIO

from sorstudio.model.edits import settings, units
from sorstudio.model.records import UNKNOWN
from sorstudio.requests.envelope import Request, make_request
from sorstudio.requests.fk_org import COLUMNS, fk_org_csv, fk_org_rows
from sorstudio.requests.line import Addressee
from sorstudio.requests.sheets import sheets
from tests.model.outline import key
from tests.requests.asked import TODAY, busy_plan, busy_request
from tests.requests.plans import DANISH, DAY, municipality
from tests.rules.findings import with_values

UUID = "2b7d0a35-3f0e-4a55-9c1c-0d9a6c4f0b11"


def read(request: Request) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(fk_org_csv(request).decode("utf-8-sig")), delimiter=";"))


def test_the_table_has_name_parent_address_and_dates() -> None:
    east, nord, training = read(busy_request())
    assert (east["Enhed"], east["Overordnet enhed"], east["Gælder fra"]) == ("Øst", "Hjemmepleje", "2026-12-01")
    assert (east["FK-ORG-id (KOMBIT)"], east["Midlertidig nøgle"]) == ("ny i FK-ORG", "NY-1")
    assert (nord["Telefon"], nord["Navn før"]) == ("+45 87654321", "Nord")
    assert (training["Lukkes fra"], training["Gælder fra"]) == ("2027-01-01", "")


def test_units_are_known_by_kombits_id_where_the_extract_has_it() -> None:
    work = with_values(municipality(), "Nord", kombit_id=UUID)
    work = with_values(work, "Syd", kombit_id=UNKNOWN, postal=UNKNOWN)
    work.apply(units.rename(work, key(work, "Nord"), "Nordby", day=DAY))
    work.apply(units.rename(work, key(work, "Syd"), "Sydby", day=DAY))
    rows = {row["Navn før"]: row for row in read(make_request(work, DANISH, TODAY))}
    assert rows["Nord"]["FK-ORG-id (KOMBIT)"] == UUID
    assert rows["Syd"]["FK-ORG-id (KOMBIT)"] == "ikke i udtrækket"
    assert rows["Syd"]["Postadresse"] == DANISH.sentence("request.keep_as_in_sor")


def test_the_sheet_stands_first_where_that_is_the_way() -> None:
    work = busy_plan()
    titles = [one.title for one in sheets(make_request(work, DANISH, TODAY), Addressee.MUNICIPALITY)]
    assert titles[-1] == "FK-ORG"
    work.apply(settings.set_setting(work, "own_edits_route", "fk_org"))
    titles = [one.title for one in sheets(make_request(work, DANISH, TODAY), Addressee.MUNICIPALITY)]
    assert titles[1] == "FK-ORG"


def test_nothing_in_the_file_is_a_formula() -> None:
    work = municipality()
    work.apply(units.rename(work, key(work, "Nord"), "=1+1", day=DAY))
    (row,) = read(make_request(work, DANISH, TODAY))
    assert row["Enhed"] == "'=1+1"


def test_every_row_has_every_column() -> None:
    assert {len(row) for row in fk_org_rows(busy_request())} == {len(COLUMNS)}
