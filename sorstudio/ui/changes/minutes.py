"""The changes as plain text, for the minutes of a meeting or a mail."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sorstudio.ui.changes.model import LineRow

Section = tuple[str, Sequence[LineRow]]


def minutes(heads: Iterable[str], sections: Iterable[Section]) -> str:
    """Heads, then for each envelope that holds something its title and a line for every change."""
    blocks = ["\n".join(heads), *(_block(title, rows) for title, rows in sections if rows)]
    return "\n\n".join(blocks) + "\n"


def row_text(row: LineRow) -> str:
    """One change as one line of text."""
    told = " ".join(filter(None, (row.sentence, row.warning)))
    return f"{told} ({row.beside})" if row.beside else told


def _block(title: str, rows: Sequence[LineRow]) -> str:
    return "\n".join((title, *(f"- {row_text(row)}" for row in rows)))
