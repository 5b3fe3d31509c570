from datetime import date

from sorstudio.model.edits import messages, restructure, units
from sorstudio.model.records import UNKNOWN, Direction
from sorstudio.requests.envelope import make_request
from sorstudio.requests.life import send
from sorstudio.requests.line import Addressee
from sorstudio.requests.sheets import Cell, Sheet, sheets
from tests.model.outline import gln, key
from tests.requests.asked import TODAY, busy_request
from tests.requests.plans import DANISH, DAY, LATER, municipality
from tests.rules.findings import with_values


def sheet(addressee: Addressee, title: str) -> Sheet:
    return next(one for one in sheets(busy_request(), addressee) if one.title == title)


def column(found: Sheet, header: str) -> list[Cell]:
    place = found.header.index(header)
    return [row[place] for row in found.rows]


def test_each_workbook_opens_with_instructions() -> None:
    for addressee in Addressee:
        guide = sheets(busy_request(), addressee)[0]
        assert guide.title == "Vejledning"
        assert any("Eksempelby Kommune" in str(row[0]) for row in guide.rows)


def test_own_edits_stand_in_order_with_before_after_and_day() -> None:
    edits = sheet(Addressee.MUNICIPALITY, "Rettelser")
    assert column(edits, "Handling") == ["Opret", "Ret kontaktoplysninger", "Luk"]
    assert column(edits, "Dato") == [date(2026, 12, 1), date(2026, 12, 1), date(2027, 1, 1)]
    assert column(edits, "Før")[1] == "kontaktoplysninger: arvet"
    assert column(edits, "Efter")[1] == "kontaktoplysninger: +45 87654321"
    assert column(edits, "Midlertidig nøgle") == ["NY-1", "", ""]


def test_the_complete_new_state_has_every_field_of_each_unit() -> None:
    states = sheet(Addressee.MUNICIPALITY, "Komplet ny tilstand")
    fields = {row[4]: row[5:] for row in states.rows if row[1] == "Øst"}
    assert fields["enhedstype"] == ("hjemmeplejeenhed", "egen")
    assert fields["postadresse"] == ("ingen", "ingen")
    assert {row[1] for row in states.rows} == {"Øst", "Nord", "Træning"}


def test_what_the_file_lacks_is_kept_in_sor_but_decided_for_a_new_unit() -> None:
    work = with_values(municipality(), "Nord", postal=UNKNOWN)
    work.apply(units.rename(work, key(work, "Nord"), "Nordby", day=DAY))
    work.apply(restructure.replace_unit(work, key(work, "Nordby"), name="Nyby", day=LATER))
    states = sheets(make_request(work, DANISH, TODAY), Addressee.MUNICIPALITY)[2]
    told = {row[1]: row[5] for row in states.rows if row[4] == "postadresse"}
    assert told == {"Nordby": "bevar, som det står i SOR", "Nyby": "tag stilling ved oprettelsen"}


def test_new_units_have_a_place_for_the_sor_id() -> None:
    fresh = sheet(Addressee.MUNICIPALITY, "Nye enheder")
    assert fresh.header[-1] == "SOR-id (indsættes her)"
    assert [row[0] for row in fresh.rows] == ["NY-1"]


def test_each_form_is_a_row_of_one_sheet() -> None:
    found = sheet(Addressee.SDS, "Skemaer")
    rows = [dict(zip(found.header, row, strict=True)) for row in found.rows]
    row = next(one for one in rows if one["Anmodning"] == "Nyt lokationsnummer")
    assert row["Journalsystem"] == "Nexus"
    assert row["Region"] == "Region Midtjylland"
    assert row["Kontaktperson"] == "Åse Ærø, 12345678, aase@eksempelby.dk"
    assert row["Ønsket dato"] == date(2026, 12, 1)
    assert {one["Lokationsnummer"] for one in rows} == {"", "nyt, endnu ikke udstedt", gln(2)}
    assert "Børn, Unge og Familie" in column(found, "Enhed")


def test_message_types_stand_one_a_row_with_name_and_direction() -> None:
    ready = sheet(Addressee.MEDCOM, "Meddelelsestyper")
    row = dict(zip(ready.header, ready.rows[0], strict=True))
    assert (row["Meddelelsestype"], row["Retning"], row["Før"], row["Efter"]) == (
        "XDIS16",
        "sender",
        "ingen",
        "registreret",
    )
    assert row["Navn"]
    assert row["Journalsystem"] == "ikke oplyst"
    assert row["Systemets godkendelse"] == "systemet er ikke oplyst"


def test_what_waits_for_a_number_stands_by_itself() -> None:
    held = sheet(Addressee.MEDCOM, "Afventer nummer")
    assert column(held, "Meddelelsestype") == ["XREF15"]
    assert column(held, "Bemærkning") == ["Sendes, når nummeret foreligger"]


def test_a_sheet_with_nothing_in_it_is_left_out() -> None:
    assert "Nye enheder" not in [one.title for one in sheets(busy_request(), Addressee.SDS)]


def test_message_types_taken_back_stand_on_a_sheet_and_a_replaced_wish_is_told_as_such() -> None:
    work = municipality()
    unit = key(work, "Hjemmepleje")
    for type_ in ("XREF15", "XDIS16"):
        work.apply(messages.add_message_type(work, unit, type_, None, [Direction.IN], day=DAY))
    send(work, sent=date(2026, 11, 20))
    work.apply(messages.remove_message_type(work, unit, "XDIS16", None, [Direction.IN], day=DAY))
    found = {one.title: one for one in sheets(make_request(work, DANISH, TODAY), Addressee.MEDCOM)}
    assert len(found["Trukket tilbage"].rows) == 1
    (row,) = found["Meddelelsestyper"].rows
    assert "Erstatter ønsket af 20. november 2026 (L1)." in str(row[-1])
