"""Rules on the tree: three levels, the right kind under the right kind, and a shape known from elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from sorstudio.model.invariants import ALLOWED_PARENT
from sorstudio.model.records import Unit, UnitKind
from sorstudio.rules.bench import Bench
from sorstudio.rules.engine import Hit, Yield, check
from sorstudio.rules.entry import RuleEntry
from sorstudio.rules.finding import Json, Repair, Severity
from sorstudio.rules.parameters import Folded, Whole, Words
from sorstudio.rules.reach import Reach
from sorstudio.rules.subjects import LEAST_DEPTH, beside_the_tree, far_down, lost_children, parents

_made_ready = lru_cache(maxsize=100)(Folded.of)
_LAWS = frozenset({"tree.no_parent", "tree.two_owners", "tree.parent_missing", "tree.loop"})


@check("three_levels", Reach.CHILDREN)
def three_levels(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """An owner has an institution and an institution an organisational unit; otherwise neither is in the extracts."""
    if unit.kind is not UnitKind.OE and not any(bench.state.units[key].valid_to is None for key in _below(bench, unit)):
        yield Hit(variant=f".{unit.kind}")


@check("whole_tree", Reach.ABOVE | Reach.PARENT | Reach.SIBLINGS, also_closing=True, at=beside_the_tree)
def whole_tree(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """Every unit but the owner has a parent that is there, and nobody is above himself."""
    for found in bench.broken_laws(unit):
        if found.code in _LAWS and not (found.code == "tree.two_owners" and unit.key == bench.state.roots()[0]):
            yield Hit({"other": bench.name(found.other)}, variant=f".{found.code.removeprefix('tree.')}")


@check("kind_under_kind", Reach.PARENT)
def kind_under_kind(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """An institution stands under the owner, an organisational unit under an institution or another unit."""
    parent = bench.state.units.get(unit.parent) if unit.parent else None
    if parent is not None and parent.kind not in ALLOWED_PARENT[unit.kind]:
        kinds = {"kind": f"word.kind.{unit.kind}", "parent_kind": f"word.kind.{parent.kind}"}
        yield Hit({"parent": bench.name(parent.key), **kinds})


@check("chain_of_only_children", Reach.BELOW | Reach.PARENT | Reach.SIBLINGS, levels=Whole(1, 20))
def chain_of_only_children(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """Several organisational units in a row that each have only one unit below: told at the topmost of them."""
    if _only_child(bench, unit) is None or _is_inside_a_chain(bench, unit):
        return
    chain: dict[str, str] = {}
    at: Unit | None = unit
    while at is not None and at.key not in chain:
        chain[at.key] = at.name
        at = _only_child(bench, at)
    if len(chain) - 1 > entry.whole("levels"):
        yield Hit({"below": bench.names(tuple(chain)[1:])})


@check("depth_as_elsewhere", Reach.ABOVE, at=far_down, deepest=Whole(LEAST_DEPTH, 100))
def depth_as_elsewhere(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """No branch is deeper than those of the municipalities that are known; told where it goes too deep."""
    above, deepest = [*bench.state.ancestors(unit.key)], entry.whole("deepest")
    if len(above) == deepest and bench.state.units[above[-1]].parent is None:
        yield Hit({"level": deepest + 1, "deepest": deepest})


@check("width_as_elsewhere", Reach.CHILDREN, at=parents, widest=Whole(2, 10_000))
def width_as_elsewhere(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """No unit has more units right below it than is seen in the municipalities that are known."""
    below, widest = _below(bench, unit), entry.whole("widest")
    count = sum(1 for key in below if bench.state.units[key].valid_to is None) if len(below) > widest else 0
    if count > widest:
        yield Hit({"count": count, "widest": widest})


@check("branch_left_empty", Reach.CHILDREN, at=lost_children)
def branch_left_empty(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """A unit that had units below it in the register has none after the plan, and no number or offer either."""
    had = [key for key in bench.plain.children(unit.key) if bench.plain.units[key].valid_to is None]
    if unit.kind is not UnitKind.OE or not had:
        return
    left = [bench.state.units[key].valid_to for key in _below(bench, unit)]
    if None not in left and bench.state.number_of(unit.key) is None and not bench.state.placements(unit.key):
        yield Hit({}, tuple(_closed_too(bench, unit, had)))


@check("private_provider", Reach.ABOVE | Reach.WORDS, words=Words())
def private_provider(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """A provider with a CVR number of its own, or called private, belongs under an owner of its own.

    Told at the topmost unit of such a branch. A name alone is only a hint.
    """
    above = bench.state.units.get(unit.parent) if unit.parent else None
    if above is None:
        return
    owner = _owner_cvr(bench, unit) if unit.cvr and unit.cvr != above.cvr else ""
    if isinstance(unit.cvr, str) and owner and unit.cvr != owner:
        act: dict[str, Json] = {"act": "change_fields", "unit": unit.key, "fields": {"cvr": owner}}
        repair = Repair("set_cvr", act, {"unit": unit.name, "cvr": owner})
        yield Hit({"cvr": unit.cvr, "owner_cvr": owner}, (repair,))
    elif _says_private(unit.name, entry.words("words")) and not _says_private(above.name, entry.words("words")):
        yield Hit(variant=".name", lighter=Severity.INFO)


def _only_child(bench: Bench, unit: Unit) -> Unit | None:
    """The one open unit below an open organisational unit."""
    if unit.kind is not UnitKind.OE or unit.valid_to is not None:
        return None
    below = [bench.state.units[key] for key in _below(bench, unit) if bench.state.units[key].valid_to is None]
    return below[0] if len(below) == 1 else None


def _is_inside_a_chain(bench: Bench, unit: Unit) -> bool:
    above = bench.state.units.get(unit.parent or "")
    return above is not None and _only_child(bench, above) is not None


def _closed_too(bench: Bench, unit: Unit, had: Iterable[str]) -> Iterator[Repair]:
    """The unit closes with the last of those below it; where some moved away, the day is not ours to choose."""
    ends = [found.valid_to for key in had if (found := bench.state.units.get(key)) and found.parent == unit.key]
    days = [end for end in ends if end is not None]
    if days and len(days) == len(bench.plain.children(unit.key)):
        act: dict[str, Json] = {"act": "close", "unit": unit.key, "date": max(days).isoformat()}
        yield Repair("close", act, {"unit": unit.name, "day": max(days)})


def _owner_cvr(bench: Bench, unit: Unit) -> str:
    """The CVR number of the topmost unit above; empty where it is not known."""
    found = bench.state.units[[*bench.state.ancestors(unit.key)][-1]].cvr
    return found if isinstance(found, str) else ""


@lru_cache(maxsize=200_000)
def _says_private(name: str, words: tuple[str, ...]) -> bool:
    return _made_ready(words).first_in(name) is not None


def _below(bench: Bench, unit: Unit) -> tuple[str, ...]:
    return bench.state.children(unit.key)
