"""The levels of detail, and which zoom belongs to which: cards, names, blocks."""

from __future__ import annotations

from enum import StrEnum

from sorstudio.ui.theme import measure


class Detail(StrEnum):
    """How much of a unit is shown."""

    NEAR = "near"
    NAMES = "names"
    FAR = "far"


class Direction(StrEnum):
    """Where the children stand."""

    RIGHT = "right"
    DOWN = "down"


def own_zoom(detail: Detail) -> float:
    """The zoom at which a level of detail is drawn in its own size."""
    return measure(f"{detail}_base")


def detail_at(zoom: float) -> Detail:
    """Which level of detail belongs to a zoom."""
    if zoom >= measure("near_from"):
        return Detail.NEAR
    return Detail.NAMES if zoom >= measure("names_from") else Detail.FAR


def scale_at(zoom: float) -> float:
    """Pixels for a length of 1 in the layout of the zoom's own level of detail, at a text size of 100 %."""
    return zoom / own_zoom(detail_at(zoom))


def within_limits(zoom: float) -> float:
    """Keep a zoom where a picture can still be seen."""
    return min(measure("zoom_most"), max(measure("zoom_least"), zoom))
