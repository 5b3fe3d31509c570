"""Options that several commands share."""

from datetime import date
from pathlib import Path

import pytest

from sorstudio.cli.options import asked_text, parse_day, parse_mapping
from sorstudio.model.errors import Unusable
from sorstudio.resources import example
from tests.cli.conftest import Call

REGISTER = example("eksempelby/2026-11-02")


def test_a_day_is_read() -> None:
    assert (parse_day("2026-12-31"), parse_day(None)) == (date(2026, 12, 31), None)


@pytest.mark.parametrize("text", ["31-12-2026", "2026-02-30"])
def test_an_odd_day_is_unusable(text: str) -> None:
    with pytest.raises(Unusable):
        parse_day(text)


@pytest.mark.parametrize("text", ["", " "])
def test_an_empty_day_is_said_to_be_empty(text: str) -> None:
    with pytest.raises(Unusable) as refused:
        parse_day(text)
    assert refused.value.code == "cli.date.empty"


def test_what_is_asked_is_taken_as_it_stands() -> None:
    assert (asked_text(None, "--area"), asked_text("ppr", "--area")) == (None, "ppr")


@pytest.mark.parametrize(("text", "code"), [("", "cli.empty"), (" ", "cli.empty"), ("\udcff", "cli.letters")])
def test_what_says_nothing_is_unusable(text: str, code: str) -> None:
    with pytest.raises(Unusable) as refused:
        asked_text(text, "--area")
    assert refused.value.code == code


@pytest.mark.parametrize("command", ["route", "plays", "partners", "table", "coverage", "graph"])
def test_an_empty_municipality_is_never_passed_over(call: Call, tmp_path: Path, command: str) -> None:
    more = {
        "route": ["--area", "ppr"],
        "partners": ["--out", tmp_path / "a.pdf"],
        "table": ["--out", tmp_path / "a.csv"],
        "graph": ["--single-points"],
    }
    found = call(command, REGISTER, "--municipality", "", *more.get(command, []))
    assert (found.code, found.out) == (2, "")
    assert "--municipality" in found.err


def test_a_header_may_hold_an_equals_sign() -> None:
    assert parse_mapping(["name=Navn=nyt", "parent = Over"]) == {"name": "Navn=nyt", "parent": "Over"}


@pytest.mark.parametrize("pair", ["name", "=Navn", "name="])
def test_half_a_mapping_is_unusable(pair: str) -> None:
    with pytest.raises(Unusable):
        parse_mapping([pair])
