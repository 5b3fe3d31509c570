"""Makes the outline's index while nobody asks for anything, in slices too short to be felt."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from sorstudio.ui.outline.model import OutlineModel

REST_MS = 150
"""How long the rows must have been left alone."""
GAP_MS = 5
SLICE_S = 0.005


class Warmer(QObject):
    """Rests while rows change, then goes on until the index is made."""

    def __init__(self, outline: OutlineModel) -> None:
        super().__init__(outline)
        self._outline = outline
        self._next = QTimer(self, singleShot=True)
        self._next.timeout.connect(self._go_on)
        for changed in (outline.modelReset, outline.rowsInserted, outline.rowsRemoved, outline.rowsMoved):
            changed.connect(self._rest)
        outline.dataChanged.connect(self._rest)
        self._rest()

    def _rest(self) -> None:
        if not self._outline.folding.index.is_ready():
            self._next.start(REST_MS)

    def _go_on(self) -> None:
        if self._outline.folding.index.make_some(SLICE_S):
            self._next.start(GAP_MS)
