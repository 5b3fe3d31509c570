"""The code lists of the field as value objects with look-ups; the lists themselves are handed in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Protocol, TypeVar
from unicodedata import normalize

from sorstudio.model.approvals import Approvals
from sorstudio.model.area_names import AreaNames
from sorstudio.model.message_types import Flow as Flow
from sorstudio.model.message_types import MessageIndex
from sorstudio.model.message_types import MessageType as MessageType
from sorstudio.model.message_types import Status as Status
from sorstudio.model.naming import Bilingual
from sorstudio.model.naming import fold as fold
from sorstudio.model.type_clues import TypeClues


class OfferKind(StrEnum):
    """A main offer of an area, a part of one, a national disease-management programme, or a special task."""

    AREA = "area"
    SUBOFFER = "suboffer"
    PROGRAMME = "programme"
    SPECIAL_TASK = "special_task"


@dataclass(frozen=True, slots=True)
class UnitType(Bilingual):
    """A SOR unit type; the slug is the one of MedCom's endpoint register, which knows 20 of them."""

    code: str
    name_da: str
    name_en: str
    kind: str = "institution_or_unit"
    relevance: str = "none"
    eer_slug: str = ""
    synonyms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Speciality(Bilingual):
    """A SOR speciality; eight of them are municipal areas."""

    code: str
    name_da: str
    name_en: str
    kind: str = "clinical"


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality by its four-digit code; `official_name` is the name of the owner, as "Københavns Kommune"."""

    code: str
    name: str
    official_name: str
    region_code: str


@dataclass(frozen=True, slots=True)
class Region(Bilingual):
    """A region by SOR's code."""

    code: str
    name_da: str
    name_en: str


@dataclass(frozen=True, slots=True)
class Heading(Bilingual):
    """One of the ten headings under which municipal offers are shown."""

    code: str
    name_da: str
    name_en: str


@dataclass(frozen=True, slots=True)
class Area(Bilingual):
    """A municipal area: its unit types, and the message types it receives and sends (codes without version)."""

    code: str
    name_da: str
    name_en: str
    heading: str
    eer_unit_type: str = ""
    unit_types: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    receives: tuple[str, ...] = ()
    sends: tuple[str, ...] = ()
    system_types: tuple[str, ...] = ()
    note_da: str = ""
    note_en: str = ""
    reform_2027: str = ""
    confidence: str = ""


@dataclass(frozen=True, slots=True)
class Category(Bilingual):
    """A national category of CareCommunication, and the areas that a letter of it belongs to, the nearest first."""

    code: str
    name_da: str
    name_en: str
    areas: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NetOperator:
    """A carrier of messages (VANS) by SOR's code."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Approval:
    """MedCom's approval of one system for one message type, version and direction."""

    code: str
    version: str
    direction: str
    status: str


@dataclass(frozen=True, slots=True)
class JournalSystem:
    """A municipal record system from MedCom's list of approved systems."""

    name: str
    vendor: str
    system_types: tuple[str, ...] = ()
    approvals: tuple[Approval, ...] = ()

    @property
    def label(self) -> str:
        """Name and vendor."""
        return f"{self.name} ({self.vendor})"


@dataclass(frozen=True, slots=True)
class CatalogueOffer(Bilingual):
    """What a municipality offers: fitting unit types and the message types it needs (codes without version)."""

    code: str
    name_da: str
    name_en: str
    heading: str
    area_code: str
    kind: OfferKind
    unit_types: tuple[str, ...] = ()
    receives: tuple[str, ...] = ()
    sends: tuple[str, ...] = ()
    legal_basis: str = ""
    note: str = ""
    is_special_task: bool = False


class _Coded(Protocol):
    @property
    def code(self) -> str: ...


_C = TypeVar("_C", bound=_Coded)
# What people write after the name of a municipality, and what nobody needs to tell two of them apart.
_MUNICIPAL_TAIL = re.compile(r" (regions)?kommunes?$")
_CODE_DIGITS = 4


@dataclass(frozen=True)
class _MessageLists:
    """The message types with their look-ups."""

    message_types: tuple[MessageType, ...] = ()
    message_aliases: Mapping[str, str] = field(default_factory=dict, hash=False)

    def message_type(self, name: str, version: str | None = None) -> MessageType | None:
        """By any usual way of writing the type; without a version the current one."""
        return self.messages.find(name, version)

    def message_versions(self, name: str) -> tuple[MessageType, ...]:
        """Every version of a type, the current one first."""
        return self.messages.versions(name)

    def message_from_uri(self, uri: str) -> MessageType | None:
        """By the URI of an endpoint's payload type, in any of the forms seen."""
        return self.messages.from_uri(uri)

    def message_from_sor_edi(self, type_: str, version: str) -> MessageType | None:
        """By SOR-EDI's type and version; either may be missing, and the version alone names its type."""
        return self.messages.from_sor_edi(type_, version)

    def replacement(self, message: MessageType) -> MessageType | None:
        """The type or version that has taken over."""
        return self.messages.replacement(message)

    @cached_property
    def messages(self) -> MessageIndex:
        """The message types with their look-ups."""
        return MessageIndex(self.message_types, self.message_aliases)


