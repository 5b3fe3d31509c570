"""How often a suggested unit type is right: in a real municipality the types of whole sibling groups are hidden.

Units that stand beside each other have mostly one type; where one of them alone is hidden, the others tell it. That is
why all children of a parent are hidden together.

Run: python -m benchmarks.suggestions [register file ...]
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.table import Table

from sorstudio.formats.reading import read_baseline
from sorstudio.model.codes import CodeLists
from sorstudio.model.neighbours import Neighbours
from sorstudio.model.records import UNKNOWN, Unit
from sorstudio.model.state import State, build_state
from sorstudio.model.suggest import Suggestion, suggest_type
from sorstudio.model.type_clues import TypeClues
from sorstudio.resources import code_lists

_DATA = Path(__file__).parents[2] / "shared" / "domain" / "data" / "eer"
AARHUS = (_DATA / "aarhus-kommune.csv", _DATA / "aarhus-kommune-endpoints.fhir-bundle.json")
TODAY = date(2026, 3, 1)
LEAST_PRECISION, LEAST_RECALL, LEAST_CASES = 0.9, 0.5, 5
"""What suggestions are to reach, and how many safe ones of a type it takes before that type is called measured."""
LOCAL_WORDS = frozenset({"sundhedsklinik", "sundhedsenhed", " gop "})
"""Words for units that hardly any other municipality uses: it must also do without them."""
BANDS = (0.6, 0.7, 0.8, 0.9, 0.95)


@dataclass(frozen=True)
class Guess:
    """One unit whose label was hidden: what it is, and what was suggested."""

    unit: str
    is_: str
    suggestion: Suggestion | None

    @property
    def suggested(self) -> str | None:
        """The suggested type."""
        return self.suggestion.unit_type if self.suggestion else None

    @property
    def confidence(self) -> float:
        """How sure the suggestion is."""
        return self.suggestion.confidence if self.suggestion else 0.0

    @property
    def is_right(self) -> bool:
        """Whether the register says the same."""
        return self.suggested == self.is_


@dataclass(frozen=True)
class Score:
    """Precision is right of suggested, recall right of all, coverage suggested of all."""

    guesses: tuple[Guess, ...]

    @property
    def suggested(self) -> int:
        """How many units got a suggestion."""
        return sum(one.suggestion is not None for one in self.guesses)

    @property
    def right(self) -> int:
        """How many suggestions are what the register says."""
        return sum(one.is_right for one in self.guesses)

    @property
    def precision(self) -> float:
        """Right of suggested."""
        return self.right / self.suggested if self.suggested else 0.0

    @property
    def recall(self) -> float:
        """Right of all."""
        return self.right / len(self.guesses) if self.guesses else 0.0

    @property
    def coverage(self) -> float:
        """Suggested of all."""
        return self.suggested / len(self.guesses) if self.guesses else 0.0

    def from_(self, least: float, most: float = 2.0) -> Score:
        """The suggestions of this confidence, and no others."""
        return Score(tuple(one for one in self.guesses if one.suggestion and least <= one.confidence < most))

    def safe(self) -> Score:
        """The suggestions that are called safe."""
        return Score(tuple(one for one in self.guesses if one.suggestion and one.suggestion.is_safe))

    def of_type(self, code: str) -> tuple[Score, Score]:
        """The units that are of a type, and those that it was suggested for."""
        are = tuple(one for one in self.guesses if one.is_ == code)
        said = tuple(one for one in self.guesses if one.suggested == code)
        return Score(are), Score(said)


def measure(state: State, codes: CodeLists) -> Score:
    """Hide the types of one sibling group after the other, and ask for the types of all in it."""
    parents = dict.fromkeys(one.parent for one in _typed(state))
    return Score(tuple(guess for parent in parents for guess in _guesses(state, codes, state.children(parent or ""))))


def measure_names(state: State, codes: CodeLists) -> Score:
    """Hide all types at once, so that only names, messages and offers speak."""
    return Score(_guesses(state, codes, tuple(state.units)))


def without_local_words(codes: CodeLists) -> CodeLists:
    """The code lists as they would serve a municipality with other words."""
    clues = codes.type_clues
    words = tuple(one for one in clues.words if one.word not in LOCAL_WORDS)
    fresh = TypeClues(words, clues.below, clues.messages, clues.nested, clues.safe_from, clues.measured)
    return replace(codes, type_clues=fresh)


def blind(state: State, units: Iterable[str]) -> State:
    """The same units, with the types of some hidden; made from the records, so that nothing else is carried over."""
    hidden = set(units)
    return build_state(
        (kind, replace(one, unit_type=UNKNOWN) if isinstance(one, Unit) and one.key in hidden else one)
        for kind, table in state.records.items()
        for one in table.values()
    )


def municipality(paths: Sequence[Path], codes: CodeLists) -> State:
    """The units of a register's files as they stand."""
    baseline = read_baseline(list(paths), codes=codes, today=TODAY)
    return build_state((one.kind, one.record) for one in baseline.versions)


