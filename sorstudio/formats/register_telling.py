"""What a row of a register file tells of its unit, as facts that can be compared with those of another layout."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from sorstudio.formats.raw import RawUnit
from sorstudio.formats.structure import Placed
from sorstudio.formats.versions import Told
from sorstudio.model.codes import CodeLists
from sorstudio.model.records import UNKNOWN, NumberState, Value
from sorstudio.model.register_facts import FIELDS, INHERITED, NUMBER_DETAILS, Facts

_ALWAYS = frozenset({"name", "parent", "kind"})
_UNKNOWN_TYPE_WHEN_EMPTY = frozenset({"fhir", "eer_csv"})


def comparable(carries: Iterable[str], told: Told) -> frozenset[str]:
    """The fields of FIELDS that a register with these columns can tell."""
    present = {*carries, *_ALWAYS}
    found = set(FIELDS) & present
    if present & {"gln", "number_state"}:
        found.add("number")
    if "successors" in present:
        found.add("replaced_by")
    if told.is_complete or told.listed:
        found.add("message_types")
    return frozenset(found)


@dataclass(frozen=True, slots=True)
class Teller:
    """Puts what one register file says of a unit into facts."""

    codes: CodeLists
    told: Told
    successors: Mapping[str, tuple[str, ...]]

    def facts(self, row: Placed, above: str | None) -> Facts:
        """The facts of a row; `above` is the number shown at its parent, which a layout without a flag inherits."""
        unit, get = row.unit, row.unit.fields.get
        found: dict[str, Value] = {name: get(name) for name in FIELDS}
        found |= self._number(row, above)
        found["name"], found["parent"] = unit.name, unit.parent
        found["kind"] = unit.kind.value if unit.kind else UNKNOWN
        found["valid_to"] = (unit.valid_to - timedelta(days=1)).isoformat() if unit.valid_to else None
        found["unit_type"] = self._unit_type(row)
        found["specialities"] = ", ".join(map(self._speciality, unit.specialities)) or None
        found["replaced_by"] = self.replaced_by(unit.sor_id, unit.successors)
        return tuple(found.values())

    def replaced_by(self, unit: str, own: Iterable[str] = ()) -> str | None:
        """The successors of a unit, those in a table of their own included."""
        return ", ".join(sorted({*own, *self.successors.get(unit, ())})) or None

    def _unit_type(self, row: Placed) -> Value:
        value = row.unit.fields.get("unit_type")
        if not isinstance(value, str):
            return UNKNOWN if row.extract.layout in _UNKNOWN_TYPE_WHEN_EMPTY else value
        known = self.codes.unit_type(value)
        return known.code if known else value

    def _speciality(self, text: str) -> str:
        known = self.codes.speciality(text)
        return known.code if known else text

    def _number(self, row: Placed, above: str | None) -> dict[str, Value]:
        own = own_number(row.unit, above)
        found: dict[str, Value] = {"number": own}
        if own is None or own == INHERITED:
            return found
        told = self.told.numbers.get(own)
        for name in NUMBER_DETAILS:
            elsewhere = told.fields.get(name) if told else None
            found[name] = row.unit.number.get(name) if elsewhere is None else elsewhere
        found["message_types"] = self._message_types(own)
        return found

    def _message_types(self, gln: str) -> Value:
        if not self.told.knows(gln):
            return UNKNOWN
        types = {f"{one.type} {one.version} ({one.direction})" for one in self.told.capabilities.get(gln, ())}
        return ", ".join(sorted(types)) or None


def own_number(unit: RawUnit, above: str | None) -> str | None:
    """The unit's own number, INHERITED, or None; without a flag the number of the parent is inherited."""
    state = unit.number_state
    if state is None and unit.gln:
        state = NumberState.INHERITED if unit.gln == above else NumberState.OWN
    if state is NumberState.INHERITED:
        return INHERITED
    return unit.gln if state is NumberState.OWN else None
