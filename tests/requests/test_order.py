import pytest
from hypothesis import given
from hypothesis import strategies as st

from sorstudio.model.edits import closing, messages, numbers, restructure, units
from sorstudio.model.errors import Refused
from sorstudio.model.plan import Plan
from sorstudio.model.records import Direction, NumberState, UnitKind
from sorstudio.requests.line import Action, Line
from sorstudio.requests.lines import change_lines
from sorstudio.requests.order import TreePlaces
from tests.model.outline import key
from tests.requests.plans import DAY, LATER, actions, find, municipality


@pytest.fixture
def work() -> Plan:
    return municipality()


def waits(lines: tuple[Line, ...], line: Line) -> set[str]:
    by_id = {one.id: f"{one.action} {one.unit_name}" for one in lines}
    return {by_id[name] for name in line.waits_for}


def test_parents_are_created_before_children_whatever_envelope_they_are_in(work: Plan) -> None:
    work.apply(
        units.create(work, key(work, "Eksempelby Kommune"), "Ny forvaltning", kind=UnitKind.SI, key="si", day=DAY)
    )
    work.apply(units.create(work, "si", "Afdeling", key="oe", day=DAY))
    work.apply(units.create(work, "oe", "Hold", key="hold", day=DAY))
    lines = change_lines(work)
    assert waits(lines, find(lines, Action.CREATE, "Afdeling")) == {"create Ny forvaltning"}
    assert waits(lines, find(lines, Action.CREATE, "Hold")) == {"create Afdeling"}
    assert actions(work) == ["create Afdeling", "create Hold", "create Ny forvaltning"]


def test_creates_come_first_then_edits_then_moves_and_closings_last(work: Plan) -> None:
    work.apply(closing.close(work, key(work, "Tandpleje"), day=DAY))
    work.apply(units.move(work, [key(work, "Syd")], key(work, "Træning"), day=DAY))
    work.apply(units.rename(work, key(work, "Nord"), "Nordby", day=DAY))
    work.apply(units.create(work, key(work, "Træning"), "Hold", day=DAY))
    assert actions(work) == ["create Hold", "rename Nordby", "move Syd", "close Tandpleje"]


def test_a_branch_closes_from_below(work: Plan) -> None:
    work.apply(closing.close(work, key(work, "Hjemmepleje"), with_below=True, day=LATER))
    lines = change_lines(work)
    closed = [line.unit_name for line in lines if line.action is Action.CLOSE]
    assert closed == ["Nord", "Syd", "Hjemmepleje"]
    assert waits(lines, find(lines, Action.CLOSE, "Hjemmepleje")) == {"close Nord", "close Syd"}


def test_children_move_out_before_their_parent_closes(work: Plan) -> None:
    work.apply(units.move(work, [key(work, "Nord"), key(work, "Syd")], key(work, "Træning"), day=DAY))
    work.apply(closing.close(work, key(work, "Hjemmepleje"), day=LATER))
    lines = change_lines(work)
    assert waits(lines, find(lines, Action.CLOSE, "Hjemmepleje")) == {"move Nord", "move Syd"}


def test_message_types_wait_for_the_number_and_inheritors_for_the_giver(work: Plan) -> None:
    work.apply(numbers.order_location_number(work, key(work, "Tandpleje"), day=DAY))
    work.apply(messages.add_message_type(work, key(work, "Tandpleje"), "XREF15", None, [Direction.IN], day=LATER))
    work.apply(units.create(work, key(work, "Tandpleje"), "Klinik", key="klinik", day=DAY))
    work.apply(numbers.set_location_number(work, "klinik", NumberState.INHERITED, day=DAY))
    lines = change_lines(work)
    assert waits(lines, find(lines, Action.ADD_MESSAGE)) == {"order_location_number Tandpleje"}
    assert waits(lines, find(lines, Action.SET_NUMBER, "Klinik")) == {
        "create Klinik",
        "order_location_number Tandpleje",
    }


def test_a_unit_that_moves_below_its_former_child_waits_for_the_child_to_leave(work: Plan) -> None:
    nord, home = key(work, "Nord"), key(work, "Hjemmepleje")
    work.apply(units.move(work, [nord], key(work, "Sundhed og Omsorg"), day=DAY))
    work.apply(units.move(work, [home], nord, day=DAY))
    lines = change_lines(work)
    assert waits(lines, find(lines, Action.MOVE, "Hjemmepleje")) == {"move Nord"}
    assert actions(work) == ["move Nord", "move Hjemmepleje"]


def test_a_number_is_handed_over_before_its_old_unit_closes(work: Plan) -> None:
    work.apply(restructure.replace_unit(work, key(work, "Træning"), name="Genoptræning", day=DAY))
    lines = change_lines(work)
    assert waits(lines, find(lines, Action.CLOSE)) == {"create Genoptræning", "move_location_number Genoptræning"}


def test_the_place_of_a_unit_sorts_as_the_tree_is_drawn(work: Plan) -> None:
    places = TreePlaces(work.state())
    drawn = [unit.key for _, unit in work.state().walk()]
    assert sorted(set(drawn), key=places.place) == drawn


ACTS = st.lists(
    st.tuples(st.sampled_from(["create", "move", "close"]), st.integers(0, 7), st.integers(0, 7)), max_size=8
)


@given(ACTS)
def test_nothing_stands_before_what_it_waits_for_in_its_envelope(acts: list[tuple[str, int, int]]) -> None:
    work = municipality()
    for act, first, second in acts:
        _try(work, act, first, second)
    lines = change_lines(work)
    place = {line.id: i for i, line in enumerate(lines)}
    addressee = {line.id: line.addressee for line in lines}
    for line in lines:
        assert line.id not in line.waits_for
        assert all(place[other] < place[line.id] for other in line.waits_for if addressee[other] is line.addressee)


def _try(work: Plan, act: str, first: int, second: int) -> None:
    keys = [unit.key for _, unit in work.state().walk()]
    one, other = keys[first % len(keys)], keys[second % len(keys)]
    try:
        if act == "create":
            work.apply(units.create(work, one, "Ny", day=DAY))
        elif act == "move":
            work.apply(units.move(work, [one], other, day=DAY))
        else:
            work.apply(closing.close(work, one, with_below=True, day=LATER))
    except Refused:
        return
