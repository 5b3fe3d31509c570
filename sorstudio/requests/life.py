"""The life of what was asked: sent, answered, carried out, otherwise, refused, or late.

For the window and the command line:

- `send(plan, [Addressee.SDS])` notes the present request as sent, one act also for several addressees;
- `requests_of(plan, today)` has every request that was sent, with its lines, their state, and the days left;
- answers are given with `model.edits.requesting.answer_request(plan, one.request.key, [wish_of(line)], Reply.DONE)`
  and taken back with `withdraw_answer`; ticking off own edits is the same. Sending is undone like every act.

A wish that a later request replaced or took back waits for no answer. What the register shows since, is done.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sorstudio.model.change import Change, new_id
from sorstudio.model.edits.requesting import answer_of, send_request
from sorstudio.model.errors import Refused
from sorstudio.model.plan import Plan
from sorstudio.model.records import Answer, SentRequest
from sorstudio.model.state import State
from sorstudio.model.timeline import effective
from sorstudio.model.working_days import working_days_after, working_days_between
from sorstudio.requests.asked import next_lines, request_lines
from sorstudio.requests.line import Action, Addressee, Line
from sorstudio.requests.shown import missing
from sorstudio.requests.wishes import fingerprint, wish_of

ANSWER_TAKES = 10
"""Working days within which an answer is expected."""


class LifeState(StrEnum):
    """How a sent line stands, or a whole request; a request is answered when some of its lines are."""

    SENT = "sent"
    ANSWERED = "answered"
    DONE = "done"
    DIFFERENT = "different"
    REFUSED = "refused"
    REPLACED = "replaced"
    WITHDRAWN = "withdrawn"
    OVERDUE = "overdue"


OPEN = frozenset({LifeState.SENT, LifeState.OVERDUE})
"""States of a line in which something is still to come."""


@dataclass(frozen=True, slots=True)
class SentLine:
    """One line of a sent request. `in_register` says that the register shows it, whatever was answered."""

    line: Line
    state: LifeState
    answer: Answer | None = None
    in_register: bool = False


@dataclass(frozen=True, slots=True)
class RequestLife:
    """One sent request: its number (1 was sent first), its lines, and the day by which an answer is due.

    `days_left` are working days; below 0 it is that many days late. None where nothing is waited for any more.
    """

    request: SentRequest
    number: int
    lines: tuple[SentLine, ...]
    due: date
    state: LifeState
    days_left: int | None

    @property
    def addressee(self) -> Addressee:
        """Who it was sent to."""
        return Addressee(self.request.addressee)

    @property
    def counts(self) -> Mapping[LifeState, int]:
        """How many lines stand how."""
        return Counter(one.state for one in self.lines)

    def open(self) -> tuple[SentLine, ...]:
        """The lines that are waited for."""
        return tuple(one for one in self.lines if one.state in OPEN)


def send(
    plan: Plan,
    only: Sequence[Addressee] = tuple(Addressee),
    *,
    sent: date | None = None,
    note: str | None = None,
    anew: bool = False,
) -> tuple[SentRequest, ...]:
    """Note the present request as sent, as one act for all the addressees that are asked for something.

    Refuses where there is nothing to send. Message types that are held back alone are nothing to send.
    """
    lines = next_lines(plan, anew=anew)
    envelopes = {one: [line for line in lines if line.addressee is one] for one in only}
    full = {one: found for one, found in envelopes.items() if any(not line.held_back for line in found)}
    if not full:
        raise Refused("requesting.nothing", addressee=tuple(f"word.addressee.{one}" for one in only))
    changes = [_sending(plan, one, found, sent, note, anew=anew) for one, found in full.items()]
    plan.apply(changes[0] if len(changes) == 1 else _as_one(changes))
    return plan.state().requests()[-len(full) :]


def requests_of(plan: Plan, today: date, *, days: int = ANSWER_TAKES) -> tuple[RequestLife, ...]:
    """Every request that was sent, in the order of sending; `days` are the working days that an answer may take."""
    requests = plan.state().requests()
    settled = _settled(plan, requests)
    return tuple(
        _life(plan, request, number, settled, today, working_days_after(request.sent, days))
        for number, request in enumerate(requests, start=1)
    )


def summary(lives: Iterable[RequestLife]) -> dict[Addressee, Counter[LifeState]]:
    """How many lines stand how, for each addressee that was sent anything."""
    found: dict[Addressee, Counter[LifeState]] = {}
    for life in lives:
        found.setdefault(life.addressee, Counter()).update(life.counts)
    return found


def _sending(
    plan: Plan, addressee: Addressee, lines: Sequence[Line], sent: date | None, note: str | None, *, anew: bool
) -> Change:
    return send_request(plan, addressee.value, sent=sent, fingerprint=fingerprint(lines), note=note, anew=anew)


def _as_one(changes: Sequence[Change]) -> Change:
    """Sent together is one step to undo; each was made on the plan as it stands."""
    params = {"day": changes[0].params["day"], "count": str(len(changes))}
    return Change(new_id(), "requesting.all_sent", tuple(edit for one in changes for edit in one.edits), params)


def _settled(plan: Plan, requests: Sequence[SentRequest]) -> dict[tuple[str, str], LifeState]:
    """The lines, by request and id, that a later request replaced or took back."""
    found: dict[tuple[str, str], LifeState] = {}
    for request in requests:
        for line in request_lines(plan, request):
            if line.earlier is not None:
                state = LifeState.WITHDRAWN if line.action is Action.WITHDRAW else LifeState.REPLACED
                found.setdefault((line.earlier.request, line.earlier.line), state)
    return found


def _life(
    plan: Plan,
    request: SentRequest,
    number: int,
    settled: Mapping[tuple[str, str], LifeState],
    today: date,
    due: date,
) -> RequestLife:
    is_new_register = _has_new_register(plan, request)
    lines = tuple(
        _sent_line(plan, request, line, settled.get((request.key, line.id)), is_late=today > due, seen=is_new_register)
        for line in request_lines(plan, request)
        if not line.held_back
    )
    is_open = any(one.state in OPEN for one in lines)
    left = working_days_between(today, due) if today <= due else -working_days_between(due, today)
    return RequestLife(request, number, lines, due, _whole(lines), left if is_open else None)


def _sent_line(
    plan: Plan, request: SentRequest, line: Line, settled: LifeState | None, *, is_late: bool, seen: bool
) -> SentLine:
    answer = answer_of(plan.state(), request.key, wish_of(line))
    in_register = seen and line.action is not Action.WITHDRAW and not missing(_register(plan, line.day), line)
    if in_register:
        return SentLine(line, LifeState.DONE, answer, in_register=True)
    if answer is not None:
        return SentLine(line, LifeState(answer.reply.value), answer)
    return SentLine(line, settled or (LifeState.OVERDUE if is_late else LifeState.SENT))


def _has_new_register(plan: Plan, request: SentRequest) -> bool:
    """Whether another register file was adopted since the request was sent; the same one can show nothing of it."""
    if request.head not in plan.journal.changes:
        return False
    return effective(plan.journal.path(request.head))[0] != effective(plan.journal.path())[0]


def _register(plan: Plan, day: date | None) -> State:
    baseline = plan.baseline.day
    return plan.timeline.plain(max(day or baseline, baseline))


def _whole(lines: Sequence[SentLine]) -> LifeState:
    """How a request stands: late before all, then what is answered, and at last what came of it."""
    states = {one.state for one in lines}
    if LifeState.OVERDUE in states:
        return LifeState.OVERDUE
    if LifeState.SENT in states:
        return LifeState.ANSWERED if any(one.answer is not None or one.in_register for one in lines) else LifeState.SENT
    gravest = (LifeState.REFUSED, LifeState.DIFFERENT, LifeState.DONE, LifeState.REPLACED, LifeState.WITHDRAWN)
    return next((state for state in gravest if state in states), LifeState.DONE)
