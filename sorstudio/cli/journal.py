"""Back and forth in the journal: undo, redo, history, goto, branch, branches and take-back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

import typer

from sorstudio.cli.options import Author, Count, FormatOption, PlanPath, sound_text
from sorstudio.cli.session import Format, Json, Session, print_json, session_of
from sorstudio.model import replay
from sorstudio.model.change import Change
from sorstudio.model.dependents import built_on
from sorstudio.model.errors import Refused, Unusable
from sorstudio.model.plan import Plan
from sorstudio.requests.differences import differences_between, state_at
from sorstudio.requests.places import branch_name, place_name

BASELINE, HERE = "baseline", "here"
Place = Annotated[str | None, typer.Argument(metavar="CHANGE|baseline|here", help="cli.help.place", show_default=False)]


def undo(context: typer.Context, plan: PlanPath, count: Count = 1) -> None:
    """Take back the latest acts."""
    session = session_of(context)
    with session.write(plan) as opened:
        taken = opened.plan.journal.path()[-count:]
        opened.plan.undo(count)
        for change in reversed(taken):
            session.say("cli.undone", sentence=_sentence(change, session))


def redo(context: typer.Context, plan: PlanPath, count: Count = 1) -> None:
    """Make the acts again that were taken back last."""
    session = session_of(context)
    with session.write(plan) as opened:
        opened.plan.redo(count)
        for change in opened.plan.journal.path()[-count:]:
            session.say("cli.redone", sentence=_sentence(change, session))


def history(context: typer.Context, plan: PlanPath, output: FormatOption = Format.TEXT) -> None:
    """Every act ever made, also those taken back."""
    session = session_of(context)
    with session.read(plan) as opened:
        entries = history_entries(opened.plan, session)
    if output is Format.JSON:
        print_json(entries)
        return
    if not entries:
        session.say("cli.history.empty")
    for entry in entries:
        print(_history_line(entry))


def goto(
    context: typer.Context,
    plan: PlanPath,
    change: Annotated[str, typer.Argument(metavar="CHANGE|baseline", help="cli.help.change", show_default=False)],
) -> None:
    """Stand at any act, on any branch."""
    session = session_of(context)
    with session.write(plan) as opened:
        opened.plan.go_to(None if change == BASELINE else opened.plan.journal.resolve(change))
        _tell_place(opened.plan, session)


def branch(
    context: typer.Context,
    plan: PlanPath,
    name: Annotated[str, typer.Argument(metavar="NAME", help="cli.help.branch_name", show_default=False)],
) -> None:
    """Name the line of work that the plan stands on."""
    session = session_of(context)
    text = sound_text(name).strip()
    if not text or text in (BASELINE, HERE) or not text.isprintable():
        raise Unusable("cli.branch.name", name=text)
    with session.write(plan) as opened:
        opened.plan.name_branch(text)
        session.say("cli.branch.named", name=text)


def branches(
    context: typer.Context,
    plan: PlanPath,
    first: Place = None,
    second: Place = None,
    output: FormatOption = Format.TEXT,
) -> None:
    """Every line of work, or what differs between two places in the history."""
    session = session_of(context)
    with session.read(plan) as opened:
        if first is None:
            _show(branch_entries(opened.plan, session), "cli.branches.line", "cli.history.empty", output, session)
        else:
            _compare(opened.plan, (first, second or HERE), output, session)


def branch_entries(plan: Plan, session: Session) -> list[dict[str, Json]]:
    """The lines of work as data."""
    return [
        {
            "name": one.name or None,
            "tip": one.tip,
            "current": one.current,
            "acts": len(plan.journal.path(one.tip)),
            "sentence": branch_name(plan, one.tip, session.texts),
        }
        for one in plan.journal.branches()
    ]


def _compare(plan: Plan, wanted: tuple[str, str], output: Format, session: Session) -> None:
    places = tuple(_place(plan, text) for text in wanted)
    names = (place_name(plan, places[0], session.texts), place_name(plan, places[1], session.texts))
    found = differences_between(state_at(plan, places[0]), state_at(plan, places[1]), plan.codes, names)
    entries: list[dict[str, Json]] = [
        {"unit": one.unit or None, "what": one.what.value, "sentence": session.words(one.code, **one.params)}
        for one in found
    ]
    if output is Format.TEXT and entries:
        session.say("compare.head", count=len(entries), a=names[0], b=names[1])
    if output is Format.TEXT and not entries:
        session.say("compare.none", a=names[0], b=names[1])
        return
    _show(entries, "cli.branches.difference", "", output, session)


def _place(plan: Plan, text: str) -> str | None:
    if text == HERE:
        return plan.head
    return None if text == BASELINE else plan.journal.resolve(text)


def _show(entries: list[dict[str, Json]], code: str, none: str, output: Format, session: Session) -> None:
    if output is Format.JSON:
        print_json(entries)
        return
    if not entries and none:
        session.say(none)
    for entry in entries:
        mark, tip = ">" if entry.get("current") else " ", str(entry.get("tip", ""))[:8]
        session.say(code, mark=mark, tip=tip, count=entry.get("acts", 0), sentence=entry["sentence"])


def take_back(
    context: typer.Context,
    plan: PlanPath,
    change: Annotated[str, typer.Argument(metavar="CHANGE", help="cli.help.act", show_default=False)],
    author: Author = None,
) -> None:
    """Undo one earlier act and keep the later ones; where they build on it they are named."""
    session = session_of(context)
    with session.write(plan, author) as opened:
        wanted = opened.plan.journal.resolve(change)
        try:
            made = opened.plan.apply(replay.take_back(opened.plan, wanted))
        except Refused as refusal:
            _tell_later(opened.plan, wanted, refusal, session)
            raise
        print(_sentence(made, session))


def _tell_later(plan: Plan, wanted: str, refusal: Refused, session: Session) -> None:
    for later in built_on(plan, wanted) if refusal.code == "journal.built_upon" else ():
        session.warn("cli.take_back.later", change=later.id[:8], sentence=_sentence(later, session))


def history_entries(plan: Plan, session: Session) -> list[Json]:
    """The journal as data, oldest first."""
    journal = plan.journal
    on_path = {change.id for change in journal.path()}
    names = {tip: name for name, tip in journal.names.items()}
    return [
        {
            "id": change.id,
            "position": position,
            "code": change.code,
            "sentence": _sentence(change, session),
            "author": change.author,
            "time": change.time.isoformat() if change.time else None,
            "date": change.day.isoformat() if change.day else None,
            "reason": change.reason,
            "follows": list(change.follows),
            "on_path": change.id in on_path,
            "is_head": change.id == journal.head,
            "branch": names.get(change.id),
        }
        for position, change in enumerate(journal.changes.values(), start=1)
    ]


def _history_line(entry: Json) -> str:
    if not isinstance(entry, Mapping):
        return ""
    mark = ">" if entry["is_head"] else " " if entry["on_path"] else "-"
    time = str(entry["time"] or "")[:16].replace("T", " ")
    name = f"  [{entry['branch']}]" if entry["branch"] else ""
    return f"{mark} {str(entry['id'])[:8]}  {time}  {entry['author']}  {entry['sentence']}{name}"


def _tell_place(plan: Plan, session: Session) -> None:
    path = plan.journal.path()
    if path:
        session.say("cli.place", count=len(path), sentence=_sentence(path[-1], session))
    else:
        session.say("cli.place.baseline")


def _sentence(change: Change, session: Session) -> str:
    return session.texts.sentence(change.code, change.params)
