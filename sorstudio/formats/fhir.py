"""FHIR bundles: Organization resources become units, Endpoint resources numbers and message types."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from sorstudio.formats.cells import parse_date
from sorstudio.formats.fhir_endpoint import EndpointReader, endpoint_owners
from sorstudio.formats.fhir_json import Located, read_resources
from sorstudio.formats.fhir_organization import Directory, Organization, UnitReader, organization, with_kinds
from sorstudio.formats.problems import Problem, UnreadableFile
from sorstudio.formats.raw import RawExtract, RawNumber, RawUnit
from sorstudio.model.codes import CodeLists

LAYOUT = "fhir"
_ALWAYS = frozenset({"name", "parent", "kind", "unit_type"})


def read(data: bytes, source: str, codes: CodeLists) -> RawExtract:
    """Units, numbers and message types; a bundle of endpoints alone gives no units and adds to other files."""
    resources = read_resources(data, source)
    organizations = [organization(one) for one in resources.items if _type(one) == "Organization"]
    endpoints = [one for one in resources.items if _type(one) == "Endpoint"]
    if not organizations and not endpoints:
        raise UnreadableFile([_nothing_to_read(resources.items, source)], source)
    directory = Directory(organizations)
    units, unit_problems = _units(organizations, source, codes, directory)
    owners = endpoint_owners([(one.located.resource, one.sor_id) for one in organizations])
    reader = EndpointReader(source, codes, directory, owners)
    for one in endpoints:
        reader.read(one)
    problems = (*_strays(resources.items, source), *_doubled(directory, source), *unit_problems, *reader.problems)
    return RawExtract(
        source=source,
        layout=LAYOUT,
        units=units,
        numbers=reader.numbers,
        capabilities=reader.capabilities,
        carries=_carries(units, reader.numbers),
        day=_day(resources.timestamp),
        problems=tuple(sorted(problems, key=lambda problem: problem.line)),
    )


def _type(located: Located) -> str:
    return located.resource.text("resourceType")


def _units(
    organizations: Sequence[Organization], source: str, codes: CodeLists, directory: Directory
) -> tuple[tuple[RawUnit, ...], list[Problem]]:
    reader = UnitReader(source, codes, directory)
    units = [reader.read(one) for one in organizations]
    return with_kinds(units), reader.problems


def _nothing_to_read(items: Sequence[Located], source: str) -> Problem:
    kinds = ", ".join(dict.fromkeys(kind for kind in map(_type, items) if kind))
    return Problem("fhir.nothing_to_read" if kinds else "fhir.not_fhir", value=kinds, source=source)


def _strays(items: Iterable[Located], source: str) -> list[Problem]:
    """Entries that are no resources at all; other kinds of resource are merely not ours."""
    return [Problem("fhir.not_a_resource", one.line, source=source) for one in items if not _type(one)]


def _doubled(directory: Directory, source: str) -> list[Problem]:
    return [
        Problem("fhir.duplicate_id", one.located.line, "id", one.located.resource.text("id"), source)
        for one in directory.doubled
    ]


def _carries(units: Sequence[RawUnit], numbers: Sequence[RawNumber]) -> frozenset[str]:
    """FHIR leaves out what a sender does not keep, so only what is met somewhere in the file is carried.

    A unit without an endpoint may still have a number: MedCom's register holds only what is sent through it.
    """
    found = {name for unit in units for name in unit.fields}
    if units:
        found |= _ALWAYS
    if any(unit.gln for unit in units) or (numbers and not units):
        found |= {"gln", "number_state"}
    if any(number.fields for number in numbers):
        found.add("inactive")
    return frozenset(found)


def _day(timestamp: str) -> date | None:
    try:
        return parse_date(timestamp) if timestamp else None
    except ValueError:
        return None
