"""What is done about findings: repairs, one by one or all alike, and what is let stand with a reason."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, cast

import typer

from sorstudio.cli.books import EditionFile, book_for, codes_of, only_rules
from sorstudio.cli.net import REFUSED, told
from sorstudio.cli.options import Author, FormatOption, PlanPath, sound_text
from sorstudio.cli.ruling import sentence
from sorstudio.cli.session import Format, Json, Session, print_json, session_of
from sorstudio.model.edits import accepting as verbs
from sorstudio.model.edits.base import unit_ref
from sorstudio.model.errors import Unusable
from sorstudio.model.plan import Plan

if TYPE_CHECKING:
    from sorstudio.rules.entry import RuleBook
    from sorstudio.rules.finding import Finding
    from sorstudio.rules.repairing import Proposal, Repairs

OneRule = Annotated[str, typer.Option("--rule", help="cli.help.rule_one", metavar="CODE", show_default=False)]
Several = Annotated[list[str], typer.Option("--rule", help="cli.help.rule", metavar="CODE", show_default=False)]
_YES = {"j", "ja", "y", "yes"}


def repair(
    context: typer.Context,
    plan: PlanPath,
    rule: Several,
    edition: EditionFile = None,
    every: Annotated[bool, typer.Option("--all", help="cli.help.repair_all")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="cli.help.repair_yes")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="cli.help.dry_run")] = False,
    author: Author = None,
    output: FormatOption = Format.TEXT,
) -> None:
    """Mend what rules find: shown first, then asked for."""
    session = session_of(context)
    only_look = dry_run or (output is Format.JSON and not yes)
    with session.read(plan) if only_look else session.write(plan, author) as opened:
        book = only_rules(book_for(session, opened.plan, edition), rule)
        findings = _open_findings(opened.plan, book)
        found = _repairs(opened.plan, findings, every=every)
        if output is Format.TEXT:
            _print_repairs(found, findings, session)
        is_made = bool(found.changes) and not only_look and (yes or _is_wanted(session, len(found.made)))
        if is_made:
            opened.plan.apply_all(found.changes)
    _conclude(session, found, output, is_made=is_made, is_asked=not dry_run)
    if found.refused:
        raise typer.Exit(REFUSED)


def _open_findings(plan: Plan, book: RuleBook) -> tuple[Finding, ...]:
    from sorstudio.rules.accepting import split
    from sorstudio.rules.check import check

    return split(check(plan, book), plan.state()).open


def _repairs(plan: Plan, findings: tuple[Finding, ...], *, every: bool) -> Repairs:
    from sorstudio.rules.repairing import proposals, repair_all

    return repair_all(plan, list(proposals(findings, unsafe=every)))


def _print_repairs(found: Repairs, findings: tuple[Finding, ...], session: Session) -> None:
    for one in found.made:
        print(f"{one.finding.unit_name}: {_words(one, session)} [{one.finding.code}]")
    for one, error in found.refused:
        reason = "; ".join(told(error, session.texts))
        session.say("cli.repair.refused", what=f"{one.finding.unit_name}: {_words(one, session)}", reason=reason)
    tried = {id(one.finding) for one in (*found.made, *(one for one, _ in found.refused))}
    left = [one for one in findings if id(one) not in tried]
    choice = sum(bool(one.repairs) for one in left)
    if choice:
        session.say("cli.repair.choice", count=choice)
    if len(left) > choice:
        session.say("cli.repair.by_hand", count=len(left) - choice)


def _words(one: Proposal, session: Session) -> str:
    return session.words(f"repair.{one.repair.code}", **one.repair.params)


def _is_wanted(session: Session, count: int) -> bool:
    """What a person answers; no answer is no."""
    print(session.words("cli.repair.ask", count=count), end=" ", flush=True)
    answer = sys.stdin.readline().strip().casefold()
    return answer in _YES


def _conclude(session: Session, found: Repairs, output: Format, *, is_made: bool, is_asked: bool) -> None:
    if output is Format.JSON:
        print_json(_data(found, session, is_made=is_made))
    elif is_made:
        session.say("cli.repair.made", count=len(found.made))
    elif not found.made:
        session.say("cli.repair.nothing")
    elif is_asked:
        session.say("cli.repair.not_written")


def _data(found: Repairs, session: Session, *, is_made: bool) -> Json:
    refused = [
        cast(Json, {**_proposal(one, session), "reason": "; ".join(told(error, session.texts))})
        for one, error in found.refused
    ]
    return {"made": is_made, "repairs": [_proposal(one, session) for one in found.made], "refused": refused}


def _proposal(one: Proposal, session: Session) -> dict[str, Json]:
    return {
        "code": one.finding.code,
        "unit": one.finding.unit,
        "unit_name": one.finding.unit_name,
        "repair": one.repair.code,
        "message": _words(one, session),
        "acts": cast(Json, [dict(act) for act in one.repair.acts]),
        "safe": one.repair.is_safe,
    }


def accept(
    context: typer.Context,
    plan: PlanPath,
    rule: OneRule,
    unit: Annotated[str, typer.Option("--unit", help="cli.help.unit", metavar="UNIT", show_default=False)],
    reason: Annotated[str | None, typer.Option("--reason", help="cli.help.accept_reason", metavar="TEXT")] = None,
    withdraw: Annotated[bool, typer.Option("--withdraw", help="cli.help.withdraw")] = False,
    author: Author = None,
) -> None:
    """Let what a rule finds at a unit stand, with a reason; or let it be a finding again."""
    from sorstudio.rules import accepting

    session = session_of(context)
    if reason is None and not withdraw:
        raise Unusable("cli.accept.no_reason")
    with session.write(plan, author) as opened:
        work = opened.plan
        book = book_for(session, work, None)
        code = _one_rule(book, rule)
        key = unit_ref(work, sound_text(unit))
        if withdraw:
            change = verbs.withdraw(work, key, code, reason=reason)
        else:
            found = accepting.found_at(work, key, code, book)
            change = accepting.accept(work, found, sound_text(reason or ""))
            for one in found:
                print(sentence(one, session))
        applied = work.apply(change)
        print(session.texts.sentence(applied.code, applied.params))


def _one_rule(book: RuleBook, word: str) -> str:
    codes = sorted(codes_of(book, [word]))
    if len(codes) > 1:
        raise Unusable("cli.rule.several", rule=word, codes=", ".join(codes))
    return codes[0]
