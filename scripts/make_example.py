"""Writes the invented municipality of examples/eksempelby: its register files of two dates, and the acts for it."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from sorstudio.model.identifiers import make_gln, make_sor_id
from sorstudio.resources import code_lists

SOURCE = Path(__file__).parent / "eksempelby"
TARGET = Path(__file__).parents[1] / "examples" / "eksempelby"
FIRST, SECOND = "2026-11-02", "2026-12-14"
FIRST_ITEM = 9_000_001
GLN_PREFIX = "579099"
CVR = "99999993"
REGION = ("1085", "Region Sjælland")
BORN = "2019-01-01"
NOVAX = ("Novax Sundhed", "Novax")
SYSTEM = {"sundhedspleje": NOVAX, "foedsler": NOVAX, "korrespondance": ("Nexus", "KMD")}
USUAL_SYSTEM = ("Cura", "Systematic")

ADDRESS = (
    "StreetName",
    "StreetBuildingId",
    "FloorId",
    "SuiteId",
    "AdditionalAddressInfo",
    "PostCodeId",
    "DistrictName",
)
# A number that was closed when it was moved: the files of SOR keep showing it.
CLOSED_NUMBER_OF, CLOSED_NUMBER_ENDED = "Flyttet lok.nr 14/5 Visitationen", "2024-05-14"


@dataclass
class Message:
    """One message type on a number, from a day on."""

    type: str
    version: str
    direction: str
    start: str = BORN


@dataclass
class Node:
    """A unit of the invented municipality; `label` is the name by which the source files speak of it."""

    label: str
    name: str
    item: int
    parent: Node | None
    type: str = ""
    number: str = ""
    gln: str = ""
    system: tuple[str, str] = USUAL_SYSTEM
    messages: list[Message] = field(default_factory=list)
    options: dict[str, str] = field(default_factory=dict)
    start: str = BORN
    first: str = BORN
    number_start: str = BORN

    @property
    def sor_id(self) -> str:
        """The number that SOR would have issued."""
        return make_sor_id(self.item)

    @property
    def depth(self) -> int:
        """1 for the owner."""
        return 1 + self.parent.depth if self.parent else 1

    @property
    def kind(self) -> str:
        """Owner, institution, unit."""
        return {1: "IE", 2: "SI"}.get(self.depth, "OE")

    @property
    def institution(self) -> Node | None:
        """The institution it belongs to, itself included."""
        return self if self.depth == 2 else self.parent.institution if self.parent else None

    @property
    def shown_gln(self) -> str:
        """The number that holds here: an inherited one is repeated in the file."""
        if self.number == "inherit" and self.parent:
            return self.parent.shown_gln
        return self.gln


class Register:
    """The units in tree order, with the numbers given out so far."""

    def __init__(self) -> None:
        self.nodes: list[Node] = []
        self.closed: set[int] = set()
        self._sets = dict(_message_sets())
        self._glns = 0
        self.closed_gln = self._next_gln()

    def add(self, name: str, parent: Node | None, type_: str, number: str, options: dict[str, str]) -> Node:
        """A unit with the next item number, as the last child of its parent."""
        start = options.get("from", BORN)
        node = Node(name, name, FIRST_ITEM + len(self.nodes), parent, type_, options=options, start=start, first=start)
        self.set_number(node, number, start)
        self.nodes.append(node)
        return node

    def set_number(self, node: Node, number: str, start: str) -> None:
        """Own with its message types, inherited or none."""
        node.number = number.split(":")[0]
        if node.number == "own":
            chosen = number.split(":")[1]
            node.gln, node.number_start = self._next_gln(), start
            node.messages = [replace(one, start=start) for one in self._sets.get(chosen, [])]
            node.system = SYSTEM.get(chosen, USUAL_SYSTEM)

    def find(self, label: str) -> Node:
        """The one unit of that name at the first date."""
        found = [node for node in self.nodes if node.label == label]
        if len(found) != 1:
            raise ValueError(f"{len(found)} units are called {label}")
        return found[0]

    def in_tree_order(self, below: Node | None = None) -> Iterator[Node]:
        """Parents before children, without what is closed."""
        for node in self.nodes:
            if node.parent is below and node.item not in self.closed:
                yield node
                yield from self.in_tree_order(node)

    def _next_gln(self) -> str:
        self._glns += 1
        return make_gln(f"{GLN_PREFIX}{self._glns:06}")


def _lines(name: str) -> Iterator[str]:
    for line in (SOURCE / name).read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line


def _message_sets() -> Iterator[tuple[str, list[Message]]]:
    for line in _lines("messages.txt"):
        name, types = line.split(":", 1)
        yield name, [message for entry in types.split(";") for message in _messages(entry)]


def _messages(entry: str, start: str = BORN) -> Iterator[Message]:
    type_, version, direction = entry.split()
    for one in ("in", "out") if direction == "both" else (direction,):
        yield Message(type_, version, one, start)


def read_tree() -> Register:
    """The municipality at the first date."""
    register = Register()
    path: list[Node] = []
    for line in _lines("tree.txt"):
        depth = (len(line) - len(line.lstrip())) // 2
        cells = [cell.strip() for cell in line.split("|")] + ["", "", ""]
        options = dict(part.strip().split("=", 1) for part in cells[3].split(";") if part.strip())
        path[depth:] = [register.add(cells[0], path[depth - 1] if depth else None, cells[1], cells[2], options)]
    return register


def happen(register: Register, event: dict[str, str]) -> None:
    """One thing that happened in SOR between the two dates."""
    day = event.get("from", "")
    if event["op"] == "add":
        options = {key: value for key, value in event.items() if key in {"addr", "tel", "from"}}
        register.add(event["name"], register.find(event["parent"]), event["type"], event["number"], options)
        return
    node = register.find(event["unit"])
    if event["op"] == "close":
        register.closed.add(node.item)
    elif event["op"] == "message":
        node.messages.extend(_messages(event["message"], day))
    elif event["op"] == "no_message":
        gone = list(_messages(event["message"]))
        node.messages = [one for one in node.messages if one not in gone]
    else:
        _change(register, node, event)
        node.start = day


def _change(register: Register, node: Node, event: dict[str, str]) -> None:
    if event["op"] == "rename":
        node.name = event["name"]
    elif event["op"] == "type":
        node.type = event["type"]
    elif event["op"] == "move":
        node.parent = register.find(event["parent"])
    elif event["op"] == "number":
        register.set_number(node, event["number"], event["from"])
    elif event["op"] == "contact":
        node.options.update(tel=event["tel"], mail=event["mail"])
    else:
        raise ValueError(f"no such event: {event}")


def _entity_rows(register: Register) -> Iterator[dict[str, str]]:
    """One row a unit, and one more where a coming name is already registered."""
    for node in register.in_tree_order():
        row = _entity_row(node)
        if "next" not in node.options:
            yield row
            continue
        name, start = node.options["next"].split("@")
        yield {**row, "ToDate": _day_before(start)}
        yield {**row, "EntityName": name, "FromDate": start}


def _entity_row(node: Node) -> dict[str, str]:
    return {
        "SorId": _as_text(node.sor_id),
        "ParentSorId": _as_text(node.parent.sor_id) if node.parent else "",
        "SorType": node.kind,
        "EntityName": node.name,
        "EntityTypeIdentifier": _type_code(node.type),
        "EntityTypeName": node.type,
        "FirstFromDate": node.first,
        "FromDate": node.start,
        "ToDate": node.options.get("to", ""),
        "InstitutionOwnerEntityTypeName": "kommune",
        "InstitutionOwnerCvrNumberId": CVR,
        **_institution_cells(node),
        **_number_cells(node),
        **_contact_cells(node),
        **_address_cells(node),
        **_speciality_cells(node),
    }


def _institution_cells(node: Node) -> dict[str, str]:
    institution = node.institution
    if institution is None:
        return {}
    return {
        "HealthInstitutionSorId": _as_text(institution.sor_id),
        "HealthInstitutionEntityName": institution.name,
        "HealthInstitutionEntityTypeName": institution.type,
    }


def _number_cells(node: Node) -> dict[str, str]:
    gln = node.shown_gln
    return {
        "EanLocationCode": _as_text(gln) if gln else "",
        "EanLocationCodeInheritedIndicator": "true" if node.number == "inherit" else "false",
        "EanLocationCodeRegionName": REGION[1] if gln else "",
    }


def _contact_cells(node: Node) -> dict[str, str]:
    return {
        "VirtualAddressTelephoneNumber": node.options.get("tel", ""),
        "VirtualAddressWebsite": node.options.get("web", ""),
        "VirtualAddressEmailAddress": node.options.get("mail", ""),
    }


def _address_cells(node: Node) -> dict[str, str]:
    """The owner's and the institutions' addresses are postal ones, those of the units are visiting ones."""
    if "addr" not in node.options:
        return {}
    street, building = node.options["addr"].rsplit(" ", 1)
    use = "VisitingAddress" if node.kind == "OE" else "PostalAddress"
    cells = dict(zip(ADDRESS, (street, building, "", "", "", "9999", "Eksempelby"), strict=True))
    named = {f"{use}{part}": value for part, value in cells.items()}
    return named if node.kind == "OE" else {**named, "PostalAddressRegionCode": REGION[0]}


def _speciality_cells(node: Node) -> dict[str, str]:
    code = node.options.get("spec", "")
    found = code_lists().speciality(code) if code else None
    if found is None:
        return {}
    return {"PrioritizedEntitySpeciality1Id": code, "PrioritizedEntitySpeciality1Name": found.name_da}


def _number_rows(register: Register) -> Iterator[dict[str, str]]:
    for node in register.in_tree_order():
        if node.number == "own":
            yield _number_row(node.gln, node, node.number_start, "")
    moved = register.find(CLOSED_NUMBER_OF)
    yield _number_row(register.closed_gln, moved, BORN, CLOSED_NUMBER_ENDED)


def _number_row(gln: str, node: Node, start: str, end: str) -> dict[str, str]:
    return {
        "EanLocationCode": _as_text(gln),
        "SorId": _as_text(node.sor_id),
        "SystemTypeName": node.system[0],
        "SystemSupplierName": node.system[1],
        "CommunicationSupplierName": "KMD",
        "RegionCode": REGION[0],
        "RegionName": REGION[1],
        "OnlyInternalIndicator": "false",
        "NonActiveIndicator": node.options.get("inactive", "false"),
        "FromDate": start,
        "ToDate": end,
    }


def _message_rows(register: Register) -> Iterator[dict[str, str]]:
    for node in register.in_tree_order():
        for message in node.messages if node.number == "own" else ():
            yield {
                "EanLocationCode": _as_text(node.gln),
                "EDIType": message.type,
                "EDITypeVersion": message.version,
                "Direction": message.direction,
                "FromDate": message.start,
            }
    yield {
        "EanLocationCode": _as_text(register.closed_gln),
        "EDIType": "DIS91",
        "EDITypeVersion": "D9134L",
        "Direction": "in",
        "FromDate": BORN,
        "ToDate": CLOSED_NUMBER_ENDED,
    }


def _type_code(name: str) -> str:
    found = code_lists().unit_type(name) if name else None
    if name and found is None:
        raise ValueError(f"no such unit type: {name}")
    return found.code if found else ""


def _as_text(number: str) -> str:
    """The way in which SOR's files keep Excel from counting."""
    return f'="{number}"'


