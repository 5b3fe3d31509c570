"""FHIR Organization resources read as units: identifiers by system, the parent by any kind of reference."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sorstudio.formats.fhir_json import Located, Node
from sorstudio.formats.id_checks import gln_damage, id_problems
from sorstudio.formats.problems import Problem
from sorstudio.formats.raw import RawUnit
from sorstudio.model.codes import CodeLists
from sorstudio.model.identifiers import clean_id, sor_id_problem
from sorstudio.model.records import UNKNOWN, Address, Contact, Unit, UnitKind, Value

_SYSTEMS: Mapping[str, frozenset[str]] = {
    "sor_id": frozenset({"1.2.208.176.1.1"}),
    "provider_number": frozenset({"1.2.208.176.1.4"}),
    "cvr": frozenset({"cvr.dk", "www.cvr.dk", "2.16.840.1.113883.2.24.1.1"}),
    "kombit_id": frozenset({"kombit.dk/sts/organisation"}),
    "gln": frozenset({"www.gs1.org/gln", "gs1.org/gln", "1.3.88"}),
}
_SOR_CODES = frozenset({"SOR", "SORID", "SOR-ID"})
_KINDS = {
    "IE": UnitKind.IE,
    "IO": UnitKind.IE,
    "SI": UnitKind.SI,
    "HI": UnitKind.SI,
    "OE": UnitKind.OE,
    "OU": UnitKind.OE,
}
_KIND_SYSTEM = re.compile(r"(?:sor-organization-type|hierarchy)$")
_TYPE_SYSTEM = re.compile(r"(?:unit-type|snomed\.info/sct)$")
_BRACKETS = re.compile(r"\s*\((\d{11,18})\)\s*$")
_NUMBER = re.compile(r"(?<!\d)\d{11,18}(?!\d)")
_CONTACTS = {"phone": "phone", "email": "email", "url": "website", "fax": "fax"}


@dataclass(frozen=True, slots=True)
class Organization:
    """A resource with what others need to find it by."""

    located: Located
    sor_id: str


class Directory:
    """Finds the SOR-ID that a reference means."""

    def __init__(self, organizations: Sequence[Organization]) -> None:
        self._by_name: dict[str, str] = {}
        self.doubled: list[Organization] = []
        for one in organizations:
            names = (one.located.full_url, one.located.resource.text("id"))
            for name in filter(None, names):
                if self._by_name.setdefault(name, one.sor_id) != one.sor_id:
                    self.doubled.append(one)

    def resolve(self, reference: Node) -> str | None:
        """By identifier, by address or id in the file, or by the SOR-ID that stands in the reference itself."""
        named = reference.node("identifier")
        if named.text("value") and _field_of(named) in ("sor_id", ""):
            return clean_id(named.text("value"))
        target = reference.text("reference")
        return self._by_name.get(target) or self._by_name.get(_last_part(target)) or sor_id_in(target)


def organization(located: Located) -> Organization:
    """The resource with its SOR-ID, which may be missing."""
    return Organization(located, _identifiers(located.resource).get("sor_id", ""))


def sor_id_in(text: str) -> str | None:
    """A sound SOR-ID that stands in a name or an address."""
    return next((number for number in _NUMBER.findall(text) if sor_id_problem(number) is None), None)


def is_gln_identifier(identifier: Node) -> bool:
    """By GS1's system, MedCom's type code, or the look of the number."""
    if _field_of(identifier) == "gln" or "GLN" in _codes(identifier.node("type")):
        return True
    return _field_of(identifier) == "" and len(clean_id(identifier.text("value"))) == 13


class UnitReader:
    """Turns organizations into rows and collects what is wrong with them."""

    def __init__(self, source: str, codes: CodeLists, directory: Directory) -> None:
        self._source = source
        self._codes = codes
        self._directory = directory
        self.problems: list[Problem] = []

    def read(self, one: Organization) -> RawUnit:
        """The unit that an organization describes."""
        resource, line = one.located.resource, one.located.line
        found = _identifiers(resource)
        name = _BRACKETS.sub("", resource.text("name"))
        gln = found.get("gln")
        self.problems += id_problems(sor_id_problem(one.sor_id), line, "identifier", one.sor_id, self._source)
        if gln:
            self.problems += id_problems(gln_damage(gln), line, "identifier", gln, self._source)
        if not name:
            self.problems.append(Problem("row.name_empty", line, "name", one.sor_id, self._source))
        fields = {key: value for key, value in found.items() if key in Unit.__dataclass_fields__ and key != "sor_id"}
        return RawUnit(
            line=line,
            sor_id=one.sor_id,
            name=name,
            parent=self._parent(one),
            kind=_kind(resource),
            gln=gln,
            fields={**fields, "unit_type": self._unit_type(resource), **_places(resource)},
        )

    def _parent(self, one: Organization) -> str | None:
        reference = one.located.resource.node("partOf")
        if not reference.is_object:
            return None
        parent = self._directory.resolve(reference)
        if parent is None:
            written = reference.text("reference") or reference.text("display")
            self.problems.append(
                Problem("fhir.reference_unresolved", one.located.line, "partOf", written, self._source)
            )
        return parent

    def _unit_type(self, resource: Node) -> Value:
        """MedCom maps only 20 types, so a unit without one is not a unit without type."""
        codings = [coding for concept in resource.nodes("type") for coding in concept.nodes("coding")]
        written = [one.text("code") for one in codings if _TYPE_SYSTEM.search(one.text("system"))]
        others = [one.text("code") for one in codings if one.text("code") not in _KINDS]
        known = (self._codes.unit_type(code) for code in (*written, *others) if code)
        found = next((one for one in known if one is not None), None)
        return found.code if found else next(filter(None, written), UNKNOWN)


def with_kinds(units: Sequence[RawUnit]) -> tuple[RawUnit, ...]:
    """Where the file does not say a unit's kind, its place below the owner does."""
    parents = {unit.sor_id: unit.parent for unit in units}
    return tuple(unit if unit.kind else replace(unit, kind=_kind_at(unit, parents)) for unit in units)


