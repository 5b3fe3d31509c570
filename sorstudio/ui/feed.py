"""Carries the plan into the picture: the columns that the canvas draws, read in one walk over the tree."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

import numpy as np
from PySide6.QtCore import QObject, QTimer

from sorstudio.model.codes import CodeLists
from sorstudio.model.plan import Effect, Plan
from sorstudio.model.records import RecordKind, Unit
from sorstudio.ui.cells import Cells
from sorstudio.ui.editor import Editor
from sorstudio.ui.marks import change_signs
from sorstudio.ui.picture.arrays import Columns, PictureData, arrange, folded_to_level
from sorstudio.ui.picture.canvas import Canvas
from sorstudio.ui.picture.ghosts import Ghost, with_ghosts
from sorstudio.ui.signs import ChangeSign, FindingSign, NumberSign

ROOM = 24
"""Units of one level that can be read one below the other in a picture of usual height."""
_DAYS_A_YEAR = 365.25
_FAR_REACHING = frozenset({RecordKind.NUMBER})
_WITH_DIGITS = (NumberSign.OWN, NumberSign.INHERITED)


def picture_data(editor: Editor, findings: Mapping[str, FindingSign], *, shows_changes: bool = False) -> PictureData:
    """Everything the picture shows; units that the register closed long ago are left out.

    With changes shown, a unit that moves leaves a ghost, and one that is renamed keeps its old name beside the new one.
    """
    state, day = editor.plan.shown(), editor.plan.baseline.day
    cells = Cells(state, editor.plan.codes, editor.texts)
    signs = change_signs(editor.plan)
    units = [unit for _, unit in state.walk() if unit.valid_to is None or unit.valid_to > day or signs.get(unit.key)]
    places = {unit.key: place for place, unit in enumerate(units)}
    keys = [unit.key for unit in units]
    numbers = [cells.number(key) for key in keys]
    traffic = [cells.traffic(key) for key in keys]
    areas = _areas(editor.plan.codes, editor.texts.language)
    columns = Columns(
        keys=keys,
        parents=[places.get(unit.parent or "", -1) for unit in units],
        names=[unit.name for unit in units],
        types=[cells.unit_type(key) for key in keys],
        numbers=[number.words if number.sign in _WITH_DIGITS else "" for number in numbers],
        number_signs=[number.sign for number in numbers],
        number_givers=[number.giver or "" for number in numbers],
        changes=[signs.get(key, ChangeSign.NONE) for key in keys],
        findings=[findings.get(key, FindingSign.NONE) for key in keys],
        received=[received for received, _ in traffic],
        sent=[sent for _, sent in traffic],
        offers=[cells.offers(key) for key in keys],
        type_expected=[cells.is_type_missing(key) for key in keys],
        areas=[area_of(unit, areas) for unit in units],
        ages=[age_in_years(unit, day) for unit in units],
        old_names=old_names(editor.plan, signs) if shows_changes else {},
    )
    return arrange(with_ghosts(columns, ghosts_of(editor.plan, signs)) if shows_changes else columns)


def _areas(codes: CodeLists, language: str) -> Mapping[str, str]:
    """The name of the area that a unit type belongs to; where there are several, the first in the list."""
    found: dict[str, str] = {}
    for area in codes.areas:
        for code in area.unit_types:
            found.setdefault(code, area.name(language))
    return found


def area_of(unit: Unit, areas: Mapping[str, str]) -> str:
    """The name of the unit's area, by its type."""
    return areas.get(unit.unit_type, "") if isinstance(unit.unit_type, str) else ""


