"""Several acts, made one after the other, as one change: what a person does for one purpose is one step to undo."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sorstudio.model.change import Change, new_id
from sorstudio.model.edits.branches import Make
from sorstudio.model.errors import Refused
from sorstudio.model.plan import Plan


def composed(plan: Plan, makes: Sequence[Make]) -> Change:
    """One change that does what the acts do in order, each on what the earlier ones leave.

    It reads as the last, which the others lead up to. All must take effect on the same day; acts that would change
    nothing are left out.
    """
    made = _made(plan, makes)
    if not made:
        raise Refused("edit.nothing_changes")
    days = {change.day for change in made}
    if len(days) > 1:
        raise Refused("edit.several_days")
    if len(made) == 1:
        return made[0]
    edits = tuple(edit for change in made for edit in change.edits)
    whole = replace(made[-1], id=new_id(), edits=edits)
    plan.check(whole)
    return whole


def _made(plan: Plan, makes: Sequence[Make]) -> list[Change]:
    trial, made = plan.snapshot(), list[Change]()
    for make in makes:
        try:
            change = make(trial)
        except Refused as refusal:
            if refusal.code != "edit.nothing_changes":
                raise
            continue
        trial.apply(change)
        made.append(change)
    return made
