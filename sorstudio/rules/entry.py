"""What the rule book says: an entry for each rule, and the book with its edition. Values only; reading is elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import cast

from sorstudio.rules.finding import Severity
from sorstudio.rules.parameters import ParamValue

CORE_BOOK = "core"


@dataclass(frozen=True, slots=True)
class RuleEntry:
    """One rule: a check with parameters, and what a person is told about it.

    `check` names the code that looks; several rules may use one check with parameters of their own. `explanation` says
    why it matters to somebody who sends messages. `message` takes the place of the check's own sentence where a book
    brings one; it may use the same parameters.
    """

    code: str
    check: str
    group: str
    severity: Severity
    title_da: str
    title_en: str
    explanation_da: str
    explanation_en: str
    source: str = ""
    message_da: str = ""
    message_en: str = ""
    is_on: bool = True
    parameters: Mapping[str, ParamValue] = field(default_factory=dict, hash=False)

    def title(self, language: str = "da") -> str:
        """The title in that language."""
        return self.title_en if language == "en" else self.title_da

    def explanation(self, language: str = "da") -> str:
        """Why the rule is there, in that language."""
        return self.explanation_en if language == "en" else self.explanation_da

    def own_message(self, language: str = "da") -> str:
        """The book's own sentence in that language; empty where the check's sentence is used."""
        return (self.message_en or self.message_da) if language == "en" else self.message_da

    def whole(self, name: str) -> int:
        """A parameter that is a whole number."""
        return cast(int, self.parameters[name])

    def share(self, name: str) -> float:
        """A parameter that is a share between 0 and 1."""
        return cast(float, self.parameters[name])

    def day(self, name: str) -> date:
        """A parameter that is a date."""
        return date.fromisoformat(cast(str, self.parameters[name]))

    def words(self, name: str) -> tuple[str, ...]:
        """A parameter that is a list of words."""
        return cast("tuple[str, ...]", self.parameters[name])

    def pairs(self, name: str) -> Mapping[str, str]:
        """A parameter that is a table of text to text."""
        return cast("Mapping[str, str]", self.parameters[name])

    def table(self, name: str) -> Mapping[str, tuple[str, ...]]:
        """A parameter that is a table of text to words."""
        return cast("Mapping[str, tuple[str, ...]]", self.parameters[name])


@dataclass(frozen=True, slots=True)
class Edition:
    """Which book this is: its name, its own number, its day, who publishes it, and the book that it builds on."""

    name: str
    edition: str = ""
    day: date | None = None
    publisher: str = ""
    base: str = ""


@dataclass(frozen=True)
class RuleBook:
    """The rules by code, those that are off among them; a rule that is not in the book is not run."""

    entries: Mapping[str, RuleEntry] = field(default_factory=dict)
    edition: Edition = Edition("")

    def entry(self, code: str) -> RuleEntry | None:
        """One rule."""
        return self.entries.get(code)

    def active(self) -> Iterator[RuleEntry]:
        """The rules that are on."""
        return (entry for entry in self.entries.values() if entry.is_on)

    def only(self, codes: frozenset[str]) -> RuleBook:
        """The same book with these rules alone, on."""
        kept = {code: replace(one, is_on=True) for code, one in self.entries.items() if code in codes}
        return RuleBook(kept, self.edition)

    def called(self, word: str) -> tuple[str, ...]:
        """The codes of the rules that a person means: a code in any case, or a name from its source (MC-14)."""
        wanted = word.strip().upper()
        exact = tuple(code for code in self.entries if code.upper() == wanted)
        return exact or tuple(code for code, one in self.entries.items() if wanted in _sources(one))


def _sources(entry: RuleEntry) -> set[str]:
    return {part.upper() for part in entry.source.replace(";", " ").replace(",", " ").split()}
