"""The change request in SORUS's own words, as XML: a mapping (resources/templates/sorus.toml), not a client.

SORUS replaces a whole unit, so an edit carries its complete new state. What the register file did not carry is not
sent; it is listed as preserved.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import cache
from typing import Any
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from sorstudio import resources
from sorstudio.model.change import EditAct
from sorstudio.model.inherit import number_at
from sorstudio.model.records import Address, Contact, LocationNumber, MessageCapability, NumberState, Unit, Unknown
from sorstudio.model.state import State
from sorstudio.requests.complete import CompleteUnit, Origin, complete_unit
from sorstudio.requests.envelope import Request
from sorstudio.requests.line import NUMBER_ACTIONS, Action, Addressee, FieldChange, Line

NAMESPACE = "urn:sorstudio:sorus-request:1"
SCHEMA_FILE = "sorus.xsd"
_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"
# XML has no way to write these, not even escaped.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ROOT = {
    "xmlns": NAMESPACE,
    "xmlns:xsi": _INSTANCE,
    "xsi:schemaLocation": f"{NAMESPACE} {SCHEMA_FILE}",
    "schemaVersion": "1.0",
}


@cache
def mapping() -> Mapping[str, Any]:
    """The mapping table."""
    return resources.read_toml("templates/sorus.toml")


def sorus_bytes(request: Request) -> bytes:
    """Every line as a SORUS operation; edits of one unit on one day are one operation."""
    root = Element("SorusRequest", dict(_ROOT))
    SubElement(root, "BaselineDate").text = request.plan.baseline.day.isoformat()
    for name, lines in _operations(line for line in request.lines if line.action is not Action.WITHDRAW):
        _operation(root, request, name, lines)
    indent(root)
    text: str = tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()


def schema_bytes() -> bytes:
    """The schema that the file keeps to, to lie beside it."""
    return resources.resource(f"schemas/{SCHEMA_FILE}").read_bytes()


def _operations(lines: Iterable[Line]) -> Iterable[tuple[str, list[Line]]]:
    """Lines by operation, in the order of the first line of each; a closing notes first who takes over."""
    grouped: dict[tuple[str, str, date | None, Addressee | None], list[Line]] = {}
    for line in lines:
        name = mapping()["actions"][line.action.value]
        if name == "close" and any(change.field == "successor" for change in line.fields):
            grouped.setdefault(("replace", line.unit, line.day, line.addressee), []).append(line)
        grouped.setdefault((name, line.unit, line.day, line.addressee), []).append(line)
    return ((name, found) for (name, *_), found in grouped.items())


def _operation(root: Element, request: Request, name: str, lines: list[Line]) -> None:
    table, line = mapping()["operation"][name], lines[0]
    node = SubElement(root, table["name"], {"confirmed": _bool(table["confirmed"]), **_references(request, lines)})
    state = request.plan.state(line.day or max(request.today, request.plan.baseline.day))
    if line.day:
        _text(node, "FromDate", line.day.isoformat())
    if line.sor_id:
        _text(node, "SorIdentifier", line.sor_id)
    unit = state.units.get(line.unit)
    if unit is None:
        return
    if table.get("whole"):
        _whole(node, request, state, unit, orders=any(one.action in NUMBER_ACTIONS for one in lines))
    elif name == "messages":
        _messages(node, request, lines)
    else:
        _details(node, request, name, lines, unit)


def _references(request: Request, lines: list[Line]) -> dict[str, str]:
    first = lines[0]
    own = {line.id for line in lines}
    waits = dict.fromkeys(other for line in lines for other in line.waits_for if other not in own)
    found = {
        "lines": " ".join(line.id for line in lines),
        "addressee": first.addressee or "",
        "localKey": request.local_keys.get(first.unit, ""),
        "waitsFor": " ".join(waits),
    }
    return {name: value for name, value in found.items() if value}


def _whole(node: Element, request: Request, state: State, unit: Unit, *, orders: bool) -> None:
    """The unit with every field that is known and its own; inherited blocks are left out, as SORUS wants it."""
    complete = complete_unit(state, unit.key)
    _text(node, "SorType", mapping()["kinds"][unit.kind.value])
    _parent(node, request, unit)
    for field in mapping()["field"]:
        found = complete.find(field["ours"])
        if found.origin is Origin.OWN:
            _text(node, field["name"], _plain(found.value), confirmed=field["confirmed"])
    _specialities(node, state, unit)
    for ours, name in mapping()["blocks"].items():
        _block(node, name, getattr(unit, ours))
    _number(node, state, unit, orders=orders)
    if not request.is_new(unit.key):
        _preserved(node, complete)


def _parent(node: Element, request: Request, unit: Unit) -> None:
    if unit.parent is None:
        return
    parent = _detail(node, "parent")
    key = request.local_keys.get(unit.parent)
    if key:
        parent.set("localKey", key)
    else:
        parent.text = request.reference(unit.parent)


def _specialities(node: Element, state: State, unit: Unit) -> None:
    members = state.specialities(unit.key)
    if members and unit.specialities_known:
        collection = SubElement(node, "ClinicalSpecialityCollection")
        for member in members:
            _text(SubElement(collection, "ClinicalSpeciality"), "SpecialityCode", member.code)


def _block(node: Element, name: str, block: Address | Contact | Unknown | None) -> None:
    if isinstance(block, Address | Contact):
        table = mapping()["address" if isinstance(block, Address) else "contact"]
        part = SubElement(node, name)
        for ours, theirs in table.items():
            value = getattr(block, ours)
            if value:
                _text(part, theirs, value)


def _number(node: Element, state: State, unit: Unit, *, orders: bool) -> None:
    """A number that is only on order is not stated by the municipality's own edits; its order states it."""
    if not isinstance(unit.number_state, NumberState):
        return
    number = number_at(state, unit.key) if unit.number_state is NumberState.OWN else None
    awaited = number is not None and number.gln is None and not orders
    shown = NumberState.NONE if awaited else unit.number_state
    _text(node, "EanLocationCodeState", mapping()["number_states"][shown.value])
    if number is not None and not awaited:
        _number_entity(SubElement(node, "EanLocationCodeEntity"), number)


