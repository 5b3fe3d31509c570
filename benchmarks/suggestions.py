"""How often a suggested unit type is right: the labels of a real municipality are hidden one by one.

Run: python -m benchmarks.suggestions [register file]
"""

from __future__ import annotations

import statistics
import sys
import time
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.table import Table

from sorstudio.formats.reading import read_baseline
from sorstudio.model.codes import CodeLists
from sorstudio.model.records import UNKNOWN, RecordKind, Unit, Unknown
from sorstudio.model.state import State, build_state
from sorstudio.model.suggest import suggest_type
from sorstudio.resources import code_lists

AARHUS = Path(__file__).parents[1] / ".." / "shared" / "domain" / "data" / "eer" / "aarhus-kommune.csv"
TODAY = date(2026, 3, 1)


@dataclass(frozen=True)
class Guess:
    """One unit whose label was hidden: what it is, what was suggested (None: nothing), and how long it took."""

    name: str
    is_: str
    suggested: str | None
    confidence: float
    seconds: float


@dataclass(frozen=True)
class Score:
    """Precision is right of suggested, coverage suggested of all."""

    guesses: tuple[Guess, ...]

    @property
    def suggested(self) -> int:
        """How many units got a suggestion."""
        return sum(one.suggested is not None for one in self.guesses)

    @property
    def right(self) -> int:
        """How many suggestions are what the register says."""
        return sum(one.suggested == one.is_ for one in self.guesses)

    @property
    def precision(self) -> float:
        """Right of suggested."""
        return self.right / self.suggested if self.suggested else 0.0

    @property
    def coverage(self) -> float:
        """Suggested of all."""
        return self.suggested / len(self.guesses) if self.guesses else 0.0


def measure(state: State, codes: CodeLists, *, alone: bool = False) -> Score:
    """Hide each label in turn; `alone` hides all the others too, so that only names speak."""
    typed = [one for one in state.units.values() if isinstance(one.unit_type, str) and one.parent is not None]
    hidden = {one.key for one in typed}
    return Score(tuple(_guess(state, codes, one, hidden if alone else {one.key}) for one in typed))


def municipality(path: Path, codes: CodeLists) -> State:
    """The units of a register file as they stand."""
    baseline = read_baseline([path], codes=codes, today=TODAY)
    return build_state((one.kind, one.record) for one in baseline.versions)


def _guess(state: State, codes: CodeLists, unit: Unit, hidden: set[str]) -> Guess:
    units = dict(state.units)
    units.update({key: replace(units[key], unit_type=UNKNOWN) for key in hidden})
    blind = build_state((RecordKind.UNIT, one) for one in units.values())
    begin = time.perf_counter()
    found = suggest_type(blind, codes, unit.key)
    seconds = time.perf_counter() - begin
    label = "" if isinstance(unit.unit_type, Unknown) else unit.unit_type or ""
    return Guess(unit.name, label, found.unit_type if found else None, found.confidence if found else 0.0, seconds)


def _report(title: str, score: Score, codes: CodeLists) -> None:
    table = Table("unit type", "units", "suggested", "right", title=title)
    for code, count in Counter(one.is_ for one in score.guesses).most_common():
        of_type = [one for one in score.guesses if one.is_ == code]
        there = sum(one.suggested is not None for one in of_type)
        right = sum(one.suggested == code for one in of_type)
        label = codes.unit_type(code)
        table.add_row(label.name_da if label else code, str(count), str(there), str(right))
    console = Console()
    console.print(table)
    middle = statistics.median(one.seconds for one in score.guesses) * 1e3
    console.print(f"precision {score.precision:.3f}, coverage {score.coverage:.3f}, {middle:.2f} ms each")


def main(path: Path) -> int:
    """Print both measurements."""
    if not path.exists():
        print(f"{path} is not here; name a register file.")
        return 0
    codes = code_lists()
    state = municipality(path, codes)
    _report("one label hidden at a time", measure(state, codes), codes)
    _report("all labels hidden, names alone", measure(state, codes, alone=True), codes)
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else AARHUS))
