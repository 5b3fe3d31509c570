"""Rules on the tree: three levels, the right kind under the right kind, and periods that fit each other."""

from __future__ import annotations

from collections.abc import Iterator

from sorstudio.model.invariants import closes_too_late
from sorstudio.model.records import RecordKind, Unit, UnitKind
from sorstudio.model.timeline import START
from sorstudio.rules.bench import Bench
from sorstudio.rules.engine import Hit, Yield, check
from sorstudio.rules.entry import RuleEntry
from sorstudio.rules.finding import Json, Repair
from sorstudio.rules.reach import Reach

_LAWS = frozenset({"tree.no_parent", "tree.two_owners", "tree.parent_missing", "tree.loop"})


@check("three_levels", Reach.CHILDREN)
def three_levels(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """An owner has an institution and an institution an organisational unit; otherwise neither is in the extracts."""
    if unit.kind is not UnitKind.OE and not any(bench.state.units[key].valid_to is None for key in _below(bench, unit)):
        yield Hit(variant=f".{unit.kind}")


@check("whole_tree", Reach.ABOVE | Reach.PARENT | Reach.SIBLINGS, also_closing=True)
def whole_tree(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """Every unit but the owner has a parent that is there, and nobody is above himself."""
    for found in bench.broken_laws(unit):
        if found.code in _LAWS and not (found.code == "tree.two_owners" and unit.key == bench.state.roots()[0]):
            yield Hit({"other": bench.name(found.other)}, variant=f".{found.code.removeprefix('tree.')}")


@check("kind_under_kind", Reach.PARENT)
def kind_under_kind(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """An institution stands under the owner, an organisational unit under an institution or another unit."""
    for found in bench.broken_laws(unit):
        if found.code == "tree.kind_under_kind":
            parent = bench.state.units[found.other]
            kinds = {"kind": f"word.kind.{unit.kind}", "parent_kind": f"word.kind.{parent.kind}"}
            yield Hit({"parent": parent.name, **kinds})


@check("children_close_first", Reach.PARENT, also_closing=True)
def children_close_first(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """A parent may not close before its children."""
    parent = bench.state.units.get(unit.parent) if unit.parent else None
    if parent is None or parent.valid_to is None or not closes_too_late(unit, parent):
        return
    act: dict[str, Json] = {"act": "close", "unit": unit.key, "date": parent.valid_to.isoformat(), "with_below": True}
    repairs = (Repair("close", act, {"unit": unit.name, "day": parent.valid_to}),) if unit.valid_to is None else ()
    yield Hit({"parent": parent.name, "day": parent.valid_to}, repairs)


@check("parents_start_first", Reach.PARENT)
def parents_start_first(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """A child may not start before its parent."""
    if unit.parent is None or unit.parent not in bench.state.units:
        return
    timeline = bench.plan.timeline
    start = timeline.start_of(RecordKind.UNIT, unit.key)
    parent_start = timeline.start_of(RecordKind.UNIT, unit.parent)
    if parent_start > bench.plan.baseline.day and START < start < parent_start:
        yield Hit({"parent": bench.name(unit.parent), "day": start, "parent_day": parent_start})


def _below(bench: Bench, unit: Unit) -> tuple[str, ...]:
    return bench.state.children(unit.key)
