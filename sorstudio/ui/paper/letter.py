"""A letter with tables on A4 pages: black on white, the sender to the right, the pages numbered."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from sorstudio.requests.letter import Letter
from sorstudio.ui.paper.layout import HEADING, RIGHT, TITLE, Flow
from sorstudio.ui.paper.pages import Foot, pages_pdf

_HEADING_AND_SOME_ROWS = 70.0
_LINE = 14.0


def draw_letter(letter: Letter, path: Path) -> None:
    """Draw the letter as a PDF file."""
    path.write_bytes(letter_pdf(letter))


def letter_pdf(letter: Letter) -> bytes:
    """The letter as a PDF file in memory."""
    return pages_pdf(Foot(letter.subject, letter.page_words), partial(set_letter, letter=letter))


def set_letter(flow: Flow, letter: Letter) -> None:
    """Set the letter from sender to signature."""
    for line in letter.sender:
        flow.text(line, side=RIGHT)
    for line in letter.receiver:
        flow.text(line)
    flow.text(letter.day, side=RIGHT)
    flow.space(22)
    flow.text(letter.subject, TITLE)
    flow.space(10)
    for paragraph in letter.paragraphs:
        flow.text(paragraph)
        flow.space(8)
    for table in letter.tables:
        flow.together(_HEADING_AND_SOME_ROWS)
        flow.space(8)
        flow.text(table.title, HEADING)
        flow.space(4)
        flow.table(table)
    flow.space(20)
    flow.together(len(letter.closing) * _LINE)
    for line in letter.closing:
        flow.text(line)
    if letter.enclosures:
        flow.space(16)
        flow.together(len(letter.enclosures) * _LINE)
        title, *files = letter.enclosures
        flow.text(title, HEADING)
        for line in files:
            flow.text(line)
