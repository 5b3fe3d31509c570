"""Verbs on offers: place a catalogue offer or an own one on a unit, and make own ones. SOR holds none of this."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sorstudio.model.change import Change, altered, created, new_id, removed
from sorstudio.model.edits.base import scene, unit_scene
from sorstudio.model.errors import Refused
from sorstudio.model.plan import Day, Plan, When
from sorstudio.model.records import Offer, Placement, RecordKind, placement_key

OFFER_FIELDS = frozenset({"name", "heading", "area", "legal_basis"})


def place_offer(
    plan: Plan, offers: Sequence[str], unit: str, *, day: When = Day.WORKING, reason: str | None = None
) -> Change:
    """One or several offers provided by a unit."""
    view = unit_scene(plan, day, unit)
    found = view.unit(unit)
    keys = list(dict.fromkeys(known_offer(plan, offer) for offer in offers))
    fresh = [key for key in keys if view.state.record(RecordKind.PLACEMENT, placement_key(key, unit)) is None]
    if not fresh:
        raise Refused("offer.already_placed", offer=offer_names(plan, keys), unit=found.name)
    edits = [created(RecordKind.PLACEMENT, Placement(placement_key(key, unit), unit, key)) for key in fresh]
    return view.change("offer.placed", edits, reason=reason, offer=offer_names(plan, fresh), unit=found.name)


def remove_offer(plan: Plan, offer: str, unit: str, *, day: When = Day.WORKING, reason: str | None = None) -> Change:
    """The unit no longer provides the offer."""
    key = known_offer(plan, offer)
    view = scene(plan, day, (RecordKind.UNIT, unit), (RecordKind.PLACEMENT, placement_key(key, unit)))
    found = view.known(unit)
    placement = view.state.record(RecordKind.PLACEMENT, placement_key(key, unit))
    if placement is None:
        raise Refused("offer.not_placed", offer=offer_names(plan, [key]), unit=found.name)
    edits = [removed(RecordKind.PLACEMENT, placement)]
    return view.change("offer.removed", edits, reason=reason, offer=offer_names(plan, [key]), unit=found.name)


def set_providers(
    plan: Plan,
    cells: Iterable[tuple[str, str]],
    *,
    provided: bool,
    day: When = Day.WORKING,
    reason: str | None = None,
) -> Change:
    """Pairs of offer and unit, all provided from now on, or none of them; what is so already is passed over."""
    pairs = list(dict.fromkeys((known_offer(plan, offer), unit) for offer, unit in cells))
    placements = [(RecordKind.PLACEMENT, placement_key(*pair)) for pair in pairs]
    view = scene(plan, day, *((RecordKind.UNIT, unit) for _, unit in pairs), *([] if provided else placements))
    units = {unit: (view.unit if provided else view.known)(unit) for _, unit in pairs}
    there = [view.state.record(*placement) for placement in placements]
    touched = [pair for pair, found in zip(pairs, there, strict=True) if (found is None) is provided]
    if provided:
        records = [Placement(placement_key(*pair), pair[1], pair[0]) for pair in touched]
        edits = [created(RecordKind.PLACEMENT, record) for record in records]
    else:
        edits = [removed(RecordKind.PLACEMENT, found) for found in there if found is not None]
    names = ", ".join(units[unit].name for unit in dict.fromkeys(unit for _, unit in touched))
    offers = offer_names(plan, list(dict.fromkeys(offer for offer, _ in touched)))
    return view.change("offer.placed" if provided else "offer.removed", edits, reason=reason, offer=offers, unit=names)


def create_offer(
    plan: Plan,
    name: str,
    *,
    heading: str | None = None,
    area: str | None = None,
    legal_basis: str | None = None,
    key: str | None = None,
) -> Change:
    """An offer of the municipality's own, under a heading and an area of the catalogue."""
    view = scene(plan, None)
    offer = Offer(key or new_id(), _checked_name(plan, name), heading, _checked_area(plan, area), legal_basis)
    if plan.codes.offer(offer.key) is not None or view.state.record(RecordKind.OFFER, offer.key) is not None:
        raise Refused("offer.name_taken", offer=offer.key)
    return view.change("offer.created", [created(RecordKind.OFFER, offer)], offer=offer.name)


def change_offer(plan: Plan, offer: str, **values: str | None) -> Change:
    """Name, heading, area or legal basis of an own offer."""
    view = scene(plan, None, (RecordKind.OFFER, offer))
    found = view.state.record(RecordKind.OFFER, offer)
    if not isinstance(found, Offer):
        raise Refused("offer.not_own", offer=offer)
    unknown = sorted(set(values) - OFFER_FIELDS)
    if unknown:
        raise Refused("field.unknown", field=unknown[0], known=", ".join(sorted(OFFER_FIELDS)))
    if "name" in values:
        values["name"] = _checked_name(plan, values["name"] or "", offer)
    _checked_area(plan, values.get("area"))
    return view.change("offer.changed", [altered(RecordKind.OFFER, found, **values)], offer=found.name)


def delete_offer(plan: Plan, offer: str) -> Change:
    """Take an own offer away, with what senders are told about it; refused as long as a unit provides it."""
    view = scene(plan, None, (RecordKind.OFFER, offer))
    found = plan.state().record(RecordKind.OFFER, offer)
    if not isinstance(found, Offer):
        raise Refused("offer.not_own", offer=offer)
    providers = plan.state().providers(offer)
    if providers:
        raise Refused("offer.in_use", offer=found.name, count=len(providers))
    told = plan.state().offer_text(offer)
    edits = [removed(RecordKind.OFFER, found), *([removed(RecordKind.OFFER_TEXT, told)] if told is not None else [])]
    return view.change("offer.deleted", edits, offer=found.name)


def _checked_name(plan: Plan, name: str, own: str = "") -> str:
    text = name.strip()
    if not text:
        raise Refused("offer.name_empty")
    if any(offer.name.casefold() == text.casefold() and offer.key != own for offer in plan.state().offers()):
        raise Refused("offer.name_taken", offer=text)
    return text


def _checked_area(plan: Plan, area: str | None) -> str | None:
    if area is not None and plan.codes.area(area) is None:
        raise Refused("offer.area_unknown", area=area)
    return area


def known_offer(plan: Plan, offer: str) -> str:
    """The key of a catalogue offer or an own one, found by code or by an own offer's name."""
    if plan.codes.offer(offer) is not None:
        return offer
    for own in plan.state().offers():
        if own.key == offer or own.name.casefold() == offer.casefold():
            return own.key
    raise Refused("offer.unknown", offer=offer)


def offer_name(plan: Plan, offer: str, language: str = "da") -> str:
    """An offer in words."""
    entry = plan.codes.offer(offer)
    if entry is not None:
        return entry.name(language)
    own = plan.state().record(RecordKind.OFFER, offer)
    return own.name if isinstance(own, Offer) else offer


def offer_names(plan: Plan, offers: Sequence[str]) -> str:
    """Several offers in words."""
    return ", ".join(offer_name(plan, offer) for offer in offers)
