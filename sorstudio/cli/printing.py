"""The tree on paper: aligned text for people, and a file that spreadsheets open without eating a number."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterable, Iterator, Sequence

from sorstudio.cli.rows import COLUMNS, MessageUse, TreeRow
from sorstudio.cli.session import Session
from sorstudio.model.records import NumberState

_BOM = "\ufeff"
_LONG_NUMBER = 12
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def tree_csv(rows: Iterable[TreeRow]) -> str:
    """The tree as table_csv has it."""
    return table_csv(COLUMNS, ([getattr(row, name) for name in COLUMNS] for row in rows))


def table_csv(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Semicolons and a byte order mark, as Danish spreadsheets want it; long numbers stay text."""
    file = io.StringIO()
    writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
    writer.writerow(header)
    for row in rows:
        writer.writerow(_cell(value) for value in row)
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
    heads = tuple(session.words(f"cli.tree.{name}") for name in ("name", "unit_type", "number", "status"))
    cells = [(_indented(row), _type(row, session), _number(row, session), _status(row, session)) for row in rows]
    if sys.stdout.isatty():
        _print_on_screen(heads, cells, [row.status == "closed" for row in rows])
    else:
        sys.stdout.writelines(f"{line}\n" for line in aligned([heads, *cells]))


def aligned(cells: Sequence[Sequence[str]]) -> Iterator[str]:
    """Lines with the columns one below the other; thousands of lines, so without a table's arithmetic."""
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    for row in cells:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def _print_on_screen(heads: Sequence[str], cells: Iterable[Sequence[str]], dim: Iterable[bool]) -> None:
    """Long names are folded below themselves, and what is closed is dim."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for place, head in enumerate(heads):
        table.add_column(head, overflow="fold", no_wrap=place == _NUMBER_COLUMN)
    for row, is_dim in zip(cells, dim, strict=True):
        table.add_row(*map(Text, row), style="dim" if is_dim else None)
    Console(highlight=False).print(table)


_NUMBER_COLUMN = 2


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
