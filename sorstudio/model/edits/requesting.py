"""Verbs on the life of a change request: it was sent, and its wishes were answered. Nothing of it goes to SOR.

A request noted by mistake is undone, or taken back like every other act; its answers must be withdrawn first.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sorstudio.model.change import Change, Edit, created, new_id, now, removed, updated
from sorstudio.model.edits.base import scene
from sorstudio.model.errors import Refused
from sorstudio.model.plan import Plan
from sorstudio.model.records import Answer, RecordKind, Reply, SentRequest, answer_key
from sorstudio.model.state import State

ADDRESSEES = ("municipality", "sds", "medcom")


@dataclass(frozen=True, slots=True)
class Wish:
    """One line of a request by what it asks: a unit (empty for none), an action, and the day it is wanted."""

    unit: str
    action: str
    day: date | None


def send_request(
    plan: Plan,
    addressee: str,
    *,
    sent: date | None = None,
    fingerprint: str = "",
    note: str | None = None,
    anew: bool = False,
    key: str | None = None,
) -> Change:
    """Note that what the plan asks of an addressee was sent, as it stands now; `sent` is today unless another is named.

    Whether there is anything to send is for the requests to say, which know the lines.
    """
    day = sent or plan.today
    if addressee not in ADDRESSEES:
        raise Refused("requesting.addressee", value=addressee, known=", ".join(ADDRESSEES))
    if plan.head is None:
        raise Refused("requesting.nothing", addressee=f"word.addressee.{addressee}")
    _not_in_the_future(plan, day)
    told = (note or "").strip() or None
    record = SentRequest(key or new_id(), addressee, day, plan.head, fingerprint, told, anew, plan.author, now())
    edit = created(RecordKind.REQUEST, record)
    return scene(plan, None).change("requesting.sent", [edit], addressee=f"word.addressee.{addressee}", day=day)


def answer_request(
    plan: Plan,
    request: str,
    wishes: Iterable[Wish],
    reply: Reply,
    *,
    reason: str | None = None,
    day: date | None = None,
) -> Change:
    """Note what became of wishes of a request; a refusal says why. Another answer takes the place of an earlier one."""
    view = scene(plan, None)
    known_request(view.state, request)
    when = day or plan.today
    _not_in_the_future(plan, when)
    why = (reason or "").strip() or None
    if reply is Reply.REFUSED and why is None:
        raise Refused("requesting.no_reason")
    asked = tuple(dict.fromkeys(wishes))
    edits = [_answered(plan, request, wish, reply, why, when) for wish in asked]
    return view.change("requesting.answered", edits, reason=why, **_told(plan.state(), asked, reply))


def withdraw_answer(plan: Plan, request: str, wishes: Iterable[Wish]) -> Change:
    """Let wishes of a request be unanswered again."""
    view = scene(plan, None)
    found = known_request(view.state, request)
    asked = tuple(dict.fromkeys(wishes))
    answers = [answer_of(view.state, request, wish) for wish in asked]
    if not answers or None in answers:
        raise Refused("requesting.no_answer", addressee=f"word.addressee.{found.addressee}", day=found.sent)
    edits = [removed(RecordKind.ANSWER, answer) for answer in answers if answer is not None]
    return view.change("requesting.answer_withdrawn", edits, unit=_units(plan.state(), asked), count=len(asked))


def known_request(state: State, text: str) -> SentRequest:
    """The request of a key, of a number (1 is the one first sent), or the last one sent to an addressee."""
    requests = state.requests()
    found = [one for one in requests if text in (one.key, one.addressee)]
    if text.isascii() and text.isdigit():
        found = list(requests[int(text) - 1 : int(text)]) if int(text) else []
    if not found:
        raise Refused("requesting.unknown", request=text)
    return found[-1]


def answer_of(state: State, request: str, wish: Wish) -> Answer | None:
    """What was answered to a wish of a request, or None."""
    found = state.record(RecordKind.ANSWER, answer_key(request, wish.unit, wish.action, wish.day))
    return found if isinstance(found, Answer) else None


def _answered(plan: Plan, request: str, wish: Wish, reply: Reply, reason: str | None, day: date) -> Edit | None:
    old = answer_of(plan.state(), request, wish)
    key = answer_key(request, wish.unit, wish.action, wish.day)
    new = Answer(key, request, wish.unit, wish.action, reply, wish.day, reason, day, plan.author, now())
    if old is None:
        return created(RecordKind.ANSWER, new)
    is_same = (old.reply, old.reason, old.day) == (new.reply, new.reason, new.day)
    return None if is_same else updated(RecordKind.ANSWER, old, new)


def _not_in_the_future(plan: Plan, day: date) -> None:
    if day > plan.today:
        raise Refused("requesting.in_future", day=day)


def _told(state: State, wishes: tuple[Wish, ...], reply: Reply) -> dict[str, object]:
    return {"unit": _units(state, wishes), "reply": f"word.reply.{reply}", "count": len(wishes)}


def _units(state: State, wishes: Iterable[Wish]) -> str:
    """The unit that wishes are about, as it is called now; of several, the first."""
    return next((state.units[wish.unit].name if wish.unit in state.units else wish.unit for wish in wishes), "")
