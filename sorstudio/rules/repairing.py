"""Repairs made: one, or many alike, as a change that is undone as one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sorstudio.model.change import Change
from sorstudio.model.edits.acts import aliases_after, change_for, parse_act
from sorstudio.model.edits.branches import together
from sorstudio.model.errors import Refused, SorError
from sorstudio.model.plan import Plan
from sorstudio.rules.finding import Finding, Json, Repair


@dataclass(frozen=True, slots=True)
class Proposal:
    """A finding, and the repair of it that is meant."""

    finding: Finding
    repair: Repair


@dataclass(frozen=True, slots=True)
class Repairs:
    """What several proposals come to: a change, or one for each day; what was made, and what was refused and why.

    What another repair has mended already is in neither list.
    """

    changes: tuple[Change, ...] = ()
    made: tuple[Proposal, ...] = ()
    refused: tuple[tuple[Proposal, SorError], ...] = ()


def proposals(findings: Iterable[Finding], *, unsafe: bool = False) -> Iterator[Proposal]:
    """For each finding its first safe repair; with `unsafe` the first of those that ask for a choice, where none is."""
    for finding in findings:
        safe = next((one for one in finding.repairs if one.is_safe), None)
        first = safe or (finding.repairs[0] if unsafe and finding.repairs else None)
        if first is not None:
            yield Proposal(finding, first)


def repair(plan: Plan, proposal: Proposal) -> tuple[Change, ...]:
    """One repair as a change, or one for each day on which its acts take effect; refuses like the acts themselves."""
    return _as_one(plan, [proposal], _acts_made(plan.snapshot(), proposal))


def repair_all(plan: Plan, wanted: Sequence[Proposal]) -> Repairs:
    """Many repairs, each tried on what those before it left; a refused one is left out and told."""
    trial = plan.snapshot()
    made: list[Proposal] = []
    changes: list[Change] = []
    refused: list[tuple[Proposal, SorError]] = []
    for one in wanted:
        try:
            changes.extend(_acts_made(trial, one))
            made.append(one)
        except SorError as error:
            if error.code != "edit.nothing_changes":
                refused.append((one, error))
    return Repairs(_as_one(plan, made, changes) if made else (), tuple(made), tuple(refused))


def in_time(plan: Plan, act: Mapping[str, Json]) -> dict[str, Json]:
    """The act, dated on the last day on which the plan changes its unit, where that is after the working date.

    A finding tells how things end: made any earlier, the repair would be undone by what comes later.
    """
    days = (
        change.day
        for change in plan.timeline.changes
        if change.day is not None and any(edit.key == act.get("unit") for edit in change.edits)
    )
    last = max(days, default=plan.working_date)
    later = {"date": last.isoformat()} if "date" not in act and last > plan.working_date else {}
    return {**act, **later}


def _acts_made(trial: Plan, proposal: Proposal) -> list[Change]:
    """The acts of a repair, made on the trial one after the other: all, or none."""
    start = trial.head
    aliases: dict[str, str] = {}
    made: list[Change] = []
    try:
        for data in proposal.repair.acts:
            act = parse_act(in_time(trial, data))
            made.append(trial.apply(change_for(trial, act, aliases)))
            aliases = aliases_after(act, aliases)
    except SorError:
        trial.go_to(start)
        raise
    return made


def _as_one(plan: Plan, made: Sequence[Proposal], changes: Sequence[Change]) -> tuple[Change, ...]:
    """Several changes as one for each day, under a sentence of their own."""
    fresh = [replace(one, follows=(), author="", time=None) for one in changes]
    if len(fresh) == 1:
        return tuple(fresh)
    joined = together(plan, [lambda _, one=one: one for one in fresh])  # type: ignore[misc]
    code = "repairs.made" if len(made) > 1 else "repair.made"
    params = {
        "rule": ", ".join(dict.fromkeys(one.finding.code for one in made)),
        "unit": ", ".join(dict.fromkeys(one.finding.unit_name for one in made)),
        "count": str(len(made)),
    }
    whole = tuple(replace(one, code=code, params=params) for one in joined)
    return whole if _can_be_made(plan, whole) else tuple(fresh)


def _can_be_made(plan: Plan, changes: Sequence[Change]) -> bool:
    """Whether the days can be taken one after the other; acts that go to and fro between days may not be sorted."""
    trial = plan.snapshot()
    try:
        trial.apply_all(changes)
    except Refused:
        return False
    return True
