"""What a sender is told about an offer is written field by field."""

from __future__ import annotations

from datetime import date

import pytest

from sorstudio.model.change import Change
from sorstudio.model.edits.describing import DESCRIPTION_FIELDS, describe_offer, is_link
from sorstudio.model.edits.offers import create_offer, delete_offer
from sorstudio.model.plan import Plan
from sorstudio.model.records import OfferText
from sorstudio.model.texts import Texts
from sorstudio.requests.lines import change_lines
from sorstudio.resources import texts
from tests.model.outline import plan
from tests.model.refusing import refused

DAY = date(2026, 11, 1)


@pytest.fixture
def found() -> Plan:
    return plan("Kommune\n  Sundhed")


def told(work: Plan, offer: str = "traening", **values: str | date | None) -> Change:
    return work.apply(describe_offer(work, offer, values))


def said(change: Change) -> str:
    return Texts(texts("da")).sentence(change.code, change.params)


def test_only_the_fields_that_are_given_change(found: Plan) -> None:
    first = told(found, criteria=" Voksne ", phone="12345678", checked=DAY)
    second = told(found, phone="87654321")
    assert found.state().offer_text("traening") == OfferText("traening", "Voksne", "87654321", checked=DAY)
    assert said(first).startswith("3 oplysninger om ")
    assert said(second).endswith("telefon er ændret.")


@pytest.mark.parametrize("empty", [None, "", "  "])
def test_a_field_is_emptied_and_with_the_last_one_nothing_is_left(found: Plan, empty: str | None) -> None:
    told(found, criteria="Voksne", phone="12345678")
    told(found, phone=empty)
    assert found.state().offer_texts() == (OfferText("traening", "Voksne"),)
    change = told(found, criteria=empty)
    assert (found.state().offer_texts(), change.code) == ((), "offer.description_emptied")
    found.undo()
    assert found.state().offer_text("traening") == OfferText("traening", "Voksne")


@pytest.mark.parametrize("values", [{"phone": "12345678"}, {"criteria": ""}, {}])
def test_what_is_so_already_is_refused(found: Plan, values: dict[str, str]) -> None:
    told(found, phone="12345678")
    with refused("edit.nothing_changes"):
        told(found, **values)
    with refused("edit.nothing_changes"):
        told(found, "forebyggelse", criteria=None)


def test_an_offer_that_is_not_there_is_refused(found: Plan) -> None:
    with refused("offer.unknown", "månen"):
        told(found, "månen", phone="1")


def test_a_field_that_is_not_there_or_of_another_form_is_refused(found: Plan) -> None:
    with refused("field.unknown", "phnoe", *DESCRIPTION_FIELDS):
        told(found, phnoe="1")
    with refused("field.type", "checked"):
        told(found, checked="i går")
    with refused("field.type", "phone"):
        told(found, phone=DAY)


@pytest.mark.parametrize(
    ("text", "is_whole"),
    [
        ("https://www.kommune.dk/traening?a=1#b", True),
        ("http://kommune.dk", True),
        ("HTTPS://Ærø-kommune.dk:8080/a", True),
        ("https://kommune.dk.evil@/x", False),
        ("https://kommune.dk/\nx", False),
        ("www.kommune.dk", False),
        ("https://", False),
        ("https://[", False),
        ("https://kommune", False),
        ("https://kommune.dk/to ord", False),
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("mailto:a@kommune.dk", False),
    ],
)
def test_a_link_is_the_whole_address_of_a_page(found: Plan, text: str, is_whole: bool) -> None:
    assert is_link(text) is is_whole
    for field in ("description_url", "patient_url"):
        if is_whole:
            told(found, **{field: text})
        else:
            with refused("offer.no_link"):
                told(found, **{field: text})


def test_the_text_of_an_own_offer_goes_with_it(found: Plan) -> None:
    found.apply(create_offer(found, "Sang", key="sang"))
    told(found, "Sang", criteria="Alle")
    found.apply(delete_offer(found, "sang"))
    assert (found.state().offers(), found.state().offer_texts()) == ((), ())
    found.undo()
    assert found.state().offer_text("sang") == OfferText("sang", "Alle")


def test_nobody_is_sent_anything_of_it(found: Plan) -> None:
    told(found, criteria="Voksne", phone="12345678")
    told(found, phone=None)
    assert change_lines(found) == ()
