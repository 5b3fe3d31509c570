"""What a place in the history is called: a branch by its name, the baseline, where the plan stands, or an act."""

from __future__ import annotations

from sorstudio.model.plan import Plan
from sorstudio.model.texts import Texts


def place_name(plan: Plan, place: str | None, texts: Texts) -> str:
    """The name of a place, ready to stand after `in`."""
    if place is None:
        return texts.sentence("compare.place.baseline")
    names = [name for name, tip in plan.journal.names.items() if tip == place]
    if names:
        return texts.sentence("compare.place.named", {"name": names[-1]})
    if place == plan.head:
        return texts.sentence("compare.place.here")
    number = list(plan.journal.changes).index(place) + 1
    return texts.sentence("compare.place.act", {"number": number})


def branch_name(plan: Plan, tip: str, texts: Texts) -> str:
    """The name of a branch, or its latest act where nobody named it."""
    name = next((name for name, at in reversed(plan.journal.names.items()) if at == tip), "")
    change = plan.journal.changes[tip]
    return name or texts.sentence("compare.unnamed", {"sentence": texts.sentence(change.code, change.params)})
