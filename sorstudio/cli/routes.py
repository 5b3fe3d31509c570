"""Who receives a message: the answer, how it was found, and what comes nearest where there is none."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple, cast

import typer

from sorstudio.cli.opened import open_for_asking
from sorstudio.cli.options import FormatOption, asked_text, parse_day
from sorstudio.cli.session import Format, Json, Session, print_json, session_of
from sorstudio.model.errors import Unusable

if TYPE_CHECKING:
    from sorstudio.routing.answer import Answer
    from sorstudio.routing.directory import Directory

Asked = Annotated[Path, typer.Argument(metavar="PLAN|REGISTER", help="cli.help.plan_or_register", show_default=False)]
InMunicipality = Annotated[str | None, typer.Option("--municipality", help="cli.help.municipality", metavar="X")]


class Who(StrEnum):
    """Who writes to the municipality."""

    GP = "gp"
    HOSPITAL = "hospital"
    MUNICIPALITY = "municipality"


def route(
    context: typer.Context,
    path: Asked,
    municipality: InMunicipality = None,
    area: Annotated[str | None, typer.Option("--area", help="cli.help.area", metavar="A")] = None,
    offer: Annotated[str | None, typer.Option("--offer", help="cli.help.offer", metavar="O")] = None,
    message: Annotated[str | None, typer.Option("--message", help="cli.help.message", metavar="M")] = None,
    category: Annotated[str | None, typer.Option("--category", help="cli.help.category", metavar="C")] = None,
    sender: Annotated[Who | None, typer.Option("--sender", help="cli.help.sender")] = None,
    day: Annotated[str | None, typer.Option("--date", help="cli.help.route_date", metavar="D")] = None,
    output: FormatOption = Format.TEXT,
) -> None:
    """The one receiver, or the reason why there is none."""
    from sorstudio.routing.directory import Directory
    from sorstudio.routing.telling import answer_json

    session = session_of(context)
    words = _Words(
        asked_text(area, "--area"),
        asked_text(offer, "--offer"),
        asked_text(message, "--message"),
        asked_text(category, "--category"),
        sender,
    )
    found = open_for_asking(session, path, asked_text(municipality, "--municipality"), parse_day(day))
    directory = Directory(found.state, found.codes, found.day, found.municipality)
    answer = _answer(directory, words)
    if output is Format.JSON:
        print_json(cast(Json, answer_json(answer, found.state)))
        return
    for line in _lines(directory, answer, session):
        print(line)


class _Words(NamedTuple):
    """What is asked for, as it was typed."""

    area: str | None
    offer: str | None
    message: str | None
    category: str | None
    sender: Who | None


def _answer(directory: Directory, words: _Words) -> Answer:
    from sorstudio.routing.categories import known_category, route_category
    from sorstudio.routing.question import Sender, question
    from sorstudio.routing.route import route as find

    area, offer, message, category, sender = words
    if category is not None:
        if area or offer or message:
            raise Unusable("cli.route.category_alone")
        who = Sender(sender.value) if sender else None
        return route_category(directory, known_category(directory, category), who, directory.day)
    codes, state, day = directory.codes, directory.state, directory.day
    asked = question(codes, state, area=area, offer=offer, message=message, sender=sender, day=day)
    return find(directory, asked)


def _lines(directory: Directory, answer: Answer, session: Session) -> Iterator[str]:
    from sorstudio.routing.confusing import confusions
    from sorstudio.routing.telling import alternative_line, confusion_line, headline, number_line, steps

    state, texts = directory.state, session.texts
    yield headline(answer, state, texts)
    receiver = answer.receiver
    if receiver is not None:
        yield session.words("cli.route.path", path=" / ".join(state.path(receiver.unit)))
        yield session.words("cli.route.number", number=number_line(receiver, state, texts))
        if receiver.phone:
            yield session.words("cli.route.phone", phone=receiver.phone)
    yield session.words("cli.route.steps")
    yield from (f"  {line}" for line in steps(answer, texts))
    if answer.alternatives:
        yield session.words("cli.route.alternatives")
        yield from (f"  {alternative_line(one, state, texts)}" for one in answer.alternatives)
    lures = confusions(directory, answer)
    if lures:
        yield session.words("cli.route.lures")
        yield from (f"  {confusion_line(one, state, texts)}" for one in lures)
