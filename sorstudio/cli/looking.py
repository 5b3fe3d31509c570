"""Looking at a plan: its tree, its outline, and what it is made of."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, cast

import typer

from sorstudio.cli.options import FormatOption, PlanPath, parse_day
from sorstudio.cli.printing import print_tree, tree_csv
from sorstudio.cli.rows import TreeRow, row_data, tree_rows
from sorstudio.cli.session import Format, Json, Session, print_json, session_of
from sorstudio.model.edits.settings import SETTINGS, setting
from sorstudio.model.plan import Plan
from sorstudio.model.records import RecordKind, UnitKind

if TYPE_CHECKING:
    from sorstudio.storage.plan_file import OpenPlan

On = Annotated[str | None, typer.Option("--on", help="cli.help.on", metavar="DATE")]


class TreeFormat(StrEnum):
    """For people, for programs, for spreadsheets."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"


def tree(
    context: typer.Context,
    plan: PlanPath,
    output: Annotated[TreeFormat, typer.Option("--format", help="cli.help.tree_format")] = TreeFormat.TEXT,
    on: On = None,
) -> None:
    """The units in order, with what holds at each."""
    session = session_of(context)
    day = parse_day(on)
    with session.read(plan) as opened:
        rows = list(tree_rows(opened.plan, session.texts.language, day))
    if output is TreeFormat.JSON:
        print_json(cast(Json, [row_data(row) for row in rows]))
    elif output is TreeFormat.CSV:
        sys.stdout.write(tree_csv(rows))
    else:
        print_tree(rows, session)


def outline(context: typer.Context, plan: PlanPath, on: On = None) -> None:
    """The names as a numbered text, which reads back as an outline."""
    from sorstudio.formats.outline_writer import write_outline

    session = session_of(context)
    day = parse_day(on)
    with session.read(plan) as opened:
        rows = [row for row in tree_rows(opened.plan, session.texts.language, day) if row.status != "closed"]
    title = rows[0].name if rows else ""
    below = [(row.level - 2, row.name) for row in rows[1:] if row.level > 1]
    sys.stdout.write(write_outline(below, title=title))


def info(context: typer.Context, plan: PlanPath, output: FormatOption = Format.TEXT) -> None:
    """What the plan is made of, in short."""
    session = session_of(context)
    with session.read(plan) as opened:
        facts = plan_facts(opened, session)
    if output is Format.JSON:
        print_json(facts)
        return
    for name, value in facts.items():
        session.say(f"cli.info.{name}", value=_IN_WORDS.get(name, _plain)(value, session))


def plan_facts(opened: OpenPlan, session: Session) -> dict[str, Json]:
    """The facts about a plan, by name."""
    plan = opened.plan
    rows = list(tree_rows(plan, session.texts.language))
    open_rows = [row for row in rows if row.status != "closed"]
    return {
        "municipality": _municipality(plan, session),
        "owner": next((row.name for row in rows if row.parent is None), None),
        "day": plan.baseline.day.isoformat(),
        "layout": plan.baseline.layout,
        "sources": list(plan.baseline.sources),
        **_counts(open_rows, plan),
        "changes": len(plan.journal.path()),
        "changes_in_history": len(plan.journal.changes),
        "unknown_fields": list(_unknown_fields(rows)),
        "branches": [
            {"tip": branch.tip, "name": branch.name or None, "current": branch.current}
            for branch in plan.journal.branches()
        ],
        "working_date": plan.working_date.isoformat(),
        "settings": {name: setting(plan, name) for name in SETTINGS},
        "holder": _holder(opened),
    }


def _counts(rows: list[TreeRow], plan: Plan) -> dict[str, Json]:
    kinds = Counter(row.kind for row in rows)
    state = plan.state()
    return {
        "units": len(rows),
        "ie": kinds[UnitKind.IE],
        "si": kinds[UnitKind.SI],
        "oe": kinds[UnitKind.OE],
        "closed": len(state.units) - len(rows),
        "levels": max((row.level for row in rows), default=0),
        "numbers": len(state.numbers),
        "message_types": len(state.records[RecordKind.CAPABILITY]),
        "offers": len(state.records[RecordKind.PLACEMENT]),
    }


def _unknown_fields(rows: list[TreeRow]) -> list[str]:
    """The fields that are unknown somewhere, in order."""
    return sorted({name for row in rows for name in row.unknown})


def _municipality(plan: Plan, session: Session) -> str | None:
    code = setting(plan, "municipality")
    found = plan.codes.municipality(code) if code else None
    return found.name if found else None


def _holder(opened: OpenPlan) -> Json:
    from sorstudio.storage.hold import current_holder

    found = current_holder(opened.path)
    return cast(Json, asdict(found)) if found else None


def _plain(value: Json, session: Session) -> object:
    if isinstance(value, list):
        return ", ".join(str(item) for item in value) or "–"
    if isinstance(value, dict):
        return ", ".join(str(item) for item in value.values() if item is not None) or "–"
    return "–" if value is None or value == "" else value


def _fields(value: Json, session: Session) -> object:
    names = value if isinstance(value, list) else []
    return ", ".join(sorted(session.texts.value(f"word.field.{name}") for name in names)) or "–"


def _branches(value: Json, session: Session) -> object:
    """Each line of work by its name, or the start of its last act; the current one is marked."""
    found = [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []
    here = session.words("cli.info.branch_here")
    names = [(str(item["name"] or item["tip"])[: 40 if item["name"] else 8], item["current"]) for item in found]
    return ", ".join(f"{name} ({here})" if current else name for name, current in names) or "–"


def _settings(value: Json, session: Session) -> object:
    pairs = value.items() if isinstance(value, dict) else ()
    shown = [f"{session.texts.value(f'word.setting.{name}')}: {text}" for name, text in pairs if text]
    return "; ".join(shown) or "–"


_IN_WORDS: dict[str, Callable[[Json, Session], object]] = {
    "unknown_fields": _fields,
    "branches": _branches,
    "settings": _settings,
}
