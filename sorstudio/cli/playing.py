"""Plays: what senders write, and whether it reaches whom it should; the plan's own, and the standard set."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from sorstudio.cli.net import REFUSED
from sorstudio.cli.opened import Opened, is_plan_file, open_for_asking
from sorstudio.cli.options import Author, FormatOption, asked_text, sound_text
from sorstudio.cli.routes import Asked, InMunicipality
from sorstudio.cli.session import Format, Json, Session, print_json, session_of
from sorstudio.model.errors import Unusable

if TYPE_CHECKING:
    from sorstudio.model.plan import Plan
    from sorstudio.routing.plays import Days, Outcome


class Kind(StrEnum):
    """Whose plays."""

    OWN = "own"
    STANDARD = "standard"


def plays(
    context: typer.Context,
    path: Asked,
    municipality: InMunicipality = None,
    kind: Annotated[Kind | None, typer.Option("--kind", help="cli.help.plays_kind")] = None,
    keep: Annotated[list[str] | None, typer.Option("--keep", help="cli.help.plays_keep", metavar="CODE")] = None,
    keep_passing: Annotated[bool, typer.Option("--keep-passing", help="cli.help.plays_keep_passing")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="cli.help.plays_strict")] = False,
    author: Author = None,
    output: FormatOption = Format.TEXT,
) -> None:
    """What comes of plays; exit code 1 where one of the plan fails that must pass."""
    from sorstudio.routing.plays_telling import plays_json

    session, whose = session_of(context), asked_text(municipality, "--municipality")
    if keep or keep_passing:
        _keep(session, path, [sound_text(code) for code in keep or ()], author, passing=keep_passing)
    found = open_for_asking(session, path, whose)
    own, standard = _outcomes(found, kind)
    if output is Format.JSON:
        print_json(cast(Json, plays_json((*own, *standard), session.texts)))
    else:
        for line in _lines(own, standard, session):
            print(line)
    alone = strict and not found.state.plays()
    if any(one.is_deciding for one in own) or (alone and not all(one.passed for one in standard)):
        raise typer.Exit(REFUSED)


def _outcomes(found: Opened, kind: Kind | None) -> tuple[tuple[Outcome, ...], tuple[Outcome, ...]]:
    """What comes of the plan's own plays, and of the standard set."""
    from sorstudio.routing.play_set import standard_plays
    from sorstudio.routing.plays import run_all

    days = _days(found)
    own = run_all(days, found.state.plays()) if kind is not Kind.STANDARD else ()
    standard = run_all(days, standard_plays()) if kind is not Kind.OWN else ()
    return own, standard


def _days(found: Opened) -> Days:
    from sorstudio.model.timeline import END
    from sorstudio.routing.plays import Days

    states = found.timeline.state
    return Days(lambda day: states(END if day is None else day), found.codes, found.day, found.municipality)


def _lines(own: Sequence[Outcome], standard: Sequence[Outcome], session: Session) -> Iterator[str]:
    for code, outcomes in (("cli.plays.own", own), ("cli.plays.standard", standard)):
        if outcomes:
            yield session.words(code)
            for one in outcomes:
                yield from _play_lines(one, session)
    passed = sum(one.passed for one in (*own, *standard))
    yield session.words("cli.plays.sum", passed=passed, failed=len(own) + len(standard) - passed)


def _play_lines(outcome: Outcome, session: Session) -> Iterator[str]:
    from sorstudio.model.records import Play
    from sorstudio.routing.plays_telling import explanation, mark, title

    play, beside = outcome.play, ""
    if not isinstance(play, Play):
        beside = f" [{play.code}]"
    elif not play.must:
        beside = session.words("cli.plays.may_fail")
    yield f"  {mark(outcome, session.texts)}: {title(play, session.texts)}{beside}"
    yield f"      {explanation(outcome, session.texts)}"


def _keep(session: Session, path: Path, codes: Sequence[str], author: str | None, *, passing: bool) -> None:
    """Standard plays become the plan's own, held to the receivers that they reach today."""
    from sorstudio.routing.keeping import keep_standard

    if not is_plan_file(path):
        raise Unusable("cli.plays.no_plan", path=path)
    with session.write(path, author) as opened:
        outcomes = _to_keep(opened.plan, codes, passing=passing)
        if not outcomes:
            session.warn("cli.plays.none_to_keep")
            return
        change = opened.plan.apply(keep_standard(opened.plan, outcomes, session.texts.language))
    session.warn(change.code, **change.params)


def _to_keep(plan: Plan, codes: Sequence[str], *, passing: bool) -> list[Outcome]:
    """The named ones, and with `passing` all that pass and are not kept yet."""
    from sorstudio.routing.keeping import kept_as
    from sorstudio.routing.play_set import standard_play, standard_plays
    from sorstudio.routing.plays import days_of, run_all

    unknown = next((code for code in codes if standard_play(code) is None), None)
    if unknown is not None:
        raise Unusable("cli.plays.unknown", play=unknown)
    state = plan.state()
    return [
        one
        for one, play in zip(run_all(days_of(plan), standard_plays()), standard_plays(), strict=True)
        if play.code in codes or (passing and one.passed and kept_as(state, play.code) is None)
    ]
