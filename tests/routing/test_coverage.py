"""The coverage: each area and message as one cell, that says what a sender would be told."""

from datetime import date

from hypothesis import given, settings

from sorstudio.model.edits import closing
from sorstudio.model.edits.messages import add_message_type
from sorstudio.model.edits.numbers import order_location_number
from sorstudio.model.plan import Plan
from sorstudio.model.records import Direction
from sorstudio.resources import code_lists
from sorstudio.routing.answer import Reason
from sorstudio.routing.book import routing_book
from sorstudio.routing.coverage import CellState, areas_in_order, columns_of, coverage
from sorstudio.routing.question import Question
from tests.model.outline import gln, key, plan
from tests.routing.asking import ask, directory, take_off, town, towns
from tests.rules.findings import with_types


def state(work: Plan, area: str, type_: str) -> CellState:
    return coverage(directory(work)).at(area, type_).state


def test_the_columns_are_purposes_without_receipts_attachments_and_web_services() -> None:
    columns = [one.types for one in columns_of(code_lists(), routing_book())]
    assert ("GGOP", "DGOP") in columns
    assert columns[-1] == ("FDIS91", "XDIS91", "DIS91")
    flat = [type_ for types in columns for type_ in types]
    assert len(flat) == len(set(flat))
    assert not {"BIN01", "XBIN01", "DDB", "DGB", "CTL01", "FCTL01"} & set(flat)


def test_the_areas_stand_under_their_headings() -> None:
    codes = code_lists()
    headings = [area.heading for area in areas_in_order(codes)]
    order = [heading.code for heading in codes.headings]
    assert headings == sorted(headings, key=order.index)
    assert {area.code for area in areas_in_order(codes)} == {area.code for area in codes.areas}


def test_what_is_answered_what_is_not_and_what_is_not_meant() -> None:
    work = town()
    assert state(work, "traening", "GGOP") is CellState.ANSWERED
    assert state(work, "sundhedspleje", "XDIS32") is CellState.GAP
    assert state(work, "hjemmepleje", "GGOP") is CellState.NOT_MEANT


def test_a_cell_tells_the_form_that_is_taken() -> None:
    found = coverage(directory(town())).at("forebyggelse", "FDIS91")
    assert (found.state, found.type, found.column.code) == (CellState.ANSWERED, "DIS91", "FDIS91")


def test_a_gap_has_the_reason_of_the_form_that_is_wanted_most() -> None:
    work = town()
    take_off(work, "Genoptræningen", "GGOP")
    found = coverage(directory(work)).at("traening", "GGOP")
    assert (found.state, found.type, found.reason) == (CellState.GAP, "GGOP", Reason.NUMBER_LACKS_TYPE)
    assert found.is_faulty


def test_two_who_take_it_are_named() -> None:
    drawing = f"Kommune\n  Sundhed\n    Genoptræning Nord [{gln(1)}]\n    Genoptræning Syd [{gln(2)}]"
    work = with_types(with_types(plan(drawing), "Genoptræning Nord", "<GGOP"), "Genoptræning Syd", "<GGOP")
    found = coverage(directory(work)).at("traening", "GGOP")
    assert found.state is CellState.SEVERAL
    assert [one.gln for one in found.receivers] == [gln(1), gln(2)]


def test_a_type_that_the_area_does_not_use_is_seen_at_its_own_number_only() -> None:
    drawing = f"Kommune\n  Sundhed [{gln(1)}]\n    Hjemmeplejen [{gln(2)}]\n    Plejehjemmet ^"
    work = with_types(with_types(plan(drawing), "Hjemmeplejen", "<GGOP"), "Sundhed", "<GGOP")
    assert state(work, "hjemmepleje", "GGOP") is CellState.UNEXPECTED
    assert state(work, "plejehjem", "GGOP") is CellState.NOT_MEANT


def test_a_type_is_expected_where_another_area_at_the_number_uses_it() -> None:
    drawing = f"Kommune\n  Sundhed\n    Hjemmeplejen [{gln(1)}]\n      Genoptræningen ^"
    work = with_types(plan(drawing), "Hjemmeplejen", "<GGOP")
    assert state(work, "hjemmepleje", "GGOP") is CellState.NOT_MEANT


def test_an_ordered_number_waits_with_the_type_only() -> None:
    work = plan("Kommune\n  Sundhed\n    Genoptræningen")
    unit = key(work, "Genoptræningen")
    work.apply(order_location_number(work, unit))
    assert state(work, "traening", "GGOP") is CellState.GAP
    work.apply(add_message_type(work, unit, "GGOP", None, (Direction.IN,)))
    assert state(work, "traening", "GGOP") is CellState.ORDERED


def test_a_task_that_has_moved_is_not_meant() -> None:
    found = coverage(directory(town(), date(2027, 1, 1)))
    assert found.at("akutfunktion", "XREF22").state is CellState.NOT_MEANT
    assert found.at("akutfunktion", "XREF22").reason is Reason.WRONG_AUTHORITY


def test_a_closed_receiver_leaves_a_gap() -> None:
    work = town()
    work.apply(closing.close(work, key(work, "Genoptræningen")))
    found = coverage(directory(work)).at("traening", "GGOP")
    assert (found.state, found.reason) == (CellState.GAP, Reason.NOT_IN_FORCE)


@settings(max_examples=40, deadline=None)
@given(towns())
def test_each_cell_says_what_a_sender_is_told(work: Plan) -> None:
    found = coverage(directory(work))
    assert sum(found.count(one) for one in CellState) == len(found.areas) * len(found.columns)
    for one in found.cells.values():
        if one.state in (CellState.ANSWERED, CellState.SEVERAL):
            told = ask(work, Question(area=one.area, message=one.type))
            assert (told.receiver,) == one.receivers or (told.receiver is None and len(one.receivers) > 1)
        if one.state is CellState.GAP:
            asked = [ask(work, Question(area=one.area, message=type_)) for type_ in one.types]
            assert all(answer.receiver is None for answer in asked)
