"""What an act would mean, found out without making it."""

from __future__ import annotations

from collections.abc import Sequence

from sorstudio.model.change import Change, Edit
from sorstudio.model.edits.branches import together
from sorstudio.model.errors import SorError
from sorstudio.model.impact import Impact, impact_between
from sorstudio.model.plan import Plan
from sorstudio.model.records import RecordKind
from sorstudio.ui.editor import Make


def weighed(plan: Plan, makes: Sequence[Make]) -> Impact | None:
    """What the acts mean together, or None where one of them cannot be."""
    try:
        changes = together(plan, makes)
    except SorError:
        return None
    after = plan.timeline
    for change in changes:
        after = after.with_change(change)
    return impact_between(plan.timeline, after, plan.codes, changes)


def is_grave(change: Change) -> bool:
    """Whether a change moves or ends a unit, so that others may lose or gain by it."""
    return any(_moves_or_ends(edit) for edit in change.edits)


def _moves_or_ends(edit: Edit) -> bool:
    if edit.kind is not RecordKind.UNIT:
        return False
    before, after = edit.before(), edit.after()
    moves = before.get("parent") is not None and before.get("parent") != after.get("parent")
    return moves or (before.get("valid_to") is None and after.get("valid_to") is not None)
