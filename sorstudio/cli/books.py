"""The rule book that a command works with: the plan's own, or that of a file, and the rules that a person names."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sorstudio.cli.net import told
from sorstudio.cli.options import sound_text
from sorstudio.cli.session import Session
from sorstudio.model.errors import Unreadable, Unusable
from sorstudio.model.plan import Plan

if TYPE_CHECKING:
    from sorstudio.rules.entry import RuleBook

EditionFile = Annotated[Path | None, typer.Option("--edition", help="cli.help.edition_file", metavar="FILE")]
Rules = Annotated[list[str] | None, typer.Option("--rule", help="cli.help.rule", metavar="CODE")]
_MOST_BYTES = 8_000_000


def book_of_file(path: Path) -> RuleBook:
    """An edition over the shipped rules; whatever is wrong is told with file and line."""
    from sorstudio.rules.editions import read_edition
    from sorstudio.rules.rulebook import core_rules

    return read_edition(text_of_file(path), path.name, core_rules())


def text_of_file(path: Path) -> str:
    """The text of a rule book, which is UTF-8."""
    if path.stat().st_size > _MOST_BYTES:
        raise Unreadable("rulebook.too_large", file=path.name)
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unreadable("rulebook.not_utf8", file=path.name) from None


def book_for(session: Session, plan: Plan, file: Path | None) -> RuleBook:
    """The book of the file where one is named, otherwise the one that counts for the plan."""
    if file is not None:
        return book_of_file(file)
    from sorstudio.rules.chosen import chosen

    found = chosen(plan)
    if found.problem is not None:
        session.warn("cli.edition.fallback", reason="; ".join(told(found.problem, session.texts)))
    return found.book


def codes_of(book: RuleBook, words: Iterable[str]) -> frozenset[str]:
    """The rules that a person means by codes, or by names of their sources; refuses one that is not there."""
    found: set[str] = set()
    for word in words:
        codes = book.called(sound_text(word))
        if not codes:
            raise Unusable("cli.rule.unknown", rule=word)
        found.update(codes)
    return frozenset(found)


def only_rules(book: RuleBook, words: list[str] | None) -> RuleBook:
    """The book with the named rules alone; the whole book where none is named."""
    return book.only(codes_of(book, words)) if words else book
