"""FHIR Endpoint resources read as location numbers and what they receive and send."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from sorstudio.formats.cells import first_day_after, parse_date
from sorstudio.formats.fhir_json import Located, Node
from sorstudio.formats.fhir_organization import Directory, is_gln_identifier, sor_id_in
from sorstudio.formats.id_checks import gln_damage, id_problems
from sorstudio.formats.problems import Problem
from sorstudio.formats.raw import RawCapability, RawNumber, added_up
from sorstudio.model.codes import CodeLists
from sorstudio.model.identifiers import clean_id
from sorstudio.model.message_types import message_of_uri
from sorstudio.model.records import Direction

_DIRECTION = re.compile(r"(?:^|[./_\s-])(in|out)$", re.IGNORECASE)
_MESSAGE_URI = re.compile(r"urn:dk:healthcare:medcom", re.IGNORECASE)
_WITHOUT_NUMBER = re.compile(r"rest|xds|direct", re.IGNORECASE)
_OUT_OF_USE = ("off", "suspended")


class EndpointReader:
    """Collects numbers, capabilities and problems; `owners` tells which unit lists an endpoint as its own."""

    def __init__(self, source: str, codes: CodeLists, directory: Directory, owners: dict[str, str]) -> None:
        self._source = source
        self._codes = codes
        self._directory = directory
        self._owners = owners
        self.problems: list[Problem] = []
        self._numbers: dict[tuple[str, str | None], RawNumber] = {}
        self._capabilities: dict[tuple[str, str, str, Direction], RawCapability] = {}

    @property
    def numbers(self) -> tuple[RawNumber, ...]:
        """Every number once for each unit that has it, however many endpoints it has."""
        return tuple(self._numbers.values())

    @property
    def capabilities(self) -> tuple[RawCapability, ...]:
        """Every message type of a number once."""
        return tuple(self._capabilities.values())

    def read(self, located: Located) -> None:
        """Take one endpoint in; one entered by mistake is none."""
        resource = located.resource
        if resource.text("status") == "entered-in-error":
            return
        gln = self._gln(located)
        if gln is None:
            return
        unit = self._unit(located)
        self._add_number(located, gln, unit)
        if resource.text("status") in _OUT_OF_USE:
            return
        direction = _direction(located)
        for type_, version in self._messages(located):
            found = RawCapability(located.line, gln, type_, version, direction, unit)
            self._capabilities.setdefault((gln, type_, version, direction), found)

    def _gln(self, located: Located) -> str | None:
        resource = located.resource
        values = [clean_id(one.text("value")) for one in resource.nodes("identifier") if is_gln_identifier(one)]
        if not values:
            connection = resource.node("connectionType").text("code")
            if not _WITHOUT_NUMBER.search(connection):
                self._refuse("fhir.endpoint_without_gln", located, "identifier", resource.text("id"))
            return None
        self.problems += id_problems(gln_damage(values[0]), located.line, "identifier", values[0], self._source)
        return values[0]

    def _unit(self, located: Located) -> str | None:
        resource = located.resource
        resolved = self._directory.resolve(resource.node("managingOrganization"))
        listed = self._owners.get(resource.text("id")) or self._owners.get(located.full_url)
        names = (resource.text("name"), resource.text("id"))
        return resolved or listed or next((found for name in names if (found := sor_id_in(name))), None)

    def _add_number(self, located: Located, gln: str, unit: str | None) -> None:
        period = located.resource.node("period")
        start = self._day(located, period.text("start"))
        end = self._day(located, period.text("end"), is_last=True)
        fields = {"inactive": True} if located.resource.text("status") in _OUT_OF_USE else {}
        found = RawNumber(located.line, gln, unit, fields, start, end)
        earlier = self._numbers.get((gln, unit))
        self._numbers[gln, unit] = added_up(earlier, found) if earlier else found

    def _day(self, located: Located, written: str, is_last: bool = False) -> date | None:
        if not written:
            return None
        try:
            return first_day_after(written) if is_last else parse_date(_whole_date(written))
        except (ValueError, OverflowError):
            self._refuse("row.date", located, "period", written)
            return None

    def _messages(self, located: Located) -> Iterator[tuple[str, str]]:
        for concept in located.resource.nodes("payloadType"):
            written = [coding.text("code") for coding in concept.nodes("coding")]
            found = next((message for code in written if (message := self._message(code))), None)
            if found:
                yield found
            elif any(_MESSAGE_URI.match(code) for code in written):
                self._refuse("fhir.payload_unknown", located, "payloadType", written[0])

    def _message(self, code: str) -> tuple[str, str] | None:
        """A type that our list does not hold keeps the name its URI gives it."""
        known = self._codes.message_from_uri(code) or (None if ":" in code else self._codes.message_type(code))
        return (known.code, known.version) if known else message_of_uri(code)

    def _refuse(self, code: str, located: Located, column: str, value: str) -> None:
        self.problems.append(Problem(code, located.line, column, value, self._source))


def endpoint_owners(organizations: Sequence[tuple[Node, str]]) -> dict[str, str]:
    """The unit that lists an endpoint, by the endpoint's id; what several units list belongs to none of them."""
    found: dict[str, set[str]] = {}
    for resource, sor_id in organizations:
        for reference in resource.nodes("endpoint"):
            target = reference.text("reference")
            for name in {target, target.rpartition("/")[2]} - {""}:
                found.setdefault(name, set()).add(sor_id)
    return {name: next(iter(units)) for name, units in found.items() if len(units) == 1}


def _direction(located: Located) -> Direction:
    """MedCom's first endpoints were one for each way, told by the end of their names; the later ones receive."""
    resource = located.resource
    names = (resource.text("id"), resource.text("name"), located.full_url, resource.text("address"))
    marks = (found.group(1).lower() for name in names if (found := _DIRECTION.search(name.rstrip("/"))))
    return Direction(next(marks, "in"))


def _whole_date(written: str) -> str:
    """FHIR allows a year or a month alone."""
    return f"{written}-01-01"[:10] if len(written) < 10 else written
