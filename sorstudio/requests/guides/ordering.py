"""The guide that orders a location number."""

from __future__ import annotations

from collections.abc import Sequence

from sorstudio.model.edits.settings import setting
from sorstudio.requests.guides.scene import ActLine, Asked, Option, Scene

NONE = "none"


def asked(scene: Scene, name: str) -> Sequence[Asked]:
    """A question as it is put now, with the system that the plan's settings name, and its vendor."""
    if name == "system":
        return [Asked(preset=setting(scene.plan, "journal_systems") or "")]
    if name == "vendor":
        known = scene.plan.codes.journal_system(scene.answer("system"))
        return [Asked(preset=known.vendor if known else "")]
    if name == "operator":
        operators = (Option(one.code, one.name) for one in scene.plan.codes.net_operators)
        return [Asked((Option(NONE), *operators), NONE)]
    return [Asked()]


def acts(scene: Scene) -> list[ActLine]:
    """One order for each chosen unit."""
    operator = scene.answer("operator")
    details = {
        "system": scene.answer("system"),
        "vendor": scene.answer("vendor"),
        "net_operator": "" if operator == NONE else operator,
    }
    given = {name: text for name, text in details.items() if text}
    return [{"act": "order_location_number", "unit": unit, **given, **scene.common()} for unit in scene.units]
