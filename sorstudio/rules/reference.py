"""The rules as a reference to read: every rule with what it asks for, why, from where, and with which settings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby

from sorstudio.model.texts import Texts
from sorstudio.rules.entry import RuleBook, RuleEntry
from sorstudio.rules.finding import Json
from sorstudio.rules.parameters import ParamValue

MOST_SHOWN = 60
"""Entries of one setting that are written out; the file of the rule book has them all."""


def book_markdown(book: RuleBook, texts: Texts) -> str:
    """The whole book as Markdown, group by group."""
    return "\n".join(_document(book, texts)) + "\n"


def book_json(book: RuleBook, texts: Texts) -> dict[str, Json]:
    """The book as data: its edition, and each rule with the words of one language."""
    day = book.edition.day.isoformat() if book.edition.day else None
    head = {"name": book.edition.name, "edition": book.edition.edition, "date": day}
    return {
        "edition": {**head, "publisher": book.edition.publisher},
        "rules": [_entry_json(one, texts.language) for one in book.entries.values()],
    }


def _entry_json(entry: RuleEntry, language: str) -> dict[str, Json]:
    return {
        "code": entry.code,
        "check": entry.check,
        "group": entry.group,
        "severity": entry.severity.value,
        "on": entry.is_on,
        "title": entry.title(language),
        "explanation": entry.explanation(language),
        "source": entry.source,
        "parameters": {name: _plain(value) for name, value in entry.parameters.items()},
    }


def _plain(value: object) -> Json:
    if isinstance(value, Mapping):
        return {str(name): _plain(one) for name, one in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    if isinstance(value, date):
        return value.isoformat()
    return value if isinstance(value, str | int | float | bool) else str(value)


def _document(book: RuleBook, texts: Texts) -> Iterator[str]:
    yield texts.sentence("reference.title")
    yield ""
    head = book.edition
    params = {"name": head.name, "edition": head.edition, "day": head.day}
    yield texts.sentence("reference.intro", params)
    for group, entries in groupby(sorted(book.entries.values(), key=_place_in(book)), key=lambda one: one.group):
        yield ""
        yield f"## {texts.sentence(f'reference.group.{group}')}"
        for entry in entries:
            yield ""
            yield from _rule(entry, texts)


def _place_in(book: RuleBook) -> Callable[[RuleEntry], tuple[int, str]]:
    groups = {group: place for place, group in enumerate(dict.fromkeys(one.group for one in book.entries.values()))}
    return lambda entry: (groups[entry.group], entry.code)


def _rule(entry: RuleEntry, texts: Texts) -> Iterator[str]:
    weight = texts.sentence(f"reference.severity.{entry.severity}")
    state = "" if entry.is_on else f", {texts.sentence('reference.off')}"
    yield f"### {entry.code} {entry.title(texts.language)}"
    yield ""
    yield f"**{weight}{state}.** {entry.explanation(texts.language)}"
    yield ""
    told = [texts.sentence("reference.check", {"check": entry.check})]
    if entry.source:
        told.append(texts.sentence("reference.source", {"source": entry.source}))
    yield " ".join(told)
    if entry.parameters:
        yield ""
        yield texts.sentence("reference.parameters")
        yield ""
        for name, value in entry.parameters.items():
            yield f"- `{name}`: {_shown(value, texts)}"


def _shown(value: ParamValue, texts: Texts) -> str:
    if isinstance(value, Mapping):
        return _listed([f"`{name}` → {_shown(one, texts)}" for name, one in value.items()], "; ", texts)
    if isinstance(value, tuple):
        return _listed([f"`{one}`" for one in value], ", ", texts)
    return f"`{value}`"


def _listed(words: Iterable[str], mark: str, texts: Texts) -> str:
    found = list(words)
    more = [texts.sentence("reference.more", {"count": len(found) - MOST_SHOWN})] if len(found) > MOST_SHOWN else []
    return mark.join((*found[:MOST_SHOWN], *more)) or "–"
