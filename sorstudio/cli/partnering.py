"""The overview of all offers, as partners need it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sorstudio.cli.drawing import check_folder, paper_pdf
from sorstudio.cli.opened import open_for_asking
from sorstudio.cli.options import asked_text, parse_day
from sorstudio.cli.routes import Asked, InMunicipality
from sorstudio.cli.session import Session, session_of
from sorstudio.cli.writing import write_bytes, write_text
from sorstudio.model.errors import Unusable

if TYPE_CHECKING:
    from sorstudio.routing.directory import Directory

ENDINGS = (".pdf", ".html", ".json")


def partners(
    context: typer.Context,
    path: Asked,
    out: Annotated[Path, typer.Option("--out", help="cli.help.out_partners", metavar="FILE", show_default=False)],
    municipality: InMunicipality = None,
    day: Annotated[str | None, typer.Option("--date", help="cli.help.route_date", metavar="D")] = None,
) -> None:
    """By heading: unit, address, telephone, number, messages, how to refer."""
    if out.suffix.lower() not in ENDINGS:
        raise Unusable("cli.partners.suffix", path=out, known=", ".join(ENDINGS))
    check_folder(out)
    from sorstudio.routing.directory import Directory

    session = session_of(context)
    found = open_for_asking(session, path, asked_text(municipality, "--municipality"), parse_day(day))
    _write(Directory(found.state, found.codes, found.day, found.municipality), out, session)
    print(out)


def _write(directory: Directory, out: Path, session: Session) -> None:
    from sorstudio.requests.partner_print import partner_html, partner_json, partner_print

    if out.suffix.lower() == ".html":
        write_text(out, partner_html(directory, session.texts, session.today))
    elif out.suffix.lower() == ".json":
        write_text(out, json.dumps(partner_json(directory, session.texts, session.today), ensure_ascii=False, indent=2))
    else:
        write_bytes(out, paper_pdf(partner_print(directory, session.texts, session.today)))
