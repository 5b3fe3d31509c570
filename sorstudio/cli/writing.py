"""Writes files for people: a text, or the change request with the paper that only the drawing room can make."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from sorstudio.cli.session import Session
from sorstudio.model.errors import Unusable
from sorstudio.model.plan import Plan

if TYPE_CHECKING:
    from sorstudio.requests.line import Addressee
    from sorstudio.requests.paper import Paper
    from sorstudio.requests.writing import RequestResult


def write_text(path: Path, text: str) -> None:
    """The whole file or none of it."""
    write_bytes(path, text.encode())


def write_bytes(path: Path, data: bytes) -> None:
    """The whole file or none of it; a folder in its place is refused by its own name."""
    from sorstudio.storage.replacing import beside, flush_file

    if path.is_dir():
        raise Unusable("storage.is_a_folder", path=path)
    with beside(path) as draft:
        draft.write_bytes(data)
        flush_file(draft)
        os.replace(draft, path)


def write_request_folder(
    plan: Plan,
    folder: Path,
    session: Session,
    only: Addressee | None = None,
    templates: Path | None = None,
    *,
    anew: bool = False,
) -> RequestResult:
    """Every file of the request, or those of one addressee; without the drawing library all but the PDF."""
    from sorstudio.requests.writing import write_request

    painter = _letter_painter(session)
    return write_request(
        plan, folder, session.texts, today=session.today, draw_pdf=painter, templates=templates, only=only, anew=anew
    )


def _letter_painter(session: Session) -> Callable[[Paper, Path], None] | None:
    try:
        from sorstudio.ui.paper.drawing import draw_paper
    except ImportError as error:
        session.warn("cli.no_pdf", reason=error)
        return None
    return draw_paper
