from sorstudio.requests.envelope import make_request
from sorstudio.requests.form_pages import sds_forms
from tests.requests.asked import TODAY, busy_request
from tests.requests.plans import DANISH, municipality


def test_each_form_is_a_page_that_says_which_of_how_many() -> None:
    pages = sds_forms(busy_request()).pages
    assert [page.place.split(" · ")[0] for page in pages] == ["Skema 1 af 3", "Skema 2 af 3", "Skema 3 af 3"]


def test_a_number_is_told_with_system_and_before_and_after() -> None:
    (page,) = (one for one in sds_forms(busy_request()).pages if one.title == "Nyt lokationsnummer")
    facts = {row[0]: row[1] for table in page.tables[:-1] for row in table.rows}
    assert facts["Journalsystem"] == "Nexus"
    assert facts["Ønsket dato"] == "1. december 2026"
    assert page.tables[-1].header == ("Felt", "Før", "Efter")
    assert ("Journalsystem", "ingen", "Nexus") in page.tables[-1].rows


def test_rows_without_content_are_left_out_and_no_table_is_empty() -> None:
    tables = [table for page in sds_forms(busy_request()).pages for table in page.tables]
    assert all(table.rows and all(row[1] for row in table.rows) for table in tables)


def test_without_an_envelope_there_are_no_pages() -> None:
    assert sds_forms(make_request(municipality(), DANISH, TODAY)).pages == ()
