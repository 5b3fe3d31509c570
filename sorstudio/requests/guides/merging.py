"""The guide that joins units."""

from __future__ import annotations

from collections.abc import Sequence

from sorstudio.model.inherit import inheritors
from sorstudio.requests.guides.scene import ActLine, Asked, Option, Scene


def asked(scene: Scene, name: str) -> Sequence[Asked]:
    """A question as it is put now; none where the plan answers it."""
    if name == "other":
        return [] if len(scene.units) > 1 else [Asked(params={"unit": scene.unit.name})]
    if name == "into":
        return [Asked(preset=(scene.holders(scene.units) or scene.units)[0])]
    if name == "parent":
        return _parent(scene)
    return _number(scene) if name == "number" else [Asked()]


def acts(scene: Scene) -> list[ActLine]:
    """One merge."""
    into, units = scene.answer("into"), _units(scene)
    named = {"into": into} if scene.is_unit(into) else {"name": into}
    parent = {"parent": scene.answer("parent")} if scene.answer("parent") and not scene.is_unit(into) else {}
    number = scene.answer("number")
    kept = {"number_from": number} if number in _holders(scene) else {}
    return [{"act": "merge", "units": units, **named, **parent, **kept, **scene.common()}]


def _units(scene: Scene) -> list[str]:
    other = scene.answer("other")
    return [*scene.units, *([other] if other and len(scene.units) == 1 else [])]


def _holders(scene: Scene) -> list[str]:
    return scene.holders([*_units(scene), scene.answer("into")])


def _parent(scene: Scene) -> Sequence[Asked]:
    """Where the new unit stands, if the old ones stand in different places."""
    parents = [scene.state.units[key].parent for key in _units(scene) if key in scene.state.units]
    places = [key for key in dict.fromkeys(parents) if key is not None]
    if scene.is_unit(scene.answer("into")) or len(places) < 2:
        return []
    return [Asked(tuple(Option(key, scene.state.units[key].name) for key in places), places[0])]


def _number(scene: Scene) -> Sequence[Asked]:
    """Asked where several have one; the one most units inherit is offered, the taker's own before others."""
    holders = _holders(scene)
    if len(holders) < 2:
        return []
    into = scene.answer("into")
    best = max(holders, key=lambda key: (key == into, len(inheritors(scene.state, key))))
    return [Asked(tuple(map(scene.number_option, holders)), best)]
