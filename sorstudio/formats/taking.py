"""Takes proposals over into a plan: units, and where asked for offers and notes, each as a change of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum

from sorstudio.formats.proposal import Proposals, ProposedUnit, unit_above
from sorstudio.formats.proposal_guess import Decision
from sorstudio.model.change import Change
from sorstudio.model.edits import numbers, offers, units
from sorstudio.model.errors import Refused
from sorstudio.model.naming import fold
from sorstudio.model.plan import Plan
from sorstudio.model.records import AddressUse, NumberState, UnitKind

_ALREADY = frozenset({"edit.nothing_changes", "offer.already_placed"})
_NO_OBSTACLE = frozenset({"unit_type.unknown", "contact.phone_missing"})


class Scope(Enum):
    """How much of the lines is taken over."""

    UNITS = "units"
    """Units, and what their lines say of them, also of those that are there already."""
    ALL = "all"
    """Offers and notes too, and what SOR does not hold as notes."""
    DECIDED = "decided"
    """What a person has decided: units with their notes, and offers; a unit that is there keeps its own details."""

    @property
    def has_offers(self) -> bool:
        """Whether offers and the notes of new units are taken along."""
        return self is not Scope.UNITS


@dataclass(frozen=True, slots=True)
class NotTaken:
    """Something on a line that the plan refuses, and why."""

    proposal: ProposedUnit
    reason: Refused


class Taking:
    """Makes the changes on a trial copy of the plan; `changes`, each with its line, then go into the real one.

    What is refused is noted in `refused`, and the rest goes on.
    """

    def __init__(self, plan: Plan, proposals: Proposals, scope: Scope, *, skip: frozenset[int] = frozenset()) -> None:
        self.trial = plan.snapshot()
        self.trial.show(plan.shown_day)
        self.changes: list[tuple[int, Change]] = []
        self.refused: list[NotTaken] = []
        self._proposals, self._scope = proposals, scope
        self._owner = next(iter(plan.state().roots()), None)
        self._keys: dict[int, str | None] = {}
        for proposal in proposals:
            above = self._above(proposal)
            self._keys[proposal.place] = above if proposal.place in skip else self._one(proposal, above)

    def objection(self) -> NotTaken | None:
        """The first refusal that a person must see to; words that are no type or telephone just stay in the list."""
        return next((one for one in self.refused if one.reason.code not in _NO_OBSTACLE), None)

    def _above(self, proposal: ProposedUnit) -> str | None:
        """The unit that the line above became; the owner at the top."""
        return (self._keys[proposal.parent] if proposal.parent is not None else None) or self._owner

    def _one(self, proposal: ProposedUnit, above: str | None) -> str | None:
        """The unit that the lines below stand under."""
        if proposal.decision is Decision.UNIT:
            return self._known(proposal) or self._unit(proposal, above) or above
        if above is not None:
            self._beside(proposal, above)
        return above

    def _known(self, proposal: ProposedUnit) -> str | None:
        key = proposal.matched_key
        if key is not None:
            if self._scope is not Scope.DECIDED:
                self._details(proposal, key)
            self._offers(proposal, key)
        return key

    def _unit(self, proposal: ProposedUnit, above: str | None) -> str | None:
        kind = self._kind(proposal)
        change = self._try(proposal, lambda: units.create(self.trial, above, proposal.title, kind=kind))
        if change is None:
            return None
        key = change.edits[0].key
        if self._scope.has_offers and proposal.note:
            self._try(proposal, lambda: units.add_note(self.trial, key, proposal.note))
        self._details(proposal, key)
        self._offers(proposal, key)
        return key

    def _kind(self, proposal: ProposedUnit) -> UnitKind:
        """Right below the owner stand health institutions, also where the owner has a line of its own."""
        line = unit_above(self._proposals, proposal.parent)
        is_top = line is not None and self._keys[line] == self._owner == self._proposals[line].matched_key
        return UnitKind.SI if is_top else proposal.kind

    def _details(self, proposal: ProposedUnit, key: str) -> None:
        for make in _details(self.trial, proposal, key):
            self._try(proposal, make)

    def _offers(self, proposal: ProposedUnit, key: str) -> None:
        for name in proposal.offers if self._scope.has_offers else ():
            self._offer(proposal, name, key)

    def _beside(self, proposal: ProposedUnit, unit: str) -> None:
        """A line that is no unit, on the unit that it stands below."""
        if proposal.decision is Decision.OFFER and self._scope.has_offers:
            self._offer(proposal, proposal.offer or proposal.title, unit)
        elif proposal.decision is Decision.NOT_IN_SOR and self._scope is Scope.ALL:
            text = ". ".join(filter(None, (proposal.title, proposal.note)))
            self._try(proposal, lambda: units.add_note(self.trial, unit, text))

    def _offer(self, proposal: ProposedUnit, name: str, unit: str) -> None:
        code = self._offer_code(name)
        if code is None:
            change = self._try(proposal, lambda: offers.create_offer(self.trial, name))
            code = change.edits[0].key if change else None
        if code is not None:
            chosen = code
            self._try(proposal, lambda: offers.place_offer(self.trial, [chosen], unit))

    def _offer_code(self, name: str) -> str | None:
        if self.trial.codes.offer(name) is not None:
            return name
        own = {fold(offer.name): offer.key for offer in self.trial.state().offers()}
        return own.get(fold(name))

    def _try(self, proposal: ProposedUnit, make: Callable[[], Change]) -> Change | None:
        try:
            change = make()
            self.trial.apply(change)
        except Refused as error:
            if error.code not in _ALREADY:
                self.refused.append(NotTaken(proposal, error))
            return None
        self.changes.append((proposal.line, change))
        return change


def _details(plan: Plan, proposal: ProposedUnit, key: str) -> Iterator[Callable[[], Change]]:
    """What the line says of the unit itself."""
    if proposal.sor_id and proposal.matched_key is None:
        yield lambda: units.set_sor_id(plan, key, proposal.sor_id or "")
    if proposal.unit_type:
        yield lambda: units.set_unit_type(plan, key, proposal.unit_type)
    if proposal.address is not None:
        yield lambda: units.set_address(plan, key, AddressUse.POSTAL, proposal.address)
    if proposal.contact is not None:
        yield lambda: units.set_contact(plan, key, proposal.contact)
    if proposal.gln:
        yield lambda: numbers.set_location_number(plan, key, NumberState.OWN, proposal.gln)
