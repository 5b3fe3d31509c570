"""Writes the change request to its folder, with the papers that only the drawing room can make."""

from __future__ import annotations

from pathlib import Path

from sorstudio.cli.session import Session
from sorstudio.model.plan import Plan


def write_request_folder(plan: Plan, folder: Path, session: Session) -> list[Path]:
    """Every file written, in order."""
    raise NotImplementedError