def _guesses(state: State, codes: CodeLists, group: Sequence[str]) -> tuple[Guess, ...]:
    near = Neighbours(blind(state, group))
    labels = {one.key: str(one.unit_type) for one in _typed(state)}
    return tuple(Guess(key, labels[key], suggest_type(near, codes, key)) for key in group if key in labels)


def _typed(state: State) -> list[Unit]:
    """The units that a type is known of; the owner's is no question."""
    return [one for one in state.units.values() if isinstance(one.unit_type, str) and one.unit_type and one.parent]


def _report(title: str, score: Score, codes: CodeLists) -> None:
    table = Table("unit type", "units", "recall", "suggested", "precision", "safe and right", title=title)
    types = dict.fromkeys((*(one.is_ for one in score.guesses), *(one.suggested for one in score.guesses)))
    for code in sorted(filter(None, types), key=lambda one: -len(score.of_type(one)[0].guesses)):
        are, said = score.of_type(code)
        safe, label = said.safe(), codes.unit_type(code)
        shares = (_share(are.recall, are), str(len(said.guesses)), _share(said.precision, said))
        told = f"{safe.right} of {safe.suggested}" if safe.guesses else ""
        table.add_row(label.name_da if label else code, str(len(are.guesses)), *shares, told)
    console = Console()
    console.print(table)
    for least, most in zip(BANDS, (*BANDS[1:], 2.0), strict=True):
        band = score.from_(least, most)
        console.print(f"  confidence from {least:.2f}: {band.right} of {band.suggested} right")
    safe = score.safe()
    console.print(f"  safe: {safe.right} of {safe.suggested} right, precision {safe.precision:.3f}")
    console.print(f"  precision {score.precision:.3f}, recall {score.recall:.3f}, coverage {score.coverage:.3f}")


def _share(share: float, score: Score) -> str:
    return f"{share:.2f}" if score.guesses else ""


def _speed(state: State, codes: CodeLists) -> None:
    """All units of a municipality without types, asked one after the other and then once more."""
    hidden = blind(state, tuple(state.units))
    times = []
    for _ in range(5):
        near = Neighbours(hidden)
        begin = time.perf_counter()
        for key in hidden.units:
            suggest_type(near, codes, key)
        times.append(time.perf_counter() - begin)
    each = statistics.median(times) / len(hidden.units) * 1e6
    Console().print(f"  {len(hidden.units)} units in {statistics.median(times) * 1e3:.1f} ms, {each:.0f} µs each")


def main(paths: Sequence[Path]) -> int:
    """Print both measurements, and how long they take."""
    missing = [path for path in paths if not path.exists()]
    if missing:
        print(f"{missing[0]} is not here; name a register file.")
        return 0
    codes = code_lists()
    state = municipality(paths, codes)
    found = measure(state, codes)
    _report("whole sibling groups hidden", found, codes)
    _report("all types hidden, names and messages alone", measure_names(state, codes), codes)
    _report(
        "whole sibling groups hidden, without words of one municipality",
        measure(state, without_local_words(codes)),
        codes,
    )
    _speed(state, codes)
    return 0 if found.precision >= LEAST_PRECISION and found.recall >= LEAST_RECALL else 1


if __name__ == "__main__":
    sys.exit(main([Path(one) for one in sys.argv[1:]] or AARHUS))
