"""Which line says an earlier wish again, and what an envelope is known by."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sorstudio.model.edits import units
from sorstudio.model.edits.requesting import Wish
from sorstudio.model.plan import Plan
from sorstudio.requests.line import Action, Earlier, FieldChange, Line
from sorstudio.requests.lines import change_lines
from sorstudio.requests.wishes import Asked, fingerprint, key_of, wish_of
from tests.model.outline import key
from tests.requests.plans import DAY, LATER, municipality

SENT = Earlier("r", 1, date(2026, 11, 20), "L1", Action.RENAME)


def renamed(name: str = "Øst", day: date = DAY) -> tuple[Plan, Line]:
    work = municipality()
    work.apply(units.rename(work, key(work, "Nord"), name, day=day))
    return work, change_lines(work)[0]


def asked(line: Line) -> Asked:
    return Asked({key_of(line): line}, {})


def test_a_line_is_named_by_unit_action_and_day_and_a_withdrawal_by_what_it_takes_back() -> None:
    _, line = renamed()
    assert wish_of(line) == Wish(line.unit, "rename", DAY)
    back = asked(line).withdrawal(line, line.fields, "L9", SENT)
    assert (wish_of(back), back.earlier) == (Wish(line.unit, "withdraw/rename", DAY), SENT)


def test_the_same_values_cover_a_wish_whatever_was_there_before() -> None:
    _, line = renamed()
    other = replace(line, fields=(FieldChange("name", "noget andet", "Øst"),))
    assert asked(line).covers(other, line)
    assert not asked(line).covers(renamed("Vest")[1], line)
    assert not asked(line).covers(renamed(day=LATER)[1], line)


def test_a_wish_of_another_day_is_paired_with_the_same_action_at_the_unit() -> None:
    _, line = renamed()
    later = renamed(day=LATER)[1]
    assert asked(line).paired([later]) == {later.id: line}
    assert asked(line).paired([replace(later, action=Action.EDIT)]) == {}


def test_what_the_new_register_shows_is_not_open_and_is_not_withdrawn() -> None:
    work, line = renamed()
    shown = Asked({key_of(line): line}, {DAY: work.state()})
    assert (shown.open(line), shown.not_wanted(line, None)) == ((), ())
    still = Asked({key_of(line): line}, {DAY: work.timeline.plain()})
    assert still.not_wanted(line, None) == line.fields


def test_a_withdrawal_leads_back_to_what_the_register_has() -> None:
    work, line = renamed()
    register = units.rename(work, line.unit, "Nyt navn af andre", day=DAY)
    found = Asked({key_of(line): line}, {DAY: work.state().with_edits(register.edits)})
    back = found.withdrawal(line, line.fields, "L9", SENT)
    assert back.fields == (FieldChange("name", "Øst", "Nyt navn af andre"),)


def test_an_envelope_is_known_by_what_it_asks_for_and_not_by_its_words() -> None:
    _, line = renamed()
    assert fingerprint([line]) == fingerprint([replace(line, code="x", reason="andet")])
    others = [fingerprint([other]) for other in (replace(line, id="L2"), renamed("Vest")[1], renamed(day=LATER)[1])]
    assert len({fingerprint([line]), fingerprint([]), fingerprint([line, line]), *others}) == 6
