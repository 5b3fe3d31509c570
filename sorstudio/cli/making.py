"""A new plan from register files, or from an outline or own list as proposed units."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sorstudio import resources
from sorstudio.cli.options import Author, Mapping, Take, parse_day, parse_mapping
from sorstudio.cli.session import Session, session_of, user_name
from sorstudio.cli.summary import summary
from sorstudio.model.baseline import Baseline
from sorstudio.model.errors import Conflict, Unreadable
from sorstudio.model.plan import Plan

if TYPE_CHECKING:
    from sorstudio.formats.reading import Reading
    from sorstudio.formats.tabular import Wanted

Sources = Annotated[list[Path], typer.Option("--from", help="cli.help.from", metavar="FILE", show_default=False)]


def new(
    context: typer.Context,
    plan: Annotated[Path, typer.Argument(metavar="PLAN", help="cli.help.new_plan", show_default=False)],
    sources: Sources,
    owner: Annotated[str | None, typer.Option("--owner", help="cli.help.owner", metavar="X")] = None,
    day: Annotated[str | None, typer.Option("--date", help="cli.help.date", metavar="D")] = None,
    mapping: Mapping = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="cli.help.dry_run")] = False,
    report: Annotated[Path | None, typer.Option("--report", help="cli.help.report", metavar="FILE")] = None,
    force: Annotated[bool, typer.Option("--force", help="cli.help.force")] = False,
    take: Take = "units",
    author: Author = None,
) -> None:
    """A plan file, whole or not at all."""
    from sorstudio.cli.proposing import ListWanted, new_from_list
    from sorstudio.formats.lists import is_list
    from sorstudio.formats.tabular import Wanted

    session = session_of(context)
    _check_sources(sources, plan)
    if plan.exists() and not force and not dry_run:
        raise Conflict("storage.exists", path=plan)
    fields = parse_mapping(mapping)
    if len(sources) == 1 and is_list(sources[0], fields):
        new_from_list(session, ListWanted(plan, sources[0], owner, take, author, fields, force, dry_run))
        return
    read = _read(sources, session, Wanted(owner, fields), parse_day(day), report)
    if not dry_run:
        _create(plan, read.baseline, session, author, force)
    _tell(session, plan, read, dry_run)


def _check_sources(sources: list[Path], plan: Path) -> None:
    missing = [source for source in sources if not source.exists()]
    if missing:
        raise Unreadable("storage.no_such_file", path=missing[0])
    if plan.resolve() in {source.resolve() for source in sources}:
        raise Conflict("cli.new.same", path=plan)


def _read(sources: list[Path], session: Session, wanted: Wanted, day: date | None, report: Path | None) -> Reading:
    from sorstudio.formats.problems import UnreadableFile
    from sorstudio.formats.reading import read
    from sorstudio.formats.report import SHOWN, report_path, write_report

    try:
        return read(sources, codes=resources.code_lists(), today=session.today, day=day, wanted=wanted)
    except UnreadableFile as refusal:
        path = report or (report_path() if len(refusal.problems) > SHOWN else None)
        if path is not None:
            write_report(path, refusal.problems, session.texts)
            session.warn("cli.new.report", path=path)
        raise


def _create(path: Path, baseline: Baseline, session: Session, author: str | None, force: bool) -> None:
    from sorstudio.storage.plan_file import create

    signature = author or user_name()
    codes = resources.code_lists()
    create(path, baseline, codes, today=session.today, author=signature, force=force).close()


def _tell(session: Session, path: Path, read: Reading, dry_run: bool) -> None:
    plan = Plan((read.baseline,), resources.code_lists(), today=session.today)
    session.say("cli.new.would" if dry_run else "cli.new.made", path=path)
    for line in summary(plan, session):
        print(line)
    if read.other_units:
        session.say("cli.new.others", count=read.other_units, faults=read.other_faults)
