"""Outlines and own lists on the command line: shown line by line, then made a plan of or added to one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sorstudio import resources
from sorstudio.cli.entries import Entries, read_entries
from sorstudio.cli.marking import Proposal, proposals
from sorstudio.cli.session import Session, user_name
from sorstudio.cli.taking import Taking
from sorstudio.model.baseline import Baseline
from sorstudio.model.edits import units
from sorstudio.model.errors import Unusable
from sorstudio.model.plan import Plan

UNITS, ALL = "units", "all"
EMPTY_LAYOUT = "outline"


@dataclass(frozen=True, slots=True)
class NewFromList:
    """What `new` was asked for."""

    path: Path
    source: Path
    owner: str | None = None
    take: str = UNITS
    author: str | None = None
    mapping: Mapping[str, str] | None = None
    force: bool = False
    dry_run: bool = False


def new_from_list(session: Session, wanted: NewFromList) -> None:
    """A plan on an empty baseline with the owner and the units of the list as proposed creates."""
    _check_take(wanted.take)
    found = read_entries(wanted.source, wanted.owner, wanted.mapping)
    plan = _empty_plan(session, found, wanted)
    marked = proposals(plan, found.entries)
    taking = Taking(plan, everything=wanted.take == ALL)
    taking.take(marked)
    if not wanted.dry_run:
        _store(plan, wanted, session)
    session.say("cli.new.would" if wanted.dry_run else "cli.new.made", path=wanted.path)
    show_proposals(session, plan, found, marked)
    _tell_taken(session, taking, wanted.take)


def apply_list(
    session: Session, path: Path, source: Path, *, author: str | None = None, yes: bool = False, take: str = UNITS
) -> None:
    """The list matched to the plan's units; with `yes` what is not in doubt is taken over."""
    _check_take(take)
    with session.write(path, author) if yes else session.read(path) as opened:
        found = read_entries(source)
        marked = proposals(opened.plan, found.entries)
        show_proposals(session, opened.plan, found, marked)
        taking = Taking(opened.plan.snapshot(), everything=take == ALL, sure_only=True)
        taking.take(marked)
        if not yes:
            session.say("cli.list.ask", count=len(taking.changes))
            return
        for line, change in taking.changes:
            opened.plan.apply(change)
            print(f"done {line}", flush=True)
        _tell_taken(session, taking, take)


def show_proposals(session: Session, plan: Plan, found: Entries, marked: Sequence[Proposal]) -> None:
    """Every line with what it is taken to be."""
    depths: list[int] = []
    for proposal in marked:
        parent = proposal.entry.parent
        depths.append(0 if parent is None else depths[parent] + 1)
        indent = "  " * depths[-1]
        print(f"{proposal.entry.line:>5}  {_what(session, plan, proposal):<32}  {indent}{proposal.entry.name}")
    for line, text in found.left_out:
        print(f"{line:>5}  {session.words('cli.list.left_out'):<32}  {text}")


def _what(session: Session, plan: Plan, proposal: Proposal) -> str:
    code = f"cli.list.{proposal.mark.value}"
    if proposal.match is not None and proposal.match in plan.state().units:
        code = "cli.list.match"
    words = session.words(code)
    return session.words("cli.list.doubtful", what=words) if proposal.is_doubtful else words


def _empty_plan(session: Session, found: Entries, wanted: NewFromList) -> Plan:
    name = wanted.owner or found.owner
    if not name:
        raise Unusable("cli.list.no_owner", source=found.source)
    known = resources.code_lists().municipality(name)
    baseline = Baseline(
        id=f"{EMPTY_LAYOUT}-{session.today.isoformat()}",
        day=session.today,
        layout=EMPTY_LAYOUT,
        sources=(found.source,),
    )
    author = wanted.author or user_name()
    plan = Plan((baseline,), resources.code_lists(), today=session.today, author=author)
    # The owner stands in SOR already, so it is no dated act of the plan.
    plan.apply(units.create(plan, None, known.official_name if known else name, day=None))
    return plan


def _store(plan: Plan, wanted: NewFromList, session: Session) -> None:
    from sorstudio.storage.plan_file import create

    codes = resources.code_lists()
    create(wanted.path, plan.baseline, codes, today=session.today, journal=plan.journal, force=wanted.force).close()


def _tell_taken(session: Session, taking: Taking, take: str) -> None:
    created = [change for _, change in taking.changes if change.code == "unit.created"]
    session.say("cli.list.taken", units=len(created), changes=len(taking.changes))
    if take == UNITS:
        session.say("cli.list.take_all")
    for one in taking.refused:
        session.warn("cli.acts.line", line=one.line, reason=session.texts.sentence(one.reason.code, one.reason.params))


def _check_take(take: str) -> None:
    if take not in (UNITS, ALL):
        raise Unusable("cli.take", value=take)
