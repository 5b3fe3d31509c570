"""A plan confirmed with a newer register file, and put on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from sorstudio import resources
from sorstudio.cli.options import Author, FormatOption, PlanPath, parse_day
from sorstudio.cli.session import Format, Json, Session, print_json, session_of
from sorstudio.formats.dated import day_in_name
from sorstudio.model.adopting import Take, adopt
from sorstudio.model.baseline import Baseline
from sorstudio.model.errors import Refused, Unreadable, Unusable
from sorstudio.model.plan import Plan
from sorstudio.requests.confirm import Outcome, Result, counts
from sorstudio.requests.matching import given_matches
from sorstudio.requests.over_days import OverDays, confirm_days
from sorstudio.requests.words import json_value

File = Annotated[Path, typer.Option("--with", help="cli.help.confirm_with", metavar="FILE", show_default=False)]
Pairs = Annotated[list[str] | None, typer.Option("--match", help="cli.help.match", metavar="UNIT=SORID")]


def confirm(
    context: typer.Context,
    plan: PlanPath,
    file: File,
    adopting: Annotated[bool, typer.Option("--adopt", help="cli.help.adopt")] = False,
    take: Annotated[str, typer.Option("--take", help="cli.help.take_decision", metavar="ours|theirs")] = "ours",
    owner: Annotated[str | None, typer.Option("--owner", help="cli.help.owner", metavar="X")] = None,
    day: Annotated[str | None, typer.Option("--date", help="cli.help.date", metavar="D")] = None,
    match: Pairs = None,
    force: Annotated[bool, typer.Option("--force", help="cli.help.confirm_force")] = False,
    output: FormatOption = Format.TEXT,
    author: Author = None,
) -> None:
    """What was carried out, and what was not; the plan is changed only with --adopt."""
    session = session_of(context)
    taken, pairs, shown = _take(take), _pairs(match), parse_day(day)
    if not file.exists():
        raise Unreadable("storage.no_such_file", path=file)
    with session.write(plan, author) if adopting else session.read(plan) as opened:
        found = _confirmed(opened.plan, file, session, (owner, shown, force), pairs)
        if output is Format.JSON:
            print_json(outcome_entries(found, session))
        else:
            _print(found, session)
        if adopting:
            _adopt(opened.plan, found, taken, session, force=force, quiet=output is Format.JSON)


def _take(text: str) -> Take:
    try:
        return Take(text)
    except ValueError:
        raise Unusable("cli.take_decision", text=text) from None


def _pairs(texts: Sequence[str] | None) -> list[tuple[str, str]]:
    found = []
    for text in texts or ():
        unit, sign, sor_id = text.rpartition("=")
        if not (sign and unit.strip() and sor_id.strip()):
            raise Unusable("confirm.match", text=text)
        found.append((unit.strip(), sor_id.strip()))
    return found


def _confirmed(
    plan: Plan,
    file: Path,
    session: Session,
    asked: tuple[str | None, date | None, bool],
    pairs: Sequence[tuple[str, str]],
) -> OverDays:
    owner, day, force = asked
    paths = days_in(file) or [(day, file)]
    files = (_read(path, of or day, owner or _owner(plan), session) for of, path in paths)
    if pairs:
        every = list(files)
        found = confirm_days(plan, every, given_matches(plan, every[-1], pairs), force=force)
    else:
        found = confirm_days(plan, files, force=force)
    if found is None and len(paths) == 1:
        of = paths[0][0] or day or session.today
        raise Unusable("confirm.older", day=of, baseline=plan.baseline.day)
    if found is None:
        raise Unusable("confirm.no_newer", day=plan.baseline.day)
    return found


def days_in(folder: Path) -> list[tuple[date | None, Path]]:
    """The files or folders of different days in a folder, oldest first; empty where it is one register file."""
    if not folder.is_dir():
        return []
    dated = sorted((day, path) for path in folder.iterdir() if (day := day_in_name(path)) is not None)
    grouped = dict(dated)
    return list(grouped.items()) if len(grouped) > 1 and len(grouped) == len(dated) else []


def _owner(plan: Plan) -> str | None:
    state = plan.timeline.plain()
    return next((state.units[key].sor_id for key in state.roots()), None)


def _read(path: Path, day: date | None, owner: str | None, session: Session) -> Baseline:
    from sorstudio.formats.reading import read_baseline

    return read_baseline(
        [path], codes=resources.code_lists(), owner=owner, day=day or day_in_name(path), today=session.today
    )


def outcome_entries(found: OverDays, session: Session) -> list[Json]:
    """The outcomes as data, one entry for each thing asked for or done by others."""
    return [_entry(one, found, session) for one in found.last.results]


def _entry(one: Result, found: OverDays, session: Session) -> dict[str, Json]:
    seen = found.day_of(one)
    return {
        "unit": one.unit,
        "unit_name": one.unit_name,
        "change": one.action.value,
        "outcome": one.outcome.value,
        "detail": session.words(one.detail.code, **one.detail.params),
        "date": one.day.isoformat() if one.day else None,
        "sor_id": one.sor_id,
        "seen": seen.isoformat() if seen else None,
        "fields": [
            {
                "field": each.field,
                "outcome": each.standing.value,
                "wanted": json_value(each.wanted),
                "found": json_value(each.found),
            }
            for each in one.fields
        ],
    }


_GROUPS = (Outcome.DIFFERENT, Outcome.FOREIGN, Outcome.REFUSED, Outcome.PENDING, Outcome.DONE)


def _print(found: OverDays, session: Session) -> None:
    results = found.last.results
    if not results:
        session.say("confirm.none")
    number = counts(results)
    for outcome in (one for one in _GROUPS if one in number):
        session.say(f"confirm.group.{outcome}", count=number[outcome])
        for line in _lines(results, outcome, found, session):
            print(line)


def _lines(results: Sequence[Result], outcome: Outcome, found: OverDays, session: Session) -> Iterator[str]:
    for one in (one for one in results if one.outcome is outcome):
        seen = found.day_of(one) if len(found.days) > 1 else None
        yield session.words("confirm.line.dated" if seen else "confirm.line", detail=one.detail, day=seen)


def _adopt(plan: Plan, found: OverDays, take: Take, session: Session, *, force: bool, quiet: bool) -> None:
    doubtful = found.last.doubtful()
    if doubtful and not force:
        raise Refused("confirm.doubtful_left", units=[_asked(plan, one.unit, one.sor_id) for one in doubtful])
    kept, change, _ = adopt(plan, found.last.file, take=take)
    tell = session.warn if quiet else session.say
    if kept.id == plan.baseline.id:
        tell("confirm.already_adopted")
        return
    if kept.id not in plan.baselines:
        plan.add_baseline(kept)
    plan.apply(change)
    tell(change.code, **change.params)


def _asked(plan: Plan, unit: str, sor_id: str) -> str:
    return f"{plan.state().units[unit].name} ({sor_id})"
