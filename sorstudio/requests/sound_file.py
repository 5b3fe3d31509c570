"""Whether a register file can be what the plan is confirmed with: the same owner, newer, whole, and not half closed."""

from __future__ import annotations

from datetime import date

from sorstudio.model.baseline import Baseline
from sorstudio.model.errors import Unusable
from sorstudio.model.plan import Plan
from sorstudio.model.timeline import Timeline

LEAST_UNITS = 0.9
MOST_CLOSED = 0.1


def check_file(plan: Plan, file: Baseline) -> None:
    """Refuse, with the figures, a file that would do the plan harm. What the plan itself closes does not count."""
    old, new = plan.timeline.plain(plan.baseline.day), Timeline(file, ()).plain(file.day)
    _same_owner(plan, file)
    if file.day < plan.baseline.day:
        raise Unusable("confirm.older", day=file.day, baseline=plan.baseline.day)
    asked = {unit.key for unit in plan.state().units.values() if unit.valid_to is not None}
    counted = [unit for unit in old.units.values() if _is_open(unit.valid_to, plan.baseline.day)]
    expected = [unit for unit in counted if unit.key not in asked and unit.sor_id is not None]
    total = sum(_is_open(unit.valid_to, file.day) for unit in new.units.values())
    if expected and total < LEAST_UNITS * len(expected):
        raise Unusable("confirm.truncated", count=total, expected=len(expected))
    shown = {unit.sor_id for unit in new.units.values() if _is_open(unit.valid_to, file.day)}
    closed = sum(unit.sor_id not in shown for unit in expected)
    if expected and closed > MOST_CLOSED * len(expected):
        raise Unusable("confirm.closes", count=closed, total=len(expected))


def _same_owner(plan: Plan, file: Baseline) -> None:
    old, new = plan.timeline.plain(plan.baseline.day), Timeline(file, ()).plain(file.day)
    ours = next((old.units[key] for key in old.roots()), None)
    theirs = next((new.units[key] for key in new.roots()), None)
    if ours is None or ours.sor_id is None or theirs is None or ours.sor_id == theirs.sor_id:
        return
    raise Unusable(
        "confirm.other_owner", owner=theirs.name, owner_id=theirs.sor_id, expected=ours.name, expected_id=ours.sor_id
    )


def _is_open(end: date | None, day: date) -> bool:
    return end is None or end > day
