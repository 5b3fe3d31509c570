"""The guide that closes a care home, or any other unit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sorstudio.model.edits.offers import offer_name
from sorstudio.requests.guides.scene import ActLine, Asked, Option, Scene


def asked(scene: Scene, name: str) -> Sequence[Asked]:
    """A question as it is put now; none where the plan answers it."""
    below, words = scene.children(scene.unit.key), {"unit": scene.unit.name}
    if name == "below":
        options = (Option("close"), Option("move"))
        count = str(len(list(scene.branch(scene.unit.key))) - 1)
        return [Asked(options, "close", {**words, "count": count})] if below else []
    if name == "below_to":
        return [Asked()] if below and scene.answer("below") == "move" else []
    if name == "successor":
        return [Asked(params=words)]
    if name == "number":
        return _number(scene)
    if name == "offers_to":
        offers = _offers(scene)
        names = ", ".join(offer_name(scene.plan, offer) for offer in offers)
        return [Asked(preset=scene.answer("successor"), params={"offers": names})] if offers else []
    return [Asked()]


def acts(scene: Scene) -> list[ActLine]:
    """Those below move or close, the offers go over, and the unit closes with its successor."""
    return [*_below(scene), *_placing(scene), _ending(scene)]


def _below(scene: Scene) -> Iterator[ActLine]:
    below, common = scene.children(scene.unit.key), scene.common()
    if below and scene.answer("below") == "move":
        yield {"act": "move", "units": below, "parent": scene.answer("below_to"), **common}
    elif _hands_over(scene):
        yield from ({"act": "close", "unit": child, "with_below": True, **common} for child in below)


def _placing(scene: Scene) -> Iterator[ActLine]:
    """Offers that go elsewhere than with the successor are taken off first, so that they go there only."""
    taker, common = scene.answer("offers_to"), scene.common()
    offers = _offers(scene)
    if _hands_over(scene) and taker != scene.answer("successor"):
        own = [placement.offer for placement in scene.state.placements(scene.unit.key)]
        yield from ({"act": "remove_offer", "unit": scene.unit.key, "offer": offer, **common} for offer in own)
    there = {placement.offer for placement in scene.state.placements(taker)} if scene.is_unit(taker) else set()
    wanted = [offer for offer in offers if offer not in there]
    if taker and wanted:
        yield {"act": "place_offer", "offers": wanted, "unit": taker, **common}


def _ending(scene: Scene) -> ActLine:
    unit, successor, common = scene.unit.key, scene.answer("successor"), scene.common()
    if _hands_over(scene):
        return {"act": "merge", "units": [unit], "into": successor, "number_from": unit, **common}
    closed: ActLine = {"act": "close", "unit": unit, "with_below": True}
    return {**closed, **({"replaced_by": [successor]} if successor else {}), **common}


def _hands_over(scene: Scene) -> bool:
    """Whether the number lives on at the successor."""
    return bool(scene.answer("successor")) and bool(_number(scene)) and scene.answer("number") == "successor"


def _number(scene: Scene) -> Sequence[Asked]:
    number = scene.state.number_of(scene.unit.key)
    if number is None or not scene.answer("successor"):
        return []
    return [Asked((Option("ends"), Option("successor")), "ends", {"gln": number.gln or "…"})]


def _offers(scene: Scene) -> list[str]:
    """The offers of the units that close."""
    moves = scene.answer("below") == "move"
    closing = [scene.unit.key] if moves else scene.branch(scene.unit.key)
    return list(dict.fromkeys(one.offer for key in closing for one in scene.state.placements(key)))
