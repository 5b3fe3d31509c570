"""The tree on paper: aligned text for people, and a file that spreadsheets open without eating a number."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterable, Sequence

from sorstudio.cli.rows import COLUMNS, MessageUse, TreeRow
from sorstudio.cli.session import Session
from sorstudio.model.records import NumberState

_BOM = "\ufeff"
_LONG_NUMBER = 12
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_WIDE = 400
"""Columns when nobody watches: a pipe or a file cuts nothing."""


def tree_csv(rows: Iterable[TreeRow]) -> str:
    """Semicolons and a byte order mark, as Danish spreadsheets want it; long numbers stay text."""
    file = io.StringIO()
    writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in rows:
        writer.writerow(_cell(getattr(row, name)) for name in COLUMNS)
    return _BOM + file.getvalue()


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, tuple):
        return ", ".join(_member(item) for item in value)
    text = str(value)
    if text.isdigit() and len(text) >= _LONG_NUMBER:
        return f'="{text}"'
    return f"'{text}" if text.startswith(_FORMULA) else text


def _member(item: object) -> str:
    return f"{item.type} {item.version} {item.direction}" if isinstance(item, MessageUse) else str(item)


def print_tree(rows: Sequence[TreeRow], session: Session) -> None:
    """A table that follows the width of the screen; in a pipe plain and uncut."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for name in ("name", "unit_type", "number", "status"):
        table.add_column(session.words(f"cli.tree.{name}"), overflow="fold", no_wrap=name == "number")
    for row in rows:
        cells = (_indented(row), _type(row, session), _number(row, session), _status(row, session))
        table.add_row(*(Text(cell) for cell in cells), style="dim" if row.status == "closed" else None)
    console = Console(file=sys.stdout, width=None if sys.stdout.isatty() else _WIDE, highlight=False)
    with console.capture() as captured:
        console.print(table)
    print("\n".join(line.rstrip() for line in captured.get().splitlines()))


def _indented(row: TreeRow) -> str:
    return "  " * (row.level - 1) + row.name


def _type(row: TreeRow, session: Session) -> str:
    return session.words("cli.tree.unknown") if "unit_type" in row.unknown else row.unit_type or ""


def _number(row: TreeRow, session: Session) -> str:
    if row.location_number_state is None:
        return session.words("cli.tree.unknown")
    if row.location_number_from is None:
        return ""
    number = row.location_number or session.words("cli.tree.ordered")
    own = row.location_number_state is NumberState.OWN
    return session.words("cli.tree.own" if own else "cli.tree.inherited", number=number)


def _status(row: TreeRow, session: Session) -> str:
    return session.words(f"cli.status.{row.status}")
