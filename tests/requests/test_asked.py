"""What was sent is not sent again; what was taken back is said to be; and what a number was called stays."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sorstudio.model.edits import messages, numbers, units
from sorstudio.model.edits.requesting import answer_request, send_request
from sorstudio.model.errors import Refused
from sorstudio.model.plan import Plan
from sorstudio.model.records import Direction, NumberState, Reply
from sorstudio.model.replay import take_back
from sorstudio.requests.asked import earlier_of, local_keys, next_lines, request_lines
from sorstudio.requests.line import Action, Addressee, FieldChange, Line
from sorstudio.requests.lines import change_lines
from sorstudio.requests.wishes import wish_of
from tests.model.outline import gln, key
from tests.model.strategies import VERBS, change, fresh
from tests.requests.plans import DAY, LATER, find, municipality, sentence

MEMBERS = {"message_type", "successor"}


def send(work: Plan, *addressees: str, anew: bool = False, sent: date | None = None) -> None:
    for addressee in addressees or tuple(Addressee):
        work.apply(send_request(work, addressee, anew=anew, sent=sent))


def told(lines: Iterable[Line]) -> list[str]:
    return [f"{line.id} {line.action} {line.unit_name}" for line in lines]


def renamed() -> Plan:
    work = municipality()
    work.apply(units.rename(work, key(work, "Nord"), "Øst", day=DAY))
    return work


def test_before_anything_is_sent_everything_is_to_be_sent() -> None:
    work = renamed()
    assert (next_lines(work), earlier_of(work)) == (change_lines(work), {})


def test_what_was_sent_is_not_sent_again() -> None:
    work = renamed()
    send(work, "municipality", sent=date(2026, 11, 20))
    assert next_lines(work) == ()
    assert [str(one.sent) for one in earlier_of(work).values()] == ["2026-11-20"]
    work.apply(units.rename(work, key(work, "Syd"), "Vest", day=DAY))
    assert told(next_lines(work)) == ["L2 rename Vest"]


def test_what_one_addressee_was_sent_the_others_are_still_to_get() -> None:
    work = renamed()
    work.apply(units.rename(work, key(work, "Børn og Unge"), "Børn", day=DAY))
    send(work, "municipality")
    assert told(next_lines(work)) == ["L2 rename Børn"]


def test_a_wish_that_changes_is_asked_anew_and_says_what_it_replaces() -> None:
    work = renamed()
    send(work, sent=date(2026, 11, 20))
    work.apply(units.rename(work, key(work, "Øst"), "Vest", day=DAY))
    (line,) = next_lines(work)
    assert line.earlier is not None
    assert (line.after("name"), str(line.earlier.sent), line.earlier.line) == ("Vest", "2026-11-20", "L1")


def test_a_wish_for_another_day_replaces_the_earlier_one() -> None:
    work = renamed()
    send(work)
    work.apply(units.rename(work, key(work, "Øst"), "Nord", day=DAY))
    work.apply(units.rename(work, key(work, "Nord"), "Øst", day=LATER))
    (line,) = next_lines(work)
    assert (line.day, line.earlier is not None, line.action) == (LATER, True, Action.RENAME)


def test_a_wish_taken_back_after_sending_is_withdrawn() -> None:
    work = renamed()
    send(work, sent=date(2026, 11, 20))
    work.apply(units.rename(work, key(work, "Øst"), "Nord", day=DAY))
    (line,) = next_lines(work)
    assert (line.action, line.addressee, line.fields) == (
        Action.WITHDRAW,
        Addressee.MUNICIPALITY,
        (FieldChange("name", "Øst", "Nord"),),
    )
    assert sentence(line) == "Ønsket af 20. november 2026 trækkes tilbage: Omdøb »Nord« til »Øst«."
    send(work)
    assert next_lines(work) == ()


def test_what_is_wished_again_after_it_was_withdrawn_is_asked_again() -> None:
    work = renamed()
    send(work)
    work.apply(units.rename(work, key(work, "Øst"), "Nord", day=DAY))
    send(work, "municipality")
    work.apply(units.rename(work, key(work, "Nord"), "Øst", day=DAY))
    (line,) = next_lines(work)
    assert (line.action, line.earlier) == (Action.RENAME, None)


def test_a_new_unit_that_is_not_wanted_any_more_is_withdrawn() -> None:
    work = municipality()
    made = work.apply(units.create(work, key(work, "Hjemmepleje"), "Ny", key="ny", day=DAY))
    send(work)
    work.apply(take_back(work, made.id))
    (line,) = next_lines(work)
    assert (line.action, line.unit_name, line.day) == (Action.WITHDRAW, "Ny", DAY)


def test_one_message_type_of_several_is_withdrawn_alone() -> None:
    work = municipality()
    unit = key(work, "Hjemmepleje")
    for type_ in ("XREF15", "XDIS16"):
        work.apply(messages.add_message_type(work, unit, type_, None, [Direction.IN], day=DAY))
    send(work)
    work.apply(messages.remove_message_type(work, unit, "XDIS16", None, [Direction.IN], day=DAY))
    lines = next_lines(work)
    assert [(line.action, len(line.fields), line.earlier is not None) for line in lines] == [
        (Action.ADD_MESSAGE, 1, True),
        (Action.WITHDRAW, 1, True),
    ]
    assert "hvad angår meddelelsestype" in sentence(lines[1])


def test_what_was_refused_needs_no_withdrawal() -> None:
    work = renamed()
    send(work, "municipality")
    (request,) = work.state().requests()
    wishes = [wish_of(line) for line in request_lines(work, request)]
    work.apply(answer_request(work, request.key, wishes, Reply.REFUSED, reason="nej"))
    assert next_lines(work) == ()
    work.apply(units.rename(work, key(work, "Øst"), "Nord", day=DAY))
    assert next_lines(work) == ()


def test_message_types_held_back_are_sent_when_their_number_is_there() -> None:
    work = municipality()
    unit = key(work, "Nord")
    work.apply(numbers.order_location_number(work, unit, system="Nexus", day=DAY))
    work.apply(messages.add_message_type(work, unit, "XREF15", None, [Direction.IN], day=DAY))
    send(work)
    (line,) = next_lines(work)
    assert (line.held_back, [one.action for one in line.waits_for_sent]) == (True, [Action.ORDER_NUMBER])
    work.apply(numbers.set_location_number(work, unit, NumberState.OWN, gln(8), day=DAY))
    assert [(one.action, one.held_back, one.earlier) for one in next_lines(work)] == [(Action.ADD_MESSAGE, False, None)]


def test_a_line_waits_for_a_sent_one_until_that_is_answered() -> None:
    work = municipality()
    work.apply(units.create(work, key(work, "Hjemmepleje"), "Ny", key="ny", day=DAY))
    send(work, "municipality")
    work.apply(numbers.order_location_number(work, "ny", system="Nexus", day=DAY))
    (order,) = next_lines(work)
    assert (order.waits_for, [(one.line, one.number) for one in order.waits_for_sent]) == ((), [("L1", 1)])
    request = work.state().requests()[0]
    wish = wish_of(find(request_lines(work, request), Action.CREATE))
    work.apply(answer_request(work, request.key, [wish], Reply.DONE))
    assert next_lines(work)[0].waits_for_sent == ()


def test_everything_is_asked_anew_when_that_is_wanted_and_replaces_what_was_asked() -> None:
    work = renamed()
    send(work)
    (line,) = next_lines(work, anew=True)
    assert (line.action, line.earlier is not None) == (Action.RENAME, True)
    send(work, "municipality", anew=True)
    assert [told(request_lines(work, one)) for one in work.state().requests()] == [
        ["L1 rename Øst"], [], [], ["L1 rename Øst"],
    ]  # fmt: skip
    assert earlier_of(work)["L1"].number == 4


def test_the_ids_of_lines_do_not_depend_on_what_was_sent() -> None:
    work = renamed()
    work.apply(units.rename(work, key(work, "Børn og Unge"), "Børn", day=DAY))
    before = {told([line])[0] for line in next_lines(work)}
    send(work, "municipality")
    assert {told([line])[0] for line in next_lines(work)} < before


def test_new_units_keep_their_local_keys_once_they_were_sent() -> None:
    work = municipality()
    work.apply(units.create(work, key(work, "Hjemmepleje"), "Zebra", key="z", day=DAY))
    assert local_keys(work) == {"z": "NY-1"}
    work.apply(units.create(work, key(work, "Hjemmepleje"), "Anden", key="a", day=DAY))
    work.apply(units.move(work, ["a"], key(work, "Hjemmepleje"), before=key(work, "Nord"), day=DAY))
    assert local_keys(work)["z"] == "NY-2"
    send(work, "sds")
    work.apply(units.create(work, key(work, "Træning"), "Midt", key="m", day=DAY))
    work.apply(units.move(work, ["m"], key(work, "Sundhed og Omsorg"), before=key(work, "Hjemmepleje"), day=DAY))
    assert local_keys(work) == {"a": "NY-1", "z": "NY-2", "m": "NY-3"}


def test_a_request_of_another_history_counts_as_never_sent() -> None:
    work = renamed()
    work.apply(send_request(work, "municipality"))
    sent = work.state().requests()[0]
    other = renamed()
    assert request_lines(other, sent) == ()


def acted(data: st.DataObject, work: Plan, count: int) -> None:
    """As many acts as are possible of those drawn; among them are older acts taken back."""
    for verb in data.draw(st.lists(st.sampled_from((*VERBS, *["take back"] * 8)), min_size=count, max_size=count)):
        acts = [one.id for one in work.journal.path() if not one.code.startswith("requesting.")]
        with suppress(Refused):
            if verb != "take back":
                work.apply(change(data.draw, work, verb))  # type: ignore[arg-type]
            elif acts:
                work.apply(take_back(work, acts[data.draw(st.integers(0, len(acts) - 1))]))


class Desk:
    """An addressee that keeps every wish until a later line replaces it or takes it back."""

    def __init__(self) -> None:
        self.wishes: dict[tuple[str, str], tuple[Line, set[FieldChange]]] = {}

    def take(self, request: str, lines: Iterable[Line]) -> None:
        for line in lines:
            if line.held_back:
                continue
            assert line.action is Action.WITHDRAW or line.earlier is not None or not self.has(line), told([line])
            self.let_go(line)
            if line.action is not Action.WITHDRAW:
                self.wishes[request, line.id] = (line, {asks(one) for one in line.fields})

    def let_go(self, line: Line) -> None:
        if line.earlier is None:
            return
        _, wishes = self.wishes[line.earlier.request, line.earlier.line]
        for wish in tuple(wishes):
            if any(is_same(wish, one, line.action is Action.WITHDRAW) for one in line.fields):
                wishes.discard(wish)

    def has(self, line: Line) -> bool:
        return {asks(one) for one in line.fields} <= self.hands().get(where(line), set())

    def hands(self) -> dict[tuple[object, ...], set[FieldChange]]:
        found: dict[tuple[object, ...], set[FieldChange]] = {}
        for line, wishes in self.wishes.values():
            found.setdefault(where(line), set()).update(wishes)
        return {place: wishes for place, wishes in found.items() if wishes}


def asks(change: FieldChange) -> FieldChange:
    goes = change.after is None and change.field in {*MEMBERS, "gln"}
    return FieldChange(change.field, change.before if goes else None, change.after)


def is_same(wish: FieldChange, change: FieldChange, is_back: bool) -> bool:
    if wish.field != change.field or wish.field not in MEMBERS:
        return wish.field == change.field
    return {wish.before, wish.after} - {None} == {change.before, change.after} - {None}


def where(line: Line) -> tuple[object, ...]:
    action = Action.SET_NUMBER if line.action is Action.ORDER_NUMBER else line.action
    return line.unit, action, line.day


def wanted(work: Plan, addressee: Addressee) -> dict[tuple[object, ...], set[FieldChange]]:
    lines = [line for line in change_lines(work) if line.addressee is addressee and not line.held_back]
    return {where(line): {asks(one) for one in line.fields} for line in lines if line.fields}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_what_an_addressee_has_in_hand_is_what_the_plan_wants(data: st.DataObject) -> None:
    work = fresh()
    desks = {one: Desk() for one in Addressee}
    for _ in range(data.draw(st.integers(1, 3))):
        acted(data, work, data.draw(st.integers(1, 6)))
        for addressee in data.draw(st.sets(st.sampled_from(list(Addressee)), min_size=1)):
            if work.head is None:
                continue
            before = next_lines(work)
            work.apply(send_request(work, addressee))
            request = work.state().requests()[-1]
            lines = request_lines(work, request)
            assert lines == tuple(line for line in before if line.addressee is addressee)
            desks[addressee].take(request.key, lines)
            assert desks[addressee].hands() == wanted(work, addressee)
            assert [one for one in next_lines(work) if one.addressee is addressee and not one.held_back] == []


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_every_difference_is_asked_or_still_to_be_asked_and_undoing_the_sending_changes_that_back(
    data: st.DataObject,
) -> None:
    work = fresh()
    acted(data, work, 4)
    if work.head is None:
        return
    work.apply(send_request(work, data.draw(st.sampled_from(list(Addressee)))))
    acted(data, work, 3)
    before = next_lines(work)
    ours = {line.id for line in change_lines(work) if line.addressee is not None}
    assert ours == set(earlier_of(work)) | {line.id for line in before if line.action is not Action.WITHDRAW}
    assert not set(earlier_of(work)) & {line.id for line in before}
    for addressee in Addressee:
        work.apply(send_request(work, addressee))
    work.undo(3)
    assert next_lines(work) == before