def age_in_years(unit: Unit, day: date) -> int:
    """Whole years since what the register says of a unit was last altered; -1 where the extract does not tell."""
    since = unit.valid_from or unit.first_from
    return int(max(0, (day - since).days) // _DAYS_A_YEAR) if since is not None else -1


def old_names(plan: Plan, keys: Iterable[str]) -> dict[str, str]:
    """What the register calls those of the units that are renamed."""
    before, now = plan.timeline.plain().units, plan.shown().units
    return {key: before[key].name for key in keys if key in before and before[key].name != now[key].name}


def ghosts_of(plan: Plan, keys: Iterable[str]) -> list[Ghost]:
    """Where those of the units that are moved stood in the register."""
    before, now = plan.timeline.plain(), plan.shown().units
    found = []
    for key in keys:
        unit = before.units.get(key)
        if unit is not None and unit.parent is not None and unit.parent != now[key].parent:
            siblings = before.children(unit.parent)
            earlier = siblings[: siblings.index(key)]
            kept = [one for one in earlier if one in now and now[one].parent == unit.parent]
            found.append((len(earlier), Ghost(key, unit.parent, kept[-1] if kept else "", unit.name)))
    return [ghost for _, ghost in sorted(found, key=lambda one: one[0])]


def first_folds(data: PictureData, room: int = ROOM) -> frozenset[str]:
    """What to fold at first, so that what is open can still be read: whole levels, as many as have room."""
    depth = 1
    while depth < data.shape.depth and data.shape.starts[depth + 1] - data.shape.starts[depth] <= room:
        depth += 1
    return folded_to_level(data, max(2, depth))


def with_findings(data: PictureData, findings: Mapping[str, FindingSign]) -> PictureData:
    """The same picture with other findings."""
    signs = np.full(data.size, FindingSign.NONE, np.uint8)
    for key, sign in findings.items():
        row = data.index.get(key)
        if row is not None:
            signs[row] = sign
    return data.with_facts(findings=signs)


def with_units(data: PictureData, editor: Editor, keys: Iterable[str], *, shows_changes: bool = False) -> PictureData:
    """The same tree with some units read anew."""
    cells = Cells(editor.plan.shown(), editor.plan.codes, editor.texts)
    signs = change_signs(editor.plan)
    names, types, numbers, givers = (list(one) for one in (data.names, data.types, data.numbers, data.number_givers))
    changes, number_signs, offers = data.changes.copy(), data.number_signs.copy(), data.offers.copy()
    received, sent, missing = data.received.copy(), data.sent.copy(), data.type_missing.copy()
    areas, of_type = list(data.areas), _areas(editor.plan.codes, editor.texts.language)
    for row in data.rows(keys):
        key = data.keys[row]
        number = cells.number(key)
        unit = cells.state.units[key]
        names[row], types[row], areas[row] = unit.name, cells.unit_type(key), area_of(unit, of_type)
        numbers[row] = number.words if number.sign in _WITH_DIGITS else ""
        givers[row], number_signs[row] = number.giver or "", number.sign
        received[row], sent[row] = cells.traffic(key)
        changes[row], offers[row] = signs.get(key, ChangeSign.NONE), cells.offers(key)
        missing[row] = cells.is_type_missing(key)
    return data.with_facts(
        names=tuple(names),
        types=tuple(types),
        numbers=tuple(numbers),
        number_givers=tuple(givers),
        changes=changes,
        number_signs=number_signs,
        offers=offers,
        received=received,
        sent=sent,
        type_missing=missing,
        areas=tuple(areas),
        old_names=old_names(editor.plan, signs) if shows_changes else {},
    )


def touched_units(effect: Effect) -> frozenset[str] | None:
    """The units that look different after an effect; None where the tree does, or a number that others may inherit."""
    if effect.structural or any(kind in _FAR_REACHING for kind, _ in effect.touched):
        return None
    found: set[str] = set()
    for kind, key in effect.touched:
        for state in (effect.before, effect.after):
            record = state.record(kind, key)
            if isinstance(record, Unit) and record.valid_to is not None:
                return None
            found.add(str(record.key if isinstance(record, Unit) else getattr(record, "unit", "")))
    return frozenset(found & effect.after.units.keys())


class Feed(QObject):
    """Keeps a canvas true to the plan; several effects in one go are drawn once, and only what they touched is read."""

    def __init__(self, editor: Editor, canvas: Canvas, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._canvas = canvas
        self._findings: Mapping[str, FindingSign] = {}
        self._has_findings = True
        self._touched: set[str] | None = None
        self.shows_changes = False
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._draw)
        editor.effect.connect(self._follow)
        editor.retexted.connect(self.refresh)

    def set_findings(self, findings: Mapping[str, FindingSign]) -> None:
        """The worst finding of each unit."""
        self._findings, self._has_findings = findings, False
        self._soon.start()

    def set_shows_changes(self, shows: bool) -> None:
        """Ghosts, arrows and old names, or only what will be."""
        if shows != self.shows_changes:
            self.shows_changes = shows
            self.refresh()

    def refresh(self) -> None:
        """Read everything anew."""
        self._touched = None
        self._draw()

    def _follow(self, effect: Effect) -> None:
        units = touched_units(effect)
        self._touched = None if units is None or self._touched is None else self._touched | units
        self._soon.start()

    def _draw(self) -> None:
        self._soon.stop()
        touched, self._touched = self._touched, set()
        if touched is None:
            self._has_findings = True
            self._canvas.set_data(picture_data(self._editor, self._findings, shows_changes=self.shows_changes))
            return
        seen = self._canvas.stage.data
        data = with_units(seen, self._editor, touched, shows_changes=self.shows_changes) if touched else seen
        rows = set(data.rows(touched))
        if not self._has_findings:
            self._has_findings = True
            data = with_findings(data, self._findings)
            rows.update(np.flatnonzero(data.findings != seen.findings).tolist())
        self._canvas.set_data(data, rows)
