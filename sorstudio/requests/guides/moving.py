"""The guide that moves an administration: a whole branch below another one, or below another owner."""

from __future__ import annotations

from collections.abc import Sequence

from sorstudio.model.edits.settings import setting
from sorstudio.model.inherit import number_giver
from sorstudio.model.records import UnitKind
from sorstudio.requests.guides.scene import ActLine, Asked, Option, Scene


def asked(scene: Scene, name: str) -> Sequence[Asked]:
    """A question as it is put now; none where the plan answers it."""
    unit = {"unit": scene.unit.name}
    if name == "to":
        return [Asked(params=unit)]
    if name == "becomes":
        return [Asked((Option("closes"), Option("stays")), "closes", unit)] if _is_dissolved(scene) else []
    if name == "number":
        holders = scene.holders([scene.answer("to"), scene.unit.key])
        wanted = _closes(scene) and len(holders) > 1
        return [Asked(tuple(map(scene.number_option, holders)), holders[0])] if wanted else []
    if name == "inherit":
        options = (Option("new"), Option("order"))
        return [Asked(options, "new", unit)] if not _is_dissolved(scene) and _inherits_from_above(scene) else []
    return [Asked()]


def acts(scene: Scene) -> list[ActLine]:
    """A move; a dissolved institution moves all it holds, and closes where it is succeeded."""
    unit, target, common = scene.unit.key, scene.answer("to"), scene.common()
    if _closes(scene):
        number = {"number_from": scene.answer("number")} if scene.answer("number") else {}
        return [{"act": "merge", "units": [unit], "into": target, **number, **common}]
    if _is_dissolved(scene):
        return [{"act": "move", "units": scene.children(unit), "parent": target, **common}]
    moved: ActLine = {"act": "move", "unit": unit, "parent": target, **common}
    if scene.answer("inherit") != "order" or not _inherits_from_above(scene):
        return [moved]
    system = setting(scene.plan, "journal_systems")
    named = {"system": system} if system else {}
    return [{"act": "order_location_number", "unit": unit, **named, **common}, moved]


def _is_dissolved(scene: Scene) -> bool:
    """Whether an institution is to go below another, where only what it holds can stand."""
    target = scene.state.units.get(scene.answer("to"))
    return scene.unit.kind is UnitKind.SI and target is not None and target.kind is not UnitKind.IE


def _closes(scene: Scene) -> bool:
    return _is_dissolved(scene) and scene.answer("becomes") != "stays"


def _inherits_from_above(scene: Scene) -> bool:
    """Whether a unit of the branch uses a number from above it."""
    above = set(scene.state.ancestors(scene.unit.key))
    return any(number_giver(scene.state, key) in above for key in scene.branch(scene.unit.key))
