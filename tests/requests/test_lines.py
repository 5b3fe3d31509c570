from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sorstudio.model.edits import closing, messages, numbers, offers, restructure, settings, units
from sorstudio.model.errors import Refused
from sorstudio.model.identifiers import make_sor_id
from sorstudio.model.plan import Plan
from sorstudio.model.records import UNKNOWN, Address, AddressUse, Contact, Direction, NumberState
from sorstudio.requests.line import Action, Addressee, FieldChange
from sorstudio.requests.lines import change_lines
from tests.model.outline import gln, key
from tests.requests.plans import DAY, LATER, actions, find, municipality, sentence
from tests.rules.findings import with_values


@pytest.fixture
def work() -> Plan:
    return municipality()


def test_a_plan_without_changes_has_no_lines(work: Plan) -> None:
    assert change_lines(work) == ()


def test_a_line_names_unit_fields_reason_and_day(work: Plan) -> None:
    work.apply(units.rename(work, key(work, "Nord"), "Nordby", day=DAY, reason="Klart navn"))
    (line,) = change_lines(work)
    assert (line.id, line.unit_name, line.action, line.addressee) == (
        "L1",
        "Nordby",
        Action.RENAME,
        Addressee.MUNICIPALITY,
    )
    assert line.fields == (FieldChange("name", "Nord", "Nordby"),)
    assert (line.reason, line.day, line.sor_id) == ("Klart navn", DAY, key(work, "Nordby"))


def test_institutions_go_to_sundhedsdatastyrelsen(work: Plan) -> None:
    work.apply(units.rename(work, key(work, "Børn og Unge"), "Børn og Familie", day=DAY))
    work.apply(units.rename(work, key(work, "Eksempelby Kommune"), "Eksempelby", day=DAY))
    assert {line.addressee for line in change_lines(work)} == {Addressee.SDS}


def test_a_created_unit_is_one_line_with_all_its_fields(work: Plan) -> None:
    work.apply(units.create(work, key(work, "Hjemmepleje"), "Øst", unit_type="hjemmeplejeenhed", key="ny", day=DAY))
    work.apply(units.set_contact(work, "ny", Contact(phone="12345678"), day=DAY))
    work.apply(units.set_address(work, "ny", AddressUse.POSTAL, Address("Vej", "1", postcode="8000"), day=DAY))
    work.apply(units.set_specialities(work, "ny", ["658171000005102"], day=DAY))
    (line,) = change_lines(work)
    assert line.action is Action.CREATE
    assert [one.field for one in line.fields] == [
        "kind",
        "name",
        "parent",
        "unit_type",
        "postal",
        "contact",
        "specialities",
    ]
    assert line.after("specialities") == ("658171000005102",)


def test_number_and_message_types_of_a_created_unit_are_lines_of_their_own(work: Plan) -> None:
    work.apply(units.create(work, key(work, "Hjemmepleje"), "Øst", key="ny", day=DAY))
    work.apply(numbers.order_location_number(work, "ny", system="Nexus", day=DAY))
    work.apply(messages.add_message_type(work, "ny", "XREF15", None, [Direction.IN], day=DAY))
    assert [(line.action, line.addressee) for line in change_lines(work)] == [
        (Action.CREATE, Addressee.MUNICIPALITY),
        (Action.ORDER_NUMBER, Addressee.SDS),
        (Action.ADD_MESSAGE, Addressee.MEDCOM),
    ]


def test_message_types_on_a_number_to_come_are_held_back(work: Plan) -> None:
    unit = key(work, "Syd")
    work.apply(numbers.order_location_number(work, unit, day=DAY))
    work.apply(messages.add_message_type(work, unit, "XREF15", None, [Direction.IN], day=DAY))
    assert find(change_lines(work), Action.ADD_MESSAGE).held_back
    work.apply(numbers.set_location_number(work, unit, NumberState.OWN, gln(7), day=DAY))
    assert not find(change_lines(work), Action.ADD_MESSAGE).held_back


