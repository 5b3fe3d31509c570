"""Rules on unit types: set, known, right for the kind, the offers, the name and the unit above, and not vague."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sorstudio.model.codes import UnitType
from sorstudio.model.records import Unit, UnitKind, Unknown
from sorstudio.model.suggest import Suggestion, argument, suggest_type, types_of_offer
from sorstudio.model.type_clues import InName
from sorstudio.rules.bench import Bench
from sorstudio.rules.engine import Hit, Unjudged, Yield, check
from sorstudio.rules.entry import RuleEntry
from sorstudio.rules.finding import Repair
from sorstudio.rules.indexes import folded
from sorstudio.rules.parameters import Table, Words
from sorstudio.rules.reach import Reach
from sorstudio.rules.subjects import providers, typed

_OWNER, _INSTITUTION = "owner_type", "institution_type"
_NEAR = Reach.SIBLINGS | Reach.PARENT | Reach.CHILDREN | Reach.FIRST_WORDS
"""Whose types and names a suggestion is argued from."""


@check("unit_type_is_set", _NEAR)
def unit_type_is_set(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """Partners find a unit by its type."""
    if isinstance(unit.unit_type, Unknown):
        yield Unjudged("unit_type")
    elif not unit.unit_type:
        yield _missing(bench, unit)


@check("unit_type_is_known", at=typed)
def unit_type_is_known(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """A type is one of SOR's own; the words of a file that match none of them say nothing to anybody."""
    if _written(unit) and _type(bench, unit) is None:
        types = _offered(bench, unit)
        yield Hit({"words": unit.unit_type}, tuple(_set(bench, unit, code) for code in types))


