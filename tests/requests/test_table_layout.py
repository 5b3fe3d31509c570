"""Layouts are data."""

import pytest

from sorstudio.model.errors import Unusable
from sorstudio.requests.table_layout import STANDARD, table_layout, table_layouts
from sorstudio.routing.table_cells import FIELDS, NAMES


def test_the_full_table_has_every_field_in_the_order_of_the_proposal() -> None:
    assert tuple(one.field for one in table_layout(STANDARD).columns) == FIELDS


def test_there_is_more_than_one_layout_and_each_holds_known_fields_once() -> None:
    assert len(table_layouts()) > 1
    for layout in table_layouts():
        names = [one.field for one in layout.columns]
        assert set(names) <= {*FIELDS, *NAMES}
        headers = [one.header for one in layout.columns]
        assert (len(names), len(headers)) == (len(set(names)), len(set(headers)))


def test_no_header_is_understood_as_two_fields() -> None:
    for layout in table_layouts():
        headers = [header for one in layout.columns for header in set(one.headers)]
        assert len(headers) == len(set(headers))


def test_headers_are_found_however_they_are_written() -> None:
    assert table_layout("Henvisningstabel").places(["SOR-ID", "EAN nummer", "Ukendt", "Område kode"]) == {
        "sor_id": 0,
        "gln": 1,
        "area": 3,
    }


def test_words_stand_for_codes_both_ways() -> None:
    layout = table_layout(STANDARD)
    assert layout.written("source", "inherited") == "nedarvet"
    assert layout.code("source", "Nedarvet") == "inherited"
    assert layout.code("source", "own") == "own"
    assert layout.code("source", "andet") == "andet"
    assert layout.written("phone", "in") == "in"


def test_an_unknown_layout_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(Unusable) as caught:
        table_layout("medcom")
    assert STANDARD in str(caught.value.params["known"])
