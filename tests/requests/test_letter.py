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


def test_the_letter_counts_what_is_asked_and_lists_every_form() -> None:
    letter = sds_letter(busy_request())
    counted = "\n".join(letter.paragraphs)
    assert "• 1 nyt lokationsnummer\n• 1 lukning af et lokationsnummer\n• 1 ændring af en institution" in counted
    (table,) = letter.tables
    assert [row[0] for row in table.rows] == ["1", "2", "3"]
    assert all(len(row) == len(table.header) == len(table.widths) for row in table.rows)
    assert sum(table.widths) == 100


def test_the_enclosures_are_named_below() -> None:
    assert sds_letter(busy_request()).enclosures == ()
    assert sds_letter(busy_request(), ["1 skema"]).enclosures == ("Bilag", "1 skema")


def test_every_number_has_its_reference_number_and_system() -> None:
    request = busy_request()
    ordered = find(request.lines, Action.ORDER_NUMBER)
    assert (gln_of(request, ordered), system_of(request, ordered)) == ("nyt, endnu ikke udstedt", "Nexus")
    closed = find(request.lines, Action.CLOSE_NUMBER)
    assert (gln_of(request, closed), system_of(request, closed)) == (gln(2), "ikke oplyst")
