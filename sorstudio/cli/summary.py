"""What a plan holds, in a few lines for people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from sorstudio.cli.rows import tree_rows
from sorstudio.cli.session import Session
from sorstudio.model.plan import Plan
from sorstudio.model.records import RecordKind, UnitKind


def summary(plan: Plan, session: Session) -> Iterator[str]:
    """The owner, the day, how many units of each kind, levels, numbers, and what is not known."""
    rows = [row for row in tree_rows(plan, session.texts.language) if row.status != "closed"]
    state = plan.state()
    kinds = Counter(row.kind for row in rows)
    owner = next((row.name for row in rows if row.parent is None), "")
    yield session.words("cli.summary.owner", owner=owner, day=plan.baseline.day, layout=plan.baseline.layout)
    yield session.words(
        "cli.summary.units",
        count=len(rows),
        levels=max((row.level for row in rows), default=0),
        ie=kinds[UnitKind.IE],
        si=kinds[UnitKind.SI],
        oe=kinds[UnitKind.OE],
    )
    closed = len(state.units) - len(rows)
    if closed:
        yield session.words("cli.summary.closed", count=closed)
    messages = len(state.records[RecordKind.CAPABILITY])
    yield session.words("cli.summary.numbers", count=len(state.numbers), messages=messages)
    unknown = Counter(name for row in rows for name in row.unknown)
    if unknown:
        words = {name: session.texts.value(f"word.field.{name}") for name in unknown}
        fields = [
            f"{words[name]} ({count})" for name, count in sorted(unknown.items(), key=lambda item: words[item[0]])
        ]
        yield session.words("cli.summary.unknown", fields=", ".join(fields))
