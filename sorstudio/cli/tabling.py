"""The referral table: written as a file, laid beside an earlier one, or beside somebody else's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from sorstudio.cli.drawing import check_folder
from sorstudio.cli.opened import is_plan_file, open_for_asking
from sorstudio.cli.options import Author, FormatOption, asked_text, parse_day
from sorstudio.cli.routes import Asked, InMunicipality
from sorstudio.cli.session import Format, Json, Session, print_json, session_of, texts_of
from sorstudio.cli.writing import write_bytes
from sorstudio.model.errors import Unusable

if TYPE_CHECKING:
    from sorstudio.model.codes import CodeLists
    from sorstudio.model.state import State
    from sorstudio.requests.table_layout import TableLayout
    from sorstudio.requests.table_matching import Pair
    from sorstudio.routing.directory import Directory
    from sorstudio.routing.table import Table
    from sorstudio.routing.table_cells import Cells
    from sorstudio.routing.table_remarks import TableRemark

Beside = Annotated[Path | None, typer.Option("--since", help="cli.help.table_since", metavar="FILE")]
Theirs = Annotated[Path | None, typer.Option("--match", help="cli.help.table_match", metavar="FILE")]


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What was asked for on the command line."""

    path: Path
    out: Path
    municipality: str | None
    day: date | None
    layout: TableLayout


@dataclass(frozen=True, slots=True)
class _Made:
    """The table of everything that was asked for, as text too."""

    directories: Sequence[Directory]
    table: Table
    cells: Sequence[Cells]
    remarks: Sequence[TableRemark]

    @property
    def codes(self) -> CodeLists:
        """The code lists that the table was made with."""
        return self.directories[0].codes


def table(
    context: typer.Context,
    path: Asked,
    out: Annotated[Path, typer.Option("--out", help="cli.help.out_table", metavar="FILE", show_default=False)],
    municipality: InMunicipality = None,
    day: Annotated[str | None, typer.Option("--date", help="cli.help.route_date", metavar="D")] = None,
    layout: Annotated[str, typer.Option("--layout", help="cli.help.table_layout", metavar="NAME")] = "henvisningstabel",
    since: Beside = None,
    match: Theirs = None,
    take_texts: Annotated[bool, typer.Option("--take-texts", help="cli.help.take_texts")] = False,
    author: Author = None,
    output: FormatOption = Format.TEXT,
) -> None:
    """Rows and holes of a plan, or of every municipality of a register."""
    from sorstudio.requests.table_layout import table_layout

    session = session_of(context)
    wanted = _Wanted(path, out, asked_text(municipality, "--municipality"), parse_day(day), table_layout(layout))
    _check(wanted, match, take_texts=take_texts)
    made = _make(session, wanted)
    earlier = _beside(since, made, is_own=True) if since else None
    theirs = _beside(match, made, is_own=False) if match else None
    listed = _listed(match, made) if match else ()
    taken = _take(session, path, theirs, made, author) if take_texts and theirs is not None else 0
    if taken:
        made = _make(session, wanted)
    _write(session, wanted, made)
    report = _Report(wanted, made, earlier, theirs, listed, taken)
    if output is Format.JSON:
        print_json(cast(Json, report.json(session)))
        return
    for line in report.lines(session):
        print(line)


def _check(wanted: _Wanted, match: Path | None, *, take_texts: bool) -> None:
    """What can be refused before anything is read."""
    from sorstudio.requests.table_files import ENDINGS

    if wanted.out.suffix.lower() not in ENDINGS:
        raise Unusable("reftable.suffix", path=wanted.out, known=", ".join(ENDINGS))
    check_folder(wanted.out)
    if wanted.out.exists() and wanted.path.exists() and wanted.out.samefile(wanted.path):
        raise Unusable("cli.table.same_file", path=wanted.out)
    if take_texts and (match is None or not is_plan_file(wanted.path)):
        raise Unusable("cli.table.take_what")


def _make(session: Session, wanted: _Wanted) -> _Made:
    from sorstudio.routing.table import joined
    from sorstudio.routing.table import table as table_of
    from sorstudio.routing.table_cells import cells
    from sorstudio.routing.table_remarks import remarks

    opened = list(_directories(session, wanted))
    found = joined(table_of(directory, later) for directory, later in opened)
    texts = texts_of(wanted.layout.language)
    rows = [cells(row, opened[0][0].codes, texts) for row in found.rows]
    told = remarks(found, wanted.day or session.today)
    return _Made([directory for directory, _ in opened], found, rows, told)


