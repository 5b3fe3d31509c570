"""Rules on names: of a length that SOR can hold, without stray blanks, and told apart from others."""

from __future__ import annotations

from collections.abc import Iterator

from sorstudio.model.edits.units import LONGEST_NAME
from sorstudio.model.records import Unit
from sorstudio.rules.bench import Bench
from sorstudio.rules.engine import Hit, Yield, check
from sorstudio.rules.entry import RuleEntry
from sorstudio.rules.finding import Repair
from sorstudio.rules.indexes import folded
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
        act = {"act": "rename", "unit": unit.key, "name": tidy}
        yield Hit({"name": tidy}, (Repair("rename", act, {"unit": unit.name, "name": tidy}),))


@check("names_told_apart", Reach.NAMES)
def names_told_apart(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """Two units of one municipality with the same name are hard to tell apart for those who look one up."""
    same = tuple(key for key in bench.indexes.by_name.get(folded(unit.name), ()) if key != unit.key)
    if same and unit.name.strip():
        parents = tuple(bench.name(parent) for key in same if (parent := bench.state.units[key].parent) is not None)
        yield Hit({"count": len(same), "parents": parents or ("word.none",)})
