"""Any paper of a request as a PDF file; the one drawer that is handed to the writing of a request."""

from __future__ import annotations

from pathlib import Path

from sorstudio.requests.branches import BranchPages
from sorstudio.requests.form_pages import FormPages
from sorstudio.requests.letter import Letter
from sorstudio.requests.paper import Paper, Print
from sorstudio.ui.paper.branches import branches_pdf
from sorstudio.ui.paper.forms import forms_pdf
from sorstudio.ui.paper.letter import letter_pdf
from sorstudio.ui.paper.prints import print_pdf


def draw_paper(paper: Paper, path: Path) -> None:
    """Draw the paper as a PDF file."""
    path.write_bytes(pdf(paper))


def pdf(paper: Paper) -> bytes:
    """The paper as a PDF file in memory."""
    match paper:
        case Letter():
            return letter_pdf(paper)
        case FormPages():
            return forms_pdf(paper)
        case BranchPages():
            return branches_pdf(paper)
        case Print():
            return print_pdf(paper)
