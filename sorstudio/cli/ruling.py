"""What should be looked at, the rules that say so, and the edition of them that counts for a plan."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from sorstudio.cli.books import EditionFile, Rules, book_for, book_of_file, only_rules, text_of_file
from sorstudio.cli.net import REFUSED
from sorstudio.cli.options import Author, FormatOption, PlanPath
from sorstudio.cli.session import Format, Json, Session, print_json, session_of
from sorstudio.model.errors import Unusable
from sorstudio.model.plan import Plan

if TYPE_CHECKING:
    from sorstudio.model.state import State
    from sorstudio.rules.accepting import Accepted
    from sorstudio.rules.entry import RuleBook
    from sorstudio.rules.finding import Finding


class RulesFormat(StrEnum):
    """A short list, the whole reference, or data."""

    TEXT = "text"
    MD = "md"
    JSON = "json"


def check(
    context: typer.Context,
    plan: PlanPath,
    edition: EditionFile = None,
    rule: Rules = None,
    output: FormatOption = Format.TEXT,
) -> None:
    """What should be looked at; exit code 1 where anything but information is open."""
    from sorstudio.rules.accepting import split
    from sorstudio.rules.check import check as find
    from sorstudio.rules.finding import Severity

    session = session_of(context)
    with session.read(plan) as opened:
        book = only_rules(book_for(session, opened.plan, edition), rule)
        findings, state = find(opened.plan, book), opened.plan.state()
    found = split(findings, state)
    if output is Format.JSON:
        print_json([_finding_data(one, state, session) for one in findings])
    else:
        _print_open(found.open, session)
        _print_accepted(found.accepted, session)
    if any(one.severity is not Severity.INFO for one in found.open):
        raise typer.Exit(REFUSED)


def _finding_data(finding: Finding, state: State, session: Session) -> Json:
    from sorstudio.rules.accepting import acceptance_json, acceptance_of
    from sorstudio.rules.finding import finding_json

    accepted = acceptance_json(acceptance_of(finding, state))
    return cast(Json, {**finding_json(finding, session.texts), "accepted": accepted})


def _print_open(findings: tuple[Finding, ...], session: Session) -> None:
    from sorstudio.rules.check import by_weight

    for one in by_weight(findings):
        print(f"{session.words(f'cli.severity.{one.severity}')}: {sentence(one, session)}")
    session.say("cli.check.count", count=len(findings))


def _print_accepted(accepted: tuple[Accepted, ...], session: Session) -> None:
    for one in accepted:
        day = one.by.time.date() if one.by.time else ""
        by = {"author": one.by.author, "day": day, "reason": one.by.reason}
        session.say("cli.check.accepted", finding=sentence(one.finding, session), **by)
    if accepted:
        session.say("cli.check.accepted_count", count=len(accepted))


def sentence(finding: Finding, session: Session) -> str:
    """A finding on one line: the unit, what was found, and the code of the rule."""
    from sorstudio.rules.finding import message

    return ": ".join(filter(None, (finding.unit_name, f"{message(finding, session.texts)} [{finding.code}]")))


def rules(
    context: typer.Context,
    edition: EditionFile = None,
    output: Annotated[RulesFormat, typer.Option("--format", help="cli.help.rules_format")] = RulesFormat.TEXT,
) -> None:
    """Every rule: what it asks for and why."""
    from sorstudio.rules.reference import book_json, book_markdown
    from sorstudio.rules.rulebook import core_rules

    session = session_of(context)
    book = book_of_file(edition) if edition is not None else core_rules()
    if output is RulesFormat.JSON:
        print_json(cast(Json, book_json(book, session.texts)))
    elif output is RulesFormat.MD:
        print(book_markdown(book, session.texts), end="")
    else:
        for one in book.entries.values():
            weight = session.words(f"cli.severity.{one.severity}") if one.is_on else session.words("cli.rules.off")
            print(f"{one.code:<10} {weight:<11} {one.title(session.texts.language)}")


def edition(
    context: typer.Context,
    plan: PlanPath,
    new: Annotated[Path | None, typer.Option("--set", help="cli.help.edition_set", metavar="FILE")] = None,
    out: Annotated[Path | None, typer.Option("--export", help="cli.help.edition_export", metavar="FILE")] = None,
    reset: Annotated[bool, typer.Option("--reset", help="cli.help.edition_reset")] = False,
    author: Author = None,
    output: FormatOption = Format.TEXT,
) -> None:
    """Which rules count for the plan; take an edition in, write it out, or go back to the shipped rules."""
    session = session_of(context)
    if sum((new is not None, out is not None, reset)) > 1:
        raise Unusable("cli.edition.one_of")
    if new is None and not reset:
        with session.read(plan) as opened:
            if out is not None:
                _export(opened.plan, out)
            book = book_for(session, opened.plan, None)
    else:
        with session.write(plan, author) as opened:
            _choose(opened.plan, new)
            book = book_for(session, opened.plan, None)
    _show(book, session, output)


def _choose(plan: Plan, file: Path | None) -> None:
    from sorstudio.rules import chosen

    plan.apply(chosen.reset(plan) if file is None else chosen.choose(plan, text_of_file(file), file.name))


def _export(plan: Plan, path: Path) -> None:
    from sorstudio.cli.writing import write_text
    from sorstudio.rules.chosen import edition_text

    write_text(path, edition_text(plan))


def _show(book: RuleBook, session: Session, output: Format) -> None:
    facts = edition_data(book)
    if output is Format.JSON:
        print_json(facts)
        return
    for name, value in facts.items():
        session.say(f"cli.edition.{name}", value="–" if value in (None, "") else value)


def edition_data(book: RuleBook) -> dict[str, Json]:
    """Which edition this is, and how many of its rules are on and off."""
    on = Counter(one.is_on for one in book.entries.values())
    return {
        "name": book.edition.name,
        "edition": book.edition.edition or None,
        "date": book.edition.day.isoformat() if book.edition.day else None,
        "publisher": book.edition.publisher or None,
        "on": on[True],
        "off": on[False],
    }
