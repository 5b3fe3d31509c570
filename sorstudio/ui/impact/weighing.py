"""What an act would mean, found out without making it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sorstudio.model.change import Change, Edit
from sorstudio.model.edits.branches import together
from sorstudio.model.errors import SorError
from sorstudio.model.impact import Consequence, Impact, Tone, impact_between, ordered
from sorstudio.model.plan import Plan
from sorstudio.model.records import RecordKind
from sorstudio.model.timeline import Timeline
from sorstudio.routing.coverage import coverage
from sorstudio.routing.directory import Directory
from sorstudio.routing.losses import lost_between
from sorstudio.ui.editor import Make


def weighed(plan: Plan, makes: Sequence[Make], language: str = "da") -> Impact | None:
    """What the acts mean together, or None where one of them cannot be; areas are named in a language."""
    try:
        changes = together(plan, makes)
    except SorError:
        return None
    after = plan.timeline
    for change in changes:
        after = after.with_change(change)
    found = impact_between(plan.timeline, after, plan.codes, changes)
    if not any(is_grave(change) for change in changes):
        return found
    return ordered((*found.consequences, *_silent(plan, after, language)))


def _silent(plan: Plan, after: Timeline, language: str) -> Iterator[Consequence]:
    """The messages to areas that have a receiver now, and none once everything has taken effect."""
    before = coverage(Directory(plan.state(), plan.codes))
    lost = lost_between(before, Directory(after.state(), plan.codes))
    areas = [plan.codes.area(cell.area) for cell in lost]
    names = (f"{cell.type} ({area.name(language)})" for cell, area in zip(lost, areas, strict=True) if area)
    if lost:
        yield Consequence("silent", Tone.LOSS, tuple(f"{one.area}:{one.type}" for one in lost), tuple(names))


def is_grave(change: Change) -> bool:
    """Whether a change moves or ends a unit, so that others may lose or gain by it."""
    return any(_moves_or_ends(edit) for edit in change.edits)


def _moves_or_ends(edit: Edit) -> bool:
    if edit.kind is not RecordKind.UNIT:
        return False
    before, after = edit.before(), edit.after()
    moves = before.get("parent") is not None and before.get("parent") != after.get("parent")
    return moves or (before.get("valid_to") is None and after.get("valid_to") is not None)
