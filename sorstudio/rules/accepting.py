"""What was found and is let stand: which findings are open, and which somebody has accepted, when and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sorstudio.model.change import Change
from sorstudio.model.edits import accepting
from sorstudio.model.edits.act import Act, Aliases
from sorstudio.model.edits.base import unit_ref
from sorstudio.model.errors import Refused
from sorstudio.model.plan import Plan
from sorstudio.model.records import Acceptance, RecordKind, acceptance_key
from sorstudio.model.state import State
from sorstudio.rules.chosen import chosen
from sorstudio.rules.entry import RuleBook
from sorstudio.rules.finding import Finding, Json, facts
from sorstudio.rules.standing import Standing


@dataclass(frozen=True, slots=True)
class Accepted:
    """A finding that is let stand, and the record that says who accepted it, when and why."""

    finding: Finding
    by: Acceptance


@dataclass(frozen=True, slots=True)
class Split:
    """Findings in the order they came: those that are open, and those that are let stand."""

    open: tuple[Finding, ...]
    accepted: tuple[Accepted, ...]


def acceptance_of(finding: Finding, state: State) -> Acceptance | None:
    """Who has accepted the finding; None where nobody has, or where the facts were others then."""
    found = state.record(RecordKind.ACCEPTANCE, acceptance_key(finding.code, finding.unit))
    if not isinstance(found, Acceptance) or facts(finding) not in found.facts.split():
        return None
    return found


def split(findings: Iterable[Finding], state: State) -> Split:
    """The open findings and the accepted ones."""
    still: list[Finding] = []
    accepted: list[Accepted] = []
    for one in findings:
        by = acceptance_of(one, state)
        if by is None:
            still.append(one)
        else:
            accepted.append(Accepted(one, by))
    return Split(tuple(still), tuple(accepted))


def accept(plan: Plan, findings: Sequence[Finding], reason: str) -> Change:
    """Let stand what one rule finds at one unit: all of it, for it has one reason. Refuses where there is nothing."""
    if not findings:
        raise Refused("acceptance.no_finding")
    first = findings[0]
    if not first.unit:
        raise Refused("acceptance.whole_plan")
    seen = " ".join(dict.fromkeys(facts(one) for one in findings if (one.code, one.unit) == (first.code, first.unit)))
    return accepting.accept(plan, first.unit, first.code, reason=reason, facts=seen)


def found_at(plan: Plan, unit: str, rule: str, book: RuleBook | None = None) -> tuple[Finding, ...]:
    """What one rule of the book that counts finds at one unit."""
    alone = (book or chosen(plan).book).only(frozenset({rule}))
    return tuple(one for one in Standing(plan, alone).of_unit(unit) if one.code == rule)


def with_facts(plan: Plan, act: Act, aliases: Aliases) -> Act:
    """An act as a person writes it: to accept a finding without its fingerprint means what is found there now."""
    unit, rule = act.fields.get("unit"), act.fields.get("rule")
    if act.name != "accept_finding" or "facts" in act.fields or not isinstance(unit, str) or not isinstance(rule, str):
        return act
    found = found_at(plan, aliases.get(unit) or unit_ref(plan, unit.strip()), rule)
    if not found:
        raise Refused("acceptance.no_finding")
    return replace(act, fields={**act.fields, "facts": " ".join(dict.fromkeys(map(facts, found)))})


def acceptance_json(by: Acceptance | None) -> Json:
    """Who has accepted a finding, as `check` tells it."""
    if by is None:
        return None
    return {"reason": by.reason, "author": by.author, "time": by.time.isoformat() if by.time else None}
