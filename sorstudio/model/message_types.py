"""Message types: each in one version, found by any of the ways in which people and files write them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from sorstudio.model.naming import Bilingual, fold

_NAME = re.compile(
    r"""\s*(?:MCM:)?                  # the name inside a VANS envelope
    (?P<code>[^\s(/:\#]+)             # XREF15, CareCommunication
    (?:\#[^\s(]*)?                    # its category or activity
    [\s(/:;,]*(?:v(?:ersion)?[\s.]*(?=\d))?
    (?P<version>[^\s()]*)\)?\s*""",
    re.VERBOSE | re.IGNORECASE,
)
_FHIR_URI = re.compile(
    r"fhir:structuredefinition::?(?P<name>[a-z]+)(?:-message)?(?:\#\#[^\s]*?)?::?(?P<version>\d+(?:\.\d+)*)$"
)
_CLASSIC_URI = re.compile(r"messaging:(?:edifact|oioxml)(?::[^\s:]+)*:(?P<type>[^\s:]+):(?P<version>[^\s:]+)$")
_RECEIPT = re.compile(r"[XF]?CTL\d*")
_OLD_VERSIONS = {"DGOP1.0": "D1GOP1.0"}


class Flow(StrEnum):
    """Which way a message type normally goes, seen from the municipality."""

    IN = "in"
    OUT = "out"
    BOTH = "both"


class Status(StrEnum):
    """Where a message type is in its life."""

    ACTIVE = "active"
    PILOT = "pilot"
    PHASING_OUT = "phasing-out"
    UNCERTAIN = "uncertain"
    LEGACY = "legacy"


@dataclass(frozen=True, slots=True)
class MessageType(Bilingual):
    """One message type in one version."""

    code: str
    version: str
    name_da: str
    name_en: str
    family: str
    direction: Flow = Flow.BOTH
    status: Status = Status.ACTIVE
    replaced_by: str = ""
    uris: tuple[str, ...] = ()
    sender: str = ""
    receiver: str = ""
    context: str = ""
    is_municipal: bool = False

    @property
    def uri(self) -> str:
        """The newest form of its EHMI URI."""
        return self.uris[-1] if self.uris else ""

    @property
    def is_registrable(self) -> bool:
        """Envelopes, shared documents and web services do not stand on a location number."""
        return self.family in {"EDIFACT", "OIOXML", "FHIR"}

    @property
    def label(self) -> str:
        """As MedCom's list of approved systems writes it."""
        return f"{self.code} ({self.version})"


@dataclass(frozen=True)
class MessageIndex:
    """The catalogue of message types with its look-ups."""

    types: tuple[MessageType, ...] = ()
    aliases: Mapping[str, str] = field(default_factory=dict, hash=False)

    def find(self, name: str, version: str | None = None) -> MessageType | None:
        """By any usual way of writing the type; without a version the current one."""
        exact = self._exact.get((name, version))
        if exact is not None:
            return exact
        code, written = self.split(name)
        wanted = version or written
        versions = self._messages.get(code, ())
        if not wanted:
            return versions[0] if versions else None
        by_version = {one.version.casefold(): one for one in versions}
        return by_version.get(wanted.casefold()) or by_version.get(_bare_version(wanted))

    def split(self, name: str) -> tuple[str, str | None]:
        """The folded type code and the version that stand in a name such as "XREF15 (XH1530R)"."""
        alias = self._aliases.get(fold(name))
        if alias:
            return fold(alias), None
        code, version = parse_message_name(name)
        known = fold(self._aliases.get(fold(code), code))
        if known not in self._messages and fold(code) in self._types_by_version:
            return self._types_by_version[fold(code)], code
        return known, version

    def from_uri(self, uri: str) -> MessageType | None:
        """By the URI of an endpoint's payload type, in any of the forms seen."""
        exact = self._messages_by_uri.get(uri.strip().casefold())
        if exact:
            return exact
        named = message_of_uri(uri)
        return self.find(*named) if named else None

    def from_sor_edi(self, type_: str, version: str) -> MessageType | None:
        """By SOR-EDI's type and version; either may be missing, and the version alone names its type."""
        return self.find(type_, version or None) if type_ else self.find(version)

    def versions(self, name: str) -> tuple[MessageType, ...]:
        """Every version of a type, the current one first."""
        return self._messages.get(self.split(name)[0], ())

    def replacement(self, message: MessageType) -> MessageType | None:
        """The type or version that has taken over."""
        return self.find(message.replaced_by) if message.replaced_by else None

    def is_receipt(self, code: str) -> bool:
        """Whether a type is a receipt: MedCom calls every receipt CTL, in all three families."""
        return _RECEIPT.fullmatch(code) is not None

    @cached_property
    def receipts(self) -> Mapping[str, tuple[str, ...]]:
        """The codes of the receipts by family."""
        found: dict[str, list[str]] = {}
        for one in self.types:
            if self.is_receipt(one.code):
                found.setdefault(one.family, []).append(one.code)
        return {family: tuple(codes) for family, codes in found.items()}

    @cached_property
    def _exact(self) -> Mapping[tuple[str, str | None], MessageType]:
        """As the catalogue writes them; a code without a version is the current one."""
        found: dict[tuple[str, str | None], MessageType] = {(one.code, one.version): one for one in self.types}
        found.update(((group[0].code, None), group[0]) for group in self._messages.values())
        return found

    @cached_property
    def _aliases(self) -> Mapping[str, str]:
        return {fold(alias): code for alias, code in self.aliases.items()}

    @cached_property
    def _messages(self) -> Mapping[str, tuple[MessageType, ...]]:
        found: dict[str, list[MessageType]] = {}
        for one in self.types:
            found.setdefault(fold(one.code), []).append(one)
        return {code: tuple(sorted(group, key=_standing)) for code, group in found.items()}

    @cached_property
    def _types_by_version(self) -> Mapping[str, str]:
        named = (one for one in self.types if not one.version[:1].isdigit())
        return {fold(one.version): fold(one.code) for one in named}

    @cached_property
    def _messages_by_uri(self) -> Mapping[str, MessageType]:
        return {uri.casefold(): one for one in self.types for uri in one.uris}


def parse_message_name(text: str) -> tuple[str, str | None]:
    """Type and version of "XREF15 (XH1530R)", "FS3X100/DTAX100", "MCM:FDIS91#nursing v 5.0" and the like."""
    match = _NAME.fullmatch(text)
    if not match:
        return text.strip(), None
    return match["code"], match["version"] or None


def message_of_uri(uri: str) -> tuple[str, str] | None:
    """Type and version of an EHMI message URI: FHIR with one or two colons, OIOXML with or without "schema:xsd"."""
    text = uri.strip().casefold()
    fhir = _FHIR_URI.search(text)
    if fhir:
        return fhir["name"], fhir["version"]
    classic = _CLASSIC_URI.search(text)
    return (classic["type"].upper(), classic["version"].upper()) if classic else None


_STANDING = {status: rank for rank, status in enumerate(Status)}


def _standing(message: MessageType) -> tuple[int, bool]:
    return _STANDING[message.status], bool(message.replaced_by)


def _bare_version(version: str) -> str:
    """FHIR packages count a third figure ("5.0.2") that the registered version does not have."""
    version = _OLD_VERSIONS.get(version.upper(), version).casefold()
    figures = re.fullmatch(r"v?(\d+\.\d+)\.\d+", version)
    return figures.group(1) if figures else version
