"""The coverage in words, and as the JSON that the command line speaks."""

from __future__ import annotations

from collections.abc import Sequence

from sorstudio.model.texts import Texts
from sorstudio.routing.coverage import Cell, CellState, Coverage
from sorstudio.routing.coverage_repairs import Mend, mends


def cell_sentence(found: Coverage, cell: Cell, texts: Texts) -> str:
    """A cell in one sentence or two: who receives it, or that nobody does, and why."""
    units = found.directory.state.units
    names = [units[one.unit].name for one in cell.receivers]
    params: dict[str, object] = {"type": cell.type, "area": found.directory.codes.area(cell.area)}
    if cell.state is CellState.ANSWERED:
        params |= {"unit": names[0], "gln": cell.receivers[0].gln}
    elif cell.state is CellState.SEVERAL:
        params |= {"count": len(names), "units": tuple(names[:-1]), "last": names[-1] if names else ""}
    elif cell.state is CellState.UNEXPECTED:
        params |= {"count": len(names), "units": tuple(names)}
    elif cell.reason is not None:
        params["reason"] = texts.sentence(f"routing.reason.{cell.reason}")
    code = f"coverage.{cell.state}"
    if cell.state is CellState.SEVERAL and len(names) == 2:
        code += ".two"
    return texts.sentence(code, params)


def mend_sentence(mend: Mend, texts: Texts) -> str:
    """What a repair does."""
    return texts.sentence(f"coverage.repair.{mend.code}", mend.params)


def totals(found: Coverage, texts: Texts) -> str:
    """The whole matrix in one sentence."""
    counts = {state.value: found.count(state) for state in CellState}
    asked = len(found.cells) - counts["not_meant"] - counts["unexpected"]
    return texts.sentence("coverage.totals", {**counts, "asked": asked})


def coverage_json(found: Coverage, texts: Texts) -> dict[str, object]:
    """Every area with a cell for each message. `unit` is a unit's key, `repairs` are lists of acts for `apply`."""
    return {
        "areas": [
            {
                "area": area.code,
                "heading": area.heading,
                "cells": [_cell_json(found, cell, texts) for cell in found.row(area.code)],
            }
            for area in found.areas
        ],
        "answered": found.count(CellState.ANSWERED),
        "gaps": found.count(CellState.GAP),
    }


HEADER = ("area", "heading", "message_type", "state", "unit", "unit_name", "location_number", "reason", "explanation")


def coverage_rows(found: Coverage, texts: Texts) -> Sequence[tuple[str, ...]]:
    """A line for each cell and receiver, under HEADER; cells that are not meant are left out."""
    rows: list[tuple[str, ...]] = []
    for area in found.areas:
        for cell in found.row(area.code):
            if cell.state is CellState.NOT_MEANT:
                continue
            units = [(one.unit, found.directory.state.units[one.unit].name, one.gln) for one in cell.receivers]
            why = cell.reason.value if cell.reason else ""
            words = cell_sentence(found, cell, texts)
            rows += [
                (area.code, area.heading, cell.type, cell.state.value, *unit, why, words)
                for unit in units or [("", "", "")]
            ]
    return rows


def _cell_json(found: Coverage, cell: Cell, texts: Texts) -> dict[str, object]:
    return {
        "message_type": cell.type,
        "state": cell.state.value,
        "receivers": [
            {"unit": one.unit, "unit_name": found.directory.state.units[one.unit].name, "location_number": one.gln}
            for one in cell.receivers
        ],
        "reason": cell.reason.value if cell.reason else None,
        "explanation": cell_sentence(found, cell, texts),
        "repairs": [
            {"message": mend_sentence(one, texts), "acts": [dict(act) for act in one.acts]}
            for one in mends(found, cell)
        ],
    }
