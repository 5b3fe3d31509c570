"""Options that several commands share."""

from datetime import date

import pytest

from sorstudio.cli.options import parse_day, parse_mapping
from sorstudio.model.errors import Unusable


def test_a_day_is_read() -> None:
    assert (parse_day("2026-12-31"), parse_day(None)) == (date(2026, 12, 31), None)


@pytest.mark.parametrize("text", ["", "31-12-2026", "2026-02-30"])
def test_an_odd_day_is_unusable(text: str) -> None:
    with pytest.raises(Unusable):
        parse_day(text)


def test_a_header_may_hold_an_equals_sign() -> None:
    assert parse_mapping(["name=Navn=nyt", "parent = Over"]) == {"name": "Navn=nyt", "parent": "Over"}


@pytest.mark.parametrize("pair", ["name", "=Navn", "name="])
def test_half_a_mapping_is_unusable(pair: str) -> None:
    with pytest.raises(Unusable):
        parse_mapping([pair])
