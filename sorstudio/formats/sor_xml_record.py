"""One unit of a SOR XML file: its elements, by local name in any namespace, made into canonical fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from itertools import chain
from typing import cast

from lxml import etree

from sorstudio.formats.cells import first_day_after, parse_date, parse_truth
from sorstudio.formats.id_checks import gln_damage, id_problems
from sorstudio.formats.problems import Problem
from sorstudio.formats.raw import RawUnit
from sorstudio.model.codes import CodeLists
from sorstudio.model.identifiers import clean_id, sor_id_problem
from sorstudio.model.records import Address, Contact, NumberState, UnitKind, Value

MAIN_SPECIALITY = "51000095001"
_TEXTS = {
    "ShakIdentifier": "shak",
    "ProviderIdentifier": "provider_number",
    "LocalCode": "local_code",
    "PharmacyIdentifier": "pharmacy_number",
}
_FLAGS = {
    "AmbulantActivityIndicator": "ambulant",
    "PatientsAdmittedIndicator": "admits_patients",
    "ReportingLevelIndicator": "reporting_level",
}
_NUMBER_TEXTS = {
    "SystemType": "system",
    "SystemSupplier": "vendor",
    "CommunicationSupplier": "net_operator",
    "RegionCode": "region",
    "EdiAdministrator": "administrator",
    "SorNote": "note",
}
_NUMBER_FLAGS = {"OnlyInternalIndicator": "internal_only", "NonActiveIndicator": "inactive"}
_ADDRESSES = {
    "postal": "PostalAddressInformation",
    "visiting": "VisitingAddressInformation",
    "activity": "ActivityAddressInformation",
}
_TYPES = ("OwnerType", "InstitutionType", "UnitType", "EntityType")
CARRIES = frozenset(
    chain(
        _TEXTS.values(),
        _FLAGS.values(),
        _NUMBER_TEXTS.values(),
        _NUMBER_FLAGS.values(),
        _ADDRESSES,
        ("contact", "unit_type", "number_state", "gln", "geographic_relation", "geographic_parent"),
        ("name", "parent", "kind", "specialities", "successors", "valid_from", "valid_to", "first_from"),
    )
)


class RecordReader:
    """Reads the elements of one record after another and collects what is wrong with them."""

    def __init__(self, source: str, codes: CodeLists) -> None:
        self._source = source
        self._codes = codes
        self.problems: list[Problem] = []

    def read(self, record: etree._Element, kind: UnitKind, parent: str | None) -> RawUnit:
        """The unit that a record element describes."""
        number = _first_below(record, "EanLocationCodeEntity")
        status = self._period(_first(record, "SorStatus"))
        gln = clean_id(_text(number, "EanLocationCode")) or None
        self._check(record, gln)
        return RawUnit(
            line=line_of(record),
            sor_id=sor_id_of(record),
            name=name_of(record),
            parent=parent,
            kind=kind,
            gln=gln,
            number_state=self._number_state(record, gln),
            fields=self._fields(record),
            number=self._number(number),
            specialities=_specialities(record),
            successors=_listed(record, "ReplacedByEntityCollection"),
            valid_from=status.get("valid_from"),
            valid_to=status.get("valid_to"),
            first_from=status.get("first_from"),
        )

    def _fields(self, record: etree._Element) -> dict[str, Value]:
        found: dict[str, Value] = {name: _text(record, tag) or None for tag, name in _TEXTS.items()}
        found |= {name: self._address(record, tag) for name, tag in _ADDRESSES.items()}
        found |= self._flags(_first(record, "OrganizationalUnitInformation"), _FLAGS)
        place = _first(record, "GeographicalParent")
        found["geographic_relation"] = _text(place, "GeographicalParentRelation") or None
        found["geographic_parent"] = clean_id(_text(place, "GeographicalParentSorIdentifier")) or None
        found["contact"] = _contact(_first_ending(record, "VirtualAddressInformation"))
        found["unit_type"] = self._unit_type(record)
        return found | _company_numbers(record)

    def _unit_type(self, record: etree._Element) -> str | None:
        written = next((text for tag in _TYPES if (text := _text(record, tag))), None)
        known = self._codes.unit_type(written) if written else None
        return known.code if known else written

    def _address(self, record: etree._Element, tag: str) -> Address | None:
        block = _first_ending(record, tag)
        return None if block is None else _address(block)

    def _check(self, record: etree._Element, gln: str | None) -> None:
        line, sor_id = line_of(record), sor_id_of(record)
        self.problems += id_problems(sor_id_problem(sor_id), line, "SorIdentifier", sor_id, self._source)
        if gln:
            self.problems += id_problems(gln_damage(gln), line, "EanLocationCode", gln, self._source)
        if not name_of(record):
            self.problems.append(Problem("row.name_empty", line, "EntityName", source=self._source))

    def _number(self, number: etree._Element | None) -> dict[str, Value]:
        if number is None:
            return {}
        found: dict[str, Value] = {name: _text(number, tag) or None for tag, name in _NUMBER_TEXTS.items()}
        period = self._period(_first(number, "SorStatus"))
        found |= {name: period[name] for name in ("valid_from", "valid_to") if name in period}
        return found | self._flags(number, _NUMBER_FLAGS)

    def _number_state(self, record: etree._Element, gln: str | None) -> NumberState:
        """The flag of the location number's own block wins; without flag and block the unit has none."""
        wrapper = _first(record, "OptionalEanLocationCode")
        flag = _first(wrapper, "EntityInheritedIndicator")
        if flag is not None and self._truth(flag):
            return NumberState.INHERITED
        return NumberState.OWN if gln else NumberState.NONE

    def _flags(self, block: etree._Element | None, names: Mapping[str, str]) -> dict[str, Value]:
        elements = ((_first(block, tag), name) for tag, name in names.items())
        return {name: None if element is None else self._truth(element) for element, name in elements}

    def _truth(self, element: etree._Element) -> bool | None:
        written = _own_text(element)
        found = parse_truth(written)
        if found is None and written:
            self._refuse("xml.bad_flag", element, written)
        return found

    def _period(self, status: etree._Element | None) -> dict[str, date]:
        days = {
            "valid_from": self._day(_first(status, "FromDate")),
            "valid_to": self._day(_first(status, "ToDate"), is_last=True),
            "first_from": self._day(_first(status, "FirstFromDate")),
        }
        start, end = days["valid_from"], days["valid_to"]
        if status is not None and start and end and end <= start:
            self._refuse("row.period", status, _text(status, "ToDate"))
        return {name: day for name, day in days.items() if day is not None}

    def _day(self, element: etree._Element | None, is_last: bool = False) -> date | None:
        written = "" if element is None else _own_text(element)
        if element is None or not written:
            return None
        try:
            return first_day_after(written) if is_last else parse_date(written)
        except (ValueError, OverflowError):
            self._refuse("row.date", element, written)
            return None

    def _refuse(self, code: str, element: etree._Element, value: str) -> None:
        self.problems.append(Problem(code, line_of(element), local_name(element), value, self._source))


