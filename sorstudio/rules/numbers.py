"""Rules on location numbers through moves and closings: nobody loses a number unseen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from sorstudio.model.inherit import inheritors, number_at, number_giver
from sorstudio.model.records import NumberState, Unit
from sorstudio.rules.bench import Bench
from sorstudio.rules.engine import Hit, Unjudged, Yield, check
from sorstudio.rules.entry import RuleEntry
from sorstudio.rules.finding import Repair
from sorstudio.rules.reach import Reach
from sorstudio.rules.subjects import closing

_SHOWN = 5


@check("closing_a_shared_number", Reach.BELOW | Reach.ENDS, also_closing=True, at=closing)
def closing_a_shared_number(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """When a unit closes, the units that use its number lose it: they are listed."""
    if unit.valid_to is None:
        return
    before = bench.plan.state(unit.valid_to - timedelta(days=1))
    if unit.key not in before.units:
        return
    left = tuple(key for key in inheritors(before, unit.key) if _left_without(bench, key))
    number = before.number_of(unit.key)
    if left and number is not None:
        shown = bench.names(left[:_SHOWN])
        yield Hit({"gln": number.gln or "word.number_to_come", "count": len(left), "inheritors": shown})


@check("closed_units_give_up_their_number", at=closing, also_closing=True)
def closed_units_give_up_their_number(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """A unit that closes must not keep a number of its own."""
    number = bench.state.number_of(unit.key)
    if unit.valid_to is None or number is None or (number.valid_to is not None and number.valid_to <= unit.valid_to):
        return
    last = unit.valid_to - timedelta(days=1)
    act = {"act": "close_location_number", "unit": unit.key, "date": last.isoformat()}
    gln = number.gln or "word.number_to_come"
    yield Hit({"gln": gln, "day": unit.valid_to}, (Repair("close_number", act, {"unit": unit.name, "gln": gln}),))


@check("a_move_changes_the_number", Reach.ABOVE | Reach.NUMBERS)
def a_move_changes_the_number(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """A unit that inherits its number gets another one, or none, when it or a unit above it moves."""
    old = bench.plain.units.get(unit.key)
    if old is None or not (unit.number_state is old.number_state is NumberState.INHERITED):
        return
    before, after = number_giver(bench.plain, unit.key), number_giver(bench.state, unit.key)
    had, has = number_at(bench.plain, unit.key), number_at(bench.state, unit.key)
    if before == after or had is None or (has is not None and has.gln == had.gln) or not _moved(bench, unit):
        return
    params = {"before": had.gln or "word.number_to_come", "giver": bench.name(after) if after else ""}
    yield Hit({**params, "after": (has.gln or "word.number_to_come") if has else "word.none"})


@check("nothing_to_inherit", Reach.ABOVE)
def nothing_to_inherit(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """A unit says that it inherits, but nobody above has a number."""
    if unit.number_state is NumberState.INHERITED and number_giver(bench.state, unit.key) is None:
        none = {"act": "set_location_number", "unit": unit.key, "state": NumberState.NONE.value}
        order = {"act": "order_location_number", "unit": unit.key}
        params = {"unit": unit.name}
        yield Hit({}, (Repair("order_number", order, params), Repair("no_number", none, params)))


@check("own_number_is_there")
def own_number_is_there(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """A unit says that it has a number of its own, but the number is missing."""
    if not isinstance(unit.number_state, NumberState):
        yield Unjudged("gln")
    elif unit.number_state is NumberState.OWN and bench.state.number_of(unit.key) is None:
        yield Hit()


def _left_without(bench: Bench, key: str) -> bool:
    unit = bench.state.units.get(key)
    return unit is not None and unit.valid_to is None and number_at(bench.state, key) is None


def _moved(bench: Bench, unit: Unit) -> bool:
    chain = (unit.key, *bench.state.ancestors(unit.key))
    return any(key not in bench.plain.units or bench.plain.units[key].parent != _parent(bench, key) for key in chain)


def _parent(bench: Bench, key: str) -> str | None:
    return bench.state.units[key].parent