@check("unit_type_fits_kind", at=typed)
def unit_type_fits_kind(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """Some types belong to owners alone, and some to institutions."""
    found = _type(bench, unit)
    if found is not None and not _fits_kind(found, unit):
        yield Hit({"type": found, "kind": f"word.kind.{unit.kind}"})


@check("unit_type_fits_offers", at=providers, vague=Words())
def unit_type_fits_offers(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """What a unit offers says which types it can have; a vague type is told of by another rule."""
    found = _judged(bench, unit)
    if found is None or found.name_da in entry.words("vague"):
        return
    offers = [placement.offer for placement in bench.state.placements(unit.key)]
    fitting = _offered(bench, unit)
    if fitting and found.code not in fitting:
        told = tuple(bench.codes.offer(offer) or offer for offer in offers)
        types = tuple(bench.codes.unit_type(code) or code for code in fitting)
        repairs = tuple(_set(bench, unit, code) for code in fitting)
        yield Hit({"type": found, "offers": told, "types": types}, repairs)


@check("unit_type_fits_name", Reach.CHILDREN, at=typed, akin=Table(), unfit=Table(), vague=Words())
def unit_type_fits_name(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """A name that speaks of one thing and a type that says another mislead whoever goes by either."""
    found = _judged(bench, unit)
    if found is None or found.name_da in entry.words("vague") or _offered(bench, unit):
        return
    words = bench.codes.type_clues.in_name(unit.name)
    if any(one.unit_type == found.code for one in words):
        return
    other = _contrary(bench, words, entry.table("akin").get(found.name_da, ()))
    if other is not None and not _is_above_others(bench, unit):
        word, contrary = other
        yield Hit({"type": found, "word": word, "other": contrary}, (_set(bench, unit, contrary.code),))
        return
    strange = _strange(unit, entry.table("unfit").get(found.name_da, ()))
    if strange:
        yield Hit({"type": found, "word": strange}, variant=".unfit")


@check("unit_type_fits_parent", Reach.PARENT, at=typed, children=Table(), anywhere=Words())
def unit_type_fits_parent(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """Below a dental clinic stand dental clinics; where the tree says another thing, unit or type are misplaced.

    Quiet where the name of the unit above speaks of both: it has room for one type only.
    """
    parent = bench.state.units.get(unit.parent or "")
    above = _type(bench, parent) if parent is not None else None
    fitting = entry.table("children").get(above.name_da) if above is not None else None
    found = _judged(bench, unit) if fitting is not None else None
    if fitting is None or found is None or found == above or parent is None:
        return
    if found.name_da not in (*fitting, *entry.words("anywhere")) and not _speaks_of(bench, parent, found):
        yield Hit({"type": found, "parent": bench.name(parent.key), "parent_type": above})


@check("unit_type_is_specific", Reach.CHILDREN, at=typed, vague=Words(), beyond=Words())
def unit_type_is_specific(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """A vague type hides what a unit does, where its offers or its name tell a type that says it."""
    found = _judged(bench, unit)
    if found is None or found.name_da not in entry.words("vague") or _is_above_others(bench, unit):
        return
    offered = _offered(bench, unit)
    if found.code in offered:
        return
    if not offered:
        words = bench.codes.type_clues.in_name(unit.name)
        other = _contrary(bench, words, (*entry.words("vague"), *entry.words("beyond")))
        offered = (other[1].code,) if other is not None else ()
    types = [
        one for code in offered if (one := bench.codes.unit_type(code)) and one.name_da not in entry.words("vague")
    ]
    if types:
        yield Hit({"type": found, "types": tuple(types)}, tuple(_set(bench, unit, one.code) for one in types))


def _missing(bench: Bench, unit: Unit) -> Hit:
    """The type that is probably missing, with its reasons; after it those that fit what the unit offers."""
    found = suggest_type(bench.neighbours, bench.codes, unit.key)
    others = tuple(_set(bench, unit, code) for code in _offered(bench, unit) if not found or code != found.unit_type)
    if found is None:
        return Hit({}, others)
    label = bench.codes.unit_type(found.unit_type)
    params = {"type": label or found.unit_type, "why": argument(found, bench.state, bench.codes)}
    variant = ".office" if found.is_above_others else ".suggested"
    return Hit(params, (_suggested(bench, unit, found), *others), variant=variant)


def _suggested(bench: Bench, unit: Unit, found: Suggestion) -> Repair:
    return _set(bench, unit, found.unit_type, is_safe=found.is_safe)


def _set(bench: Bench, unit: Unit, code: str, *, is_safe: bool = False) -> Repair:
    act = {"act": "set_unit_type", "unit": unit.key, "code": code}
    params = {"unit": unit.name, "type": bench.codes.unit_type(code) or code}
    return Repair("set_unit_type", act, params, is_safe=is_safe)


def _written(unit: Unit) -> str:
    """The type as it stands in the register; empty where there is none, or none is carried."""
    return unit.unit_type if isinstance(unit.unit_type, str) else ""


def _type(bench: Bench, unit: Unit) -> UnitType | None:
    written = _written(unit)
    return bench.codes.unit_type(written) if written else None


def _judged(bench: Bench, unit: Unit) -> UnitType | None:
    """The type where it is one that such a unit can have: otherwise that is what is wrong, and is told."""
    found = _type(bench, unit)
    return found if found is not None and unit.kind is not UnitKind.IE and _fits_kind(found, unit) else None


def _fits_kind(found: UnitType, unit: Unit) -> bool:
    if unit.kind is UnitKind.IE:
        return found.kind == _OWNER
    return found.kind != _OWNER and not (unit.kind is UnitKind.OE and found.kind == _INSTITUTION)


def _speaks_of(bench: Bench, unit: Unit, found: UnitType) -> bool:
    """Whether a word of a unit's name is one for the type."""
    return any(one.unit_type == found.code for one in bench.codes.type_clues.in_name(unit.name))


def _offered(bench: Bench, unit: Unit) -> tuple[str, ...]:
    """The types that fit anything the unit offers, each once."""
    placed = bench.state.placements(unit.key)
    codes = (code for one in placed for code in types_of_offer(bench.state, bench.codes, one.offer))
    return tuple(dict.fromkeys(codes))


def _contrary(bench: Bench, words: Sequence[InName], akin: Sequence[str]) -> tuple[str, UnitType] | None:
    """The first sure word of a name and its type, where none of the sure words is of a type that is akin."""
    told = [(one.word, bench.codes.unit_type(one.unit_type)) for one in words if one.is_sure]
    if any(one is not None and one.name_da in akin for _, one in told):
        return None
    return next(((word, one) for word, one in told if one is not None), None)


def _strange(unit: Unit, words: Sequence[str]) -> str:
    """The first of some words that stands in a name."""
    name = folded(unit.name) if words else ""
    return next((word for word in words if folded(word) in name), "")


def _is_above_others(bench: Bench, unit: Unit) -> bool:
    """Whether it may be the office above what its name tells of."""
    return any(bench.state.units[key].valid_to is None for key in bench.state.children(unit.key))
