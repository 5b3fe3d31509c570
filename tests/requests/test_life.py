"""How what was sent stands: waited for, late, answered, carried out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from sorstudio.model.adopting import adopt
from sorstudio.model.baseline import Version
from sorstudio.model.edits import numbers, units
from sorstudio.model.edits.requesting import answer_request
from sorstudio.model.plan import Plan
from sorstudio.model.records import RecordKind, Reply
from sorstudio.requests.asked import next_lines
from sorstudio.requests.life import LifeState, requests_of, send, summary
from sorstudio.requests.line import Addressee
from sorstudio.requests.lines import change_lines
from sorstudio.requests.wishes import fingerprint, wish_of
from tests.model.outline import TODAY, key
from tests.model.refusing import refused
from tests.requests.plans import DAY, municipality

SENT = date(2026, 11, 20)


def asked() -> Plan:
    """Two wishes to the municipality and one to Sundhedsdatastyrelsen, sent together."""
    work = municipality()
    work.apply(units.rename(work, key(work, "Nord"), "Øst", day=DAY))
    work.apply(units.rename(work, key(work, "Syd"), "Vest", day=DAY))
    work.apply(numbers.order_location_number(work, key(work, "Vest"), system="Nexus", day=DAY))
    send(work, sent=SENT, note="pr. mail")
    return work


def states(work: Plan, today: date = TODAY) -> list[tuple[str, list[str]]]:
    return [(one.state.value, [line.state.value for line in one.lines]) for one in requests_of(work, today)]


def answer(work: Plan, number: int, place: int, reply: Reply, reason: str | None = None) -> None:
    life = requests_of(work, TODAY)[number - 1]
    work.apply(answer_request(work, life.request.key, [wish_of(life.lines[place].line)], reply, reason=reason))


def test_sending_notes_who_when_and_what_as_one_act() -> None:
    work = asked()
    first, second = requests_of(work, TODAY)
    assert (first.addressee, second.addressee) == (Addressee.MUNICIPALITY, Addressee.SDS)
    assert {one.request.note for one in (first, second)} == {"pr. mail"}
    assert first.request.fingerprint == fingerprint([one.line for one in first.lines])
    work.undo()
    assert requests_of(work, TODAY) == ()


def test_where_there_is_nothing_to_send_nothing_is_noted() -> None:
    work = asked()
    with refused("requesting.nothing", "MedCom"):
        send(work, [Addressee.MEDCOM])
    with refused("requesting.nothing"):
        send(work)
    assert len(send(work, [Addressee.SDS], anew=True)) == 1


def test_an_answer_is_due_ten_working_days_after_the_sending() -> None:
    life = requests_of(asked(), TODAY)[0]
    assert (life.due, life.days_left) == (date(2026, 12, 4), 9)
    assert requests_of(asked(), TODAY, days=1)[0].due == date(2026, 11, 23)


def test_christmas_counts_for_nothing() -> None:
    work = asked()
    work.undo()
    work.today = date(2026, 12, 21)
    send(work, sent=date(2026, 12, 18))
    assert requests_of(work, date(2026, 12, 21))[0].due == date(2027, 1, 5)


@pytest.mark.parametrize(("today", "state", "left"), [(4, "sent", 0), (5, "overdue", 0), (7, "overdue", -1)])
def test_what_is_not_answered_in_time_is_late(today: int, state: str, left: int) -> None:
    life = requests_of(asked(), date(2026, 12, today))[0]
    assert (life.state, life.days_left, life.lines[0].state) == (state, left, state)


def test_a_request_is_answered_in_parts_and_then_as_its_gravest_line() -> None:
    work = asked()
    answer(work, 1, 0, Reply.DONE)
    assert states(work)[0] == ("answered", ["done", "sent"])
    answer(work, 1, 1, Reply.DIFFERENT)
    assert states(work)[0] == ("different", ["done", "different"])
    answer(work, 1, 1, Reply.REFUSED, "Navnet er brugt")
    assert states(work) == [("refused", ["done", "refused"]), ("sent", ["sent"])]
    assert requests_of(work, TODAY)[0].days_left is None


def test_a_wish_that_was_replaced_or_withdrawn_later_waits_for_nothing() -> None:
    work = asked()
    work.apply(units.rename(work, key(work, "Øst"), "Nord", day=DAY))
    work.apply(units.rename(work, key(work, "Vest"), "Sydvest", day=DAY))
    send(work, [Addressee.MUNICIPALITY])
    first, _, third = requests_of(work, TODAY + timedelta(days=60))
    assert [one.state for one in first.lines] == [LifeState.WITHDRAWN, LifeState.REPLACED]
    assert (first.open(), len(third.open())) == ((), 2)


def adopted(work: Plan, shown: Plan) -> None:
    """Put the plan on a register file that shows what another plan comes to."""
    records = [(kind, one) for kind, table in shown.state().records.items() for one in table.values()]
    versions = tuple(Version(kind, one) for kind, one in records if kind not in (RecordKind.REQUEST, RecordKind.ANSWER))
    kept, change, _ = adopt(work, replace(work.baseline, id="newer", day=DAY, versions=versions))
    work.add_baseline(kept)
    work.apply(change)


def test_what_a_newer_register_shows_is_done_whatever_was_answered() -> None:
    work = asked()
    answer(work, 1, 0, Reply.REFUSED, "nej")
    shown = municipality()
    shown.apply(units.rename(shown, key(shown, "Nord"), "Øst", day=DAY))
    adopted(work, shown)
    first = requests_of(work, TODAY)[0]
    assert [(one.state.value, one.in_register) for one in first.lines] == [("done", True), ("sent", False)]


def test_after_adopting_what_is_open_is_not_asked_again_and_what_is_done_not_withdrawn() -> None:
    work = asked()
    shown = municipality()
    shown.apply(units.rename(shown, key(shown, "Nord"), "Øst", day=DAY))
    adopted(work, shown)
    assert [line for line in next_lines(work) if not line.held_back] == []
    assert len(change_lines(work)) == 2


def test_the_summary_counts_the_lines_of_each_addressee() -> None:
    work = asked()
    answer(work, 1, 0, Reply.DONE)
    assert summary(requests_of(work, TODAY)) == {
        Addressee.MUNICIPALITY: {LifeState.DONE: 1, LifeState.SENT: 1},
        Addressee.SDS: {LifeState.SENT: 1},
    }
