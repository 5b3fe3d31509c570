"""Rules on names: of a length that SOR can hold, without stray blanks, and told apart from others."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz import fuzz

from sorstudio.model.edits.units import LONGEST_NAME
from sorstudio.model.records import Address, NumberState, Unit
from sorstudio.rules.bench import Bench
from sorstudio.rules.engine import Hit, Yield, check
from sorstudio.rules.entry import RuleEntry
from sorstudio.rules.finding import Repair, Severity
from sorstudio.rules.indexes import folded
from sorstudio.rules.name_marks import is_taken, renamed
from sorstudio.rules.name_words import without_stop
from sorstudio.rules.parameters import Share
from sorstudio.rules.reach import Reach


@check("name_length")
def name_length(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """SOR holds names of 1 to 60 characters."""
    if not unit.name.strip():
        yield Hit(variant=".empty")
    elif len(unit.name) > LONGEST_NAME:
        yield Hit({"length": len(unit.name), "most": LONGEST_NAME})


@check("stray_blanks")
def stray_blanks(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """No blanks at the ends, and never two in a row."""
    tidy = " ".join(unit.name.split())
    if tidy and tidy != unit.name:
        yield Hit(
            {"name": tidy}, (renamed(unit, tidy, is_safe=len(tidy) <= LONGEST_NAME and not is_taken(bench, tidy)),)
        )


@check("names_told_apart", Reach.NAMES)
def names_told_apart(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """Two units of one municipality with the same name are hard to tell apart for those who look one up.

    Where a sender can address none or only one of them, it is a remark.
    """
    same = tuple(key for key in bench.indexes.by_name.get(folded(unit.name), ()) if key != unit.key)
    if not same or not unit.name.strip():
        return
    fellows = [bench.state.units[key] for key in same]
    parents = tuple(bench.name(one.parent) for one in fellows if one.parent is not None)
    is_sure = _may_be_sent_to(unit) and any(_may_be_sent_to(one) for one in fellows)
    lighter = None if is_sure else Severity.INFO
    yield Hit({"count": len(same), "parents": parents or ("word.none",)}, _by_place(bench, unit), lighter=lighter)


def _may_be_sent_to(unit: Unit) -> bool:
    """Whether messages may be sent to the unit; where the file does not tell, it may be so."""
    return unit.number_state is not NumberState.NONE


def _by_place(bench: Bench, unit: Unit) -> tuple[Repair, ...]:
    """The name with the unit's own place, where it has an address of its own and does not tell the place yet."""
    name = with_place(unit.name, unit)
    return (renamed(unit, name),) if name and not is_taken(bench, name) else ()


def with_place(name: str, unit: Unit) -> str:
    """A name with the town or street of the unit's own address; empty where neither is there, new, and short enough."""
    for address in (unit.visiting, unit.postal, unit.activity):
        if isinstance(address, Address):
            for place in (address.city, address.street):
                longer = f"{name.strip()}, {place}"
                if place and folded(place) not in folded(name) and len(longer) <= LONGEST_NAME:
                    return longer
    return ""


@check("names_nearly_alike", Reach.NAMES, alike=Share())
def names_nearly_alike(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """Names that differ by a letter or a sign look the same in a list. A stop at the end is another rule's."""
    near = bench.indexes.alike(unit)
    if len(near) < _TWO:
        return
    own, limit = _read_as(unit.name), entry.share("alike")
    others = tuple(key for key in near if key != unit.key and _is_near(own, bench.state.units[key].name, limit))
    if others:
        yield Hit({"count": len(others), "others": bench.names(others)})


def _is_near(own: str, other: str, limit: float) -> bool:
    there = _read_as(other)
    return own != there and fuzz.ratio(own, there) >= limit * 100


def _read_as(name: str) -> str:
    return without_stop(folded(name))


_TWO = 2
