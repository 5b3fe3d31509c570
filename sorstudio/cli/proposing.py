"""Outlines and own lists on the command line: shown line by line, then made a plan of or added to one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sorstudio import resources
from sorstudio.cli.lists import ListRead, matches_in, read_proposals
from sorstudio.cli.session import Session, user_name
from sorstudio.cli.taking import Taking
from sorstudio.formats.matching import Match, with_matches
from sorstudio.formats.proposal import ProposedUnit
from sorstudio.formats.versions import UNIT_FIELDS
from sorstudio.model.baseline import Baseline, Version
from sorstudio.model.change import new_id
from sorstudio.model.errors import Unusable
from sorstudio.model.plan import Plan
from sorstudio.model.records import UNKNOWN, RecordKind, Unit, UnitKind

UNITS, ALL = "units", "all"
OWNER_LAYOUT = "outline"


@dataclass(frozen=True, slots=True)
class ListWanted:
    """Which list goes into which plan, and how."""

    path: Path
    source: Path
    owner: str | None = None
    take: str = UNITS
    author: str | None = None
    mapping: Mapping[str, str] | None = None
    force: bool = False
    dry_run: bool = False


def new_from_list(session: Session, wanted: ListWanted) -> None:
    """A plan on a baseline of the owner alone, with the units of the list as proposed creates."""
    _check_take(wanted.take)
    found = read_proposals(wanted.source, resources.code_lists(), wanted.owner, wanted.mapping)
    plan = _plan_of_owner(session, found, wanted)
    taking = Taking(plan, everything=wanted.take == ALL)
    taking.take(found.proposals)
    if not wanted.dry_run:
        _store(plan, wanted, session)
    session.say("cli.new.would" if wanted.dry_run else "cli.new.made", path=wanted.path)
    _show(session, found, (), plan)
    _tell_taken(session, taking, wanted.take)


def apply_list(session: Session, wanted: ListWanted, *, yes: bool) -> None:
    """The list matched to the plan's units; with `yes` what is not in doubt is taken over."""
    _check_take(wanted.take)
    with session.write(wanted.path, wanted.author) if yes else session.read(wanted.path) as opened:
        found = read_proposals(wanted.source, opened.plan.codes, wanted.owner, wanted.mapping)
        matches = matches_in(opened.plan, found.proposals)
        doubtful = frozenset(match.place for match in matches if match.is_doubtful)
        _show(session, found, matches, opened.plan)
        taking = Taking(opened.plan.snapshot(), everything=wanted.take == ALL)
        taking.take(with_matches(found.proposals, matches), skip=doubtful)
        if not yes:
            session.say("cli.list.ask", count=len(taking.changes))
            return
        for line, change in taking.changes:
            opened.plan.apply(change)
            print(f"done {line}", flush=True)
        _tell_taken(session, taking, wanted.take)


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
    for line, text in found.left_out:
        print(f"{line:>5}  {session.words('cli.list.left_out'):<24}{text}")
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
    known = codes.municipality(name)
    author = wanted.author or user_name()
    baseline = _owner_alone(session, found, known.official_name if known else name)
    return Plan((baseline,), codes, today=session.today, author=author)


def _owner_alone(session: Session, found: ListRead, name: str) -> Baseline:
    """A baseline with nothing but the owner, which stands in SOR already; of it only the name is known."""
    unknown: dict[str, Any] = dict.fromkeys((*UNIT_FIELDS, "number_state"), UNKNOWN)
    owner = Unit(new_id(), UnitKind.IE, name, specialities_known=False, **unknown)
    version = Version(RecordKind.UNIT, owner)
    return Baseline(new_id(), session.today, OWNER_LAYOUT, sources=(found.source,), versions=(version,))


def _store(plan: Plan, wanted: ListWanted, session: Session) -> None:
    from sorstudio.storage.plan_file import create

    codes = resources.code_lists()
    create(wanted.path, plan.baseline, codes, today=session.today, journal=plan.journal, force=wanted.force).close()


def _tell_taken(session: Session, taking: Taking, take: str) -> None:
    created = [change for _, change in taking.changes if change.code == "unit.created"]
    session.say("cli.list.taken", units=len(created), changes=len(taking.changes))
    if take == UNITS:
        session.say("cli.list.take_all")
    for one in taking.refused:
        session.warn("cli.acts.line", line=one.line, reason=session.words(one.reason.code, **one.reason.params))


def _check_take(take: str) -> None:
    if take not in (UNITS, ALL):
        raise Unusable("cli.take", value=take)
