"""A rule book while a person changes it: rules off, other severities, other parameters, a name; nothing counts yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from sorstudio.rules.editions import read_edition, write_edition
from sorstudio.rules.engine import CHECKS
from sorstudio.rules.entry import RuleBook, RuleEntry
from sorstudio.rules.finding import Severity
from sorstudio.rules.parameters import BadParameter, ParamValue
from sorstudio.rules.rulebook import core_rules


class Draft:
    """Begins as the book that counts; `book` is what it has become."""

    def __init__(self, book: RuleBook) -> None:
        self.book = book

    def switch(self, code: str, is_on: bool) -> None:
        """Whether the rule is run."""
        self._put(replace(self.book.entries[code], is_on=is_on))

    def weigh(self, code: str, severity: Severity) -> None:
        """How much its findings weigh."""
        self._put(replace(self.book.entries[code], severity=severity))

    def set_parameter(self, code: str, name: str, words: str) -> None:
        """What a person has written for a parameter. Raises `BadParameter` and leaves it as it was."""
        entry = self.book.entries[code]
        value = CHECKS[entry.check].parameters[name].read(as_value(words, entry.parameters[name]))
        self._put(replace(entry, parameters={**entry.parameters, name: value}))

    def call(self, name: str, edition: str, day: date) -> None:
        """What the edition is called, its own number, and its day; who ships the rules does not publish it."""
        old = self.book.edition
        publisher = "" if old == core_rules().edition else old.publisher
        called = replace(old, name=name, edition=edition, day=day, publisher=publisher)
        self.book = RuleBook(self.book.entries, called)

    def reset(self, code: str) -> None:
        """One rule as it is shipped."""
        shipped = core_rules().entry(code)
        if shipped is not None:
            self._put(shipped)

    def is_own(self, code: str) -> bool:
        """Whether a rule differs from the shipped one."""
        entry, shipped = self.book.entries[code], core_rules().entry(code)
        if shipped is None:
            return True
        return entry != shipped or dict(entry.parameters) != dict(shipped.parameters)

    def take(self, text: str, file: str) -> None:
        """The edition of a file. Raises `Unreadable` with file and line, and what was there stays."""
        self.book = read_edition(text, file, core_rules())

    def text(self) -> str:
        """As the text of a file: only what differs from the shipped rules."""
        return write_edition(self.book, core_rules())

    def _put(self, entry: RuleEntry) -> None:
        self.book = RuleBook({**self.book.entries, entry.code: entry}, self.book.edition)


def as_words(value: ParamValue) -> str:
    """A parameter as it is shown: a list line by line, a table with an equals sign and semicolons."""
    if isinstance(value, tuple):
        return "\n".join(_quoted(one) for one in value)
    if isinstance(value, Mapping):
        return "\n".join(f"{name} = {_joined(one)}" for name, one in value.items())
    return str(value)


def as_value(words: str, like: ParamValue) -> object:
    """What was written, as the kind of thing that stands there now. Raises `BadParameter` for a line that is none."""
    lines = [line for line in words.splitlines() if line.strip()]
    if isinstance(like, tuple):
        return [_unquoted(line) for line in lines]
    if isinstance(like, Mapping):
        table = [line.partition("=") for line in lines]
        if any(not sign for _, sign, _ in table):
            raise BadParameter("rulebook.not_pairs")
        many = any(isinstance(one, tuple) for one in like.values())
        return {name.strip(): _split(rest) if many else rest.strip() for name, _, rest in table}
    return _number(words.strip(), like)


def _number(words: str, like: ParamValue) -> object:
    try:
        if isinstance(like, float):
            return float(words.replace(",", "."))
        return int(words) if isinstance(like, int) else words
    except ValueError:
        return words


def _joined(value: str | tuple[str, ...]) -> str:
    return value if isinstance(value, str) else "; ".join(value)


def _split(words: str) -> list[str]:
    return [one.strip() for one in words.split(";") if one.strip()]


def _quoted(word: str) -> str:
    """Blanks at the ends of a word mean something; they are shown in quotes."""
    return f'"{word}"' if word != word.strip() else word


def _unquoted(line: str) -> str:
    word = line.strip()
    return word[1:-1] if len(word) > 2 and word.startswith('"') and word.endswith('"') else word
