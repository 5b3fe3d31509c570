"""What a change request lacks, told before it is written."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sorstudio.cli.session import Session
from sorstudio.model.plan import Plan

if TYPE_CHECKING:
    from sorstudio.requests.line import Addressee
    from sorstudio.requests.missing import Missing


def tell_missing(plan: Plan, session: Session, only: Addressee | None = None) -> Sequence[Missing]:
    """Say beside the output what each envelope lacks and where it is given; with `only` that of one addressee."""
    from sorstudio.requests.envelope import make_request
    from sorstudio.requests.missing import missing, sentence

    request = make_request(plan, session.texts, session.today)
    found = [one for one in missing(request) if only is None or only in one.addressees]
    if found:
        session.warn("request.lacks.head")
    for one in found:
        lines = f"{', '.join(one.lines)}: " if one.lines else ""
        print(f"  {lines}{sentence(one, request, session.texts)}", file=sys.stderr, flush=True)
    return found


def own_templates(folder: Path | None, session: Session) -> Path | None:
    """The folder of own texts; one that is not there yet gets the shipped ones, to be edited."""
    from sorstudio.requests.templates import lay_out

    if folder is not None and not folder.exists():
        laid = lay_out(folder)
        session.warn("request.templates.laid_out", folder=folder, count=len(laid))
    return folder
