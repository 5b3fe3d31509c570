"""What is said about a unit in one line: type, number, messages, offers. Read from a frozen state, never kept."""

from __future__ import annotations

from dataclasses import dataclass

from sorstudio.model.codes import CodeLists
from sorstudio.model.inherit import number_giver
from sorstudio.model.records import UNKNOWN, Direction, LocationNumber, NumberState
from sorstudio.model.state import State
from sorstudio.model.texts import Texts
from sorstudio.ui.signs import NumberSign

NOTHING = "–"


@dataclass(frozen=True)
class Number:
    """The number that holds at a unit, in words, and the key of the unit that gives it."""

    words: str
    sign: NumberSign
    giver: str | None = None


@dataclass(frozen=True)
class Cells:
    """Reads the cells of one state, in one language."""

    state: State
    codes: CodeLists
    texts: Texts

    def unit_type(self, key: str) -> str:
        """The type's name; empty where there is none."""
        value = self.state.units[key].unit_type
        if value is UNKNOWN:
            return self.texts.sentence("ui.not_in_extract")
        found = self.codes.unit_type(value) if isinstance(value, str) else None
        return found.name(self.texts.language) if found else (value if isinstance(value, str) else "")

    def is_type_missing(self, key: str) -> bool:
        """Whether the file has the type and the unit has none; an unknown one is not missing."""
        return self.state.units[key].unit_type is None

    def number(self, key: str) -> Number:
        """The number that holds at the unit."""
        own = self.state.number_of(key)
        if own is not None:
            return Number(own.gln or self.texts.sentence("ui.number.ordered"), NumberSign.OWN, key)
        state = self.state.units[key].number_state
        if state is UNKNOWN:
            return Number(self.texts.sentence("ui.not_in_extract"), NumberSign.UNKNOWN)
        giver = number_giver(self.state, key) if state is NumberState.INHERITED else None
        given = self.state.number_of(giver) if giver is not None else None
        if given is None:
            return Number(self.texts.sentence("ui.number.none"), NumberSign.NONE)
        return Number(given.gln or self.texts.sentence("ui.number.ordered"), NumberSign.INHERITED, giver)

    def traffic(self, key: str) -> tuple[int, int]:
        """How many message types the unit's own number receives and sends."""
        own = self.state.number_of(key)
        if own is None or not own.messages_known:
            return (0, 0)
        directions = [item.direction for item in self.state.capabilities(own.key)]
        return (directions.count(Direction.IN), directions.count(Direction.OUT))

    def traffic_words(self, key: str) -> str:
        """4/2, or a dash."""
        received, sent = self.traffic(key)
        return f"{received}/{sent}" if received or sent else NOTHING

    def offers(self, key: str) -> int:
        """How many offers the unit provides."""
        return len(self.state.placements(key))

    def explained(self, key: str) -> str:
        """Where the number comes from, for a tooltip; empty where there is nothing to explain."""
        number = self.number(key)
        if number.sign is NumberSign.INHERITED and number.giver is not None:
            return self.texts.sentence("ui.number.from", {"giver": self.state.units[number.giver].name})
        if number.sign is NumberSign.UNKNOWN:
            return self.texts.sentence("ui.not_in_extract.why")
        own = self.state.number_of(key)
        if own is not None and own.gln is None:
            return self.texts.sentence("ui.number.ordered.why")
        return self._messages_unknown(own)

    def _messages_unknown(self, own: LocationNumber | None) -> str:
        if own is not None and not own.messages_known:
            return self.texts.sentence("ui.messages_not_in_extract")
        return ""
