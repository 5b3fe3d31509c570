"""Lines without SOR-IDs as proposals: what each would become in a plan, for a person to accept or change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sorstudio.formats.outline import Outline, parents
from sorstudio.formats.own_list import OwnList, OwnRow
from sorstudio.formats.proposal_guess import Decision, Guess, best_offer, guess
from sorstudio.model.codes import CodeLists
from sorstudio.model.records import Address, Contact, UnitKind


@dataclass(frozen=True, slots=True)
class ProposedUnit:
    """One line as it would be taken over. `place` is its number in the list, `parent` the place of the line above.

    `kind` counts only lines that become units: right below the owner stand health institutions. `offer` is the
    catalogue's code when the line itself is an offer (None for one of the municipality's own); `offers` are those
    that a unit provides. `matched_key` is the unit in the plan that the line already is.
    """

    place: int
    line: int
    title: str
    decision: Decision
    reason: str
    kind: UnitKind
    parent: int | None = None
    matched_key: str | None = None
    note: str = ""
    unit_type: str | None = None
    gln: str | None = None
    address: Address | None = None
    contact: Contact | None = None
    sor_id: str | None = None
    offer: str | None = None
    offers: tuple[str, ...] = ()


Proposals = tuple[ProposedUnit, ...]


def propose_outline(outline: Outline, codes: CodeLists) -> Proposals:
    """A proposal for every line of a text."""
    above = parents(outline.lines)
    found = []
    for place, line in enumerate(outline.lines):
        seen = guess(line.title, line.note, codes)
        one = _proposed(place, line.line, line.title, seen, above[place])
        found.append(replace(one, note=line.note, unit_type=_unit_type(line.title, codes)))
    return with_kinds(found)


def propose_list(own: OwnList, codes: CodeLists) -> Proposals:
    """A proposal for every row of a list; a row with an address, a number or a type of its own is a unit."""
    return with_kinds([_of_row(place, row, codes) for place, row in enumerate(own.rows)])


def decide(proposals: Sequence[ProposedUnit], place: int, decision: Decision) -> Proposals:
    """The same proposals with one line decided by a person; what lies below it is kept as it is."""
    changed = replace(proposals[place], decision=decision, reason="proposal.by_hand")
    return with_kinds([*proposals[:place], changed, *proposals[place + 1 :]])


def with_kinds(proposals: Sequence[ProposedUnit]) -> Proposals:
    """Each line's kind by how many lines above it become units."""
    found: list[ProposedUnit] = []
    for one in proposals:
        above = unit_above(found, one.parent)
        found.append(replace(one, kind=UnitKind.SI if above is None else UnitKind.OE))
    return tuple(found)


def unit_above(proposals: Sequence[ProposedUnit], place: int | None) -> int | None:
    """The nearest line from `place` upwards that becomes a unit; None means the owner itself.

    It is where a unit goes whose own parent stays out of SOR, and the unit that provides an offer.
    """
    while place is not None and proposals[place].decision is not Decision.UNIT:
        place = proposals[place].parent
    return place


def _proposed(place: int, line: int, title: str, seen: Guess, parent: int | None) -> ProposedUnit:
    return ProposedUnit(place, line, title, seen.decision, seen.reason, UnitKind.OE, parent, offer=seen.offer)


def _of_row(place: int, row: OwnRow, codes: CodeLists) -> ProposedUnit:
    is_described = bool(row.unit_type or row.street or row.gln or row.sor_id or row.offers)
    seen = Guess(Decision.UNIT, "proposal.described") if is_described else guess(row.name, row.note, codes)
    known = codes.unit_type(row.unit_type) if row.unit_type else None
    written = known.code if known else row.unit_type or None
    return replace(
        _proposed(place, row.line, row.name, seen, row.parent),
        note=row.note,
        unit_type=written or _unit_type(row.name, codes),
        gln=row.gln or None,
        sor_id=row.sor_id or None,
        address=_address(row),
        contact=_contact(row),
        offers=tuple(_offer_code(text, codes) for text in row.offers),
    )


def _unit_type(title: str, codes: CodeLists) -> str | None:
    """Only a name that is or begins with a type's own name gives the type away, and only one that names no two."""
    words = title.split()
    first = codes.unit_type(words[0]) if words and "og" not in words else None
    found = codes.unit_type(title) or first
    return found.code if found else None


def _offer_code(text: str, codes: CodeLists) -> str:
    """The catalogue's code, or the municipality's own words."""
    found = best_offer(text, codes)
    return found.code if found else text


def _address(row: OwnRow) -> Address | None:
    address = Address(street=row.street or None, postcode=row.postcode or None, city=row.city or None)
    return None if address == Address() else address


def _contact(row: OwnRow) -> Contact | None:
    contact = Contact(row.phone or None, row.email or None, row.website or None)
    return None if contact == Contact() else contact
