"""How good the register is, and whether the plan is ready to be sent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from sorstudio import resources
from sorstudio.cli.net import REFUSED
from sorstudio.cli.options import FormatOption, PlanPath
from sorstudio.cli.session import Format, Json, Session, print_json, session_of
from sorstudio.model.errors import Unusable
from sorstudio.model.plan import Plan

if TYPE_CHECKING:
    from sorstudio.rules.entry import RuleBook
    from sorstudio.rules.quality import Score
    from sorstudio.rules.telling import Telling
    from sorstudio.rules.trend import DayPoint

MOST_COSTS = 5


def quality(
    context: typer.Context,
    plan: PlanPath,
    branch: Annotated[str | None, typer.Option("--branch", help="cli.help.branch_unit", metavar="U")] = None,
    output: FormatOption = Format.TEXT,
    snapshots: Annotated[
        list[Path] | None, typer.Option("--snapshots", help="cli.help.snapshots", metavar="FILE")
    ] = None,
) -> None:
    """The score of the plan, before and after it, of its branches, and of register files of other days."""
    from sorstudio.rules.chosen import chosen
    from sorstudio.rules.telling import Telling

    session = session_of(context)
    with session.read(plan) as opened:
        book = chosen(opened.plan).book
        before, after = (_scores(one, branch, book) for one in _before_and_after(opened.plan))
    if not after:
        raise Unusable("quality.no_unit", unit=branch)
    days = _days(snapshots or (), session, book)
    if output is Format.JSON:
        print_json(_json(before[0] if before else None, after, days))
        return
    for line in _lines(before[0] if before else None, after, days, Telling(session.texts, book)):
        print(line)


def ready(context: typer.Context, plan: PlanPath, output: FormatOption = Format.TEXT) -> None:
    """Whether the plan is ready to be sent; exit code 1 where something is red."""
    from sorstudio.requests.ready import Light, ready_json, sentence
    from sorstudio.requests.ready import ready as look_over
    from sorstudio.rules.chosen import chosen
    from sorstudio.rules.standing import Standing

    session = session_of(context)
    with session.read(plan) as opened:
        found = look_over(Standing(opened.plan, chosen(opened.plan).book), opened.plan)
    if output is Format.JSON:
        print_json(ready_json(found, session.texts))
    else:
        session.say(f"ready.whole.{found.light}")
        for one in found.items:
            print(f"  {session.words(f'ready.light.{one.light}')}: {sentence(one, session.texts)}")
    if found.light is Light.RED:
        raise typer.Exit(REFUSED)


def _before_and_after(plan: Plan) -> tuple[Plan, Plan]:
    before = plan.snapshot()
    before.go_to(None)
    return before, plan


def _scores(plan: Plan, branch: str | None, book: RuleBook) -> tuple[Score, ...]:
    """The whole and its branches, or the one that is asked for; nothing where that is not there."""
    from sorstudio.rules.quality import Ledger
    from sorstudio.rules.quality import quality as judge
    from sorstudio.rules.standing import Standing

    standing = Standing(plan, book)
    if branch is None:
        found = judge(standing, plan)
        return found.whole, *found.branches
    key = _unit(plan, branch)
    return (Ledger(standing, plan).branch(key),) if key else ()


def _unit(plan: Plan, text: str) -> str | None:
    units = plan.state().units
    return text if text in units else next((key for key, one in units.items() if one.sor_id == text), None)


def _days(paths: Sequence[Path], session: Session, book: RuleBook) -> tuple[DayPoint, ...]:
    from sorstudio.formats.dated import read_days
    from sorstudio.rules.trend import day_points

    codes = resources.code_lists()
    return day_points(read_days(paths, codes=codes, today=session.today), codes, session.today, book)


def _json(before: Score | None, after: Sequence[Score], days: Sequence[DayPoint]) -> Json:
    from sorstudio.rules.quality import score_json

    answer = {
        **score_json(after[0]),
        "before": score_json(before) if before else None,
        "branches": [score_json(one) for one in after[1:]],
        "snapshots": [{"day": one.day.isoformat(), **score_json(one.score)} for one in days],
    }
    return cast(Json, answer)


def _lines(before: Score | None, after: Sequence[Score], days: Sequence[DayPoint], telling: Telling) -> Iterator[str]:
    whole, *branches = after
    yield telling.sentence(whole)
    yield from (f"  {telling.part(one)}" for one in whole.parts)
    if before is not None:
        yield from telling.change(before, whole)
    yield from telling.costs(whole, MOST_COSTS)
    if branches:
        yield telling.words("quality.branches")
        yield from (f"  {telling.sentence(one)}" for one in branches)
    if days:
        yield telling.words("quality.days")
        yield from (f"  {telling.day(one.day)}: {telling.number(one.score.score)}" for one in days)
