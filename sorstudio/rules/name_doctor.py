"""The name doctor: a clear name for a unit, from its name, type, parent and address, in the municipality's style."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from sorstudio.model.codes import CodeLists
from sorstudio.model.edits.units import LONGEST_NAME
from sorstudio.model.naming import fold
from sorstudio.model.plan import Plan
from sorstudio.model.records import Unit
from sorstudio.model.state import State
from sorstudio.rules import name_marks, name_sense
from sorstudio.rules import name_words as text
from sorstudio.rules.chosen import chosen
from sorstudio.rules.entry import RuleBook, RuleEntry
from sorstudio.rules.indexes import folded
from sorstudio.rules.name_style import Style, style_of
from sorstudio.rules.names import with_place

_MOST_ROUNDS = 8


@dataclass(frozen=True, slots=True)
class Proposal:
    """A name, and the codes of what was done to come to it."""

    name: str
    reasons: tuple[str, ...]


class NameDoctor:
    """Proposes names by the rules of a book; a rule that is off is not heeded. `style` is learned from the register."""

    def __init__(self, state: State, codes: CodeLists, book: RuleBook, style: Style) -> None:
        self._state, self._codes, self._style = state, codes, style
        self._rules = {entry.check: entry for entry in book.active()}

    def propose(self, key: str) -> Proposal | None:
        """A better name, of 1 to 60 characters; None where the name is well as it is, or none is known."""
        unit = self._state.units[key]
        name, reasons = unit.name, []
        for _ in range(_MOST_ROUNDS):
            before = name
            for code, better in self._steps(unit, name):
                if better and better != name and len(better) <= LONGEST_NAME and not self._is_taken(better, key):
                    name = better
                    reasons.append(code)
                    break
            if name == before:
                break
        return Proposal(name, tuple(dict.fromkeys(reasons))) if name != unit.name else None

    def _steps(self, unit: Unit, name: str) -> Iterator[tuple[str, str]]:
        """The name after all that cleans it, and what then gives it more meaning."""
        clean, done = self._cleaned(name)
        if clean != name and not self._is_taken(clean, unit.key) and clean:
            yield done, clean
            return
        yield "doctor.national", self._national(name)
        yield "doctor.task", self._with_task(unit, name)
        yield "doctor.parent", self._with_parent(unit, name)
        if self._is_taken(name, unit.key):
            yield "doctor.place", with_place(name, unit)
            yield "doctor.parent", self._told_by_parent(unit, name)

    def _cleaned(self, name: str) -> tuple[str, str]:
        """The name without what stands in its way, as far as it fits; and the last thing that was done."""
        done = "doctor.blanks"
        clean = text.tidied(name)
        for check, code, step in _CLEANERS:
            entry = self._rules.get(check)
            if entry is None:
                continue
            better = step(clean, entry, self._style)
            if better and better != clean and (len(better) <= LONGEST_NAME or len(better) < len(clean)):
                clean, done = better, code
        return clean, done

    def _national(self, name: str) -> str:
        entry = self._rules.get("municipality_named")
        owner = self._style.municipality
        if entry is None or not owner or fold(owner) in fold(name):
            return ""
        found = (pattern for word, pattern in entry.pairs("conventions").items() if fold(word) in fold(name))
        return next((name_sense.national_name(pattern, owner) for pattern in found), "")

    def _with_task(self, unit: Unit, name: str) -> str:
        entry = self._rules.get("named_by_its_task")
        found = self._codes.unit_type(unit.unit_type) if isinstance(unit.unit_type, str) else None
        if entry is None or found is None:
            return ""
        words = entry.words("words")
        if not name_sense.is_called_after(name, words, entry.words("but"), self._codes):
            return ""
        return name_sense.with_task(name, found.code, self._style, words)

    def _with_parent(self, unit: Unit, name: str) -> str:
        """For a name such as "Team 3": that of the nearest unit above that says more."""
        entry = self._rules.get("task_or_place")
        if entry is None or unit.parent is None or not name_sense.is_bare(name, entry.words("words")):
            return ""
        for key in self._state.ancestors(unit.key):
            above = self._state.units[key].name
            if not name_sense.is_bare(above, entry.words("words")):
                return name_sense.below(self._short(above), name)
        return ""

    def _told_by_parent(self, unit: Unit, name: str) -> str:
        above = self._state.units.get(unit.parent or "")
        other = self._short(above.name) if above and above.parent is not None else ""
        return name_sense.below(name, other) if other and fold(other) not in fold(name) else ""

    def _short(self, name: str) -> str:
        """A name without the municipality's own at its end, where something is left."""
        clean, _ = self._cleaned(name)
        return clean.removesuffix(self._style.suffix) or clean

    def _is_taken(self, name: str, key: str) -> bool:
        unit, wanted = self._state.units[key], fold(name)
        own = unit.valid_to is None and folded(unit.name) == wanted
        return self._names[wanted] > own

    @cached_property
    def _names(self) -> Counter[str]:
        """How many open units have a name, however it is typed."""
        return Counter(folded(one.name) for one in self._state.units.values() if one.valid_to is None)


def doctor_of(plan: Plan) -> NameDoctor:
    """The doctor for a plan as it stands, by its own rules and the style of its register."""
    style = style_of(plan.timeline.plain(plan.baseline.day))
    return NameDoctor(plan.state(), plan.codes, chosen(plan).book, style)


def _alive(name: str, entry: RuleEntry, _style: Style) -> str:
    if not text.phrase_in(name, entry.words("phrases")):
        return name
    return text.cut(name, entry.words("phrases"), entry.words("fillers"))


def _in_full(name: str, entry: RuleEntry, style: Style) -> str:
    if text.phrase_in(name, entry.words("national")):
        return name
    return name_marks.full_name(name, entry.pairs("table"), style)


def _calm(name: str, entry: RuleEntry, style: Style) -> str:
    acronyms = frozenset(word.casefold() for word in entry.words("acronyms"))
    return text.calmed(name, text.shouted(name, acronyms, style.words, entry.whole("letters")))


def _unslashed(name: str, entry: RuleEntry, _style: Style) -> str:
    return name_sense.without_slash(name) if name_sense.has_slash(name, entry.words("slash")) else name


def _unstopped(name: str, entry: RuleEntry, _style: Style) -> str:
    last = name.rpartition(" ")[2].casefold()
    return name if name.endswith(")") or last in entry.words("may_end") else text.without_stop(name)


_Cleaner = tuple[str, str, Callable[[str, RuleEntry, Style], str]]
_CLEANERS: tuple[_Cleaner, ...] = (
    ("dead_name", "doctor.dead", _alive),
    ("note_in_name", "doctor.note", _alive),
    ("abbreviations", "doctor.abbreviation", _in_full),
    ("capitals", "doctor.capitals", _calm),
    ("plain_words", "doctor.slash", _unslashed),
    ("trailing_stop", "doctor.stop", _unstopped),
)
