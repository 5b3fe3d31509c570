"""What becomes of a request: it was sent, it was answered, and how each of its lines stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from sorstudio.cli.options import Author, FormatOption, PlanPath, parse_day, sound_text
from sorstudio.cli.session import Format, Json, Session, print_json, session_of
from sorstudio.model.errors import Refused, Unusable
from sorstudio.model.records import Reply

# The options speak of addressees by the same names as request.json.
from sorstudio.requests.line import Addressee

if TYPE_CHECKING:
    from sorstudio.model.plan import Plan
    from sorstudio.requests.life import RequestLife, SentLine

Only = Annotated[list[Addressee] | None, typer.Option("--only", help="cli.help.only_sent")]
Anew = Annotated[bool, typer.Option("--all", help="cli.help.anew")]


def sent(
    context: typer.Context,
    plan: PlanPath,
    only: Only = None,
    day: Annotated[str | None, typer.Option("--date", help="cli.help.sent_date", metavar="DATE")] = None,
    note: Annotated[str | None, typer.Option("--note", help="cli.help.sent_note", metavar="TEXT")] = None,
    anew: Anew = False,
    author: Author = None,
) -> None:
    """Note the present request as sent."""
    from sorstudio.requests.asked import request_lines
    from sorstudio.requests.life import send

    session = session_of(context)
    when, told = parse_day(day), sound_text(note) if note else None
    with session.write(plan, author) as opened:
        found = send(opened.plan, only or tuple(Addressee), sent=when, note=told, anew=anew)
        first = len(opened.plan.state().requests()) - len(found) + 1
        for number, one in enumerate(found, start=first):
            addressee = session.texts.value(f"word.addressee.{one.addressee}")
            params = {"day": one.sent, "count": len(request_lines(opened.plan, one)), "fingerprint": one.fingerprint}
            session.say("cli.sent.told", number=number, addressee=addressee, **params)


def requests(
    context: typer.Context,
    plan: PlanPath,
    days: Annotated[int, typer.Option("--days", help="cli.help.days", metavar="N", min=0)] = 10,
    output: FormatOption = Format.TEXT,
) -> None:
    """Every request that was sent, line by line."""
    from sorstudio.requests.life import requests_of

    session = session_of(context)
    with session.read(plan) as opened:
        found = requests_of(opened.plan, session.today, days=days)
    if output is Format.JSON:
        print_json([_life_json(one, session) for one in found])
        return
    if not found:
        session.say("cli.requests.none")
    for one in found:
        _print_life(one, session)


def answer(
    context: typer.Context,
    plan: PlanPath,
    line: Annotated[list[str] | None, typer.Option("--line", help="cli.help.answer_line", metavar="L3")] = None,
    unit: Annotated[list[str] | None, typer.Option("--unit", help="cli.help.answer_unit", metavar="UNIT")] = None,
    outcome: Annotated[Reply | None, typer.Option("--outcome", help="cli.help.outcome")] = None,
    reason: Annotated[str | None, typer.Option("--reason", help="cli.help.answer_reason", metavar="TEXT")] = None,
    day: Annotated[str | None, typer.Option("--date", help="cli.help.answer_date", metavar="DATE")] = None,
    request: Annotated[str | None, typer.Option("--request", help="cli.help.answer_request", metavar="N")] = None,
    withdraw: Annotated[bool, typer.Option("--withdraw", help="cli.help.answer_withdraw")] = False,
    author: Author = None,
) -> None:
    """What became of lines of a request."""
    from sorstudio.model.edits.requesting import answer_request, withdraw_answer
    from sorstudio.requests.wishes import wish_of

    session = session_of(context)
    names = [*(line or ()), *(unit or ())]
    if not names:
        raise Unusable("cli.answer.which")
    if outcome is None and not withdraw:
        raise Unusable("cli.answer.outcome")
    when, why = parse_day(day), sound_text(reason) if reason else None
    with session.write(plan, author) as opened:
        found = _meant(opened.plan, session, line or (), unit or (), request)
        wishes = [wish_of(one.line) for one in found.lines]
        if outcome is None or withdraw:
            opened.plan.apply(withdraw_answer(opened.plan, found.request.key, wishes))
            session.say("cli.answer.withdrawn", count=len(wishes), number=found.number)
            return
        opened.plan.apply(answer_request(opened.plan, found.request.key, wishes, outcome, reason=why, day=when))
        session.say("cli.answer.told", count=len(wishes), number=found.number, reply=f"word.reply.{outcome}")


def _meant(
    plan: Plan, session: Session, lines: Sequence[str], units: Sequence[str], request: str | None
) -> RequestLife:
    """The request that has all the lines and units, cut down to them; of several the one where they are open."""
    from sorstudio.model.edits.requesting import known_request
    from sorstudio.requests.life import requests_of

    lives = requests_of(plan, session.today)
    if request is not None:
        key = known_request(plan.state(), request).key
        lives = tuple(one for one in lives if one.request.key == key)
    keys = [_unit_key(plan, text) for text in units]
    found = [cut for one in lives if (cut := _cut(one, {*lines}, {*keys})) is not None]
    still = [one for one in found if one.open()]
    names = ", ".join((*lines, *units))
    if not found:
        raise Unusable("cli.answer.no_line", name=names)
    if len(found) > 1 and len(still) != 1:
        raise Unusable("cli.answer.several", name=names, numbers=", ".join(str(one.number) for one in found))
    return (still or found)[0] if len(found) > 1 else found[0]


def _cut(life: RequestLife, lines: set[str], units: set[str]) -> RequestLife | None:
    """The request with only what is named, or None where something named is not in it."""
    hits = tuple(one for one in life.lines if one.line.id in lines or one.line.unit in units)
    missing = (lines - {one.line.id for one in hits}) | (units - {one.line.unit for one in hits})
    return None if missing else replace(life, lines=hits)


def _unit_key(plan: Plan, text: str) -> str:
    """A unit that is gone from the plan stands by its key."""
    from sorstudio.model.edits.base import unit_ref

    try:
        return unit_ref(plan, text)
    except Refused:
        return text


def _life_json(life: RequestLife, session: Session) -> Json:
    request = life.request
    return {
        "number": life.number,
        "addressee": request.addressee,
        "sent": request.sent.isoformat(),
        "author": request.author,
        "note": request.note,
        "fingerprint": request.fingerprint,
        "state": life.state.value,
        "due": life.due.isoformat(),
        "days_left": life.days_left,
        "lines": [_line_json(one, session) for one in life.lines],
    }


def _line_json(sent_line: SentLine, session: Session) -> Json:
    from sorstudio.requests.words import line_json

    answer = sent_line.answer
    return {
        **line_json(sent_line.line, session.texts),
        "state": sent_line.state.value,
        "in_register": sent_line.in_register,
        "reply": answer.reply.value if answer else None,
        "answered": answer.day.isoformat() if answer and answer.day else None,
        "answer": answer.reason if answer else None,
    }


def _print_life(life: RequestLife, session: Session) -> None:
    from sorstudio.requests.words import sentence

    told = {
        "addressee": f"word.addressee.{life.addressee}",
        "day": life.request.sent,
        "author": life.request.author or "?",
        "state": f"word.life.{life.state}",
    }
    code = "cli.requests.late" if session.today > life.due else "cli.requests.left"
    days = "" if life.days_left is None else session.words(code, due=life.due, count=abs(life.days_left))
    print(session.words("cli.requests.head", number=life.number, **told) + days)
    for one in life.lines:
        state = session.texts.value(f"word.life.{one.state}")
        why = f": {one.answer.reason}" if one.answer and one.answer.reason else ""
        print(f"  {one.line.id}  {sentence(one.line, session.texts)} [{state}{why}]")
