"""Takes proposals over into a plan: units, and where asked for offers and notes, each as a change of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from sorstudio.formats.list_entries import Entry
from sorstudio.formats.list_marks import Mark, Proposal
from sorstudio.model.change import Change
from sorstudio.model.edits import numbers, offers, units
from sorstudio.model.errors import Refused, SorError
from sorstudio.model.naming import fold
from sorstudio.model.plan import Plan
from sorstudio.model.records import Address, AddressUse, Contact, NumberState


@dataclass(frozen=True, slots=True)
class NotTaken:
    """Something on a line that the plan refuses, and why."""

    line: int
    reason: SorError


class Taking:
    """Makes the changes on a trial plan; `changes` is then applied to the real one."""

    def __init__(self, plan: Plan, *, everything: bool, sure_only: bool = False) -> None:
        self.plan = plan
        self.changes: list[tuple[int, Change]] = []
        self.refused: list[NotTaken] = []
        self._everything = everything
        self._sure_only = sure_only
        self._keys: list[str | None] = []

    def take(self, proposals: Sequence[Proposal]) -> None:
        """All of them in order; what is refused is noted, and the rest goes on."""
        for proposal in proposals:
            above = self._above(proposal)
            self._keys.append(self._one(proposal, above))

    def _above(self, proposal: Proposal) -> str | None:
        """The unit that the line above became; the owner at the top."""
        parent = proposal.entry.parent
        found = self._keys[parent] if parent is not None else None
        roots = self.plan.state().roots()
        return found or (roots[0] if roots else None)

    def _one(self, proposal: Proposal, above: str | None) -> str | None:
        """The unit that lines below stand under."""
        if proposal.match is not None:
            self._details(proposal.entry, proposal.match)
            return proposal.match
        if self._sure_only and proposal.is_doubtful:
            return above
        if proposal.mark is Mark.UNIT:
            return self._unit(proposal.entry, above) or above
        if self._everything and above is not None:
            self._beside(proposal, above)
        return above

    def _unit(self, entry: Entry, above: str | None) -> str | None:
        change = self._try(entry, lambda: units.create(self.plan, above, entry.name))
        if change is None:
            return None
        key = change.edits[0].key
        if self._everything and entry.note:
            self._try(entry, lambda: units.add_note(self.plan, key, entry.note))
        self._details(entry, key)
        return key

    def _details(self, entry: Entry, key: str) -> None:
        for make in _details(self.plan, entry, key):
            self._try(entry, make)
        for name in entry.offers:
            self._offer(entry, name, key)

    def _beside(self, proposal: Proposal, unit: str) -> None:
        entry = proposal.entry
        if proposal.mark is Mark.OFFER:
            self._offer(entry, proposal.offer or entry.name, unit)
        else:
            text = ". ".join(filter(None, (entry.name, entry.note)))
            self._try(entry, lambda: units.add_note(self.plan, unit, text))

    def _offer(self, entry: Entry, name: str, unit: str) -> None:
        code = self._offer_code(name)
        if code is None:
            change = self._try(entry, lambda: offers.create_offer(self.plan, name))
            code = change.edits[0].key if change else None
        if code is not None:
            chosen = code
            self._try(entry, lambda: offers.place_offer(self.plan, [chosen], unit))

    def _offer_code(self, name: str) -> str | None:
        known = {fold(offer.name_da): offer.code for offer in self.plan.codes.offers}
        own = {fold(offer.name): offer.key for offer in self.plan.state().offers()}
        if self.plan.codes.offer(name) is not None:
            return name
        return known.get(fold(name)) or own.get(fold(name))

    def _try(self, entry: Entry, make: Callable[[], Change]) -> Change | None:
        try:
            change = make()
            self.plan.apply(change)
        except Refused as error:
            if error.code != "edit.nothing_changes":
                self.refused.append(NotTaken(entry.line, error))
            return None
        self.changes.append((entry.line, change))
        return change


def _details(plan: Plan, entry: Entry, key: str) -> Iterator[Callable[[], Change]]:
    if entry.unit_type:
        yield lambda: units.set_unit_type(plan, key, entry.unit_type)
    if entry.street or entry.postcode:
        address = Address(entry.street or None, postcode=entry.postcode or None, city=entry.city or None)
        yield lambda: units.set_address(plan, key, AddressUse.POSTAL, address)
    if entry.phone or entry.email or entry.website:
        contact = Contact(entry.phone or None, entry.email or None, entry.website or None)
        yield lambda: units.set_contact(plan, key, contact)
    if entry.gln:
        yield lambda: numbers.set_location_number(plan, key, NumberState.OWN, entry.gln)
