"""Rules on which number an area of the municipality uses: one of its own, the administration's, or somebody else's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import takewhile

from sorstudio.model.areas import Areas, Ground, areas_of
from sorstudio.model.inherit import nearest_number_above, number_giver
from sorstudio.model.records import NumberState, Unit, UnitKind
from sorstudio.rules.bench import Bench
from sorstudio.rules.engine import Hit, Yield, check
from sorstudio.rules.entry import RuleEntry
from sorstudio.rules.finding import Repair, Severity
from sorstudio.rules.parameters import Words
from sorstudio.rules.reach import Reach
from sorstudio.rules.subjects import inheriting, parents
from sorstudio.rules.systems import TO_COME, order_repairs

_SHOWN = 5
_ALL = Reach.ABOVE | Reach.BELOW | Reach.SIBLINGS | Reach.WORDS | Reach.SETTINGS


def _border(bench: Bench) -> Iterable[str]:
    return (unit.key for unit in bench.open if unit.kind is not UnitKind.IE)


@check("number_across_administrations", _ALL, at=_border, types=Words())
def number_across_administrations(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """An administration without a number of its own, in which units use the number from above it."""
    if not _is_border(unit, entry):
        return
    state = bench.state
    giver = nearest_number_above(state, unit.key)
    if giver is None or state.number_of(unit.key) is not None or len(state.children(unit.parent or "")) == 1:
        return
    if any(_is_border(state.units[key], entry) for key in _between(bench, unit, giver)):
        return
    users = tuple(key for key in (unit.key, *state.below(unit.key)) if _uses(bench, key, giver))
    if users:
        number = state.number_of(giver)
        gln = (number.gln if number else None) or TO_COME
        params = {"giver": bench.name(giver), "gln": gln, "count": len(users), "users": bench.names(users[:_SHOWN])}
        yield Hit(params, order_repairs(bench, unit))


@check("area_has_its_own_number", Reach.ABOVE | Reach.WORDS | Reach.SETTINGS, at=inheriting, areas=Words())
def area_has_its_own_number(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """A unit of an area that partners write to by itself uses the number of a unit of another area."""
    if unit.number_state is not NumberState.INHERITED:
        return
    here = bench.areas(unit)
    area = _one_of(here, entry.words("areas"))
    giver = nearest_number_above(bench.state, unit.key) if area is not None else None
    if area is None or giver is None or _has(bench, giver, area) or _is_said_above(bench, unit, area):
        return
    number = bench.state.number_of(giver)
    gln = (number.gln if number else None) or TO_COME
    params = {"area": bench.codes.area(area), "giver": bench.name(giver), "gln": gln}
    sure = here.ground is Ground.OFFER
    variant = "" if sure else ".perhaps"
    yield Hit(params, order_repairs(bench, unit), variant=variant, lighter=None if sure else Severity.INFO)


@check("one_number_for_one_area", Reach.CHILDREN | Reach.WORDS, at=parents, areas=Words())
def one_number_for_one_area(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """Units of one area beside each other, each with a number of its own, where one would do."""
    state = bench.state
    owners = [key for key in state.children(unit.key) if state.number_of(key) is not None]
    if len(owners) < 2:
        return
    by_area: dict[tuple[str, str], list[str]] = {}
    for key in owners:
        one = state.units[key]
        area = _one_of(areas_of(state, bench.codes, one), entry.words("areas")) if one.valid_to is None else None
        if area is not None:
            by_area.setdefault((area, _system(bench, key)), []).append(key)
    for (area, _), keys in by_area.items():
        if len(keys) > 1:
            shown = bench.names(tuple(keys[:_SHOWN]))
            params = {"area": bench.codes.area(area), "count": len(keys), "owners": shown}
            yield Hit(params, _shared(bench, unit, keys))


def _is_border(unit: Unit, entry: RuleEntry) -> bool:
    return unit.kind is UnitKind.SI or unit.unit_type in entry.words("types")


def _between(bench: Bench, unit: Unit, giver: str) -> Iterator[str]:
    return takewhile(lambda key: key != giver, bench.state.ancestors(unit.key))


def _uses(bench: Bench, key: str, giver: str) -> bool:
    state = bench.state
    if state.units[key].number_state is not NumberState.INHERITED or state.units[key].valid_to is not None:
        return False
    return number_giver(state, key) == giver


def _shared(bench: Bench, unit: Unit, keys: list[str]) -> tuple[Repair, ...]:
    """Let them all inherit, where the unit above has a number to give."""
    if bench.state.number_of(unit.key) is None:
        return ()
    acts = [{"act": "set_location_number", "unit": key, "state": NumberState.INHERITED.value} for key in keys]
    told = {"giver": unit.name, "units": bench.names(tuple(keys[:_SHOWN])), "count": len(keys)}
    return (Repair("inherit_numbers", acts[0], told, tuple(acts[1:])),)


def _one_of(found: Areas, wanted: tuple[str, ...]) -> str | None:
    """The area, where it is told surely enough: types that serve several areas only when all of them are wanted."""
    codes = found.codes
    return codes[0] if codes and all(code in wanted for code in codes) else None


def _has(bench: Bench, unit: str, area: str) -> bool:
    """Whether a unit belongs to an area, or is of a type that serves it besides others."""
    here, found = bench.state.units[unit], bench.codes.area(area)
    return bench.areas(here).has(area) or (found is not None and here.unit_type in found.unit_types)


def _is_said_above(bench: Bench, unit: Unit, area: str) -> bool:
    """Whether the unit above belongs to the area too and inherits, so that the finding stands there."""
    above = bench.state.units.get(unit.parent or "")
    return above is not None and above.number_state is NumberState.INHERITED and _has(bench, above.key, area)


def _system(bench: Bench, unit: str) -> str:
    number = bench.state.number_of(unit)
    return number.system if number is not None and isinstance(number.system, str) else ""