def local_name(element: etree._Element) -> str:
    """The name without its namespace."""
    return _bare(str(element.tag))


@cache
def _bare(tag: str) -> str:
    return tag.rpartition("}")[2]


def line_of(element: etree._Element) -> int:
    """The line on which the element begins."""
    return cast("int | None", element.sourceline) or 0


def sor_id_of(record: etree._Element) -> str:
    """The SOR-ID of a record element."""
    return clean_id(_text(record, "SorIdentifier"))


def name_of(record: etree._Element) -> str:
    """The name of a record element."""
    return _text(record, "EntityName")


def replaced_by(record: etree._Element) -> tuple[str, ...]:
    """The units that this one has taken over from."""
    return _listed(record, "ReplacesEntityCollection")


def _own_text(element: etree._Element) -> str:
    return " ".join((element.text or "").split())


def _first(parent: etree._Element | None, tag: str) -> etree._Element | None:
    return None if parent is None else next(parent.iterchildren(f"{{*}}{tag}"), None)


def _first_ending(parent: etree._Element, tag: str) -> etree._Element | None:
    """A block that later versions may wrap, as they wrap the location number: Optional..."""
    return next((one for one in parent if local_name(one).endswith(tag)), None)


def _first_below(parent: etree._Element, tag: str) -> etree._Element | None:
    return next(parent.iter(f"{{*}}{tag}"), None)


def _text(parent: etree._Element | None, tag: str) -> str:
    element = _first(parent, tag)
    return "" if element is None else _own_text(element)


def _below(block: etree._Element) -> Iterator[tuple[str, str]]:
    return ((local_name(one), _own_text(one)) for one in block.iter() if one is not block)


def _listed(record: etree._Element, tag: str) -> tuple[str, ...]:
    block = _first(record, tag)
    return () if block is None else tuple(clean_id(text) for _, text in _below(block) if text)


def _specialities(record: etree._Element) -> tuple[str, ...]:
    """In the order of the file, the main one first."""
    block = _first(record, "ClinicalSpecialityCollection")
    pairs = [] if block is None else [(_text(one, "SpecialityCode"), _text(one, "SpecialityType")) for one in block]
    ordered = sorted((pair for pair in pairs if pair[0]), key=lambda pair: pair[1] != MAIN_SPECIALITY)
    return tuple(dict.fromkeys(code for code, _ in ordered))


def _address(block: etree._Element) -> Address | None:
    parts = {name: text for name, text in _below(block) if text}
    box = parts.get("PostOfficeBoxIdentifier")
    country = parts.get("CountryIdentificationCode", "DK")
    extra = (
        parts.get("MailDeliverySublocationIdentifier"),
        parts.get("Stairway"),
        parts.get("DistrictSubdivisionIdentifier"),
        f"Postboks {box}" if box else None,
        country if country not in ("DK", "DNK") else None,
    )
    address = Address(
        street=parts.get("StreetName") or parts.get("StreetNameForAddressingName"),
        building=parts.get("StreetBuildingIdentifier"),
        floor=parts.get("FloorIdentifier"),
        suite=parts.get("SuiteIdentifier"),
        extra=", ".join(filter(None, extra)) or None,
        postcode=parts.get("PostCodeIdentifier"),
        city=parts.get("DistrictName"),
        municipality_code=parts.get("MunicipalityCode"),
    )
    return None if address == Address() else address


def _contact(block: etree._Element | None) -> Contact | None:
    parts = {} if block is None else {name: text for name, text in _below(block) if text}
    contact = Contact(
        phone=parts.get("TelephoneNumberIdentifier"),
        email=next((text for name, text in parts.items() if "email" in name.lower()), None),
        website=parts.get("Website"),
        fax=parts.get("FaxNumberIdentifier"),
    )
    return None if contact == Contact() else contact


def _company_numbers(record: etree._Element) -> dict[str, Value]:
    """Version 2.0.0 added CVR and P-number under names that no public source shows; their words are enough."""
    found: dict[str, Value] = {}
    for element in record:
        name, text = local_name(element).lower(), _own_text(element)
        if text and "cvr" in name:
            found["cvr"] = clean_id(text)
        elif text and ("productionunit" in name or name.startswith(("pnumber", "pnummer"))):
            found["p_number"] = clean_id(text)
    return found
