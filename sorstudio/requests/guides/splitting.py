"""The guide that splits a unit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sorstudio.model.edits.offers import offer_name
from sorstudio.requests.guides.scene import ActLine, Asked, Option, Scene

PARTS = ("name1", "name2", "name3")
STAYS = "stays"
_CHILD, _OFFER, _NUMBER = "child", "offer", "number"


def asked(scene: Scene, name: str) -> Sequence[Asked]:
    """A question as it is put now; one for each thing to share out."""
    if name == "keep":
        return [Asked((Option("closes"), Option(STAYS)), "closes", {"unit": scene.unit.name})]
    return list(_shares(scene)) if name == "share" else [Asked()]


def acts(scene: Scene) -> list[ActLine]:
    """One split."""
    into = [_part(scene, part) for part in PARTS if scene.answer(part)]
    keep = scene.answer("keep") == STAYS
    return [{"act": "split", "unit": scene.unit.key, "into": into, "keep": keep, **scene.common()}]


def _part(scene: Scene, part: str) -> ActLine:
    taken = [key for key, _ in _things(scene) if scene.answer(f"share:{key}") == part]
    return {
        "name": scene.answer(part),
        "children": [key.partition(":")[2] for key in taken if key.startswith(_CHILD)],
        "offers": [key.partition(":")[2] for key in taken if key.startswith(_OFFER)],
        "number": any(key == _NUMBER for key in taken),
    }


def _shares(scene: Scene) -> Iterator[Asked]:
    parts = [Option(part, scene.answer(part)) for part in PARTS if scene.answer(part)]
    stays = [Option(STAYS)] if scene.answer("keep") == STAYS else []
    options = (*parts, *stays)
    for key, words in _things(scene):
        yield Asked(options, options[0].value if options else "", {"what": words}, key)


def _things(scene: Scene) -> Iterator[tuple[str, str]]:
    """What the unit has: units below, offers, its number."""
    for child in scene.children(scene.unit.key):
        yield f"{_CHILD}:{child}", scene.state.units[child].name
    for placement in scene.state.placements(scene.unit.key):
        yield f"{_OFFER}:{placement.offer}", offer_name(scene.plan, placement.offer)
    number = scene.state.number_of(scene.unit.key)
    if number is not None:
        yield _NUMBER, f"GLN {number.gln or '…'}"
