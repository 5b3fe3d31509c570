"""A document of blocks on A4 pages: the work list and the summary for the management."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from sorstudio.requests.paper import Block, Print
from sorstudio.ui.paper.layout import BODY, HEADING, TITLE, UNITS, Flow, Style
from sorstudio.ui.paper.pages import Foot, pages_pdf

_NOTE = Style(9)
_SMALLER = (1.0, 0.92, 0.85, 0.78)
_LEAST_OF_A_BLOCK = 80.0


def print_pdf(document: Print) -> bytes:
    """The document as a PDF file in memory."""
    return pages_pdf(Foot(document.title, document.page_words), partial(set_print, document=document))


def set_print(flow: Flow, document: Print) -> None:
    """Set the document; where it must be one page, in the largest size in which it is."""
    if not document.one_page:
        _set(flow, document, 1.0)
        return
    for scale in _SMALLER:
        trial = Flow(flow.width, flow.height)
        _set(trial, document, scale)
        if len(trial.pages) == 1:
            break
    flow.pages, flow.y = trial.pages, trial.y


def _set(flow: Flow, document: Print, scale: float) -> None:
    flow.text(document.title, _sized(TITLE, scale))
    flow.space(6 * scale)
    for words in document.intro:
        flow.text(words, _sized(BODY, scale))
        flow.space(4 * scale)
    for block in document.blocks:
        _block(flow, block, scale)


def _block(flow: Flow, block: Block, scale: float) -> None:
    flow.space(12 * scale)
    flow.together(_height(flow, block, scale) if block.has_tick_box else _LEAST_OF_A_BLOCK)
    _draw(flow, block, scale)


def _draw(flow: Flow, block: Block, scale: float) -> None:
    heading = _sized(HEADING, scale)
    if block.has_tick_box:
        flow.ticked(block.title, heading)
    else:
        flow.text(block.title, heading)
    flow.space(2 * scale)
    for note in block.notes:
        flow.text(note, _sized(_NOTE, scale))
        flow.space(1.5 * scale)
    if block.table is not None:
        flow.space(3 * scale)
        flow.table(block.table, block.marked, scale)


def _height(flow: Flow, block: Block, scale: float) -> float:
    """How much room the block takes, in points; one that is longer than a page begins where it stands."""
    trial = Flow(flow.width, flow.height * 100)
    _draw(trial, block, scale)
    fits = trial.y <= flow.height
    return trial.y / UNITS if fits else _LEAST_OF_A_BLOCK


def _sized(style: Style, scale: float) -> Style:
    return replace(style, size=style.size * scale)
