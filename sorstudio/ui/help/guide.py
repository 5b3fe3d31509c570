"""The user guide: where it lies, its headings, and which of them fits a part of the window."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from pathlib import Path

from sorstudio.resources import document

_HEADING = re.compile(r"^#{2,3}\s+(?:\d+\.\s+)?(.+?)\s*$", re.MULTILINE)
_NUMBER = re.compile(r"^\d+\.\s+")


class Topic(StrEnum):
    """Parts of the window, each with the heading of the guide that is about it."""

    START = "Fra registerfil til plan"
    WINDOW = "Vinduet"
    TREE = "Ret træet"
    UNIT = "Type, lokationsnummer og meddelelsestyper"
    OFFERS = "Tilbud"
    RECEIVERS = "Find modtager"
    DATES = "Datoer"
    HISTORY = "Fortryd, historik og grene"
    FINDINGS = "Se efter: bemærkningerne"
    REQUEST = "Ændringsanmodningen"
    KEYS = "Taster"


def guide() -> Path:
    """The file of the user guide."""
    return document("brugervejledning.md")


@cache
def headings() -> tuple[str, ...]:
    """The headings of the guide in order, without their numbers; none where the guide is not there."""
    path = guide()
    return tuple(_HEADING.findall(path.read_text(encoding="utf-8"))) if path.is_file() else ()


def bare(heading: str) -> str:
    """A heading as it is shown, without its number."""
    return _NUMBER.sub("", heading.strip())
