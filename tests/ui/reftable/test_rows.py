"""Rows in words, in the offers' order, filtered and sorted."""

from dataclasses import replace
from datetime import date

from sorstudio.ui.editor import Editor
from sorstudio.ui.reftable.listing import Listing
from sorstudio.ui.reftable.rows import Column, arranged, described_offer, heading_of, shown_rows
from tests.ui.reftable.conftest import OFFER


def test_headings_stand_in_the_order_of_the_catalogue(found: Listing, town_editor: Editor) -> None:
    order = [one.name("da") for one in town_editor.plan.codes.headings]
    places = [order.index(one.cells[Column.HEADING]) for one in found.rows]
    assert places == sorted(places)
    assert len(set(places)) > 1


def test_the_last_day_is_shown_not_the_first_that_no_longer_holds(found: Listing, town_editor: Editor) -> None:
    ends = replace(found.table, rows=tuple(replace(one, valid_to=date(2027, 1, 1)) for one in found.table.rows))
    plan = town_editor.plan
    rows = shown_rows(ends, (), plan.state(), plan.codes, town_editor.texts)
    assert {one.cells[Column.END] for one in rows} == {"31. dec. 2026"}


def test_the_filter_looks_into_every_word_and_into_what_is_remarked(found: Listing) -> None:
    kept = arranged(found.rows, "HJEMMESYGEPLEJE")
    assert kept
    assert all("hjemmesygepleje" in " ".join((*one.cells, *one.told)).casefold() for one in kept)
    assert arranged(found.rows, "findes slet ikke") == []
    assert arranged(found.rows) == list(found.rows)


def test_only_rows_with_remarks_are_left_when_that_is_wanted(found: Listing) -> None:
    kept = arranged(found.rows, remarked=True)
    assert kept == [one for one in found.rows if one.told]
    assert kept
    quiet = [replace(one, told=()) for one in found.rows]
    assert arranged(quiet, remarked=True) == []


def test_a_column_sorts_both_ways_and_keeps_the_order_among_equals(found: Listing) -> None:
    up = arranged(found.rows, column=Column.RECEIVER)
    names = [one.cells[Column.RECEIVER].casefold() for one in up]
    assert names == sorted(names)
    alike = [one.place for one in up if one.cells[Column.RECEIVER] == up[0].cells[Column.RECEIVER]]
    assert alike == sorted(alike)
    down = [one.cells[Column.RECEIVER] for one in arranged(found.rows, column=Column.RECEIVER, down=True)]
    assert down[0].casefold() == names[-1]
    assert [one.place for one in arranged(found.rows, down=True)] == sorted((one.place for one in up), reverse=True)


def test_an_area_as_such_is_described_by_its_main_offer(found: Listing, town_editor: Editor) -> None:
    codes = town_editor.plan.codes
    row = found.table.rows[0]
    assert described_offer(replace(row, offer="", area="hjemmesygepleje"), codes) == OFFER
    assert described_offer(replace(row, offer="x"), codes) == "x"
    assert described_offer(replace(row, offer="", area="ukendt"), codes) == ""


def test_what_has_no_heading_has_none(town_editor: Editor) -> None:
    plan = town_editor.plan
    assert heading_of("ukendt", "", plan.state(), plan.codes) == ""
    assert heading_of("", "ukendt", plan.state(), plan.codes) == ""
    assert heading_of("", OFFER, plan.state(), plan.codes) == plan.codes.offers[0].heading
