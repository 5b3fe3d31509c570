"""Pages of a request as words and tables: blocks under a title; how they are drawn is another matter."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from sorstudio.requests.branches import BranchPages
from sorstudio.requests.form_pages import FormPages
from sorstudio.requests.letter import Letter, LetterTable


@dataclass(frozen=True, slots=True)
class Block:
    """A heading with notes and a table under it; `marked` names the rows of the table that are set apart.

    One with a tick box is kept on one page as far as it fits.
    """

    title: str
    notes: tuple[str, ...] = ()
    table: LetterTable | None = None
    marked: frozenset[int] = frozenset()
    has_tick_box: bool = False


@dataclass(frozen=True, slots=True)
class Print:
    """A document of blocks. One that must be `one_page` is set smaller until it is."""

    title: str
    intro: tuple[str, ...]
    blocks: tuple[Block, ...]
    page_words: str = "{page} / {pages}"
    one_page: bool = False
    language: str = field(default="da")


Paper: TypeAlias = Letter | Print | FormPages | BranchPages
"""Whatever of a request is drawn on pages."""
