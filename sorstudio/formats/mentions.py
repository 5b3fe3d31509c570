"""Bundles of endpoints that name units which another file holds: they tie numbers to those units, no more."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace

from sorstudio.formats.raw import RawExtract, RawNumber, RawUnit
from sorstudio.model.records import UNKNOWN, Value

_LAYOUT = "fhir"
_OF_NUMBERS = frozenset({"gln", "number_state", "inactive"})
# What a mention may lack, because the tree has it.
_NEEDLESS = frozenset({"fhir.reference_unresolved", "row.name_empty"})


def without_mentions(extracts: Sequence[RawExtract]) -> list[RawExtract]:
    """The same files with each unit where the tree has it; where the tree's file is silent, a mention fills in."""
    mentioned = [_mentioned(extract, extracts) for extract in extracts]
    if not any(mentioned):
        return list(extracts)
    told: dict[str, list[RawUnit]] = defaultdict(list)
    for extract, keys in zip(extracts, mentioned, strict=True):
        for unit in extract.units:
            if unit.sor_id in keys:
                told[unit.sor_id].append(unit)
    return [_settled(extract, keys, told) for extract, keys in zip(extracts, mentioned, strict=True)]


def _mentioned(extract: RawExtract, extracts: Iterable[RawExtract]) -> Set[str]:
    """The units that stand once in a bundle of endpoints and in a tree; twice in one file is a fault of the file."""
    if not _holds_endpoints(extract):
        return frozenset()
    once = {unit for unit, count in Counter(unit.sor_id for unit in extract.units).items() if count == 1}
    trees = (_units(other) for other in extracts if other is not extract and _is_tree(other, extract))
    return {unit for tree in trees for unit in once & tree}


def _holds_endpoints(extract: RawExtract) -> bool:
    return extract.layout == _LAYOUT and bool(extract.numbers)


def _is_tree(extract: RawExtract, mentioning: RawExtract) -> bool:
    """A file without endpoints, or one that holds all units of the other and more."""
    return not _holds_endpoints(extract) or _units(mentioning) < _units(extract)


def _units(extract: RawExtract) -> frozenset[str]:
    return frozenset(unit.sor_id for unit in extract.units)


def _settled(extract: RawExtract, keys: Set[str], told: Mapping[str, Sequence[RawUnit]]) -> RawExtract:
    units = tuple(_filled(unit, extract, told) for unit in extract.units if unit.sor_id not in keys)
    if not keys:
        return replace(extract, units=units)
    gone = [unit for unit in extract.units if unit.sor_id in keys]
    lines = {unit.line for unit in gone}
    kept = tuple(one for one in extract.problems if one.code not in _NEEDLESS or one.line not in lines)
    carries = extract.carries if units else _OF_NUMBERS & (extract.carries | {"gln", "number_state"})
    return replace(extract, units=units, numbers=_numbers(extract, gone), carries=carries, problems=kept)


def _numbers(extract: RawExtract, mentions: Iterable[RawUnit]) -> tuple[RawNumber, ...]:
    """A number that stands on the mention itself and not at an endpoint belongs to the unit all the same."""
    known = {(number.gln, number.unit) for number in extract.numbers}
    own = (RawNumber(unit.line, unit.gln, unit.sor_id) for unit in mentions if unit.gln)
    return (*extract.numbers, *(number for number in own if (number.gln, number.unit) not in known))


def _filled(unit: RawUnit, extract: RawExtract, told: Mapping[str, Sequence[RawUnit]]) -> RawUnit:
    fields: dict[str, Value] = dict(unit.fields)
    for mention in told.get(unit.sor_id, ()):
        for name, value in mention.fields.items():
            present = fields.get(name, None if name in extract.carries else UNKNOWN)
            if present is UNKNOWN and value is not None and value is not UNKNOWN:
                fields[name] = value
    return replace(unit, fields=fields) if fields != unit.fields else unit