def _directories(session: Session, wanted: _Wanted) -> Iterator[tuple[Directory, State | None]]:
    """The municipality that is meant, with the state after everything; or every municipality of a register.

    A file in which no municipality stands at the top may be a part of one; else it is refused for what it is.
    """
    from sorstudio.formats.problems import UnreadableFile
    from sorstudio.model.timeline import END
    from sorstudio.routing.directory import Directory

    is_register = wanted.path.exists() and not is_plan_file(wanted.path)
    found: list[Directory] = []
    if wanted.municipality is None and is_register:
        with suppress(UnreadableFile):
            found = list(_all(session, wanted))
    if found:
        yield from ((one, None) for one in found)
        return
    one = open_for_asking(session, wanted.path, wanted.municipality, wanted.day)
    yield Directory(one.state, one.codes, one.day, one.municipality), one.timeline.state(END)


def _all(session: Session, wanted: _Wanted) -> Iterator[Directory]:
    from sorstudio.formats.owners import read_municipalities
    from sorstudio.formats.report import shown_sentences
    from sorstudio.resources import code_lists
    from sorstudio.routing.directory import Directory

    codes, day = code_lists(), wanted.day or session.today
    for one in read_municipalities(wanted.path, codes, session.today, day):
        if one.problems:
            session.warn("cli.table.unread", name=one.name, reason=shown_sentences(one.problems, session.texts)[0])
        else:
            yield Directory(one.state, codes, day, one.municipality)


def _beside(path: Path, made: _Made, *, is_own: bool) -> tuple[Pair, ...]:
    from sorstudio.requests.table_matching import compare_tables
    from sorstudio.requests.table_reading import read_table

    return compare_tables(made.cells, read_table(path, made.codes), made.codes, is_own=is_own)


def _listed(path: Path, made: _Made) -> tuple[TableRemark, ...]:
    from sorstudio.requests.table_reading import read_table
    from sorstudio.routing.table_listed import listed_remarks

    return listed_remarks(made.directories, read_table(path, made.codes).rows)


def _take(session: Session, path: Path, pairs: Sequence[Pair], made: _Made, author: str | None) -> int:
    """Write the texts of matched rows to the plan, as one act that is undone at once; how many offers there are."""
    from sorstudio.model.edits.acts import change_for, parse_act
    from sorstudio.requests.table_texts import text_acts

    acts = text_acts(pairs, made.directories[0].state, made.codes)
    if acts:
        with session.write(path, author) as opened:
            opened.plan.apply(change_for(opened.plan, parse_act({"act": "together", "acts": list(acts)}), {}))
    return len(acts)


def _write(session: Session, wanted: _Wanted, made: _Made) -> None:
    from sorstudio.requests.table_files import TableFile, table_bytes

    content = TableFile(made.table, made.remarks, wanted.day, session.today)
    texts = texts_of(wanted.layout.language)
    write_bytes(wanted.out, table_bytes(content, wanted.out, wanted.layout, made.codes, texts))


@dataclass(frozen=True, slots=True)
class _Report:
    """What is told of the table that was written."""

    wanted: _Wanted
    made: _Made
    earlier: Sequence[Pair] | None
    theirs: Sequence[Pair] | None
    listed: Sequence[TableRemark]
    taken: int

    def lines(self, session: Session) -> Iterator[str]:
        from sorstudio.requests.table_telling import pair_lines
        from sorstudio.routing.table_remarks import remark_sentence

        found = self.made.table
        yield session.words("cli.table.rows", count=len(found.rows))
        if len(self.made.directories) > 1:
            yield session.words("cli.table.municipalities", count=len(self.made.directories))
        for reason, count in Counter(hole.reason for hole in found.holes).most_common():
            words = session.words(f"routing.reason.{reason}")
            yield f"  {session.words('cli.table.holes', count=count, reason=words)}"
        for head, pairs in (("since", self.earlier), ("match", self.theirs)):
            if pairs is not None:
                yield session.words(f"cli.table.{head}")
                yield from (f"  {line}" for line in pair_lines(pairs, session.texts, is_own=head == "since"))
        if self.listed:
            yield session.words("cli.table.listed")
            yield from (f"  {remark_sentence(one, session.texts)}" for one in self.listed)
        if self.taken:
            yield session.words("cli.table.taken", count=self.taken)
        yield str(self.wanted.out)

    def json(self, session: Session) -> dict[str, object]:
        from sorstudio.requests.table_files import remark_json
        from sorstudio.requests.table_telling import pairs_json

        found = self.made.table
        return {
            "out": str(self.wanted.out),
            "layout": self.wanted.layout.name,
            "municipalities": len(self.made.directories),
            "rows": len(found.rows),
            "holes": {reason.value: count for reason, count in Counter(one.reason for one in found.holes).items()},
            "since": pairs_json(self.earlier) if self.earlier is not None else None,
            "match": pairs_json(self.theirs) if self.theirs is not None else None,
            "remarks": [remark_json(one, session.texts) for one in (*self.made.remarks, *self.listed)],
            "taken": self.taken,
        }
