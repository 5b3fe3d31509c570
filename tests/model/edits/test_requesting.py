"""A request noted as sent, and its wishes answered, are acts like every other."""

from __future__ import annotations

from datetime import date

import pytest

from sorstudio.model.change import Change
from sorstudio.model.edits import units
from sorstudio.model.edits.requesting import (
    ADDRESSEES,
    Wish,
    answer_of,
    answer_request,
    known_request,
    send_request,
    withdraw_answer,
)
from sorstudio.model.plan import Plan
from sorstudio.model.records import Reply
from sorstudio.model.replay import take_back
from sorstudio.model.texts import Texts
from sorstudio.requests.line import Addressee
from sorstudio.requests.lines import change_lines
from sorstudio.resources import texts
from tests.model.outline import TODAY, key, plan
from tests.model.refusing import refused

DAY = date(2027, 1, 1)


def renamed() -> Plan:
    work = plan("Kommune\n  Sundhed\n    Nord\n    Syd")
    work.apply(units.rename(work, key(work, "Nord"), "Øst", day=DAY))
    return work


def sent(work: Plan, addressee: str = "municipality", **more: object) -> Change:
    return work.apply(send_request(work, addressee, key=f"r{len(work.state().requests())}", **more))  # type: ignore[arg-type]


def wish(work: Plan, name: str = "Øst") -> Wish:
    return Wish(key(work, name), "rename", DAY)


def said(change: Change) -> str:
    return Texts(texts("da")).sentence(change.code, change.params)


def test_a_request_names_the_place_it_was_sent_from_and_copies_no_line() -> None:
    work = renamed()
    before = work.head
    change = sent(work, note=" pr. mail ", fingerprint="abc")
    (found,) = work.state().requests()
    assert (found.head, found.sent, found.note, found.fingerprint) == (before, TODAY, "pr. mail", "abc")
    assert (found.author, found.time is not None, found.anew) == ("Test", True, False)
    assert said(change) == "Anmodningen er sendt 23. november 2026: Egne rettelser i SOR."


def test_nothing_of_it_is_asked_for() -> None:
    work = renamed()
    before = change_lines(work)
    sent(work)
    work.apply(answer_request(work, "r0", [wish(work)], Reply.DONE))
    assert change_lines(work) == before


def test_the_addressees_are_those_of_the_lines() -> None:
    assert tuple(Addressee) == ADDRESSEES
    with refused("requesting.addressee", "posten"):
        sent(renamed(), "posten")


def test_a_plan_in_which_nothing_was_done_has_nothing_to_send() -> None:
    with refused("requesting.nothing"):
        sent(plan("Kommune"))


def test_what_has_not_happened_yet_is_not_noted() -> None:
    work = renamed()
    with refused("requesting.in_future", "24. november 2026"):
        sent(work, sent=date(2026, 11, 24))
    sent(work)
    with refused("requesting.in_future", "24. november 2026"):
        answer_request(work, "r0", [wish(work)], Reply.DONE, day=date(2026, 11, 24))


def test_an_answer_says_what_when_and_why() -> None:
    work = renamed()
    sent(work)
    change = work.apply(answer_request(work, "r0", [wish(work)], Reply.REFUSED, reason=" Navnet er brugt "))
    found = answer_of(work.state(), "r0", wish(work))
    assert found is not None
    assert (found.reply, found.reason, found.day, found.author) == (Reply.REFUSED, "Navnet er brugt", TODAY, "Test")
    assert (said(change), change.reason) == ("Ønsket om Øst er besvaret: afslået.", "Navnet er brugt")


def test_a_refusal_needs_a_reason() -> None:
    work = renamed()
    sent(work)
    with refused("requesting.no_reason"):
        answer_request(work, "r0", [wish(work)], Reply.REFUSED, reason=" ")


def test_several_wishes_are_answered_as_one_act() -> None:
    work = renamed()
    work.apply(units.rename(work, key(work, "Syd"), "Vest", day=DAY))
    sent(work)
    both = [wish(work), wish(work, "Vest")]
    change = work.apply(answer_request(work, "r0", both, Reply.DONE))
    assert (said(change), len(work.state().answers("r0"))) == (
        "2 ønsker er besvaret (udført), det første om Øst.",
        2,
    )
    change = work.apply(withdraw_answer(work, "r0", both))
    assert (said(change), work.state().answers("r0")) == ("2 svar er trukket tilbage, det første om Øst.", ())


def test_the_same_answer_again_is_nothing_and_another_takes_its_place() -> None:
    work = renamed()
    sent(work)
    work.apply(answer_request(work, "r0", [wish(work)], Reply.DONE))
    with refused("edit.nothing_changes"):
        answer_request(work, "r0", [wish(work)], Reply.DONE)
    work.apply(answer_request(work, "r0", [wish(work)], Reply.DIFFERENT, reason="Hedder Østby"))
    assert [(one.reply, one.reason) for one in work.state().answers("r0")] == [("different", "Hedder Østby")]


def test_what_is_not_answered_cannot_be_withdrawn() -> None:
    work = renamed()
    sent(work)
    with refused("requesting.no_answer"):
        withdraw_answer(work, "r0", [wish(work)])


def test_both_are_undone_and_made_again() -> None:
    work = renamed()
    sent(work)
    work.apply(answer_request(work, "r0", [wish(work)], Reply.DONE))
    work.undo(2)
    assert (work.state().requests(), work.state().answers("r0")) == ((), ())
    work.redo(2)
    assert len(work.state().answers("r0")) == 1


def test_a_request_noted_by_mistake_is_taken_back_once_its_answers_are_withdrawn() -> None:
    work = renamed()
    change = sent(work)
    work.apply(answer_request(work, "r0", [wish(work)], Reply.DONE))
    with refused("journal.built_upon"):
        take_back(work, change.id)
    work.apply(withdraw_answer(work, "r0", [wish(work)]))
    work.apply(take_back(work, change.id))
    assert work.state().requests() == ()


@pytest.mark.parametrize(("text", "found"), [("r1", "r1"), ("2", "r1"), ("municipality", "r2"), ("sds", "r1")])
def test_a_request_is_found_by_key_number_or_addressee(text: str, found: str) -> None:
    work = renamed()
    for addressee in ("municipality", "sds", "municipality"):
        sent(work, addressee)
    assert known_request(work.state(), text).key == found


@pytest.mark.parametrize("text", ["0", "2", "x", "medcom", ""])
def test_a_request_that_was_never_sent_is_unknown(text: str) -> None:
    work = renamed()
    sent(work)
    with refused("requesting.unknown"):
        known_request(work.state(), text)
