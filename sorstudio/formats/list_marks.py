"""Says of each line whether it is a unit, an offer or nothing SOR holds, and which unit of the plan it is already."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sorstudio.formats.list_entries import Entry
from sorstudio.model.codes import CatalogueOffer, CodeLists
from sorstudio.model.naming import fold
from sorstudio.model.plan import Plan
from sorstudio.model.records import Unit


class Mark(StrEnum):
    """What a line of an organisation chart stands for."""

    UNIT = "unit"
    OFFER = "offer"
    NOT_IN_SOR = "not_in_sor"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A line with its mark; `match` is the unit that it names already, `offer` the catalogue's offer of that name."""

    entry: Entry
    mark: Mark
    match: str | None = None
    offer: str | None = None
    is_doubtful: bool = False


# Municipal work that is no health or social service; SOR holds units that communicate about citizens' health.
_ELSEWHERE = re.compile(
    r"\b(it|hr|personale|okonomi\w*|oekonomi\w*|ejendomme?|bygninger|arealer|teknik|miljoe|borgerservice|kultur|fritid"
    r"|folkeskoler?|skole|dagtilbud|bibliotek\w*|intern service|plan og byg|vej og park|kommunikation|jura|udbud)\b"
)
# A line that begins so tells what is done, and names nobody who does it.
_TASK = re.compile(
    r"(administrere|drive|drift|udvikle|udvikling|levere|yde|myndigheds\w*|opgaver|indsats\w*|ophold|ansvar\w*|diverse"
    r"|varetage\w*|ydelser)\b|.*\b(opgaver|ansvar|ydelser)\b"
)
# Work that communicates about citizens' health, also where the line names other work beside it.
_HEALTH = re.compile(
    r"sundhed|omsorg|pleje|hjaelpemid|traening|rehab|tandl|tandpleje|psykiatri|misbrug|rusmid|jobcent|\bjob\b|\bppr\b"
    r"|psykolog|handicap|senior|aeldre|botilbud|bosted|demens|forebygg|visitation|akutfunktion|akutteam|familie"
)
_SERVICES = re.compile(r"ydelser\b|\btilbud iht\b")
_LAW = re.compile(r"§|\b(serviceloven|sundhedsloven|lov om)\b")
_NEAR = 92
"""rapidfuzz's score from which two names may be one, spelt differently; still a person is asked."""


def proposals(plan: Plan, entries: Sequence[Entry]) -> list[Proposal]:
    """Each line with its mark, in the order of the lines."""
    known = _Known(plan)
    parents = {entry.parent for entry in entries if entry.parent is not None}
    found: list[Proposal] = []
    for place, entry in enumerate(entries):
        above = found[entry.parent] if entry.parent is not None else None
        found.append(_proposal(entry, above, place not in parents, known, plan.codes))
    return found


def _proposal(entry: Entry, above: Proposal | None, is_leaf: bool, known: _Known, codes: CodeLists) -> Proposal:
    match, is_sure = known.unit(entry)
    if match is not None:
        return Proposal(entry, Mark.UNIT, match, is_doubtful=not is_sure)
    if entry.is_listed:
        return Proposal(entry, Mark.UNIT)
    offer = _offer(entry.name, codes) if is_leaf and above is not None else None
    if offer is not None:
        return Proposal(entry, Mark.OFFER, offer=offer.code)
    if is_leaf and above is not None and _is_service(entry, above):
        return Proposal(entry, Mark.OFFER, is_doubtful=True)
    return _unit_or_not(entry, above, is_leaf)


def _is_service(entry: Entry, above: Proposal) -> bool:
    """A line that names a law, or stands below one that lists services."""
    return bool(_LAW.search(entry.name.casefold())) or bool(_SERVICES.search(fold(above.entry.name)))


def _unit_or_not(entry: Entry, above: Proposal | None, is_leaf: bool) -> Proposal:
    name = fold(entry.name)
    if _HEALTH.search(name) and not (is_leaf and _TASK.match(name)):
        return Proposal(entry, Mark.UNIT, is_doubtful=_is_long(entry, is_leaf) or _is_elsewhere(above))
    if _is_elsewhere(above) or _ELSEWHERE.search(name):
        return Proposal(entry, Mark.NOT_IN_SOR)
    if _TASK.match(name):
        return Proposal(entry, Mark.NOT_IN_SOR if is_leaf else Mark.UNIT, is_doubtful=True)
    return Proposal(entry, Mark.UNIT, is_doubtful=_is_long(entry, is_leaf))


def _is_elsewhere(above: Proposal | None) -> bool:
    return above is not None and above.mark is Mark.NOT_IN_SOR


def _is_long(entry: Entry, is_leaf: bool) -> bool:
    """A whole sentence at the end of a branch is seldom a unit's name."""
    return is_leaf and len(entry.name.split()) > _LONG


_LONG = 7


def _offer(name: str, codes: CodeLists) -> CatalogueOffer | None:
    folded = fold(name)
    return next((offer for offer in codes.offers if folded in (fold(offer.name_da), fold(offer.name_en))), None)


class _Known:
    """The plan's open units by SOR-ID and name."""

    def __init__(self, plan: Plan) -> None:
        state = plan.state()
        open_units = [unit for unit in state.units.values() if plan.status(unit.key) != "closed"]
        self._by_sor_id: Mapping[str, str] = {unit.sor_id: unit.key for unit in open_units if unit.sor_id}
        self._by_name: dict[str, list[Unit]] = defaultdict(list)
        for unit in open_units:
            self._by_name[fold(unit.name)].append(unit)

    def unit(self, entry: Entry) -> tuple[str | None, bool]:
        """The unit that a line names, and whether that is certain."""
        if entry.sor_id in self._by_sor_id:
            return self._by_sor_id[entry.sor_id], True
        same = self._by_name.get(fold(entry.name), [])
        if same:
            return same[0].key, len(same) == 1
        return self._near(entry.name), False

    def _near(self, name: str) -> str | None:
        from rapidfuzz import fuzz, process

        found = process.extractOne(fold(name), self._by_name.keys(), scorer=fuzz.ratio, score_cutoff=_NEAR)
        return self._by_name[found[0]][0].key if found else None