def _kind_at(unit: RawUnit, parents: Mapping[str, str | None]) -> UnitKind:
    if unit.parent is None:
        return UnitKind.IE
    return UnitKind.SI if parents.get(unit.parent, "") is None else UnitKind.OE


def _identifiers(resource: Node) -> dict[str, str]:
    found: dict[str, str] = {}
    for one in resource.nodes("identifier"):
        value = clean_id(one.text("value"))
        name = _field_of(one)
        if not name and is_gln_identifier(one):
            name = "gln"
        if value and name:
            found.setdefault(name, value.removeprefix("urn:uuid:") if name == "kombit_id" else value)
    return found


def _field_of(identifier: Node) -> str:
    """The field that an identifier's system means; systems are met with and without http, https and urn:oid."""
    system = re.sub(r"^(?:https?://|urn:oid:|oid:)", "", identifier.text("system").lower()).rstrip("/")
    named = next((name for name, systems in _SYSTEMS.items() if system in systems), "")
    return named or ("sor_id" if _SOR_CODES & _codes(identifier.node("type")) else "")


def _codes(concept: Node) -> set[str]:
    return {coding.text("code").upper() for coding in concept.nodes("coding")}


def _last_part(reference: str) -> str:
    """`https://server/fhir/Organization/12/_history/3` means 12."""
    return reference.partition("/_history/")[0].rstrip("/").rpartition("/")[2]


def _kind(resource: Node) -> UnitKind | None:
    codings = [coding for concept in resource.nodes("type") for coding in concept.nodes("coding")]
    ranked = sorted(codings, key=lambda one: not _KIND_SYSTEM.search(one.text("system")))
    return next((kind for one in ranked if (kind := _KINDS.get(one.text("code").upper()))), None)


def _places(resource: Node) -> dict[str, Value]:
    found: dict[str, Value] = {}
    for block in resource.nodes("address"):
        use = "visiting" if block.text("type") == "physical" else "postal"
        address = _address(block)
        if address is not None:
            found.setdefault(use, address)
    contact = _contact(resource)
    return {**found, "contact": contact} if contact else found


def _address(block: Node) -> Address | None:
    lines = block.texts("line")
    address = Address(
        street=lines[0] if lines else None,
        extra=", ".join(lines[1:]) or None,
        postcode=block.text("postalCode") or None,
        city=block.text("city") or None,
    )
    return None if address == Address() else address


def _contact(resource: Node) -> Contact | None:
    found: dict[str, str] = {}
    for point in resource.nodes("telecom"):
        name = _CONTACTS.get(point.text("system"))
        if name and point.text("value"):
            found.setdefault(name, point.text("value"))
    return Contact(**found) if found else None
