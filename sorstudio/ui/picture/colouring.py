"""Colour by type, area, findings, changes, number or age: each unit gets a swatch, and every swatch has a pattern."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, StrEnum

import numpy as np

from sorstudio.ui.picture.arrays import PictureData, Signs
from sorstudio.ui.signs import CHANGE_TOKEN, ChangeSign

KINDS = 6
_KIND_TOKEN = tuple(f"kind{number}" for number in range(1, KINDS + 1))


class ColourBy(StrEnum):
    """What the colours of the picture tell."""

    CHANGES = "changes"
    FINDINGS = "findings"
    NUMBER = "number"
    TYPE = "type"
    AREA = "area"
    AGE = "age"


class Pattern(Enum):
    """What is drawn into a block, so that it can be read without colour."""

    PLAIN = "plain"
    DOTTED_FRAME = "dotted frame"
    CROSS = "cross"
    SLASH = "slash"
    DOT = "dot"
    PLUS = "plus"
    DASH = "dash"
    DOTS = "dots"


_KIND_PATTERN = (Pattern.PLAIN, Pattern.DOT, Pattern.SLASH, Pattern.CROSS, Pattern.DASH, Pattern.DOTS)
BY_BLOCKS = (ColourBy.TYPE, ColourBy.AREA, ColourBy.AGE)
"""What no other sign on a card tells: there the block itself stands on the card."""


@dataclass(frozen=True)
class Swatch:
    """How a class of units looks as a block; `accent` is the line of its card. `code` names its text in the legend."""

    code: str
    fill: str = ""
    line: str = ""
    pattern: Pattern = Pattern.PLAIN
    accent: str = ""
    words: str = ""


@dataclass(frozen=True, eq=False)
class Colouring:
    """The swatches of one choice, and which of them each unit has; later swatches are the graver ones."""

    by: ColourBy
    swatches: tuple[Swatch, ...]
    of_unit: Signs

    @property
    def used(self) -> tuple[Swatch, ...]:
        """Those that occur, for the legend."""
        present = np.bincount(self.of_unit, minlength=len(self.swatches)) > 0
        return tuple(swatch for swatch, is_used in zip(self.swatches, present, strict=True) if is_used)


_BY_NUMBER = (
    Swatch("picture.number.none", line="line_control", pattern=Pattern.DOTTED_FRAME),
    Swatch("picture.number.own", fill="edge"),
    Swatch("picture.number.inherited", fill="sunken", line="edge"),
    Swatch("picture.number.unknown", fill="canvas", line="line_control", pattern=Pattern.DOTS),
)
_CHANGE_PATTERN = {
    ChangeSign.NEW: Pattern.PLUS,
    ChangeSign.CHANGED: Pattern.SLASH,
    ChangeSign.MOVED: Pattern.DASH,
    ChangeSign.CLOSED: Pattern.CROSS,
}
_BY_CHANGE = tuple(
    Swatch(f"picture.change.{token}", f"{token}_soft", token, _CHANGE_PATTERN[sign], token)
    for sign, token in CHANGE_TOKEN.items()
)
_BY_FINDING = (
    Swatch("picture.finding.info", "info_soft", "info", Pattern.DOT, "info"),
    Swatch("picture.finding.warning", "warning_soft", "warning", Pattern.SLASH, "warning"),
    Swatch("picture.finding.error", "error", "error", Pattern.CROSS, "error"),
)


_BY_AGE = (
    Swatch("picture.age.unknown", line="line_control", pattern=Pattern.DOTTED_FRAME),
    Swatch("picture.age.fresh", "age1", "age_line", accent="age_line"),
    Swatch("picture.age.some", "age2", "age_line", Pattern.DOT, "age_line"),
    Swatch("picture.age.older", "age3", "age_line", Pattern.SLASH, "age_line"),
    Swatch("picture.age.old", "age4", "age_line", Pattern.CROSS, "age_line"),
)
_AGE_FROM = np.array([0, 2, 5, 10])
_GHOST = Swatch("picture.ghost", line="moved", pattern=Pattern.DOTTED_FRAME, accent="moved")


def colour(data: PictureData, by: ColourBy) -> Colouring:
    """Give each unit its swatch; the places that units have left have one of their own."""
    made = _colour(data, by)
    if not data.ghosts:
        return made
    of_unit = np.where(data.is_ghost, len(made.swatches), made.of_unit)
    return replace(made, swatches=(*made.swatches, _GHOST), of_unit=of_unit.astype(np.uint8))


def _colour(data: PictureData, by: ColourBy) -> Colouring:
    if by is ColourBy.TYPE:
        return _by_kind(by, data.types, "type")
    if by is ColourBy.AREA:
        return _by_kind(by, data.areas, "area")
    if by is ColourBy.AGE:
        return Colouring(by, _BY_AGE, np.searchsorted(_AGE_FROM, data.ages, side="right").astype(np.uint8))
    swatches: tuple[Swatch, ...] = _BY_NUMBER
    over = np.zeros(data.size, np.uint8)
    if by is ColourBy.CHANGES:
        swatches, over = _BY_NUMBER + _BY_CHANGE, data.changes
    elif by is ColourBy.FINDINGS:
        swatches, over = _BY_NUMBER + _BY_FINDING, data.findings
    of_unit = np.where(over > 0, over + len(_BY_NUMBER) - 1, data.number_signs)
    return Colouring(by, swatches, of_unit.astype(np.uint8))


def _by_kind(by: ColourBy, kinds: Sequence[str], room: str) -> Colouring:
    """The most common kinds have a colour and a pattern each; the others share one, and none is an empty frame."""
    common = [name for name, _ in Counter(filter(None, kinds)).most_common(KINDS)]
    place = {name: number + 2 for number, name in enumerate(common)} | {"": 0}
    of_unit = np.array([place.get(name, 1) for name in kinds], np.uint8)
    swatches = (
        Swatch(f"picture.{room}.none", line="line_control", pattern=Pattern.DOTTED_FRAME),
        Swatch(f"picture.{room}.other", fill="sunken", line="edge"),
        *(
            Swatch(name, kind, kind, pattern, kind, name)
            for name, pattern, kind in zip(common, _KIND_PATTERN, _KIND_TOKEN, strict=False)
        ),
    )
    return Colouring(by, swatches, of_unit)
