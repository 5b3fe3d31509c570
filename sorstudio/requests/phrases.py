"""The sentence of each line as code and parameters; values as people read them, in no particular language."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import Enum

from sorstudio.model.codes import CodeLists
from sorstudio.model.inherit import number_giver
from sorstudio.model.naming import Bilingual
from sorstudio.model.records import (
    UNKNOWN,
    Address,
    Contact,
    LocationNumber,
    NumberState,
    Offer,
    RecordKind,
    Unit,
    UnitKind,
)
from sorstudio.model.state import State
from sorstudio.requests.line import Action, FieldChange, FieldValue

_BLOCKS = frozenset({"postal", "visiting", "activity", "contact"})
Params = Mapping[str, object]
Phrase = tuple[str, Params]


class Phrases:
    """Words for lines and values; `state` and `plain` name the units with the plan and without it."""

    def __init__(self, state: State, plain: State, codes: CodeLists) -> None:
        self._state = state
        self._plain = plain
        self._codes = codes
        self._readers: dict[str, Callable[[str], object]] = {
            "parent": self._unit_name,
            "unit": self._unit_name,
            "successor": self._unit_name,
            "geographic_parent": self._unit_name,
            "unit_type": self._type_name,
            "specialities": self._speciality_name,
            "offer": self._offer_name,
            "net_operator": self._operator_name,
            "region": self._region_name,
            "message_type": str,
            "area": self._area_name,
            "category": self._category_name,
            "sender": lambda sender: f"word.sender.{sender}",
        }

    def word(self, name: str, value: FieldValue) -> object:
        """A value as it goes into a sentence: names for codes, and `word.` codes for what differs by language."""
        if value is UNKNOWN:
            return "word.unknown"
        if value is None:
            return "word.inherited" if name in _BLOCKS else "word.none"
        if isinstance(value, bool):
            return "word.yes" if value else "word.no"
        if isinstance(value, tuple):
            return tuple(self.word(name, item) for item in value) or "word.none"
        if isinstance(value, Address | Contact):
            return value.line() or "word.none"
        return self._plain_word(name, value)

    def sentence(
        self, action: Action, unit: Unit | None, fields: Sequence[FieldChange], number: LocationNumber | None
    ) -> Phrase:
        """Code and parameters of the sentence for a line."""
        params: dict[str, object] = {
            "unit": unit.name if unit else "",
            "fields": tuple(f"word.field.{one.field}" for one in fields),
            "before": tuple(self.word(one.field, one.before) for one in fields),
            "after": tuple(self.word(one.field, one.after) for one in fields),
            "number": (number.gln if number else None) or "word.number_to_come",
        }
        suffix, more = _VARIANTS.get(action, _no_variant)(self, unit, fields)
        return f"request.line.{action}{suffix}", {**params, **more}

    def _plain_word(self, name: str, value: object) -> object:
        if isinstance(value, NumberState):
            return f"word.number_state.{value}"
        if isinstance(value, UnitKind):
            return f"word.kind.{value}"
        if isinstance(value, Enum) or not isinstance(value, str):
            return value
        reader = self._readers.get(name)
        return reader(value) if reader else value

    def _unit_name(self, key: str) -> str:
        found = self._state.units.get(key) or self._plain.units.get(key)
        return found.name if found else key

    def _type_name(self, code: str) -> Bilingual | str:
        found = self._codes.unit_type(code)
        return found or code

    def _speciality_name(self, code: str) -> Bilingual | str:
        found = self._codes.speciality(code)
        return found or code

    def _offer_name(self, code: str) -> Bilingual | str:
        entry = self._codes.offer(code)
        own = self._state.record(RecordKind.OFFER, code) or self._plain.record(RecordKind.OFFER, code)
        return entry or (own.name if isinstance(own, Offer) else code)

    def _operator_name(self, code: str) -> str:
        found = self._codes.net_operator(code)
        return found.name if found else code

    def _region_name(self, code: str) -> Bilingual | str:
        found = self._codes.region(code)
        return found or code

    def _area_name(self, code: str) -> Bilingual | str:
        found = self._codes.area(code)
        return found or code

    def _category_name(self, code: str) -> Bilingual | str:
        found = self._codes.category(code)
        return found or code

    def create(self, unit: Unit | None, fields: Sequence[FieldChange]) -> Phrase:
        """With or without parent and type."""
        given = {one.field: self.word(one.field, one.after) for one in fields}
        params = {"kind": given.get("kind", ""), "parent": given.get("parent", ""), "type": given.get("unit_type", "")}
        if "name" in given:
            params["unit"] = given["name"]
        return ("" if params["parent"] else ".owner") if not params["type"] else ".typed", params

    def number_set(self, unit: Unit | None, fields: Sequence[FieldChange]) -> Phrase:
        """Own, inherited, none, or details of a number that stays."""
        by_name = {one.field: one for one in fields}
        state = by_name.get("number_state")
        if state is not None and "gln" not in by_name:
            return f".{state.after}", {"giver": self._giver(unit)}
        if "gln" not in by_name:
            return ".details", {}
        gln = by_name["gln"]
        return (".replaced", {"before": gln.before, "after": gln.after}) if gln.before else (".own", {})

    def _giver(self, unit: Unit | None) -> str:
        giver = number_giver(self._state, unit.key) if unit and unit.key in self._state.units else None
        return self._unit_name(giver) if giver else ""

    def close(self, unit: Unit | None, fields: Sequence[FieldChange]) -> Phrase:
        """With or without successors."""
        day = next((one.after for one in fields if one.field == "valid_to"), None)
        heirs = tuple(self.word("successor", one.after) for one in fields if one.field == "successor" and one.after)
        return (".successor" if heirs else ""), {"day": day, "successors": heirs}

    def replace(self, unit: Unit | None, fields: Sequence[FieldChange]) -> Phrase:
        """A successor noted, or a note of one taken away."""
        heirs = tuple(self.word("successor", one.after) for one in fields if one.after)
        gone = tuple(self.word("successor", one.before) for one in fields if one.after is None)
        return ("" if heirs else ".removed"), {"successors": heirs or gone}

    def messages(self, unit: Unit | None, fields: Sequence[FieldChange]) -> Phrase:
        """What is received and what is sent."""
        labels = [str(one.after or one.before) for one in fields]
        receives = tuple(label.removesuffix(" in") for label in labels if label.endswith(" in"))
        sends = tuple(label.removesuffix(" out") for label in labels if label.endswith(" out"))
        suffix = ".both" if receives and sends else ".in" if receives else ".out"
        return suffix, {"receives": receives, "sends": sends}

    def offers(self, unit: Unit | None, fields: Sequence[FieldChange]) -> Phrase:
        """The offers in question."""
        return "", {"offers": tuple(self.word("offer", one.after or one.before) for one in fields)}

    def own_offer(self, unit: Unit | None, fields: Sequence[FieldChange]) -> Phrase:
        """An offer of the municipality's own made, renamed or taken away."""
        gone = all(one.after is None for one in fields)
        return (".removed" if gone else ""), {"offers": tuple(one.after or one.before for one in fields)}

    def note(self, unit: Unit | None, fields: Sequence[FieldChange]) -> Phrase:
        """The text of the note."""
        gone = all(one.after is None for one in fields)
        return (".removed" if gone else ""), {"text": tuple(one.after or one.before for one in fields)}

    def number_moved(self, unit: Unit | None, fields: Sequence[FieldChange]) -> Phrase:
        """The unit that had the number."""
        before = next((one.before for one in fields if one.field == "unit"), None)
        return "", {"from_unit": self.word("parent", before)}

    def block(self, unit: Unit | None, fields: Sequence[FieldChange]) -> Phrase:
        """Addresses and contact details: own, or inherited again."""
        return (".inherited" if all(one.after is None for one in fields) else ""), {}

    def setting(self, unit: Unit | None, fields: Sequence[FieldChange]) -> Phrase:
        """Which settings of the plan."""
        return "", {"fields": tuple(f"word.setting.{one.field}" for one in fields)}


