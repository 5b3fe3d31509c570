"""Repairs of the coverage: each makes its cell whole, or is refused with a sentence, and takes nobody's receiver."""

from collections import Counter
from datetime import date

from hypothesis import given, note, settings

from sorstudio.model.edits.acts import change_for, parse_act
from sorstudio.model.errors import SorError
from sorstudio.model.plan import Plan
from sorstudio.routing.coverage import Cell, CellState, Coverage, coverage
from sorstudio.routing.coverage_repairs import Mend, mends
from sorstudio.rules.repairing import in_time
from tests.model.outline import gln, plan
from tests.routing.asking import directory, take_off, town, towns
from tests.rules.findings import DANISH, with_number, with_types, with_values

WHOLE = frozenset({CellState.ANSWERED, CellState.ORDERED})


def proposed(work: Plan, area: str, type_: str) -> list[tuple[str, str]]:
    """The repairs of a cell: what kind, and at which unit."""
    found = coverage(directory(work))
    state = work.state()
    return [(one.code, state.units[str(one.acts[0]["unit"])].name) for one in mends(found, found.at(area, type_))]


def mended(work: Plan, one: Mend) -> Coverage:
    """The coverage after the acts of a repair; refuses like them."""
    trial = work.snapshot()
    for act in one.acts:
        trial.apply(change_for(trial, parse_act(in_time(trial, act)), {}))  # type: ignore[arg-type]
    return coverage(directory(trial))


def test_a_number_without_the_type_takes_it_and_its_own_comes_first() -> None:
    work = town()
    take_off(work, "Genoptræningen", "GGOP")
    assert proposed(work, "traening", "GGOP") == [("add_type", "Genoptræningen")]


def test_who_has_no_number_inherits_one_or_gets_one() -> None:
    drawing = f"Kommune\n  Sundhed [{gln(1)}]\n    Genoptræningen\n    Sundhedsplejen"
    work = with_types(plan(drawing), "Sundhed", "<GGOP")
    assert proposed(work, "traening", "GGOP") == [
        ("inherit", "Genoptræningen"),
        ("place", "Sundhed"),
        ("order", "Genoptræningen"),
    ]
    assert proposed(work, "sundhedspleje", "XDIS32") == [("order", "Sundhedsplejen")]


def test_the_area_that_nobody_has_is_placed_where_the_message_arrives_already() -> None:
    work = with_types(plan(f"Kommune\n  Kontor [{gln(1)}]"), "Kontor", "<GGOP")
    assert proposed(work, "traening", "GGOP") == [("place", "Kontor")]


def test_a_unit_that_is_told_by_its_type_keeps_what_the_type_says() -> None:
    work = with_types(plan(f"Kommune\n  Sundhed\n    Skolegade 6 [{gln(1)}]"), "Skolegade 6", "<GGOP", "<XDIS32")
    work = with_values(work, "Skolegade 6", unit_type="554021000005101")
    found = coverage(directory(work))
    (one,) = mends(found, found.at("traening", "GGOP"))
    assert [act["offer"] for act in one.acts] == ["traening", "sundhedspleje"]
    after = mended(work, one)
    assert after.at("traening", "GGOP").state is CellState.ANSWERED
    assert after.at("sundhedspleje", "XDIS32").state is CellState.ANSWERED


def test_nobody_of_another_area_is_given_the_task() -> None:
    work = with_types(plan(f"Kommune\n  Sundhed\n    Sundhedsplejen [{gln(1)}]"), "Sundhedsplejen", "<GGOP", "<FDIS91")
    assert proposed(work, "traening", "GGOP") == []
    assert proposed(work, "ppr", "FDIS91") == []


def test_of_two_one_is_made_the_one_that_is_meant_or_the_only_one() -> None:
    drawing = f"Kommune\n  Sundhed\n    Genoptræning Nord [{gln(1)}]\n    Genoptræning Syd [{gln(2)}]"
    work = with_types(with_types(plan(drawing), "Genoptræning Nord", "<GGOP"), "Genoptræning Syd", "<GGOP")
    assert Counter(kind for kind, _ in proposed(work, "traening", "GGOP")) == {"make_main": 2, "keep_one": 2}


def test_what_an_area_does_not_use_is_taken_off() -> None:
    drawing = f"Kommune\n  Sundhed\n    Hjemmeplejen [{gln(1)}]"
    work = with_types(plan(drawing), "Hjemmeplejen", "<GGOP")
    assert proposed(work, "hjemmepleje", "GGOP") == [("take_off", "Hjemmeplejen")]


def test_nothing_is_proposed_where_the_register_file_is_silent_or_all_is_well() -> None:
    drawing = f"Kommune\n  Sundhed [{gln(1)}]\n    Genoptræningen [{gln(2)}]"
    work = with_values(plan(drawing), "Genoptræningen", number_state="own")
    assert proposed(town(), "traening", "GGOP") == []
    assert proposed(with_number(work, "Genoptræningen", messages_known=False), "traening", "GGOP") == []


def test_a_day_is_asked_about_and_mended_on() -> None:
    work = town()
    take_off(work, "Genoptræningen", "GGOP")
    found = coverage(directory(work, date(2027, 3, 1)))
    (one,) = mends(found, found.at("traening", "GGOP"))
    assert one.acts[0]["date"] == "2027-03-01"


@settings(max_examples=80, deadline=None)
@given(towns())
def test_each_repair_makes_its_cell_whole_and_leaves_the_others_their_receiver(work: Plan) -> None:
    found = coverage(directory(work))
    tried: Counter[str] = Counter()
    for one in found.cells.values():
        for repair in mends(found, one):
            if tried[repair.code] < 3:
                tried[repair.code] += 1
                _try(work, found, one, repair)
    note(f"tried: {dict(tried)}")


def _try(work: Plan, found: Coverage, one: Cell, repair: Mend) -> None:
    told = f"{one.area} {one.type} {repair.code} {repair.acts}"
    after, refusal = _after(work, repair)
    if after is None:
        assert DANISH.has(refusal), told
        return
    state = after.cells[one.area, one.column.code].state
    assert state in WHOLE or (one.state is CellState.UNEXPECTED and state is CellState.NOT_MEANT), told
    lost = [
        place
        for place, before in found.cells.items()
        if before.state is CellState.ANSWERED
        and after.cells[place].state not in WHOLE
        and before.type not in found.directory.book.several  # of letters several may be left: shown as such, not mended
    ]
    assert lost == [], told


def _after(work: Plan, repair: Mend) -> tuple[Coverage | None, str]:
    try:
        return mended(work, repair), ""
    except SorError as error:
        return None, error.code
