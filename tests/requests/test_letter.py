from sorstudio.requests.letter import gln_of, sds_letter, system_of
from sorstudio.requests.line import Action
from tests.model.outline import gln
from tests.requests.asked import busy_request
from tests.requests.plans import find


def test_the_letter_says_from_whom_to_whom_and_about_what() -> None:
    letter = sds_letter(busy_request())
    assert letter.sender == ("Eksempelby Kommune", "Åse Ærø", "12345678", "aase@eksempelby.dk")
    assert letter.receiver == ("Sundhedsdatastyrelsen", "SOR", "SORpost@sundhedsdata.dk")
    assert (letter.day, letter.subject) == ("23. november 2026", "Ændringer i SOR: Eksempelby Kommune")
    assert letter.closing[0] == "Med venlig hilsen"


def test_institutions_and_numbers_have_a_table_each() -> None:
    tables = sds_letter(busy_request()).tables
    assert [table.title for table in tables] == ["Institutioner", "Lokationsnumre"]
    assert all(len(row) == len(table.header) == len(table.widths) for table in tables for row in table.rows)
    assert all(sum(table.widths) == 100 for table in tables)


def test_every_number_has_its_reference_number_and_system() -> None:
    request = busy_request()
    ordered = sds_letter(request).tables[1].rows[0]
    assert ordered[2:5] == ("NY-1", "nyt, endnu ikke udstedt", "Nexus")
    closed = find(request.lines, Action.CLOSE_NUMBER)
    assert (gln_of(request, closed), system_of(request, closed)) == (gln(2), "ikke oplyst")
