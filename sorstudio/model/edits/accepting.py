"""Verbs on what is let stand: a finding of a rule accepted with a reason, and the acceptance withdrawn."""

from __future__ import annotations

from sorstudio.model.change import Change, created, now, removed, updated
from sorstudio.model.edits.base import scene, unit_scene
from sorstudio.model.errors import Refused
from sorstudio.model.plan import Plan
from sorstudio.model.records import Acceptance, RecordKind, acceptance_key


def accept(plan: Plan, unit: str, rule: str, *, reason: str, facts: str) -> Change:
    """Let stand what a rule finds at a unit, as long as the `facts` are the same; signed by the author of the plan."""
    view = unit_scene(plan, None, unit)
    found = view.known(unit)
    if not reason.strip():
        raise Refused("acceptance.no_reason")
    key = acceptance_key(rule, unit)
    old = plan.state().record(RecordKind.ACCEPTANCE, key)
    new = Acceptance(key, unit, rule, reason.strip(), facts, plan.author, now())
    if isinstance(old, Acceptance) and (old.reason, old.facts) == (new.reason, new.facts):
        raise Refused("edit.nothing_changes")
    edit = updated(RecordKind.ACCEPTANCE, old, new) if old else created(RecordKind.ACCEPTANCE, new)
    return view.change("acceptance.made", [edit], reason=new.reason, unit=found.name, rule=rule)


def withdraw(plan: Plan, unit: str, rule: str, *, reason: str | None = None) -> Change:
    """Let what was accepted be a finding again."""
    key = acceptance_key(rule, unit)
    view = scene(plan, None, (RecordKind.ACCEPTANCE, key))
    found = view.state.record(RecordKind.ACCEPTANCE, key)
    if found is None:
        raise Refused("acceptance.none", unit=unit_scene(plan, None, unit).known(unit).name, rule=rule)
    edit = removed(RecordKind.ACCEPTANCE, found)
    return view.change("acceptance.withdrawn", [edit], reason=reason, unit=view.known(unit).name, rule=rule)
