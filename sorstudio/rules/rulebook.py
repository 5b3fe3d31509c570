"""The rule book: title, explanation, severity, source and parameters of every rule, from resources/rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from sorstudio.resources import read_toml
from sorstudio.rules.finding import Severity


@dataclass(frozen=True, slots=True)
class RuleEntry:
    """What the rule book says about one rule. It is also the help."""

    code: str
    severity: Severity
    title_da: str
    title_en: str
    explanation_da: str
    explanation_en: str
    source: str
    words: tuple[str, ...] = ()
    days: int = 0

    def title(self, language: str = "da") -> str:
        """The title in that language."""
        return self.title_en if language == "en" else self.title_da

    def explanation(self, language: str = "da") -> str:
        """Why the rule is there, in that language."""
        return self.explanation_en if language == "en" else self.explanation_da


@dataclass(frozen=True)
class RuleBook:
    """The rules that count, by code; a rule that is not in the book is not run."""

    entries: Mapping[str, RuleEntry] = field(default_factory=dict)

    def entry(self, code: str) -> RuleEntry | None:
        """One rule."""
        return self.entries.get(code)


@cache
def core_rules() -> RuleBook:
    """The rules that are shipped."""
    entries = (_entry(data) for data in read_toml("rules/core.toml")["rule"])
    return RuleBook({entry.code: entry for entry in entries})


def _entry(data: Mapping[str, object]) -> RuleEntry:
    texts = {name: str(data[name]) for name in _TEXTS}
    words = data.get("words", [])
    days = data.get("days", 0)
    return RuleEntry(
        severity=Severity(str(data["severity"])),
        words=tuple(words) if isinstance(words, list) else (),
        days=days if isinstance(days, int) else 0,
        **texts,
    )


_TEXTS = ("code", "title_da", "title_en", "explanation_da", "explanation_en", "source")
