"""What falls silent when something is gone: the same as when it is really closed."""

from hypothesis import given, settings
from hypothesis import strategies as st

from sorstudio.model.edits import closing
from sorstudio.model.errors import Refused
from sorstudio.model.plan import Plan
from sorstudio.routing.coverage import CellState, coverage
from sorstudio.routing.losses import PointKind, breaks_when_closed, lost_between, single_points
from tests.model.outline import gln, key, plan
from tests.routing.asking import directory, town, towns
from tests.rules.findings import with_number, with_types


def broken(work: Plan, unit: str) -> list[tuple[str, str]]:
    return [(cell.area, cell.type) for cell in breaks_when_closed(work.state(), key(work, unit), work.codes)]


def test_the_messages_of_a_closed_receiver_have_none() -> None:
    assert broken(town(), "Genoptræningen") == [("traening", "GGOP"), ("traening", "FDIS91")]
    assert broken(town(), "Sygeplejen Nord") == []


def test_what_is_below_closes_too() -> None:
    assert set(broken(town(), "Genoptræningen")) < set(broken(town(), "Sundhed og Omsorg"))


def test_no_unit_breaks_nothing() -> None:
    work = town()
    assert breaks_when_closed(work.state(), "nowhere", work.codes) == ()


def test_a_second_receiver_of_the_same_area_takes_over() -> None:
    drawing = f"Kommune\n  Sundhed\n    Genoptræning [{gln(1)}]\n      Genoptræning Syd [{gln(2)}]"
    work = with_types(with_types(plan(drawing), "Genoptræning", "<FDIS91"), "Genoptræning Syd", "<FDIS91")
    assert broken(work, "Genoptræning Syd") == []
    assert ("traening", "FDIS91") in broken(work, "Genoptræning")
    points = single_points(directory(work))
    assert {one.kind for one in points} == {PointKind.UNIT}  # its number alone is not missed: the other one stays


def test_a_system_takes_all_its_numbers_with_it() -> None:
    work = with_number(with_number(town(), "Genoptræningen", system="Nexus"), "Sundhedscenter", system="Nexus")
    points = {(one.kind, one.name): len(one.cells) for one in single_points(directory(work))}
    alone = points[PointKind.NUMBER, gln(3)] + points[PointKind.NUMBER, gln(4)]
    assert points[PointKind.SYSTEM, "Nexus"] == alone
    assert list(points.values()) == sorted(points.values(), reverse=True)


@settings(max_examples=60, deadline=None)
@given(towns(), st.data())
def test_what_breaks_is_what_a_real_closing_breaks(work: Plan, data: st.DataObject) -> None:
    units = sorted(unit.key for unit in work.state().units.values() if unit.parent and unit.valid_to is None)
    unit = data.draw(st.sampled_from(units))
    before = coverage(directory(work))
    told = breaks_when_closed(work.state(), unit, work.codes)
    trial = work.snapshot()
    try:
        trial.apply(closing.close(trial, unit, with_below=True))
    except Refused:
        return
    assert told == lost_between(before, directory(trial))
    after = coverage(directory(trial))
    assert all(after.cells[cell.area, cell.column.code].state is not CellState.ANSWERED for cell in told)


@settings(max_examples=30, deadline=None)
@given(towns())
def test_a_single_point_is_one_that_cells_are_answered_by(work: Plan) -> None:
    found = coverage(directory(work))
    answered = {cell for cell in found.cells.values() if cell.state is CellState.ANSWERED}
    for point in single_points(directory(work)):
        assert point.cells
        assert set(point.cells) <= answered
