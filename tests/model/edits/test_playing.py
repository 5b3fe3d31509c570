"""A message that is sent to see what comes of it is kept by an act like every other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from sorstudio.model.adopting import adopt
from sorstudio.model.change import Change
from sorstudio.model.edits import closing, units
from sorstudio.model.edits.playing import drop_play, keep_play, known_area, known_message, known_play
from sorstudio.model.identifiers import make_sor_id
from sorstudio.model.plan import Plan
from sorstudio.model.records import ROUTE_REASONS, SENDERS, Play
from sorstudio.model.rekey import known_units, rekeyed
from sorstudio.model.replay import join, take_back
from sorstudio.model.texts import Texts
from sorstudio.requests.lines import change_lines
from sorstudio.resources import texts
from sorstudio.routing.answer import Reason
from sorstudio.routing.question import Sender
from tests.model.outline import TODAY, baseline, key, plan
from tests.model.refusing import refused

DRAWING = "Kommune\n  Sundhed\n    Træning\n    Nord"
MARCH = date(2027, 3, 1)


@pytest.fixture
def found() -> Plan:
    return plan(DRAWING)


def kept(work: Plan, title: str = "Genoptræning", **more: object) -> Change:
    return work.apply(keep_play(work, title, **({"area": "traening"} | more)))  # type: ignore[arg-type]


def the_play(work: Plan) -> Play:
    (play,) = work.state().plays()
    return play


def said(change: Change) -> str:
    return Texts(texts("da")).sentence(change.code, change.params)


def test_a_play_is_kept_with_all_that_it_asks(found: Plan) -> None:
    change = kept(
        found, " Plan   fra sygehus ", sender="hospital", message="genoptræningsplan", day=MARCH,
        unit=key(found, "Træning"), must=False, standard="ggop", note=" husk ", reason="aftalt",
    )  # fmt: skip
    play = the_play(found)
    assert (play.title, play.sender, play.area, play.message, play.version) == (
        "Plan fra sygehus", "hospital", "traening", "GGOP", None,
    )  # fmt: skip
    assert (play.day, play.unit, play.must, play.standard, play.note) == (
        MARCH, key(found, "Træning"), False, "ggop", "husk",
    )  # fmt: skip
    assert (play.author, play.time is not None) == ("Test", True)
    assert (said(change), change.reason, change.day) == ("Prøven »Plan fra sygehus« er gemt.", "aftalt", None)


def test_a_play_holds_on_every_day(found: Plan) -> None:
    found.apply(units.create(found, key(found, "Sundhed"), "Ny", day=MARCH))
    kept(found, unit=key(found, "Ny"))
    assert found.state(TODAY).plays() == found.state().plays() == (the_play(found),)


@pytest.mark.parametrize(
    ("message", "version", "expected"),
    [
        ("XREF15", None, ("XREF15", None)),
        ("XREF15", "XH1530R", ("XREF15", "XH1530R")),
        ("xref15 (XH1530R)", None, ("XREF15", "XH1530R")),
        ("CareCommunication", None, ("FDIS91", None)),
    ],
)
def test_a_message_is_known_however_it_is_written(
    found: Plan, message: str, version: str | None, expected: tuple[str, str | None]
) -> None:
    kept(found, message=message, version=version)
    assert (the_play(found).message, the_play(found).version) == expected
    assert known_message(found, message) == expected[0]


def test_another_form_takes_its_place(found: Plan) -> None:
    kept(found, key="p1")
    change = kept(found, "Ny titel", expect_reason="no_number", play="p1")
    assert (the_play(found).key, the_play(found).title, the_play(found).reason) == ("p1", "Ny titel", "no_number")
    assert said(change) == "Prøven »Ny titel« er ændret."


def test_the_same_again_is_nothing(found: Plan) -> None:
    kept(found, key="p1")
    with refused("edit.nothing_changes"):
        kept(found, play="p1")


def test_it_is_dropped_and_both_are_undone_and_taken_back(found: Plan) -> None:
    made = kept(found, key="p1")
    change = found.apply(drop_play(found, "p1", reason="færdig"))
    assert (found.state().plays(), said(change)) == ((), "Prøven »Genoptræning« er fjernet.")
    found.undo()
    assert the_play(found).key == "p1"
    found.apply(take_back(found, made.id))
    assert found.state().plays() == ()


@pytest.mark.parametrize(
    ("more", "code", "word"),
    [
        ({"title": "  "}, "play.no_title", "hedde"),
        ({"area": None}, "play.asks_nothing", "Genoptræning"),
        ({"offer": "traening"}, "play.area_and_offer", "Genoptræning"),
        ({"area": "månen"}, "offer.area_unknown", "månen"),
        ({"area": None, "offer": "månen"}, "offer.unknown", "månen"),
        ({"message": "XYZ99"}, "message.unknown", "XYZ99"),
        ({"message": "XREF15", "version": "X1"}, "message.unknown_version", "XH1530R"),
        ({"version": "XH1530R"}, "play.version_alone", "XH1530R"),
        ({"unit": "månen"}, "unit.unknown", "månen"),
        ({"expect_reason": "månen"}, "play.reason", "no_unit"),
        ({"sender": "månen"}, "play.sender", "hospital"),
        ({"play": "månen"}, "play.unknown", "månen"),
    ],
)
def test_what_cannot_be_asked_is_refused(found: Plan, more: dict[str, object], code: str, word: str) -> None:
    with refused(code, word):
        kept(found, **more)  # type: ignore[arg-type]


def test_a_receiver_and_a_reason_are_not_expected_together(found: Plan) -> None:
    with refused("play.unit_and_reason", "Genoptræning"):
        kept(found, unit=key(found, "Træning"), expect_reason="no_unit")


def test_a_message_alone_can_be_asked(found: Plan) -> None:
    kept(found, area=None, message="XREF15")
    assert (the_play(found).area, the_play(found).message) == (None, "XREF15")


def test_a_play_is_named_by_key_or_by_a_title_that_only_one_has(found: Plan) -> None:
    kept(found, key="p1")
    assert known_play(found.state(), "Genoptræning").key == known_play(found.state(), "p1").key == "p1"
    kept(found, key="p2")
    with refused("play.several", "Genoptræning"):
        drop_play(found, "Genoptræning")
    with refused("play.unknown", "p3"):
        drop_play(found, "p3")


def test_an_area_may_be_left_open(found: Plan) -> None:
    assert (known_area(found, None), known_area(found, ""), known_message(found, None)) == (None, None, None)


def test_it_stays_when_the_unit_it_expects_goes(found: Plan) -> None:
    made = found.apply(units.create(found, key(found, "Sundhed"), "Ny"))
    planned = key(found, "Ny")
    kept(found, unit=planned, key="p1")
    found.apply(take_back(found, made.id))
    assert (the_play(found).unit, planned in found.state().units) == (planned, False)
    kept(found, unit=key(found, "Nord"), play="p1")
    found.apply(closing.close(found, key(found, "Nord"), day=MARCH))
    assert the_play(found).unit == key(found, "Nord")


def test_the_units_of_a_newer_file_are_the_ones_that_plays_expect(found: Plan) -> None:
    found.apply(units.create(found, key(found, "Sundhed"), "Ny", day=MARCH))
    planned, issued = key(found, "Ny"), make_sor_id(9_000_005)
    found.apply(units.set_sor_id(found, planned, issued))
    kept(found, unit=planned)
    whole = replace(baseline(DRAWING + "\n    Ny", day=date(2027, 3, 2)), id="newer")
    assert {unit.record.key for unit in whole.versions} >= {issued}
    fresh, change, made = adopt(found, rekeyed(whole, found, known_units(found)))
    found.add_baseline(fresh)
    found.apply(change)
    assert (made.open(), the_play(found).unit, key(found, "Ny")) == ((), planned, planned)


def test_a_play_comes_along_when_two_peoples_work_is_joined(found: Plan) -> None:
    other = found.snapshot()
    kept(other)
    change, _ = join(found, other.journal.path(), other.head)
    found.apply(change)
    assert found.state().plays() == other.state().plays()


def test_nobody_is_sent_anything_of_it(found: Plan) -> None:
    kept(found, unit=key(found, "Nord"), key="p1")
    kept(found, title="Anden", area="forebyggelse")
    found.apply(drop_play(found, "p1"))
    assert change_lines(found) == ()


def test_senders_and_reasons_are_those_of_the_routes() -> None:
    assert (tuple(Reason), tuple(Sender)) == (ROUTE_REASONS, SENDERS)
