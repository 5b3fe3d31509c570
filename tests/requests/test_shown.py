"""What a newer register file shows of a wish: judged by value."""

from __future__ import annotations

from datetime import date

import pytest

from sorstudio.model.edits import closing, messages, numbers, units
from sorstudio.model.plan import Plan
from sorstudio.model.records import Contact, Direction, NumberState
from sorstudio.requests.line import Action
from sorstudio.requests.lines import change_lines
from sorstudio.requests.shown import missing
from tests.model.outline import gln, key
from tests.requests.plans import DAY, LATER, find, municipality


def changed() -> Plan:
    """One of every kind of wish."""
    work = municipality()
    nord, syd, care = (key(work, name) for name in ("Nord", "Syd", "Hjemmepleje"))
    work.apply(units.rename(work, nord, "Øst", day=DAY))
    work.apply(units.set_contact(work, nord, Contact(phone="12345678"), day=DAY))
    work.apply(units.set_specialities(work, nord, ["hjemmepleje"], day=DAY))
    work.apply(units.create(work, care, "Ny", key="ny", day=DAY))
    work.apply(numbers.set_location_number(work, syd, NumberState.OWN, gln(7), day=DAY))
    work.apply(messages.add_message_type(work, care, "XREF15", None, [Direction.IN], day=DAY))
    work.apply(closing.close(work, key(work, "Træning"), successors=["ny"], day=LATER))
    work.apply(units.move(work, [key(work, "Tandpleje")], key(work, "Sundhed og Omsorg"), day=DAY))
    return work


ACTIONS = [
    Action.RENAME, Action.SET_CONTACT, Action.SET_SPECIALITIES, Action.CREATE, Action.SET_NUMBER, Action.ADD_MESSAGE,
    Action.CLOSE, Action.MOVE, Action.CLOSE_NUMBER,
]  # fmt: skip


@pytest.mark.parametrize("action", ACTIONS)
def test_nothing_is_shown_where_nothing_was_done_and_everything_where_it_was(action: Action) -> None:
    work = changed()
    line = find(change_lines(work), action)
    assert missing(work.timeline.plain(), line) == line.fields
    assert missing(work.state(), line) == ()


def test_a_closing_is_shown_by_a_unit_that_is_gone_or_closed_sooner() -> None:
    work = changed()
    line = find(change_lines(work), Action.CLOSE)
    plain = municipality()
    plain.apply(closing.close(plain, key(plain, "Træning"), day=date(2026, 12, 15)))
    assert [one.field for one in missing(plain.state(), line)] == ["successor"]


def test_an_ordered_number_is_shown_once_it_is_issued() -> None:
    work = municipality()
    syd = key(work, "Syd")
    work.apply(numbers.order_location_number(work, syd, system="Nexus", day=DAY))
    (line,) = change_lines(work)
    assert missing(work.state(), line) == line.fields
    work.apply(numbers.set_location_number(work, syd, NumberState.OWN, gln(7), day=DAY))
    assert missing(work.state(), line) == ()