@dataclass(frozen=True)
class CodeLists(_MessageLists):
    """All code lists; a look-up answers None for what the lists do not hold."""

    unit_types: tuple[UnitType, ...] = ()
    specialities: tuple[Speciality, ...] = ()
    municipalities: tuple[Municipality, ...] = ()
    regions: tuple[Region, ...] = ()
    areas: tuple[Area, ...] = ()
    categories: tuple[Category, ...] = ()
    headings: tuple[Heading, ...] = ()
    offers: tuple[CatalogueOffer, ...] = ()
    net_operators: tuple[NetOperator, ...] = ()
    journal_systems: tuple[JournalSystem, ...] = ()
    organisational_levels: tuple[str, ...] = ()
    type_clues: TypeClues = field(default_factory=TypeClues, hash=False, compare=False)
    area_names: AreaNames = field(default_factory=AreaNames, hash=False, compare=False)

    def unit_type(self, text: str) -> UnitType | None:
        """By SNOMED code, Danish or English name, MedCom's slug, or another label it has been seen under."""
        return self._unit_types.get(text) or self._unit_types.get(fold(text))

    def speciality(self, text: str) -> Speciality | None:
        """By code or name."""
        return self._specialities.get(fold(text))

    def municipality(self, text: str) -> Municipality | None:
        """By code or name: "0101", "101", "København" and "Københavns Kommune" are one."""
        bare = _MUNICIPAL_TAIL.sub("", fold(normalize("NFC", text)))
        if bare.isdigit():
            return self._municipalities.get(bare.zfill(_CODE_DIGITS))  # a spreadsheet drops the zero in front
        found = self._municipalities.get(bare)
        return found or self._municipalities.get(bare.removesuffix("s").rstrip("'’´`"))

    def region(self, text: str) -> Region | None:
        """By code or name, with or without the word Region."""
        return self._regions.get(fold(text).removeprefix("region "))

    def area(self, code: str) -> Area | None:
        """By code."""
        return self._areas.get(code)

    def category(self, text: str) -> Category | None:
        """By code or name."""
        return self._categories.get(fold(text))

    @cached_property
    def areas_by_type(self) -> Mapping[str, tuple[Area, ...]]:
        """The areas that units of a type serve, in the order of the list."""
        types = dict.fromkeys(code for area in self.areas for code in area.unit_types)
        return {code: tuple(area for area in self.areas if code in area.unit_types) for code in types}

    def heading(self, code: str) -> Heading | None:
        """By code."""
        return next((heading for heading in self.headings if heading.code == code), None)

    def offer(self, code: str) -> CatalogueOffer | None:
        """By code."""
        return self._offers.get(code)

    def main_offer(self, area: str) -> CatalogueOffer | None:
        """The offer that is an area as such, by the area's code."""
        return self._main_offers.get(area)

    def offers_by_heading(self) -> tuple[tuple[Heading, tuple[CatalogueOffer, ...]], ...]:
        """The catalogue in the order of the ten headings."""
        return tuple(
            (heading, tuple(offer for offer in self.offers if offer.heading == heading.code))
            for heading in self.headings
        )

    def net_operator(self, text: str) -> NetOperator | None:
        """By code or name."""
        folded = fold(text)
        return next((one for one in self.net_operators if folded in (one.code, fold(one.name))), None)

    def journal_system(self, text: str) -> JournalSystem | None:
        """By name, or by name and vendor as in its label."""
        return self._journal_systems.get(fold(text))

    @cached_property
    def approvals(self) -> Approvals:
        """What MedCom has approved each journal system for."""
        return Approvals(self.journal_systems, self.messages)

    @cached_property
    def _unit_types(self) -> Mapping[str, UnitType]:
        return _index(
            (label, one)
            for one in self.unit_types
            for label in (one.code, one.name_da, one.name_en, one.eer_slug, *one.synonyms)
        )

    @cached_property
    def _specialities(self) -> Mapping[str, Speciality]:
        return _index((label, one) for one in self.specialities for label in (one.code, one.name_da, one.name_en))

    @cached_property
    def _categories(self) -> Mapping[str, Category]:
        return _index((label, one) for one in self.categories for label in (one.code, one.name_da, one.name_en))

    @cached_property
    def _municipalities(self) -> Mapping[str, Municipality]:
        return _index(
            (label, one)
            for one in self.municipalities
            for label in (one.code, one.name, f"{one.name}s", one.name.removesuffix("s"))
        )

    @cached_property
    def _regions(self) -> Mapping[str, Region]:
        return _index(
            (label.removeprefix("Region "), one)
            for one in self.regions
            for label in (one.code, one.name_da, one.name_en)
        )

    @cached_property
    def _journal_systems(self) -> Mapping[str, JournalSystem]:
        return _index((label, one) for one in self.journal_systems for label in (one.name, one.label))

    @cached_property
    def _areas(self) -> Mapping[str, Area]:
        return _by_code(self.areas)

    @cached_property
    def _main_offers(self) -> Mapping[str, CatalogueOffer]:
        mains = [one for one in self.offers if one.kind is OfferKind.AREA]
        return {one.area_code: one for one in reversed(mains)}

    @cached_property
    def _offers(self) -> Mapping[str, CatalogueOffer]:
        return _by_code(self.offers)


_T = TypeVar("_T")


def _index(pairs: Iterable[tuple[str, _T]]) -> dict[str, _T]:
    """By folded label; where two share one, the first in the list has it."""
    found: dict[str, _T] = {}
    for label, one in pairs:
        if label:
            found.setdefault(fold(label), one)
    return found


def _by_code(items: Iterable[_C]) -> dict[str, _C]:
    return {item.code: item for item in items}
