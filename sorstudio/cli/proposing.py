"""Outlines and own lists on the command line: shown line by line, then made a plan of or added to one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sorstudio import resources
from sorstudio.cli.session import Session, user_name
from sorstudio.formats.lists import ListRead, owner_alone, read_proposals
from sorstudio.formats.matching import Match, matches_in, with_matches
from sorstudio.formats.proposal import ProposedUnit
from sorstudio.formats.taking import Scope, Taking
from sorstudio.model.errors import Unusable
from sorstudio.model.plan import Plan

_SCOPES = {"units": Scope.UNITS, "all": Scope.ALL}


@dataclass(frozen=True, slots=True)
class ListWanted:
    """Which list goes into which plan, and how."""

    path: Path
    source: Path
    owner: str | None = None
    take: str = "units"
    author: str | None = None
    mapping: Mapping[str, str] | None = None
    force: bool = False
    dry_run: bool = False


def new_from_list(session: Session, wanted: ListWanted) -> None:
    """A plan on a baseline of the owner alone, with the units of the list as proposed creates."""
    scope = _scope(wanted.take)
    found = read_proposals(wanted.source, resources.code_lists(), wanted.owner, wanted.mapping)
    plan = _plan_of_owner(session, found, wanted)
    taking = Taking(plan, found.proposals, scope)
    if not wanted.dry_run:
        _store(taking.trial, wanted, session)
    session.say("cli.new.would" if wanted.dry_run else "cli.new.made", path=wanted.path)
    _show(session, found, (), plan)
    _tell_taken(session, taking, scope)


def apply_list(session: Session, wanted: ListWanted, *, yes: bool) -> None:
    """The list matched to the plan's units; with `yes` what is not in doubt is taken over."""
    scope = _scope(wanted.take)
    with session.write(wanted.path, wanted.author) if yes else session.read(wanted.path) as opened:
        found = read_proposals(wanted.source, opened.plan.codes, wanted.owner, wanted.mapping)
        matches = matches_in(opened.plan, found.proposals)
        doubtful = frozenset(match.place for match in matches if match.is_doubtful)
        _show(session, found, matches, opened.plan)
        taking = Taking(opened.plan, with_matches(found.proposals, matches), scope, skip=doubtful)
        if not yes:
            session.say("cli.list.ask", count=len(taking.changes))
            return
        for line, change in taking.changes:
            opened.plan.apply(change)
            print(f"done {line}", flush=True)
        _tell_taken(session, taking, scope)


def _show(session: Session, found: ListRead, matches: Sequence[Match], plan: Plan) -> None:
    """Every line with what it is taken to be, and the unit that it is or may be."""
    by_place = {match.place: match for match in matches}
    depths: list[int] = []
    for proposal in found.proposals:
        depths.append(0 if proposal.parent is None else depths[proposal.parent] + 1)
        match = by_place.get(proposal.place)
        what = session.words(_what(proposal, match))
        known = f"  = {plan.state().units[match.key].name}" if match is not None else ""
        print(f"{proposal.line:>5}  {what:<24}{'  ' * depths[-1]}{proposal.title}{known}")
    for line in found.left_out:
        print(f"{line.line:>5}  {session.words('cli.list.left_out'):<24}{line.text}")
    if found.unused:
        session.warn("cli.list.unused", columns=", ".join(found.unused))


def _what(proposal: ProposedUnit, match: Match | None) -> str:
    if match is not None:
        return "cli.list.perhaps" if match.is_doubtful else "cli.list.match"
    return f"cli.list.{proposal.decision.value}"


def _plan_of_owner(session: Session, found: ListRead, wanted: ListWanted) -> Plan:
    name = wanted.owner or found.owner
    if not name:
        raise Unusable("cli.list.no_owner", source=found.source)
    codes = resources.code_lists()
    baseline = owner_alone(name, found.source, codes, session.today)
    return Plan((baseline,), codes, today=session.today, author=wanted.author or user_name())


def _store(plan: Plan, wanted: ListWanted, session: Session) -> None:
    from sorstudio.storage.plan_file import create

    codes = resources.code_lists()
    create(wanted.path, plan.baseline, codes, today=session.today, journal=plan.journal, force=wanted.force).close()


def _tell_taken(session: Session, taking: Taking, scope: Scope) -> None:
    created = [change for _, change in taking.changes if change.code == "unit.created"]
    session.say("cli.list.taken", units=len(created), changes=len(taking.changes))
    if scope is Scope.UNITS:
        session.say("cli.list.take_all")
    for one in taking.refused:
        reason = session.words(one.reason.code, **one.reason.params)
        session.warn("cli.acts.line", line=one.proposal.line, reason=reason)


def _scope(take: str) -> Scope:
    if take not in _SCOPES:
        raise Unusable("cli.take", value=take)
    return _SCOPES[take]
