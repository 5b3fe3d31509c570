"""Two referral tables side by side: the one of the plan, and one that was read; row by row and field by field."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sorstudio.model.codes import CodeLists
from sorstudio.model.naming import fold
from sorstudio.requests.table_reading import ReadTable
from sorstudio.routing.table_cells import FIELDS, Cells, ListedRow


class Match(StrEnum):
    """How a row stands to the other table."""

    SAME = "same"
    DIFFERS = "differs"
    ONLY_HERE = "only_here"
    ONLY_THERE = "only_there"


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that is not the same in the two tables."""

    field: str
    here: str
    there: str


@dataclass(frozen=True, slots=True)
class Pair:
    """A row of the plan's table beside its row in the file; one of the two may be missing."""

    match: Match
    here: Cells | None
    there: ListedRow | None
    differences: tuple[Difference, ...] = ()

    @property
    def cells(self) -> Cells:
        """The row, as the plan has it where both do."""
        if self.here is not None:
            return self.here
        return self.there.cells if self.there is not None else {}


_LOOSE = ("sor_id", "gln", "receiver")
"""What tells whose row it is where no offer or area does, the surest first."""
_ANY = "*"
_Key = tuple[str, str, str]
_KEY = frozenset({"municipality", "area", "offer", "message"})


def compare_tables(
    here: Sequence[Cells], there: ReadTable, codes: CodeLists, *, is_own: bool = False
) -> tuple[Pair, ...]:
    """Every row of both tables once: those of the plan in their order, then what only the file has.

    Rows belong together by offer or area and message. In a table of somebody else's (not `is_own`) those that are left
    belong together by SOR-ID, number or name of the receiver as well.
    """
    found = _paired(here, there.rows, codes, ("",) if is_own else ("", *_LOOSE))
    compared = [name for name in FIELDS if name in there.fields and name not in _KEY]
    told = {id(row) for row in found.values()}
    pairs = [_pair(one, found.get(place), compared) for place, one in enumerate(here)]
    return (*pairs, *(Pair(Match.ONLY_THERE, None, row) for row in there.rows if id(row) not in told))


def _pair(here: Cells, there: ListedRow | None, compared: Sequence[str]) -> Pair:
    if there is None:
        return Pair(Match.ONLY_HERE, here, None)
    unlike = tuple(
        Difference(name, here[name], there.text(name)) for name in compared if here[name] != there.text(name)
    )
    return Pair(Match.DIFFERS if unlike else Match.SAME, here, there, unlike)


def _paired(
    here: Sequence[Cells], there: Sequence[ListedRow], codes: CodeLists, ways: Sequence[str]
) -> dict[int, ListedRow]:
    """The row of the file for each place here, one way of telling after the other for what is left."""
    found: dict[int, ListedRow] = {}
    left = list(there)
    for way in ways:
        index: dict[_Key, list[int]] = defaultdict(list)
        for place, one in enumerate(here):
            if place not in found:
                for key in _keys(one, way, codes, (one["municipality"], _ANY)):
                    index[key].append(place)
        rest: list[ListedRow] = []
        for row in left:
            whose = (row.text("municipality"), "") if row.text("municipality") else (_ANY,)
            places = [place for key in _keys(row.cells, way, codes, whose) for place in index.get(key, ())]
            free = [place for place in dict.fromkeys(places) if place not in found]
            if free and (not way or len(free) == 1):
                found[max(free, key=lambda place: _likeness(here[place], row))] = row
            else:
                rest.append(row)
        left = rest
    return found


def _likeness(here: Cells, row: ListedRow) -> int:
    return sum(here[name] == row.text(name) for name in _LOOSE)


def _keys(one: Cells, way: str, codes: CodeLists, whose: Sequence[str]) -> Iterator[_Key]:
    """What a row is found by; a file without municipality codes is about whichever municipality it is laid beside."""
    message = one.get("message", "")
    subject = fold(one.get(way, "")) if way else subject_of(one, codes)
    if message and subject:
        yield from ((municipality, subject, message) for municipality in whose)


def subject_of(one: Cells, codes: CodeLists) -> str:
    """The offer by its code or its name; else the area by its code or its name."""
    offer, name, area = one.get("offer", ""), fold(one.get("offer_name", "")), one.get("area", "")
    if codes.offer(offer) is not None:
        return f"offer {offer}"
    named = {fold(each.name_da): each.code for each in codes.areas}
    if not offer and area and named.get(name, area) == area and (not name or name in named):
        return f"area {area}"
    known = next((each.code for each in codes.offers if fold(each.name_da) == name), "")
    if known:
        return f"offer {known}"
    return f"area {named[name]}" if name in named and not offer else f"own {name}" if name else ""
