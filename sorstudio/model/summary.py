"""A branch in numbers, as annex 1 of the founding note has it: units by type, offers, special tasks, addresses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sorstudio.model.codes import CodeLists
from sorstudio.model.inherit import Held, address_at
from sorstudio.model.records import UNKNOWN, Address, AddressUse, Text, Unit
from sorstudio.model.state import State


@dataclass(frozen=True, slots=True)
class TypeCount:
    """Units of one type (None: none, UNKNOWN: not in the extract).

    `nested` of them lie below another unit of the same type; `addresses` is how many different places they have.
    """

    unit_type: Text
    units: tuple[str, ...]
    nested: int
    addresses: int

    @property
    def count(self) -> int:
        """How many units there are."""
        return len(self.units)


@dataclass(frozen=True, slots=True)
class OfferCount:
    """An offer and the units of the branch that provide it."""

    offer: str
    units: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """What a branch holds; the top itself counts only where nothing is below it."""

    unit: str
    below: int
    types: tuple[TypeCount, ...]
    offers: tuple[OfferCount, ...]
    tasks: tuple[OfferCount, ...]
    addresses: tuple[str, ...]
    addresses_known: bool
    own_numbers: int


def summarise(state: State, codes: CodeLists, unit: str) -> Summary:
    """The branch below a unit, without what is closed."""
    branch = [found for _, found in state.walk(unit) if found.valid_to is None]
    shown = [found for found in branch if found.key != unit] or branch
    offers = _offers(state, branch)
    return Summary(
        unit=unit,
        below=sum(found.key != unit for found in branch),
        types=_types(state, shown),
        offers=tuple(one for one in offers if not is_special_task(codes, one.offer)),
        tasks=tuple(one for one in offers if is_special_task(codes, one.offer)),
        addresses=tuple(dict.fromkeys(line for found in branch for line in places(state, found))),
        addresses_known=all(found.postal is not UNKNOWN for found in branch),
        own_numbers=sum(state.number_of(found.key) is not None for found in branch),
    )


def is_special_task(codes: CodeLists, offer: str) -> bool:
    """Whether a catalogue offer is one of the special tasks."""
    found = codes.offer(offer)
    return found is not None and found.is_special_task


def places(state: State, unit: Unit) -> tuple[str, ...]:
    """Where a unit works: its visiting address, and its activity address where that is another."""
    lines = []
    for use in (AddressUse.VISITING, AddressUse.ACTIVITY):
        held = address_at(state, unit.key, use)
        if isinstance(held, Held) and isinstance(held.value, Address) and held.value.line():
            lines.append(held.value.line())
    return tuple(dict.fromkeys(lines))


def _types(state: State, units: Sequence[Unit]) -> tuple[TypeCount, ...]:
    """In the order of the tree, as one reads an organisation; what has no type stands at the end."""
    groups: dict[Text, list[Unit]] = defaultdict(list)
    for unit in units:
        groups[unit.unit_type].append(unit)
    counts = [_count(state, kind, group) for kind, group in groups.items()]
    return tuple(sorted(counts, key=lambda one: not isinstance(one.unit_type, str)))


def _count(state: State, kind: Text, group: Sequence[Unit]) -> TypeCount:
    keys = tuple(unit.key for unit in group)
    inside = set(keys)
    nested = sum(not inside.isdisjoint(state.ancestors(key)) for key in keys)
    lines = {line for unit in group for line in places(state, unit)}
    return TypeCount(kind, keys, nested, len(lines))


def _offers(state: State, units: Iterable[Unit]) -> tuple[OfferCount, ...]:
    found: dict[str, list[str]] = defaultdict(list)
    for unit in units:
        for placement in state.placements(unit.key):
            found[placement.offer].append(unit.key)
    return tuple(OfferCount(offer, tuple(keys)) for offer, keys in found.items())


_PLURALS = (
    ("enhed", "enheder"), ("klinik", "klinikker"), ("center", "centre"), ("kontor", "kontorer"), ("hjem", "hjem"),
    ("forvaltning", "forvaltninger"), ("afdeling", "afdelinger"), ("sundhedshus", "sundhedshuse"), ("team", "team"),
    ("kommune", "kommuner"), ("institution", "institutioner"), ("funktion", "funktioner"), ("skole", "skoler"),
    ("ordning", "ordninger"), ("praksis", "praksisser"), ("apotek", "apoteker"), ("hospital", "hospitaler"),
    ("station", "stationer"), ("laboratorium", "laboratorier"), ("region", "regioner"), ("depot", "depoter"),
    ("rådgivning", "rådgivninger"), ("sengeafsnit", "sengeafsnit"),
)  # fmt: skip


def counted(count: int, name: str, language: str) -> str:
    """A type's name after a number: 1 plejehjem, 3 sygeplejeklinikker."""
    lower = name if name[:2].isupper() else name[:1].lower() + name[1:]
    if count == 1:
        return f"1 {lower}"
    if language == "en":
        return f"{count} {lower[:-1] + 'ies' if lower.endswith('y') else lower + ('' if lower.endswith('s') else 's')}"
    for ending, plural in _PLURALS:
        if lower.endswith(ending):
            return f"{count} {lower.removesuffix(ending)}{plural}"
    return f"{count} {lower}"
