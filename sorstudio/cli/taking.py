"""Takes proposals over into a plan: units, and where asked for offers and notes, each as a change of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sorstudio.model.change import Change
from sorstudio.model.edits import numbers, offers, units
from sorstudio.model.errors import Refused
from sorstudio.model.naming import fold
from sorstudio.model.plan import Plan
from sorstudio.model.records import AddressUse, NumberState

if TYPE_CHECKING:
    from sorstudio.formats.proposal import ProposedUnit


@dataclass(frozen=True, slots=True)
class NotTaken:
    """Something on a line that the plan refuses, and why."""

    line: int
    reason: Refused


class Taking:
    """Makes the changes on a trial plan; `changes`, each with its line, are then applied to the real one."""

    def __init__(self, plan: Plan, *, everything: bool) -> None:
        self.plan = plan
        self.changes: list[tuple[int, Change]] = []
        self.refused: list[NotTaken] = []
        self._everything = everything
        self._keys: dict[int, str | None] = {}

    def take(self, proposals: Sequence[ProposedUnit], *, skip: frozenset[int] = frozenset()) -> None:
        """All in order but those in `skip`; what is refused is noted, and the rest goes on."""
        for proposal in proposals:
            above = self._above(proposal)
            self._keys[proposal.place] = above if proposal.place in skip else self._one(proposal, above)

    def _above(self, proposal: ProposedUnit) -> str | None:
        """The unit that the line above became; the owner at the top."""
        found = self._keys[proposal.parent] if proposal.parent is not None else None
        roots = self.plan.state().roots()
        return found or (roots[0] if roots else None)

    def _one(self, proposal: ProposedUnit, above: str | None) -> str | None:
        """The unit that the lines below stand under."""
        from sorstudio.formats.proposal_guess import Decision

        if proposal.matched_key is not None:
            self._details(proposal, proposal.matched_key)
            return proposal.matched_key
        if proposal.decision is Decision.UNIT:
            return self._unit(proposal, above) or above
        if self._everything and above is not None:
            self._beside(proposal, above, is_offer=proposal.decision is Decision.OFFER)
        return above

    def _unit(self, proposal: ProposedUnit, above: str | None) -> str | None:
        change = self._try(proposal, lambda: units.create(self.plan, above, proposal.title, kind=proposal.kind))
        if change is None:
            return None
        key = change.edits[0].key
        if self._everything and proposal.note:
            self._try(proposal, lambda: units.add_note(self.plan, key, proposal.note))
        self._details(proposal, key)
        return key

    def _details(self, proposal: ProposedUnit, key: str) -> None:
        for make in _details(self.plan, proposal, key):
            self._try(proposal, make)
        for name in proposal.offers if self._everything else ():
            self._offer(proposal, name, key)

    def _beside(self, proposal: ProposedUnit, unit: str, *, is_offer: bool) -> None:
        if is_offer:
            self._offer(proposal, proposal.offer or proposal.title, unit)
        else:
            text = ". ".join(filter(None, (proposal.title, proposal.note)))
            self._try(proposal, lambda: units.add_note(self.plan, unit, text))

    def _offer(self, proposal: ProposedUnit, name: str, unit: str) -> None:
        code = self._offer_code(name)
        if code is None:
            change = self._try(proposal, lambda: offers.create_offer(self.plan, name))
            code = change.edits[0].key if change else None
        if code is not None:
            chosen = code
            self._try(proposal, lambda: offers.place_offer(self.plan, [chosen], unit))

    def _offer_code(self, name: str) -> str | None:
        if self.plan.codes.offer(name) is not None:
            return name
        own = {fold(offer.name): offer.key for offer in self.plan.state().offers()}
        return own.get(fold(name))

    def _try(self, proposal: ProposedUnit, make: Callable[[], Change]) -> Change | None:
        try:
            change = make()
            self.plan.apply(change)
        except Refused as error:
            if error.code not in _ALREADY:
                self.refused.append(NotTaken(proposal.line, error))
            return None
        self.changes.append((proposal.line, change))
        return change


_ALREADY = {"edit.nothing_changes", "offer.already_placed"}


def _details(plan: Plan, proposal: ProposedUnit, key: str) -> Iterator[Callable[[], Change]]:
    """What the line says of the unit itself."""
    if proposal.unit_type:
        yield lambda: units.set_unit_type(plan, key, proposal.unit_type)
    if proposal.address is not None:
        yield lambda: units.set_address(plan, key, AddressUse.POSTAL, proposal.address)
    if proposal.contact is not None:
        yield lambda: units.set_contact(plan, key, proposal.contact)
    if proposal.gln:
        yield lambda: numbers.set_location_number(plan, key, NumberState.OWN, proposal.gln)
