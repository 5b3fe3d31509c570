"""Writes the change request to its folder, with the paper that only the drawing room can make."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from sorstudio.cli.session import Session
from sorstudio.model.plan import Plan

if TYPE_CHECKING:
    from sorstudio.requests.letter import Letter
    from sorstudio.requests.writing import RequestResult


def write_request_folder(plan: Plan, folder: Path, session: Session) -> RequestResult:
    """Every file of the request; without the drawing library all but the PDF."""
    from sorstudio.requests.writing import write_request

    return write_request(plan, folder, session.texts, today=session.today, draw_pdf=_letter_painter(session))


def _letter_painter(session: Session) -> Callable[[Letter, Path], None] | None:
    try:
        from sorstudio.ui.paper.letter import draw_letter
    except ImportError as error:
        session.warn("cli.no_pdf", reason=error)
        return None
    return draw_letter
