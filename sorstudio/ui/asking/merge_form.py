"""The form of a merge: the unit that takes over, and where they differ the number that lives on and the place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from sorstudio.model.plan import Plan
from sorstudio.model.records import Unit
from sorstudio.ui.asking.picker import Picker
from sorstudio.ui.translate import tr


class MergeForm(QWidget):
    """A unit from the list or the name of a new one; the rest is asked only where it is not clear."""

    def __init__(self, plan: Plan, chosen: Sequence[Unit], places: Iterable[tuple[str, str]]) -> None:
        super().__init__()
        state = plan.state()
        self.target = Picker(places)
        self.target.setPlaceholderText(tr("A new name, or a unit from the list"))
        self.target.setAccessibleName(self.target.placeholderText())
        self.number, self.place = QComboBox(), QComboBox()
        self.number.setAccessibleName(tr("The number that lives on"))
        self.place.setAccessibleName(tr("The place of the new unit"))
        numbers = [(unit, found) for unit in chosen if (found := state.number_of(unit.key)) is not None]
        self.number.addItem(tr("The number of the unit that takes over"), None)
        for unit, found in numbers:
            self.number.addItem(tr("The number of {unit}").format(unit=f"{unit.name} ({found.gln or '…'})"), unit.key)
        parents = list(dict.fromkeys(unit.parent for unit in chosen if unit.parent is not None))
        for parent in parents:
            self.place.addItem(tr("Below {unit}").format(unit=state.units[parent].name), parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.target, self.number, self.place):
            column.addWidget(widget)
        self.number.setVisible(len(numbers) > 1)
        self.place.setVisible(len(parents) > 1)
        self.setFocusProxy(self.target)

    def into(self) -> str | None:
        """The key of the unit that takes over, where it is there already."""
        return self.target.typed_out()

    def name(self) -> str | None:
        """The name of the new unit that takes over."""
        return None if self.into() else self.target.text().strip() or None

    def number_from(self) -> str | None:
        """The unit whose number lives on; None leaves it to the unit that takes over."""
        chosen = self.number.currentData()
        return str(chosen) if chosen else None

    def parent_key(self) -> str | None:
        """The place of a new unit where the old ones stand in different places."""
        chosen = self.place.currentData()
        return str(chosen) if chosen and self.name() and self.place.count() > 1 else None
