"""What is told about the chosen cell: who receives, or why nobody does, how that was found, and what mends it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sorstudio.model.texts import Texts
from sorstudio.routing.coverage import Cell, Coverage
from sorstudio.routing.coverage_repairs import Mend, mends
from sorstudio.routing.coverage_telling import cell_sentence, mend_sentence
from sorstudio.routing.telling import number_line, steps
from sorstudio.ui.findings.detail import FindingDetail
from sorstudio.ui.routes.unit_lines import UnitLine, UnitLines
from sorstudio.ui.theme import Theme


class CellDetail(FindingDetail):
    """`unit_wanted` carries the receiver that was chosen, `mend_wanted` the repair."""

    unit_wanted = Signal(str)
    mend_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.mends: tuple[Mend, ...] = ()

    def show_cell(self, found: Coverage, cell: Cell, texts: Texts, *, writable: bool) -> None:
        """Tell about one cell; repairs are offered where the plan can be written."""
        self.show_nothing()
        codes = found.directory.codes
        area, message = codes.area(cell.area), codes.message_type(cell.type)
        name = area.name(texts.language) if area else cell.area
        self._add(f"{name} · {cell.type}", "title")
        self._add(message.name(texts.language) if message else "", "muted")
        self._add(cell_sentence(found, cell, texts), "")
        self._show_receivers(found, cell, texts)
        if cell.answer is not None:
            self._add("\n".join(steps(cell.answer, texts)), "muted")
        self._column.addStretch(1)
        self.mends = mends(found, cell) if writable else ()
        for one in self.mends:
            self.offer_change(mend_sentence(one, texts), partial(self.mend_wanted.emit, one))
        self.setAccessibleName(" ".join(self.words))

    def _show_receivers(self, found: Coverage, cell: Cell, texts: Texts) -> None:
        state = found.directory.state
        lines = [
            UnitLine(one.unit, state.units[one.unit].name, number_line(one, state, texts)) for one in cell.receivers
        ]
        if lines:
            view = UnitLines(self._theme)
            view.wanted.connect(self.unit_wanted)
            self._column.addWidget(view)
            view.show_lines(self.tr("Receivers"), lines)