def _number_entity(node: Element, number: LocationNumber) -> None:
    for ours, theirs in mapping()["number"].items():
        value = getattr(number, ours)
        if value is not None and not isinstance(value, Unknown):
            _text(node, theirs, _plain(value))


def _preserved(node: Element, complete: CompleteUnit) -> None:
    """Fields that must be left as SOR has them, because the register file did not show them."""
    if complete.missing:
        preserved = SubElement(node, "PreservedFields")
        for name in complete.missing:
            SubElement(preserved, "Field", {"name": their_name(name)})


def their_name(ours: str) -> str:
    """What SORUS calls one of our fields, as far as the mapping knows."""
    table = mapping()
    named = {one["ours"]: one["name"] for one in table["field"]} | table["blocks"] | table["kept"]
    if ours in named:
        return str(named[ours])
    return str(table["detail"][ours]["name"]) if ours in table["detail"] else ours


def _details(node: Element, request: Request, name: str, lines: list[Line], unit: Unit) -> None:
    if name == "move":
        _parent(node, request, unit)
    if name == "close" and unit.valid_to:
        # SOR's ToDate is the last day on which the unit holds; ours is the first on which it does not.
        _detail(node, "valid_to").text = (unit.valid_to - timedelta(days=1)).isoformat()
    if name == "replace":
        _successors(node, request, [one for line in lines for one in line.fields if one.field == "successor"])


def _successors(node: Element, request: Request, found: list[FieldChange]) -> None:
    collection = _detail(node, "successor")
    for change in found:
        heir = change.after or change.before
        for one in heir if isinstance(heir, tuple) else (str(heir),):
            entry = SubElement(collection, "SorIdentifier", {} if change.after else {"action": "remove"})
            key = request.local_keys.get(one)
            if key:
                entry.set("localKey", key)
            else:
                entry.text = request.reference(one)


def _detail(node: Element, ours: str) -> Element:
    table = mapping()["detail"][ours]
    return SubElement(node, table["name"], {} if table["confirmed"] else {"confirmed": "false"})


def _messages(node: Element, request: Request, lines: list[Line]) -> None:
    for line in lines:
        number = request.number(line)
        for step in line.steps:
            if isinstance(step.record, MessageCapability):
                _message(node, step.record, step.act, number)


def _message(node: Element, capability: MessageCapability, act: EditAct, number: LocationNumber | None) -> None:
    names = mapping()["message"]
    entry = SubElement(node, names["entry"], {"action": "remove" if act is EditAct.REMOVE else "add"})
    if number is not None and number.gln:
        _text(entry, names["gln"], number.gln)
    _text(entry, names["type"], capability.type)
    _text(entry, names["version"], capability.version)
    _text(entry, names["direction"], capability.direction.value)


def _text(node: Element, name: str, text: str, *, confirmed: bool = True) -> None:
    child = SubElement(node, name, {} if confirmed else {"confirmed": "false"})
    child.text = _NOT_XML.sub("", text)


def _plain(value: object) -> str:
    return _bool(value) if isinstance(value, bool) else str(value)


def _bool(value: bool) -> str:
    return "true" if value else "false"
