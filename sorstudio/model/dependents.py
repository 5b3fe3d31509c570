"""Which later acts build on an act, so that a person sees what stands in the way of taking it back alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sorstudio.model.change import Change, Edit, EditAct
from sorstudio.model.plan import Plan


def built_on(plan: Plan, change_id: str) -> tuple[Change, ...]:
    """The acts after one that alter the same fields, or what it made; where none does, those on the same records."""
    changes = plan.timeline.changes
    at = next((place for place, change in enumerate(changes) if change.id == change_id), len(changes))
    later = changes[at + 1 :]
    if not later:
        return ()
    change = changes[at]
    return _touching(later, change) or tuple(one for one in later if one.touches() & change.touches())


def _touching(later: Sequence[Change], change: Change) -> tuple[Change, ...]:
    made = {edit.key for edit in change.edits if edit.act is EditAct.CREATE}
    fields = set(_fields(change.edits))
    return tuple(one for one in later if _uses(one.edits, made) or not fields.isdisjoint(_fields(one.edits)))


def _fields(edits: Iterable[Edit]) -> Iterable[tuple[str, str, str]]:
    return ((edit.kind, edit.key, item.field) for edit in edits for item in edit.fields if item.field != "rank")


def _uses(edits: Iterable[Edit], made: set[str]) -> bool:
    """Whether anything is done with what was made, or put on it."""
    return any(edit.key in made or any(item.after in made for item in edit.fields) for edit in edits)
