"""Acts from a file: first all of them on trial, then each committed by itself and reported."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from sorstudio.cli.acts_file import NumberedAct, is_acts_file, read_acts
from sorstudio.cli.net import UNUSABLE, told
from sorstudio.cli.options import Author, Mapping, PlanPath, Take, parse_mapping
from sorstudio.cli.session import Session, session_of
from sorstudio.model.change import Change
from sorstudio.model.edits.acts import aliases_after, change_for
from sorstudio.model.errors import Refused, SorError, Unusable
from sorstudio.model.impact import impact_between, sentences
from sorstudio.model.plan import Plan

STDIN = "-"


def apply(
    context: typer.Context,
    plan: PlanPath,
    acts: Annotated[Path, typer.Argument(metavar="ACTS.jsonl", help="cli.help.acts", show_default=False)],
    author: Author = None,
    yes: Annotated[bool, typer.Option("--yes", help="cli.help.yes")] = False,
    take: Take = "units",
    mapping: Mapping = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="cli.help.dry_run")] = False,
) -> None:
    """Acts from a file, or an outline or own list as proposals."""
    session = session_of(context)
    if str(acts) != STDIN and not is_acts_file(acts):
        from sorstudio.cli.proposing import ListWanted, apply_list

        wanted = ListWanted(plan, acts, take=take, author=author, mapping=parse_mapping(mapping))
        apply_list(session, wanted, yes=yes and not dry_run)
        return
    read = _read(acts, session)
    if dry_run:
        _foretell(session, plan, read)
        return
    with session.write(plan, author) as opened:
        tried = list(_on_trial(opened.plan, read))
        for line, change in tried:
            opened.plan.apply(change)
            print(f"done {line}", flush=True)


def _read(path: Path, session: Session) -> list[NumberedAct]:
    data = sys.stdin.buffer.read() if str(path) == STDIN else path.read_bytes()
    acts, wrong = read_acts(data)
    for line, error in wrong:
        session.warn("cli.acts.line", line=line, reason="; ".join(told(error, session.texts)))
    if wrong:
        session.warn("cli.acts.unusable", count=len(wrong))
        raise typer.Exit(UNUSABLE)
    return acts


def _foretell(session: Session, path: Path, read: Sequence[NumberedAct]) -> None:
    """Every act in words, and below it what it would mean; nothing is written."""
    with session.read(path) as opened:
        before = opened.plan.timeline
        for line, change in _on_trial(opened.plan, read):
            after = before.with_change(change)
            found = impact_between(before, after, opened.plan.codes, [change])
            session.say("cli.acts.would", line=line, what=session.words(change.code, **change.params))
            for words in sentences(found, session.texts, opened.plan.codes) or [session.words("impact.none")]:
                print(f"    {words}")
            before = after


def _on_trial(plan: Plan, acts: Iterable[NumberedAct]) -> Iterator[tuple[int, Change]]:
    """The change of each act, tried one after the other on a copy that stores nothing."""
    from sorstudio.rules.accepting import with_facts

    trial = plan.snapshot()
    aliases: dict[str, str] = {}
    for numbered in acts:
        try:
            change = change_for(trial, with_facts(trial, numbered.act, aliases), aliases)
            aliases = aliases_after(numbered.act, aliases)
            trial.apply(change)
        except SorError as error:
            raise _at_line(numbered, error) from error
        yield numbered.line, change


class RefusedAct(Refused):
    """An act that cannot be; `reason` says why."""

    def __init__(self, line: int, act: str, reason: SorError) -> None:
        super().__init__("cli.acts.refused", line=line, act=act)
        self.reason = reason


class UnusableAct(Unusable):
    """An act that makes no sense as it is written; `reason` says why."""

    def __init__(self, line: int, act: str, reason: SorError) -> None:
        super().__init__("cli.acts.not_usable", line=line, act=act)
        self.reason = reason


def _at_line(numbered: NumberedAct, error: SorError) -> SorError:
    kind = RefusedAct if isinstance(error, Refused) else UnusableAct
    return kind(numbered.line, numbered.act.name, error)
