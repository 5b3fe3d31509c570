"""What may be dropped where in the outline, asked of the verbs beforehand and remembered per target."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QMimeData

from sorstudio.model.change import Change
from sorstudio.model.edits import offers, units
from sorstudio.model.plan import Plan
from sorstudio.ui.editor import Editor
from sorstudio.ui.outline.model import OutlineModel
from sorstudio.ui.picture import mime


class Zone(Enum):
    """Which part of a row the pointer is over: its upper edge, its middle, its lower edge."""

    ABOVE = "above"
    ONTO = "onto"
    BELOW = "below"


@dataclass(frozen=True)
class Carried:
    """What is in the hand: units or offers."""

    units: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()


@dataclass(frozen=True)
class Drop:
    """Where what is carried would go: below `parent` ahead of `before` (last where None), or an offer onto `parent`.

    `row` and `zone` say where the indicator is drawn, `depth` at which level.
    """

    carried: Carried
    parent: str
    before: str | None
    row: int
    zone: Zone
    depth: int

    def change(self, plan: Plan) -> Change:
        """The change that letting go here makes."""
        if self.carried.offers:
            return offers.place_offer(plan, self.carried.offers, self.parent)
        return units.move(plan, self.carried.units, self.parent, before=self.before)


def carried_in(data: QMimeData) -> Carried | None:
    """What a drag holds, or None where it is nothing of ours."""
    keys, codes = mime.unpack(data, mime.UNITS), mime.unpack(data, mime.OFFERS)
    return Carried(keys, codes) if keys or codes else None


class Drops:
    """Finds the target under the pointer and why it may not be."""

    def __init__(self, editor: Editor, model: OutlineModel) -> None:
        self._editor = editor
        self._model = model
        self._asked: dict[tuple[Carried, str, str | None], str | None] = {}
        editor.effect.connect(self.forget)
        editor.retexted.connect(self.forget)

    def forget(self) -> None:
        """Ask anew: the plan or the language is another."""
        self._asked.clear()

    def target(self, carried: Carried, row: int, zone: Zone) -> Drop:
        """Where letting go at this part of this row would put what is carried."""
        key, depth = self._model.key(row), self._model.depth(row)
        parent = self._model.state.units[key].parent
        if carried.offers or zone is Zone.ONTO or parent is None:
            return Drop(carried, key, None, row, Zone.ONTO, depth)
        if zone is Zone.ABOVE:
            return Drop(carried, parent, key, row, zone, depth)
        if self._model.folding.is_open(key) and self._model.folding.has_children(key):
            first = next(filter(self._model.folding.is_shown, self._model.state.children(key)), None)
            return Drop(carried, key, first, row, zone, depth + 1)
        return Drop(carried, parent, self._next_sibling(key, parent, carried), row, zone, depth)

    def objection(self, drop: Drop) -> str | None:
        """Why it cannot be let go there, or None."""
        asked = (drop.carried, drop.parent, drop.before)
        if asked not in self._asked:
            self._asked[asked] = self._editor.ask(drop.change)
        return self._asked[asked]

    def _next_sibling(self, key: str, parent: str, carried: Carried) -> str | None:
        siblings = self._model.state.children(parent)
        after = siblings[siblings.index(key) + 1 :]
        return next((one for one in after if one not in carried.units), None)
