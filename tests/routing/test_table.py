"""The referral table: one row or one hole for everything, and every row is what a sender is answered."""

from collections import Counter
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sorstudio.model.change import created
from sorstudio.model.edits import closing, offers
from sorstudio.model.edits.base import scene
from sorstudio.model.plan import Plan
from sorstudio.model.records import OfferText, RecordKind
from sorstudio.model.timeline import END
from sorstudio.resources import code_lists
from sorstudio.routing.answer import Reason
from sorstudio.routing.directory import Directory
from sorstudio.routing.route import route
from sorstudio.routing.table import NumberSource, Table, TableRow, entries, joined, table
from tests.model.outline import key
from tests.routing.asking import directory, place, town, towns

DAYS = st.sampled_from([None, date(2026, 11, 23), date(2027, 1, 1), date(2027, 2, 1)])
EKSEMPELBY = code_lists().municipality("0101")


def of_town(work: Plan, day: date | None = None) -> Table:
    state = work.state() if day is None else work.state(day)
    return table(Directory(state, work.codes, day, EKSEMPELBY), work.state())


def row(found: Table, place_: str, message: str) -> TableRow:
    return next(one for one in found.rows if place_ in (one.offer, one.area) and one.message == message)


def tell(work: Plan, text: OfferText) -> None:
    """Let senders be told of an offer."""
    work.apply(scene(work, None).change("offer.described", [created(RecordKind.OFFER_TEXT, text)], offer=text.key))


@given(towns(), DAYS)
def test_every_row_is_what_a_sender_is_answered(work: Plan, day: date | None) -> None:
    place_ = directory(work, day)
    for one in table(place_).rows:
        found = route(place_, one.question).receiver
        assert found is not None
        assert (found.unit, found.gln, found.type, found.version) == (one.unit, one.gln, one.message, one.version)


@given(towns(), DAYS)
def test_everything_that_is_to_be_received_has_one_row_or_one_hole(work: Plan, day: date | None) -> None:
    place_ = directory(work, day)
    found = table(place_)
    there = Counter((one.area, one.offer, one.message) for one in (*found.rows, *found.holes))
    assert set(there.values()) <= {1}
    assert set(there) == {(one.area, one.offer, type_) for one in entries(place_) for type_ in one.messages}


@given(towns(), DAYS)
def test_no_row_is_over_before_it_begins_or_when_it_is_asked_for(work: Plan, day: date | None) -> None:
    for one in table(directory(work, day), work.state(END)).rows:
        assert one.valid_from is None or one.valid_to is None or one.valid_from < one.valid_to
        assert day is None or one.valid_to is None or day < one.valid_to


def test_a_row_tells_the_number_and_whose_it_is() -> None:
    work = town()
    place(work, "Rygestop", "rygestop")
    found = row(of_town(work), "rygestop", "XREF15")
    assert (found.area, found.receiver, found.source) == ("forebyggelse", "Rygestop", NumberSource.INHERITED)
    assert (found.municipality, found.authority, found.sor_id) == ("0101", "Københavns Kommune", key(work, "Rygestop"))
    assert found.offer_name == "Rygestop"


def test_an_area_stands_as_such_until_one_of_its_offers_is_placed() -> None:
    work = town()
    assert row(of_town(work), "traening", "GGOP").offer == ""
    place(work, "Genoptræningen", "genoptraening-uden-sygehus")
    found = of_town(work)
    assert {one.offer for one in (*found.rows, *found.holes) if one.area == "traening"} == {
        "genoptraening-uden-sygehus"
    }


def test_an_own_offer_receives_what_its_area_receives() -> None:
    work = town()
    work.apply(offers.create_offer(work, "Faldklinik", area="traening", key="egen"))
    place(work, "Genoptræningen", "egen")
    found = row(of_town(work), "egen", "GGOP")
    assert (found.offer_name, found.receiver) == ("Faldklinik", "Genoptræningen")


def test_an_own_offer_without_an_area_is_written_to_as_everybody_is() -> None:
    work = town()
    work.apply(offers.create_offer(work, "Kor", key="kor"))
    place(work, "Sundhedscenter", "kor")
    found = of_town(work)
    told = {one.message for one in (*found.rows, *found.holes) if one.offer == "kor"}
    assert told == {"FDIS91", "XDIS91", "DIS91"}


def test_a_hole_says_why() -> None:
    found = of_town(town())
    assert {one.reason for one in found.holes if one.area == "plejehjem"} == {Reason.NO_NUMBER}
    assert all(one.question.message == one.message for one in found.holes)


def test_senders_are_told_what_stands_about_the_offer() -> None:
    work = town()
    place(work, "Genoptræningen", "genoptraening-uden-sygehus")
    told = ("Kun efter fald", "70101010", "8-9", "https://a.dk", None, "Hej", "Region H", date(2026, 1, 2))
    tell(work, OfferText("genoptraening-uden-sygehus", *told))
    found = row(of_town(work), "genoptraening-uden-sygehus", "GGOP")
    assert (found.criteria, found.phone, found.phone_hours, found.phrase) == (
        "Kun efter fald",
        "70101010",
        "8-9",
        "Hej",
    )
    assert (found.description_url, found.patient_url) == ("https://a.dk", "")
    assert (found.authority, found.checked) == ("Region H", date(2026, 1, 2))


def test_an_area_as_such_is_told_of_as_its_main_offer() -> None:
    work = town()
    tell(work, OfferText("traening", criteria="Alle"))
    assert row(of_town(work), "traening", "GGOP").criteria == "Alle"


def test_a_row_ends_when_the_unit_is_planned_to_close() -> None:
    work, day = town(), date(2027, 3, 1)
    work.apply(closing.close(work, key(work, "Genoptræningen"), day=day))
    assert row(of_town(work, day - timedelta(days=1)), "traening", "GGOP").valid_to == day
    assert not [one for one in of_town(work, day).rows if one.area == "traening"]


def test_a_task_that_moves_is_told_with_its_day_and_is_a_hole_from_then_on() -> None:
    work, day = town(), date(2027, 1, 1)
    place(work, "Sundhedscenter", "forloeb-kol")
    before = row(of_town(work, day - timedelta(days=1)), "forloeb-kol", "XREF15")
    assert before.moves is not None
    assert (before.moves.name_da, before.valid_to) == ("regionen", day)
    after = [one.reason for one in of_town(work, day).holes if one.offer == "forloeb-kol"]
    assert set(after) == {Reason.WRONG_AUTHORITY}


def test_the_tables_of_several_municipalities_stand_one_after_the_other() -> None:
    one = of_town(town())
    assert joined([one, one]) == Table(one.rows * 2, one.holes * 2)