def test_an_ordered_number_that_has_been_issued_is_registered_not_ordered(work: Plan) -> None:
    work.apply(numbers.order_location_number(work, key(work, "Syd"), system="Nexus", day=DAY))
    work.apply(numbers.set_location_number(work, key(work, "Syd"), NumberState.OWN, gln(7), day=DAY))
    (line,) = change_lines(work)
    assert (line.action, line.gln) == (Action.SET_NUMBER, gln(7))


def test_an_order_that_names_no_system_still_says_what_changes(work: Plan) -> None:
    work.apply(numbers.order_location_number(work, key(work, "Syd"), day=DAY))
    (line,) = change_lines(work)
    assert line.fields == (FieldChange("number_state", NumberState.NONE, NumberState.OWN),)


def test_giving_up_an_own_number_closes_it_and_says_what_holds_instead(work: Plan) -> None:
    work.apply(numbers.set_location_number(work, key(work, "Træning"), NumberState.NONE, day=DAY))
    (line,) = change_lines(work)
    assert (line.action, line.before("gln")) == (Action.CLOSE_NUMBER, gln(2))


def test_inheriting_is_asked_for_by_its_own_line(work: Plan) -> None:
    work.apply(numbers.set_location_number(work, key(work, "Syd"), NumberState.INHERITED, day=DAY))
    (line,) = change_lines(work)
    assert line.action is Action.SET_NUMBER
    assert sentence(line) == "Lad »Syd« arve lokationsnummeret fra »Hjemmepleje«."


def test_a_closing_names_its_successors_and_closes_its_number_afterwards(work: Plan) -> None:
    work.apply(closing.close(work, key(work, "Træning"), successors=[key(work, "Hjemmepleje")], day=LATER))
    lines = change_lines(work)
    closed, number = find(lines, Action.CLOSE), find(lines, Action.CLOSE_NUMBER)
    assert closed.after("successor") == key(work, "Hjemmepleje")
    assert number.waits_for == (closed.id,)


def test_a_merge_moves_the_number_to_the_new_unit(work: Plan) -> None:
    old = [key(work, "Hjemmepleje"), key(work, "Træning")]
    work.apply(restructure.merge(work, old, name="Pleje", number_from=old[1], key="ny", day=DAY))
    lines = change_lines(work)
    moved = find(lines, Action.MOVE_NUMBER)
    assert (moved.unit, moved.gln, moved.waits_for) == ("ny", gln(2), (find(lines, Action.CREATE).id,))
    assert [line.unit_name for line in lines if line.action is Action.CLOSE_NUMBER] == ["Hjemmepleje"]


def test_what_sor_does_not_hold_is_for_nobody(work: Plan) -> None:
    work.apply(offers.place_offer(work, ["hjemmesygepleje", "inkontinensklinik"], key(work, "Nord"), day=DAY))
    work.apply(units.add_note(work, key(work, "Nord"), "Spørg Anna"))
    work.apply(settings.set_setting(work, "responsible_name", "Anna"))
    work.apply(units.move(work, [key(work, "Syd")], key(work, "Hjemmepleje"), before=key(work, "Nord"), day=DAY))
    lines = change_lines(work)
    assert {line.action for line in lines} == {Action.PLACE_OFFER, Action.NOTE, Action.SETTING, Action.REORDER}
    assert {line.addressee for line in lines} == {None}
    assert len(find(lines, Action.PLACE_OFFER).fields) == 2


def test_a_sor_id_filled_in_is_no_request(work: Plan) -> None:
    work.apply(units.create(work, key(work, "Hjemmepleje"), "Øst", key="ny", day=DAY))
    before = actions(work)
    work.apply(units.set_sor_id(work, "ny", make_sor_id(9999)))
    assert actions(work) == before
    assert change_lines(work)[0].sor_id == make_sor_id(9999)


