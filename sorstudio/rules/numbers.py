"""Rules on location numbers through moves and closings: nobody loses a number unseen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import lru_cache

from sorstudio.model.inherit import inheritors, nearest_number_above, number_at, number_giver
from sorstudio.model.records import NumberState, Unit
from sorstudio.rules.bench import Bench
from sorstudio.rules.dates import live_number_that_closes
from sorstudio.rules.engine import Hit, Unjudged, Yield, check
from sorstudio.rules.entry import RuleEntry
from sorstudio.rules.finding import Repair
from sorstudio.rules.parameters import Folded, Words
from sorstudio.rules.reach import Reach
from sorstudio.rules.subjects import closing, inheriting, number_owners
from sorstudio.rules.systems import TO_COME, order_repairs

_SHOWN = 5
_made_ready = lru_cache(maxsize=100)(Folded.of)


@check("closing_a_shared_number", Reach.BELOW | Reach.ENDS, also_closing=True, at=closing)
def closing_a_shared_number(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """When a unit closes, the units that use its number lose it: they are listed.

    Where nobody takes over, the rule on that lists them with all else that hangs on the number.
    """
    if unit.valid_to is None or live_number_that_closes(bench, unit) is not None:
        return
    before = bench.plan.state(unit.valid_to - timedelta(days=1))
    if unit.key not in before.units:
        return
    left = tuple(key for key in inheritors(before, unit.key) if _left_without(bench, key))
    number = before.number_of(unit.key)
    if left and number is not None:
        shown = bench.names(left[:_SHOWN])
        yield Hit({"gln": number.gln or TO_COME, "count": len(left), "inheritors": shown})


@check("closed_units_give_up_their_number", at=closing, also_closing=True)
def closed_units_give_up_their_number(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """A unit that closes must not keep a number of its own."""
    number = bench.state.number_of(unit.key)
    if unit.valid_to is None or number is None or (number.valid_to is not None and number.valid_to <= unit.valid_to):
        return
    last = unit.valid_to - timedelta(days=1)
    act = {"act": "close_location_number", "unit": unit.key, "date": last.isoformat()}
    gln = number.gln or TO_COME
    yield Hit({"gln": gln, "day": unit.valid_to}, (Repair("close_number", act, {"unit": unit.name, "gln": gln}),))


@check("a_move_changes_the_number", Reach.ABOVE | Reach.NUMBERS, at=inheriting)
def a_move_changes_the_number(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """A unit that inherits its number gets another one, or none, when it or a unit above it moves."""
    old = bench.plain.units.get(unit.key)
    if old is None or not (unit.number_state is old.number_state is NumberState.INHERITED) or not _moved(bench, unit):
        return
    before, after = number_giver(bench.plain, unit.key), number_giver(bench.state, unit.key)
    had, has = number_at(bench.plain, unit.key), number_at(bench.state, unit.key)
    if before == after or had is None or (has is not None and has.gln == had.gln):
        return
    params = {"before": had.gln or TO_COME, "giver": bench.name(after) if after else ""}
    yield Hit({**params, "after": (has.gln or TO_COME) if has else "word.none"})


@check("nothing_to_inherit", Reach.ABOVE | Reach.SETTINGS, at=inheriting)
def nothing_to_inherit(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """A unit says that it inherits, but nobody above has a number."""
    if unit.number_state is NumberState.INHERITED and number_giver(bench.state, unit.key) is None:
        none = {"act": "set_location_number", "unit": unit.key, "state": NumberState.NONE.value}
        yield Hit({}, (*order_repairs(bench, unit), Repair("no_number", none, {"unit": unit.name})))


@check("own_number_is_there")
def own_number_is_there(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """A unit says that it has a number of its own, but the number is missing."""
    if not isinstance(unit.number_state, NumberState):
        yield Unjudged("gln")
    elif unit.number_state is NumberState.OWN and bench.state.number_of(unit.key) is None:
        yield Hit()


@check("number_on_an_empty_unit", Reach.CHILDREN, at=number_owners, words=Words())
def number_on_an_empty_unit(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """Senders still find the number of a unit that is moved away, as its name says, or below which all closes."""
    number = bench.state.number_of(unit.key)
    if number is None:
        return
    gln = number.gln or TO_COME
    act = {"act": "close_location_number", "unit": unit.key}
    repairs = (Repair("close_number", act, {"unit": unit.name, "gln": gln}),)
    place = _made_ready(entry.words("words")).first_in(unit.name)
    if place is not None:
        yield Hit({"gln": gln, "word": entry.words("words")[place].strip()}, repairs, variant=".name")
    elif _is_emptied(bench, unit):
        yield Hit({"gln": gln}, repairs)


@check("inherited_messages_are_not_stored", Reach.NUMBERS | Reach.ABOVE | Reach.BELOW, at=number_owners)
def inherited_messages_are_not_stored(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """A unit that says it inherits, or has none, keeps no number with message types of its own."""
    number = bench.state.number_of(unit.key)
    if number is None or unit.number_state not in (NumberState.INHERITED, NumberState.NONE):
        return
    act: dict[str, str] = {"act": "set_location_number", "unit": unit.key, "state": str(unit.number_state)}
    repairs = [Repair(_SAYS[unit.number_state], act, {"unit": unit.name, "giver": _above(bench, unit)})]
    users = unit.number_state is NumberState.INHERITED or any(True for _ in inheritors(bench.state, unit.key))
    if users and nearest_number_above(bench.state, unit.key) is None:
        repairs = []
    if number.gln and len(bench.indexes.owners(number.gln)) == 1:
        own = {**act, "state": NumberState.OWN.value, "gln": number.gln}
        repairs.append(Repair("own_number", own, {"unit": unit.name, "gln": number.gln}))
    held = len(bench.state.capabilities(number.key))
    params = {"gln": number.gln or TO_COME, "count": held}
    yield Hit(params, tuple(repairs), variant=f".{unit.number_state}")


@check("number_in_use_is_open", Reach.BELOW, at=number_owners)
def number_in_use_is_open(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """A number that others inherit is neither inactive nor for internal use alone."""
    number = bench.state.number_of(unit.key)
    if number is None or not (number.inactive is True or number.internal_only is True):
        return
    users = inheritors(bench.state, unit.key)
    if users:
        name = "inactive" if number.inactive is True else "internal_only"
        opened = {flag: False for flag in _FLAGS if getattr(number, flag) is True}
        act: dict[str, str | bool] = {"act": "change_location_number", "unit": unit.key, **opened}
        gln = number.gln or TO_COME
        repair = Repair("open_number", act, {"unit": unit.name, "gln": gln})
        params = {"gln": gln, "count": len(users), "inheritors": bench.names(users[:_SHOWN])}
        yield Hit(params, (repair,), variant=f".{name}")


_FLAGS = ("inactive", "internal_only")
_SAYS = {NumberState.INHERITED: "inherit_number", NumberState.NONE: "no_number"}


def _above(bench: Bench, unit: Unit) -> str:
    giver = nearest_number_above(bench.state, unit.key)
    return bench.name(giver) if giver is not None else ""


def _is_emptied(bench: Bench, unit: Unit) -> bool:
    """Whether there are units below and all of them close, and nothing is offered at the unit itself."""
    below = bench.state.children(unit.key)
    if not below or bench.state.placements(unit.key):
        return False
    return all(bench.state.units[key].valid_to is not None for key in below)


def _left_without(bench: Bench, key: str) -> bool:
    unit = bench.state.units.get(key)
    return unit is not None and unit.valid_to is None and number_at(bench.state, key) is None


def _moved(bench: Bench, unit: Unit) -> bool:
    """Whether the unit or one above it has another parent than in the register."""
    before, now = bench.plain.units, bench.state.units
    for key in (unit.key, *bench.state.ancestors(unit.key)):
        old = before.get(key)
        if old is None or (old is not now[key] and old.parent != now[key].parent):
            return True
    return False
