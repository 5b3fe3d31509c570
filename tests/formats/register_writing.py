"""Registers that tests change act by act and write as SOR2 text, with the changes that a comparison must then find."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from hypothesis import strategies as st

from sorstudio.model.register_facts import RegisterChange
from tests.formats.registers import gln, sor_id

HEADER = (
    "SorId;SorType;EntityName;EntityTypeName;ParentSorId;FromDate;ToDate;EanLocationCode;EanLocationCodeState;"
    "PostalAddressStreetName;VirtualAddressTelephoneNumber;ReplacedBySorId"
)
TYPES = ("", "plejehjem", "tandplejeklinik", "sundhedscenter")


@dataclass(frozen=True)
class Line:
    """One unit as a row."""

    number: int
    parent: int | None
    level: int
    name: str
    unit_type: str = ""
    gln: str = ""
    street: str = ""
    phone: str = ""
    last_day: str = ""
    successor: str = ""

    def text(self) -> str:
        kind = {1: "IE", 2: "SI"}.get(self.level, "OE")
        above = "" if self.parent is None else sor_id(self.parent)
        state = "egen" if self.gln else ""
        cells = (sor_id(self.number), kind, self.name, self.unit_type, above, "2020-01-01", self.last_day)
        return ";".join((*cells, self.gln, state, self.street, self.phone, self.successor))


Lines = dict[int, Line]
Told = set[tuple[str, RegisterChange]]


@dataclass
class Case:
    """A register before and after some acts, and what happened."""

    before: Lines
    after: Lines
    told: Told = field(default_factory=set)


def write(path: Path, lines: Lines, *, backwards: bool = False) -> Path:
    rows = [line.text() for line in lines.values()]
    path.write_text("\r\n".join((HEADER, *(reversed(rows) if backwards else rows))) + "\r\n", encoding="utf-8")
    return path


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Up to two owners with up to 20 units, and up to 12 acts, each on a unit of its own."""
    before: Lines = {}
    for number in range(draw(st.integers(2, 20))):
        is_owner = number == 0 or (number == 1 and draw(st.booleans()))
        parent = None if is_owner else draw(st.sampled_from([one.number for one in before.values()]))
        level = 1 if parent is None else before[parent].level + 1
        before[number] = Line(number, parent, level, f"Enhed {number}", draw(st.sampled_from(TYPES)), phone="70101010")
    case = Case(before, dict(before))
    order = draw(st.permutations(list(before)))
    for number in order[:12]:
        _act(draw, case, number)
    return case


def _act(draw: st.DrawFn, case: Case, number: int) -> None:
    act = draw(st.sampled_from(sorted(_ACTS)))
    line = case.after[number]
    change = _ACTS[act]
    if act == "new":
        fresh = 100 + number
        case.after[fresh] = Line(fresh, number, line.level + 1, f"Ny {number}")
        case.told.add((sor_id(fresh), change))
    elif act == "gone":
        if all(one.parent != number for one in case.after.values()):
            del case.after[number]
            case.told.add((sor_id(number), change))
    elif act == "move":
        places = [one for one in case.after.values() if one.level == line.level - 1 and one.number != line.parent]
        if places:
            case.after[number] = replace(line, parent=draw(st.sampled_from(places)).number)
            case.told.add((sor_id(number), change))
    else:
        case.after[number] = replace(line, **_VALUES[act](number))
        case.told.add((sor_id(number), change))


_ACTS = {
    "new": RegisterChange.NEW,
    "gone": RegisterChange.CLOSED,
    "close": RegisterChange.CLOSED,
    "move": RegisterChange.MOVED,
    "rename": RegisterChange.RENAMED,
    "type": RegisterChange.TYPE,
    "number": RegisterChange.NUMBER,
    "address": RegisterChange.ADDRESS,
    "contact": RegisterChange.CONTACT,
    "replace": RegisterChange.REPLACED_BY,
}
_VALUES = {
    "close": lambda number: {"last_day": "2030-12-31"},
    "rename": lambda number: {"name": f"Andet navn {number}"},
    "type": lambda number: {"unit_type": "genoptræningsenhed"},
    "number": lambda number: {"gln": gln(number)},
    "address": lambda number: {"street": "Åvej"},
    "contact": lambda number: {"phone": "20202020"},
    "replace": lambda number: {"successor": sor_id(number + 1)},
}
