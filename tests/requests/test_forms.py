from datetime import date

from sorstudio.model.edits import numbers, units
from sorstudio.model.edits.requesting import send_request
from sorstudio.model.records import Contact
from sorstudio.requests.envelope import Request, make_request
from sorstudio.requests.forms import FORM_COLUMNS, Form, FormKind, contact, form_rows, forms
from sorstudio.requests.line import Addressee
from tests.model.outline import gln, key
from tests.requests.asked import TODAY, busy_plan, busy_request
from tests.requests.plans import DANISH, DAY, LATER, municipality


def form(request: Request, kind: FormKind) -> Form:
    (found,) = (one for one in forms(request) if one.kind is kind)
    return found


def test_each_number_and_each_institution_has_a_form_of_its_own() -> None:
    found = forms(busy_request())
    assert {one.kind for one in found} == {FormKind.NUMBER_NEW, FormKind.NUMBER_CLOSED, FormKind.UNIT_CHANGED}
    assert [one.number for one in found] == [1, 2, 3]


def test_a_form_for_a_number_says_all_that_the_order_needs() -> None:
    cells = form(busy_request(), FormKind.NUMBER_NEW).cells
    assert cells["local_key"] == "NY-1"
    assert cells["gln"] == "nyt, endnu ikke udstedt"
    assert cells["path"] == "Eksempelby Kommune › Sundhed og Omsorg › Hjemmepleje"
    assert (cells["system"], cells["region"]) == ("Nexus", "Region Midtjylland")
    assert cells["contact"] == contact(busy_request()) == "Åse Ærø, 12345678, aase@eksempelby.dk"
    assert (cells["wished_date"], cells["earliest_date"]) == (DAY, date(2026, 12, 7))


def test_a_number_that_is_closed_is_named() -> None:
    found = form(busy_request(), FormKind.NUMBER_CLOSED)
    assert found.is_about_number
    assert found.cells["gln"] == gln(2)


def test_what_happens_to_one_institution_on_one_day_is_one_form_and_another_day_another() -> None:
    work = municipality()
    top = key(work, "Børn og Unge")
    work.apply(units.rename(work, top, "Børn", day=DAY))
    work.apply(units.set_contact(work, top, Contact(phone="12345678"), day=DAY))
    work.apply(units.rename(work, top, "Børn og Familie", day=LATER))
    found = [one for one in forms(make_request(work, DANISH, TODAY)) if not one.is_about_number]
    assert [(one.kind, len(one.lines)) for one in found] == [(FormKind.UNIT_CHANGED, 2), (FormKind.UNIT_CHANGED, 1)]


def test_a_new_institution_stands_below_its_owner() -> None:
    work = municipality()
    top = key(work, "Eksempelby Kommune")
    work.apply(units.create(work, top, "Ny institution", key="ny", day=DAY))
    found = form(make_request(work, DANISH, TODAY), FormKind.UNIT_NEW)
    assert found.cells["path"] == "Eksempelby Kommune"


def test_a_row_of_the_sheet_holds_every_column() -> None:
    rows = form_rows(busy_request())
    assert len(rows) == 3
    assert all(len(row) == len(FORM_COLUMNS) for row in rows)


def test_a_wish_that_is_taken_back_has_a_form_of_its_own() -> None:
    work = busy_plan()
    work.apply(send_request(work, Addressee.SDS.value))
    work.apply(numbers.close_location_number(work, "ny", day=DAY))
    found = form(make_request(work, DANISH, TODAY), FormKind.WITHDRAWN)
    assert found.is_about_number
    assert "trækkes tilbage" in str(found.cells["sentence"])