def _day_before(day: str) -> str:
    """Only the turn of the year is needed here."""
    year, month, number = day.split("-")
    if (month, number) != ("01", "01"):
        raise ValueError(f"{day} is not the first day of a year")
    return f"{int(year) - 1}-12-31"


def _columns() -> dict[str, list[str]]:
    split = (line.split(":", 1) for line in _lines("columns.txt"))
    return {name: headers.split() for name, headers in split}


def _table(columns: list[str], rows: Iterator[dict[str, str]]) -> bytes:
    lines = [";".join(columns)]
    for row in rows:
        cells = [row.get(column, "") for column in columns]
        if any(";" in cell or "\n" in cell for cell in cells):
            raise ValueError(f"a cell breaks the row: {cells}")
        lines.append(";".join(cells))
    return ("\ufeff" + "\r\n".join(lines) + "\r\n").encode("utf-8")


def _folder(register: Register, day: str) -> dict[str, bytes]:
    columns = _columns()
    rows = {
        "SorEntity_daily": _entity_rows(register),
        "LocationsCode": _number_rows(register),
        "LocationsCodeEDITypeMap": _message_rows(register),
    }
    return {f"{day}/{name}.csv": _table(columns[name], rows[name]) for name in rows}


def _acts(register: Register) -> bytes:
    """The acts with names turned into SOR-IDs."""
    lines = []
    for line in _lines("acts.jsonl"):
        act = {key: _named(register, value) for key, value in json.loads(line).items()}
        lines.append(json.dumps(act, ensure_ascii=False))
    return ("\n".join(lines) + "\n").encode("utf-8")


def _named(register: Register, value: str) -> str:
    return register.find(value[1:]).sor_id if value.startswith("@") else value


def build() -> dict[str, bytes]:
    """Every generated file, by its path below examples/eksempelby."""
    register = read_tree()
    files = {**_folder(register, FIRST), "handlinger.jsonl": _acts(register)}
    for line in _lines("later.jsonl"):
        happen(register, json.loads(line))
    return {**files, **_folder(register, SECOND)}


def main() -> None:
    """Write the files, and say which."""
    for name, content in build().items():
        path = TARGET / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        sys.stdout.write(f"{path}\n")


if __name__ == "__main__":
    main()
