"""Two register files side by side, without a plan."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sorstudio import resources
from sorstudio.cli.register_words import RegisterWords
from sorstudio.cli.session import Session, session_of
from sorstudio.cli.writing import write_bytes, write_text
from sorstudio.model.errors import Unreadable, Unusable

if TYPE_CHECKING:
    from sorstudio.formats.register_compare import Comparison

MOST_ROWS = 1_000_000


class CompareFormat(StrEnum):
    """For people, for programs, for spreadsheets."""

    TEXT = "text"
    JSON = "json"
    XLSX = "xlsx"


def compare(
    context: typer.Context,
    before: Annotated[Path, typer.Argument(metavar="FILE1", help="cli.help.compare_before", show_default=False)],
    after: Annotated[Path, typer.Argument(metavar="FILE2", help="cli.help.compare_after", show_default=False)],
    owner: Annotated[str | None, typer.Option("--owner", help="cli.help.compare_owner", metavar="X")] = None,
    output: Annotated[CompareFormat, typer.Option("--format", help="cli.help.compare_format")] = CompareFormat.TEXT,
    out: Annotated[Path | None, typer.Option("--out", help="cli.help.out_file", metavar="FILE")] = None,
) -> None:
    """What happened to the units between two register files."""
    if output is CompareFormat.XLSX and out is None:
        raise Unusable("cli.compare.needs_out")
    session = session_of(context)
    words = RegisterWords(found := _compared(before, after, owner, session), session)
    if output is CompareFormat.XLSX and out is not None:
        _write_workbook(out, words, len(found.changes))
        return
    is_json = output is CompareFormat.JSON
    text = json.dumps(words.data(), ensure_ascii=False, indent=2) if is_json else "\n".join(words.lines())
    if out is not None:
        write_text(out, text + "\n")
        print(out)
    else:
        sys.stdout.write(text + "\n")


def _compared(before: Path, after: Path, owner: str | None, session: Session) -> Comparison:
    from sorstudio.formats.register_compare import compare_files

    missing = [path for path in (before, after) if not path.exists()]
    if missing:
        raise Unreadable("storage.no_such_file", path=missing[0])
    return compare_files(before, after, resources.code_lists(), today=session.today, owner=owner)


def _write_workbook(path: Path, words: RegisterWords, count: int) -> None:
    """The whole file or none of it."""
    from sorstudio.requests.workbook import workbook_bytes

    if count > MOST_ROWS:
        raise Unusable("cli.compare.too_many", count=count)
    write_bytes(path, workbook_bytes(words.sheets()))
    print(path)
