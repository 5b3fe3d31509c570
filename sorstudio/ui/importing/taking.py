"""Lines of an outline or an own list taken over into a plan: which changes the decided proposals become."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from sorstudio.formats import container
from sorstudio.formats.matching import KnownUnit, match, with_matches
from sorstudio.formats.outline import read_outline
from sorstudio.formats.own_list import read_list
from sorstudio.formats.proposal import Proposals, ProposedUnit, propose_list, propose_outline, unit_above
from sorstudio.formats.proposal_guess import Decision
from sorstudio.formats.recognise import Kind, sniff_bytes
from sorstudio.model.baseline import Baseline
from sorstudio.model.change import Change, new_id
from sorstudio.model.codes import CodeLists
from sorstudio.model.edits import numbers, offers, units
from sorstudio.model.errors import SorError
from sorstudio.model.plan import Plan
from sorstudio.model.records import AddressUse, NumberState, UnitKind
from sorstudio.model.texts import Texts
from sorstudio.ui.editor import Make

_LISTS = (Kind.XLSX, Kind.TABLE, Kind.REGISTER)


def read_proposals(path: Path, codes: CodeLists) -> tuple[str | None, Proposals]:
    """The owner that the list names, if it does, and a proposal for every line."""
    data = container.load(path)[0].data
    if sniff_bytes(data) in _LISTS:
        own = read_list(data, path.name)
        return own.owner, propose_list(own, codes)
    outline = read_outline(data, path.name)
    return outline.owner, propose_outline(outline, codes)


def matched(proposals: Proposals, plan: Plan) -> Proposals:
    """The proposals with the units of the plan that they already are."""
    state = plan.state()
    known = [
        KnownUnit(
            unit.key,
            unit.name,
            state.path(unit.key)[:-1],
            unit.unit_type if isinstance(unit.unit_type, str) else None,
            unit.sor_id,
            number.gln if (number := state.number_of(unit.key)) else None,
        )
        for unit in state.units.values()
        if unit.valid_to is None and unit.parent is not None
    ]
    return with_matches(proposals, match(proposals, known))


def makes(plan: Plan, proposals: Proposals, owner: str) -> Iterator[tuple[ProposedUnit, Make]]:
    """The changes in an order that works, each with the line it comes from; keys are settled beforehand."""
    keys = {one.place: one.matched_key or new_id() for one in proposals if one.decision is Decision.UNIT}
    catalogue = _Catalogue(plan)
    for one in proposals:
        above = unit_above(proposals, one.parent)
        parent = keys[above] if above is not None else owner
        if one.decision is Decision.UNIT:
            yield from ((one, make) for make in _of_unit(one, keys[one.place], parent))
            yield from ((one, make) for code in one.offers for make in catalogue.placing(code, keys[one.place]))
        elif one.decision is Decision.OFFER:
            yield from ((one, make) for make in catalogue.placing(one.offer or one.title, parent))


def first_objection(plan: Plan, changes: Sequence[tuple[ProposedUnit, Make]]) -> tuple[ProposedUnit, SorError] | None:
    """Try everything on a copy: the first line that cannot be taken over, and why."""
    trial = plan.snapshot()
    for one, make in changes:
        try:
            trial.apply(make(trial))
        except SorError as error:
            return one, error
    return None


def empty_baseline(source: str, today: date) -> Baseline:
    """A plan that begins with nothing, because no extract is at hand."""
    return Baseline(new_id(), today, "list", sources=(source,))


def owner_change(plan: Plan, name: str) -> Change:
    """The owner at the top of such a plan."""
    return units.create(plan, None, name, kind=UnitKind.IE)


def short_name(text: str) -> str:
    """A name for a set of headers that fits a settings file."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def decision_words(texts: Texts) -> Mapping[Decision, str]:
    """What a line can become, in words."""
    return {one: texts.sentence(f"ui.decision.{one.value}") for one in Decision}


def _of_unit(one: ProposedUnit, key: str, parent: str) -> Iterator[Make]:
    if one.matched_key is not None:
        return
    yield partial(units.create, parent=parent, name=one.title, key=key, unit_type=_known_type(one))
    if one.sor_id:
        yield partial(units.set_sor_id, unit=key, sor_id=one.sor_id)
    if one.gln:
        yield partial(numbers.set_location_number, unit=key, state=NumberState.OWN, gln=one.gln)
    if one.address is not None:
        yield partial(units.set_address, unit=key, use=AddressUse.POSTAL, address=one.address)
    if one.contact is not None and one.contact.phone:
        yield partial(units.set_contact, unit=key, contact=one.contact)
    if one.note:
        yield partial(units.add_note, unit=key, text=one.note)


def _known_type(one: ProposedUnit) -> str | None:
    """Only a code is a type; other words of the list stay in its line."""
    return one.unit_type if one.unit_type and one.unit_type.isdigit() else None


class _Catalogue:
    """The offers there are, with those that the list itself brings."""

    def __init__(self, plan: Plan) -> None:
        self._codes = plan.codes
        self._own = {offer.name.casefold(): offer.key for offer in plan.state().offers()}
        self._placed = {(unit, item.offer) for unit in plan.state().units for item in plan.state().placements(unit)}

    def placing(self, offer: str, unit: str) -> Iterator[Make]:
        """An offer that is in no catalogue is made first; one that stands there already is left alone."""
        code = offer
        if self._codes.offer(offer) is None:
            known = self._own.get(offer.casefold())
            code = known or new_id()
            if known is None:
                self._own[offer.casefold()] = code
                yield partial(offers.create_offer, name=offer, key=code)
        if (unit, code) not in self._placed:
            self._placed.add((unit, code))
            yield partial(offers.place_offer, offers=[code], unit=unit)
