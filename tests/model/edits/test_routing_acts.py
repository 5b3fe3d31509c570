"""Plays, texts of offers and agreements as data."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from sorstudio.model.edits.acts import FIELDS as ALL_FIELDS
from sorstudio.model.edits.acts import VERBS as ALL_VERBS
from sorstudio.model.edits.acts import aliases_after, change_for, parse_act
from sorstudio.model.edits.routing_acts import FIELDS, VERBS
from sorstudio.model.plan import Plan
from sorstudio.model.records import Agreement, OfferText
from tests.model.outline import key, plan
from tests.model.refusing import refused

PLAY = {"act": "keep_play", "title": "Plan", "area": "traening", "message": "GGOP", "sender": "hospital", "as": "p"}
AGREED = {"act": "keep_agreement", "text": "Svar", "area": "traening", "answer_days": 3, "as": "a"}


@pytest.fixture
def found() -> Plan:
    return plan("Kommune\n  Sundhed\n    Nord")


def do(found: Plan, *acts: Mapping[str, object]) -> Mapping[str, str]:
    aliases: Mapping[str, str] = {}
    for data in acts:
        act = parse_act(dict(data))
        found.apply(change_for(found, act, aliases))
        aliases = aliases_after(act, aliases)
    return aliases


def test_every_act_here_is_known_with_its_fields() -> None:
    assert VERBS.keys() == FIELDS.keys()
    assert VERBS.items() <= ALL_VERBS.items()
    assert FIELDS.items() <= ALL_FIELDS.items()


def test_a_play_is_kept_changed_field_by_field_and_dropped(found: Plan) -> None:
    sor_id = found.state().units[key(found, "Nord")].sor_id
    aliases = do(
        found,
        {**PLAY, "unit": sor_id, "must": False, "day": "2027-03-01", "note": "husk"},
        {"act": "keep_play", "play": "p", "unit": None, "expect_reason": "no_number", "day": None, "as": "q"},
    )
    (play,) = found.state().plays()
    assert (play.key, play.title, play.area, play.message, play.sender) == (
        aliases["p"], "Plan", "traening", "GGOP", "hospital",
    )  # fmt: skip
    assert (play.unit, play.reason, play.must, play.day, play.note) == (None, "no_number", False, None, "husk")
    assert aliases["q"] == aliases["p"]
    do(found, {"act": "keep_play", "play": "Plan", "title": "Anden", "must": True})
    (play,) = found.state().plays()
    assert (play.title, play.must, play.reason) == ("Anden", True, "no_number")
    do(found, {"act": "drop_play", "play": play.key, "reason": "færdig"})
    assert (found.state().plays(), found.journal.path()[-1].reason) == ((), "færdig")


def test_a_play_must_come_out_unless_it_says_otherwise(found: Plan) -> None:
    do(found, PLAY)
    assert found.state().plays()[0].must is True


def test_a_unit_and_an_offer_may_be_named_by_alias(found: Plan) -> None:
    aliases = do(
        found,
        {"act": "create", "parent": key(found, "Sundhed"), "name": "Ny", "as": "ny"},
        {"act": "create_offer", "name": "Sang", "as": "sang"},
        {"act": "keep_play", "title": "Sang", "offer": "sang", "unit": "ny"},
        {"act": "describe_offer", "offer": "sang", "criteria": "Alle"},
    )
    (play,) = found.state().plays()
    assert (play.offer, play.unit) == (aliases["sang"], aliases["ny"])
    assert found.state().offer_text(aliases["sang"]) == OfferText(aliases["sang"], "Alle")


def test_an_offer_is_described_and_null_empties(found: Plan) -> None:
    do(
        found,
        {"act": "describe_offer", "offer": "traening", "criteria": "Voksne", "phone": "1813", "checked": "2026-11-01"},
        {"act": "describe_offer", "offer": "traening", "phone": None, "phrase": "Kære"},
    )
    expected = OfferText("traening", "Voksne", phrase="Kære", checked=date(2026, 11, 1))
    assert found.state().offer_texts() == (expected,)


def test_an_agreement_is_kept_changed_field_by_field_and_dropped(found: Plan) -> None:
    aliases = do(found, AGREED, {"act": "keep_agreement", "agreement": "a", "area": None, "category": "training"})
    expected = Agreement(aliases["a"], "Svar", category="training", answer_days=3)
    assert found.state().agreements() == (expected,)
    do(found, {"act": "keep_agreement", "agreement": "Svar", "text": "Nyt", "answer_days": None})
    assert found.state().agreements() == (Agreement(aliases["a"], "Nyt", category="training"),)
    do(found, {"act": "drop_agreement", "agreement": "Nyt"})
    assert found.state().agreements() == ()


@pytest.mark.parametrize(
    ("act", "code", "word"),
    [
        ({"act": "keep_play", "area": "traening"}, "act.field_missing", "title"),
        ({**PLAY, "must": "ja"}, "act.field_type", "must"),
        ({**PLAY, "unit": "månen"}, "unit.unknown", "månen"),
        ({**PLAY, "day": "i morgen"}, "act.date", "i morgen"),
        ({"act": "drop_play"}, "act.field_missing", "play"),
        ({"act": "describe_offer", "offer": "traening"}, "act.field_missing", "criteria"),
        ({"act": "describe_offer", "phone": "1"}, "act.field_missing", "offer"),
        ({"act": "keep_agreement", "area": "traening"}, "act.field_missing", "text"),
        ({**AGREED, "answer_days": "3"}, "act.field_type", "answer_days"),
        ({**AGREED, "answer_days": True}, "act.field_type", "answer_days"),
        ({"act": "drop_agreement"}, "act.field_missing", "agreement"),
    ],
)
def test_what_is_wrong_with_an_act_is_said(found: Plan, act: Mapping[str, object], code: str, word: str) -> None:
    with refused(code, word):
        do(found, act)
