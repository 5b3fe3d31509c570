"""Carries the plan into the picture: the columns that the canvas draws, read in one walk over the tree."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer

from sorstudio.ui.cells import Cells
from sorstudio.ui.editor import Editor
from sorstudio.ui.marks import change_signs
from sorstudio.ui.picture.arrays import Columns, PictureData, arrange, folded_to_level
from sorstudio.ui.picture.canvas import Canvas
from sorstudio.ui.signs import ChangeSign, FindingSign, NumberSign

ROOM = 24
"""Units of one level that can be read one below the other in a picture of usual height."""
_WITH_DIGITS = (NumberSign.OWN, NumberSign.INHERITED)


def picture_data(editor: Editor, findings: Mapping[str, FindingSign]) -> PictureData:
    """Everything the picture shows; units that the register closed long ago are left out."""
    state, day = editor.plan.state(), editor.plan.baseline.day
    cells = Cells(state, editor.plan.codes, editor.texts)
    signs = change_signs(editor.plan)
    units = [unit for _, unit in state.walk() if unit.valid_to is None or unit.valid_to > day or signs.get(unit.key)]
    places = {unit.key: place for place, unit in enumerate(units)}
    keys = [unit.key for unit in units]
    numbers = [cells.number(key) for key in keys]
    traffic = [cells.traffic(key) for key in keys]
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
    )
    return arrange(columns)


def first_folds(data: PictureData, room: int = ROOM) -> frozenset[str]:
    """What to fold at first, so that what is open can still be read: whole levels, as many as have room."""
    depth = 1
    while depth < data.shape.depth and data.shape.starts[depth + 1] - data.shape.starts[depth] <= room:
        depth += 1
    return folded_to_level(data, max(2, depth))


class Feed(QObject):
    """Keeps a canvas true to the plan; several effects in one go are drawn once."""

    def __init__(self, editor: Editor, canvas: Canvas, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._canvas = canvas
        self._findings: Mapping[str, FindingSign] = {}
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.refresh)
        editor.effect.connect(self._soon.start)
        editor.retexted.connect(self._soon.start)

    def set_findings(self, findings: Mapping[str, FindingSign]) -> None:
        """The worst finding of each unit."""
        self._findings = findings
        self._soon.start()

    def refresh(self) -> None:
        """Draw the plan as it stands."""
        self._soon.stop()
        self._canvas.set_data(picture_data(self._editor, self._findings))
