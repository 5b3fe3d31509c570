from sorstudio.model.edits import settings, units
from sorstudio.requests.envelope import make_request
from sorstudio.requests.readme import readme_bytes
from tests.model.outline import key
from tests.requests.asked import TODAY, busy_plan, busy_request
from tests.requests.plans import DANISH, DAY, municipality


def text(content: bytes) -> str:
    return content.decode("utf-8-sig")


def test_the_files_stand_in_the_order_in_which_they_are_used() -> None:
    found = text(readme_bytes(busy_request(), with_letter=True))
    places = [found.index(name) for name in ("1-egne-rettelser.xlsx", "2-sundhedsdatastyrelsen.eml", "3-medcom.eml")]
    assert places == sorted(places)
    assert "2-sundhedsdatastyrelsen.pdf" in found
    assert "1 linje afventer et lokationsnummer" in found
    assert "$" not in found


def test_a_missing_address_must_be_filled_in() -> None:
    assert "skriv den i feltet »Til«" in text(readme_bytes(busy_request(), with_letter=True))


def test_the_route_of_own_edits_is_told() -> None:
    assert "direkte i SOR" in text(readme_bytes(busy_request(), with_letter=True))
    work = busy_plan()
    work.apply(settings.set_setting(work, "own_edits_route", "fk_org"))
    assert "godkendes i OSS" in text(readme_bytes(make_request(work, DANISH, TODAY), with_letter=True))


def test_without_a_letter_none_is_promised() -> None:
    assert ".pdf" not in text(readme_bytes(busy_request(), with_letter=False))


def test_an_empty_envelope_is_said_to_be_missing() -> None:
    work = municipality()
    work.apply(units.rename(work, key(work, "Nord"), "Nordby", day=DAY))
    found = text(readme_bytes(make_request(work, DANISH, TODAY), with_letter=True))
    assert "Der er intet til MedCom" in found
    assert "Husk" in found


def test_a_plan_that_changes_nothing_says_so() -> None:
    assert "Planen ændrer intet" in text(readme_bytes(make_request(municipality(), DANISH, TODAY), with_letter=True))


def test_every_text_editor_understands_the_lines() -> None:
    content = readme_bytes(busy_request(), with_letter=True)
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\n") == content.count(b"\r\n")