Variant = Callable[[Phrases, Unit | None, Sequence[FieldChange]], Phrase]


def _no_variant(phrases: Phrases, unit: Unit | None, fields: Sequence[FieldChange]) -> Phrase:
    return "", {}


def _system(phrases: Phrases, unit: Unit | None, fields: Sequence[FieldChange]) -> Phrase:
    system = next((one.after for one in fields if one.field == "system"), None)
    return ("" if system else ".no_system"), {"system": system}


_VARIANTS: dict[Action, Variant] = {
    Action.CREATE: Phrases.create,
    Action.CLOSE: Phrases.close,
    Action.REPLACE: Phrases.replace,
    Action.SET_NUMBER: Phrases.number_set,
    Action.ORDER_NUMBER: _system,
    Action.MOVE_NUMBER: Phrases.number_moved,
    Action.ADD_MESSAGE: Phrases.messages,
    Action.REMOVE_MESSAGE: Phrases.messages,
    Action.PLACE_OFFER: Phrases.offers,
    Action.REMOVE_OFFER: Phrases.offers,
    Action.CREATE_OFFER: Phrases.own_offer,
    Action.NOTE: Phrases.note,
    Action.SET_ADDRESS: Phrases.block,
    Action.SET_CONTACT: Phrases.block,
    Action.SETTING: Phrases.setting,
}
