"""Who receives what: all areas and messages at once, what hangs on one unit, and the graph behind it."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from sorstudio.cli.drawing import check_folder
from sorstudio.cli.looking import TreeFormat
from sorstudio.cli.opened import Opened, open_for_asking
from sorstudio.cli.options import FormatOption, asked_text, parse_day, sound_text
from sorstudio.cli.printing import table_csv
from sorstudio.cli.routes import Asked, InMunicipality
from sorstudio.cli.session import Format, Json, Session, print_json, session_of
from sorstudio.cli.writing import write_text
from sorstudio.model.errors import Unusable
from sorstudio.model.naming import fold

if TYPE_CHECKING:
    from sorstudio.model.state import State
    from sorstudio.routing.coverage import Cell, Coverage
    from sorstudio.routing.directory import Directory

AsOf = Annotated[str | None, typer.Option("--date", help="cli.help.route_date", metavar="D")]


def coverage(
    context: typer.Context,
    path: Asked,
    municipality: InMunicipality = None,
    day: AsOf = None,
    output: Annotated[TreeFormat, typer.Option("--format", help="cli.help.tree_format")] = TreeFormat.TEXT,
) -> None:
    """Each area and message: who receives it, or that nobody or several do."""
    from sorstudio.routing.coverage import coverage as cover
    from sorstudio.routing.coverage_telling import HEADER, coverage_json, coverage_rows

    session = session_of(context)
    found = cover(_directory(_opened(session, path, municipality, day)))
    if output is TreeFormat.JSON:
        print_json(cast(Json, coverage_json(found, session.texts)))
    elif output is TreeFormat.CSV:
        sys.stdout.write(table_csv(HEADER, coverage_rows(found, session.texts)))
    else:
        for line in _lines(found, session):
            print(line)


def graph(
    context: typer.Context,
    path: Asked,
    out: Annotated[Path | None, typer.Option("--out", help="cli.help.out_graph", metavar="FILE.graphml")] = None,
    breaks: Annotated[str | None, typer.Option("--breaks", help="cli.help.breaks", metavar="UNIT")] = None,
    points: Annotated[bool, typer.Option("--single-points", help="cli.help.single_points")] = False,
    municipality: InMunicipality = None,
    day: AsOf = None,
    output: FormatOption = Format.TEXT,
) -> None:
    """The graph as a file, or what falls silent when something is gone."""
    if [out is not None, breaks is not None, points].count(True) != 1:
        raise Unusable("cli.graph.one_of")
    if out is not None:
        check_folder(out)
    session = session_of(context)
    found = _opened(session, path, municipality, day)
    if out is not None:
        _write(found, out, session)
    elif breaks is not None:
        _tell_breaks(found, sound_text(breaks), session, output)
    else:
        _tell_points(found, session, output)


def _opened(session: Session, path: Path, municipality: str | None, day: str | None) -> Opened:
    return open_for_asking(session, path, asked_text(municipality, "--municipality"), parse_day(day))


def _directory(found: Opened) -> Directory:
    from sorstudio.routing.directory import Directory

    return Directory(found.state, found.codes, found.day, found.municipality)


def _lines(found: Coverage, session: Session) -> Iterator[str]:
    """What is faulty, area by area; what is as it should be is counted."""
    from sorstudio.routing.coverage_repairs import mends
    from sorstudio.routing.coverage_telling import cell_sentence, mend_sentence, totals

    texts = session.texts
    for area in found.areas:
        faulty = [cell for cell in found.row(area.code) if cell.is_faulty]
        if faulty:
            yield area.name(texts.language)
        for cell in faulty:
            yield f"  {cell_sentence(found, cell, texts)}"
            yield from (f"    {mend_sentence(one, texts)}" for one in mends(found, cell))
    yield totals(found, texts)


def _write(found: Opened, out: Path, session: Session) -> None:
    from sorstudio.routing.graph import graph as laid
    from sorstudio.routing.graph import graphml

    made = laid(_directory(found), session.texts.language)
    write_text(out, graphml(made, session.texts))
    session.say("cli.graph.written", path=out, nodes=made.number_of_nodes(), edges=made.number_of_edges())


def _tell_breaks(found: Opened, asked: str, session: Session, output: Format) -> None:
    from sorstudio.routing.losses import breaks

    unit = _unit(found.state, asked)
    cells = breaks(_directory(found), unit)
    name = found.state.units[unit].name
    if output is Format.JSON:
        print_json({"unit": unit, "unit_name": name, "lost": [_lost_json(cell) for cell in cells]})
        return
    session.say("cli.graph.breaks", unit=name, count=len(cells))
    for cell in cells:
        print(f"  {_lost_words(cell, found, session)}")


def _unit(state: State, asked: str) -> str:
    """The key of the unit meant by a key, a SOR-ID or a name that only one has."""
    wanted = fold(asked)
    named = [unit.key for unit in state.units.values() if wanted in (fold(unit.sor_id or ""), fold(unit.name))]
    if asked in state.units or len(named) == 1:
        return asked if asked in state.units else named[0]
    if not named or not wanted:
        raise Unusable("unit.unknown", unit=asked)
    raise Unusable("cli.graph.several_units", name=asked, keys=", ".join(named))


def _tell_points(found: Opened, session: Session, output: Format) -> None:
    from sorstudio.routing.losses import single_points

    points = single_points(_directory(found))
    if output is Format.JSON:
        print_json([
            {
                "kind": one.kind.value,
                "key": one.key,
                "name": one.name,
                "count": len(one.cells),
                "lost": [_lost_json(cell) for cell in one.cells],
            }
            for one in points
        ])  # fmt: skip
        return
    session.say("cli.graph.points", count=len(points))
    for one in points:
        kind = session.words(f"graph.kind.{one.kind}")
        lost = ", ".join(_shortened([_lost_words(cell, found, session) for cell in one.cells]))
        print(f"  {session.words('cli.graph.point', kind=kind, name=one.name, number=len(one.cells), lost=lost)}")


_SHOWN = 4


def _shortened(words: Sequence[str]) -> Sequence[str]:
    return words if len(words) <= _SHOWN else (*words[:_SHOWN], "…")


def _lost_words(cell: Cell, found: Opened, session: Session) -> str:
    area = found.codes.area(cell.area)
    return f"{cell.type} · {area.name(session.texts.language) if area else cell.area}"


def _lost_json(cell: Cell) -> dict[str, Json]:
    return {"area": cell.area, "message_type": cell.type, "unit": cell.receivers[0].unit}