def test_a_specialities_line_shows_both_lists_whole(work: Plan) -> None:
    unit = key(work, "Tandpleje")
    work.apply(units.set_specialities(work, unit, ["658201000005103"], day=DAY))
    work.apply(units.set_specialities(work, unit, ["658191000005101", "658201000005103"], day=LATER))
    first, second = change_lines(work)
    assert first.fields == (FieldChange("specialities", (), ("658201000005103",)),)
    assert second.before("specialities") == ("658201000005103",)
    assert second.after("specialities") == ("658191000005101", "658201000005103")


def test_two_acts_of_one_kind_on_one_day_are_one_line_with_both_reasons(work: Plan) -> None:
    unit = key(work, "Nord")
    work.apply(units.change_fields(work, unit, {"p_number": "1000000001"}, day=DAY, reason="Manglede"))
    work.apply(units.change_fields(work, unit, {"shak": "1234"}, day=DAY, reason="Nyt"))
    (line,) = change_lines(work)
    assert ([one.field for one in line.fields], line.reason) == (["p_number", "shak"], "Manglede; Nyt")


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 11, 30), []),
        (date(2026, 11, 29), ["request.warning.notice"]),
        (date(2026, 11, 22), ["request.warning.past"]),
        (None, []),
    ],
)
def test_less_than_seven_days_ahead_warns(work: Plan, day: date | None, expected: list[str]) -> None:
    work.apply(units.rename(work, key(work, "Nord"), "Nordby", day=day))
    assert [warning.code for warning in change_lines(work)[0].warnings] == expected


def test_a_number_without_a_journal_system_warns(work: Plan) -> None:
    work.apply(numbers.order_location_number(work, key(work, "Syd"), day=DAY))
    work.apply(numbers.order_location_number(work, key(work, "Tandpleje"), system="Tandsystem", day=DAY))
    warned = {line.unit_name: [one.code for one in line.warnings] for line in change_lines(work)}
    assert warned == {"Syd": ["request.warning.no_journal_system"], "Tandpleje": []}


def test_a_reopened_unit_undoes_its_closing_and_asks_for_nothing(work: Plan) -> None:
    work.apply(closing.close(work, key(work, "Træning"), day=LATER))
    work.apply(closing.reopen(work, key(work, "Træning")))
    assert change_lines(work) == ()


def test_lines_carry_the_signed_changes_they_come_from(work: Plan) -> None:
    work.apply(units.rename(work, key(work, "Nord"), "Nordby", day=DAY))
    assert [change.author for change in change_lines(work)[0].changes] == ["Test"]


def _silent_about_addresses() -> Plan:
    work = municipality()
    unknown = {"postal": UNKNOWN, "visiting": UNKNOWN, "activity": UNKNOWN, "contact": UNKNOWN}
    for name in [unit.name for unit in work.state().units.values()]:
        work = with_values(work, name, **unknown)
    return work


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 9), st.integers(0, 9)), max_size=6))
def test_a_layout_without_addresses_never_asks_for_one_to_be_removed(acts: list[tuple[int, int, int]]) -> None:
    work = _silent_about_addresses()
    for verb, first, second in acts:
        _act(work, verb, first, second)
    for line in change_lines(work):
        assert [one for one in line.fields if one.field in BLOCKS or one.after is UNKNOWN] == []


BLOCKS = {"postal", "visiting", "activity", "contact"}


def _act(work: Plan, verb: int, first: int, second: int) -> None:
    keys = [unit.key for _, unit in work.state().walk()]
    one, other = keys[first % len(keys)], keys[second % len(keys)]
    verbs = (
        lambda: units.rename(work, one, "Andet", day=DAY),
        lambda: units.move(work, [one], other, day=DAY),
        lambda: units.create(work, one, "Nyt", day=DAY),
        lambda: closing.close(work, one, with_below=True, day=LATER),
        lambda: restructure.replace_unit(work, one, name="Afløser", day=DAY),
        lambda: restructure.merge(work, [one, other], name="Samlet", number_from=other, parent=None, day=DAY),
    )
    try:
        work.apply(verbs[verb]())
    except Refused:
        return
