"""The data behind the routes speaks of areas, offers and messages that there are."""

from datetime import date

import pytest

from sorstudio.resources import code_lists
from sorstudio.routing.book import routing_book
from sorstudio.routing.question import Sender

CODES, BOOK = code_lists(), routing_book()


def test_every_code_is_known() -> None:
    areas = [one for entry in (*BOOK.usual, *BOOK.never, *BOOK.moves) for one in entry.areas]
    areas += [BOOK.administration, *(one.instead for one in BOOK.never), *filter(None, BOOK.type_areas.values())]
    types = [
        *BOOK.correspondence,
        *BOOK.several,
        *BOOK.optional,
        *(one for entry in (*BOOK.usual, *BOOK.never) for one in entry.types),
    ]
    types += [one for key, group in BOOK.alternatives.items() for one in (key, *group)]
    assert [one for one in areas if CODES.area(one) is None] == []
    assert [one for one in types if CODES.message_type(one) is None] == []
    assert [one for move in BOOK.moves for one in move.offers if CODES.offer(one) is None] == []
    assert [one for one in BOOK.type_areas if CODES.unit_type(one) is None] == []


def test_what_is_usual_is_received_by_the_area() -> None:
    for entry in BOOK.usual:
        for area in entry.areas:
            found = CODES.area(area)
            assert found is not None
            assert set(entry.types) <= set(found.receives)


@pytest.mark.parametrize(
    ("area", "sender", "first"),
    [
        ("traening", Sender.HOSPITAL, "GGOP"),
        ("traening", Sender.MUNICIPALITY, "FDIS91"),
        ("forebyggelse", None, "XREF15"),
        ("ppr", Sender.GP, "FDIS91"),
        (None, None, "FDIS91"),
    ],
)
def test_the_usual_message(area: str | None, sender: Sender | None, first: str) -> None:
    assert BOOK.types_for(area, sender)[0] == first


def test_a_task_moves_on_its_day() -> None:
    assert BOOK.move_of("akutfunktion", None, date(2026, 12, 31)) is None
    assert BOOK.move_of("akutfunktion", None, date(2027, 1, 1)) is not None
    assert BOOK.move_of("forebyggelse", None, date(2027, 1, 1)) is None
    assert BOOK.move_of("forebyggelse", "forloeb-kol", date(2027, 1, 1)) is not None
    assert BOOK.move_of("akutfunktion", None, None) is None


def test_an_older_route_is_needed_only_where_it_is_the_usual_one() -> None:
    assert BOOK.is_needed("XREF01", "telemedicin")
    assert not BOOK.is_needed("XREF01", "hjemmesygepleje")
    assert BOOK.is_needed("GGOP", "traening")
    assert not BOOK.is_needed("XREF22", "forvaltning")


def test_a_type_speaks_of_one_area() -> None:
    nursing = CODES.areas_by_type["550621000005101"]
    assert len(nursing) > 1
    assert BOOK.area_of_type("550621000005101", nursing) == "hjemmesygepleje"
    assert BOOK.area_of_type("550811000005108", CODES.areas_by_type["550811000005108"]) == ""
    assert BOOK.area_of_type("1", ()) == ""


def test_correspondence_stands_in_for_itself_in_its_other_forms() -> None:
    assert BOOK.stands_in("XDIS91") == ("FDIS91", "DIS91")
    assert BOOK.stands_in("XDIS18") == ("DIS18",)
    assert BOOK.stands_in("XREF22") == ()
