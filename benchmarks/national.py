"""An invented national register in SOR's own layout, the same at every run: municipalities, regions and practices.

Run: python -m benchmarks.national FOLDER [municipalities]
"""

from __future__ import annotations

import csv
import random
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sorstudio.model.codes import Area, Municipality
from sorstudio.model.identifiers import make_gln, make_sor_id
from sorstudio.resources import code_lists

MUNICIPALITIES = 98
UNITS = (1_000, 1_500)
PER_MUNICIPALITY = 385
"""Units of regions and practices for each municipality: about 160,000 units in all."""
HEADER = (  # noqa: SIM905
    "SorId;ParentSorId;SorType;EntityName;EntityTypeIdentifier;EntityTypeName;FirstFromDate;FromDate;ToDate;"
    "InstitutionOwnerEntityTypeName;InstitutionOwnerCvrNumberId;HealthInstitutionSorId;HealthInstitutionEntityName;"
    "HealthInstitutionEntityTypeName;ShakId;EanLocationCode;EanLocationCodeInheritedIndicator;"
    "EanLocationCodeRegionName;VirtualAddressTelephoneNumber;VirtualAddressWebsite;VirtualAddressEmailAddress;"
    "PostalAddressStreetName;PostalAddressStreetBuildingId;PostalAddressFloorId;PostalAddressSuiteId;"
    "PostalAddressAdditionalAddressInfo;PostalAddressPostCodeId;PostalAddressDistrictName;"
    "PostalAddressCoordETRS89z32EMeasure;PostalAddressCoordETRS89z32NMeasure;VisitingAddressStreetName;"
    "VisitingAddressStreetBuildingId;VisitingAddressFloorId;VisitingAddressSuiteId;"
    "VisitingAddressAdditionalAddressInfo;VisitingAddressPostCodeId;VisitingAddressDistrictName;"
    "VisitingAddressCoordETRS89z32EMeasure;VisitingAddressCoordETRS89z32NMeasure;ActivityAddressStreetName;"
    "ActivityAddressStreetBuildingId;ActivityAddressPostCodeId;ActivityAddressDistrictName;PostalAddressRegionCode;"
    "PrioritizedEntitySpeciality1Id;PrioritizedEntitySpeciality1Name;PrioritizedEntitySpeciality2Id;"
    "PrioritizedEntitySpeciality2Name;PrioritizedEntitySpeciality3Id;PrioritizedEntitySpeciality3Name;"
    "OrganisationalLevelCode;OrganisationalLevelName"
).split(";")
NUMBERS = "EanLocationCode;SorId;SystemTypeName;OnlyInternalIndicator;NonActiveIndicator;FromDate;ToDate".split(";")  # noqa: SIM905
MESSAGES = "EanLocationCode;EDIType;EDITypeVersion;Direction;FromDate;ToDate".split(";")  # noqa: SIM905
_DAY = "2019-01-01"
_HEALTH = ("XDIS18", "XDIS19", "XDIS21", "XREF22", "DIS91", "XDIS91")
_PRACTICE = ("DIS01", "RPT01", "REF01", "XREF01", "DIS91", "XDIS91", "PRE60", "BIN01")
_CORNERS = ("Nord", "Syd", "Øst", "Vest", "Midt", "Åkanden", "Havnen", "Ny Mølle", "Lindegården", "Birkehøj", "Engen")
_OFFICES = ("Sundhed og Omsorg", "Børn og Unge", "Social og Handicap", "Beskæftigelse")
_CODES = code_lists()
Row = list[str]


@dataclass(frozen=True, slots=True)
class _Made:
    """A unit that others are put below."""

    sor_id: str
    kind: str
    gln: str


@dataclass
class Register:
    """The rows of the three tables while they grow."""

    random: random.Random
    units: list[Row] = field(default_factory=list)
    numbers: list[Row] = field(default_factory=list)
    messages: list[Row] = field(default_factory=list)

    def add(self, above: _Made | None, name: str, unit_type: str, messages: Iterable[str] = ()) -> _Made:
        """One unit; with messages it has a number of its own, without it uses the one above."""
        at = len(self.units)
        kind = "IE" if above is None else "SI" if above.kind == "IE" else "OE"
        own = make_gln(f"579099{len(self.numbers):06d}") if (types := tuple(messages)) else ""
        made = _Made(make_sor_id(10_000_000 + at), kind, own or (above.gln if above else ""))
        known = _CODES.unit_type(unit_type)
        street, house, code = f"Æblevej {at % 900}", str(at % 200), str(1000 + at % 8990)
        cells = {
            "SorId": _id(made.sor_id),
            "ParentSorId": _id(above.sor_id) if above else "",
            "SorType": kind,
            "EntityName": name,
            "EntityTypeIdentifier": known.code if known else "",
            "EntityTypeName": known.name_da if known else unit_type,
            "FirstFromDate": _DAY,
            "FromDate": "2020-03-01" if at % 3 else _DAY,
            "ToDate": "2026-12-31" if at % 97 == 0 and above else "",
            "EanLocationCode": _id(made.gln) if made.gln else "",
            "EanLocationCodeInheritedIndicator": "false" if own else "true" if made.gln else "",
            "VirtualAddressTelephoneNumber": str(20_000_000 + at) if at % 2 else "",
            "VirtualAddressEmailAddress": f"post{at}@eksempel.dk" if at % 4 == 0 else "",
            "PostalAddressStreetName": street,
            "PostalAddressStreetBuildingId": house,
            "PostalAddressPostCodeId": code,
            "PostalAddressDistrictName": "Eksempelby",
            "VisitingAddressStreetName": street,
            "VisitingAddressStreetBuildingId": house,
            "VisitingAddressPostCodeId": code,
            "VisitingAddressDistrictName": "Eksempelby",
        }
        self.units.append([cells.get(title, "") for title in HEADER])
        self._receive(made, types)
        return made

    def _receive(self, made: _Made, types: Sequence[str]) -> None:
        if not types:
            return
        inactive = "true" if self.random.random() < 0.02 else "false"
        self.numbers.append([_id(made.gln), _id(made.sor_id), "Cura", "false", inactive, _DAY, ""])
        for name in types:
            known = _CODES.message_type(name)
            way = "out" if name.startswith(("XDIS16", "PRE")) else "in"
            self.messages.append([_id(made.gln), name, known.version if known else "", way, _DAY, ""])


def national(municipalities: int = MUNICIPALITIES, units: tuple[int, int] = UNITS) -> Register:
    """Each municipality with all areas; between them regions with hospitals, and practices."""
    register = Register(random.Random(7))
    public = [one for one in _CODES.municipalities if one.official_name.endswith("ommune")][:municipalities]
    for place, one in enumerate(public):
        share = PER_MUNICIPALITY * units[1] // UNITS[1]
        _municipality(register, one, register.random.randint(*units))
        _practices(register, one.name, share // 2)
        if place % 20 == 0:
            _region(register, f"Region {place // 20 + 1}", min(20, len(public)) * share // 2)
    return register


def _municipality(register: Register, one: Municipality, size: int) -> None:
    owner = register.add(None, one.official_name, "kommune")
    last = len(register.units) + size - 1
    offices = [register.add(owner, f"{name}, {one.name}", "sundhedsforvaltning", _HEALTH) for name in _OFFICES]
    groups = [_of_area(register, register.random.choice(offices), area, one.name, 0.6) for area in _CODES.areas]
    while len(register.units) < last:
        area, above = register.random.choice(groups)
        group = _of_area(register, above, area, register.random.choice(_CORNERS), 0.06)
        if register.random.random() < 0.15:
            groups.append(group)


def _of_area(register: Register, above: _Made, area: Area, corner: str, share: float) -> tuple[Area, _Made]:
    types = (*area.receives, *area.sends) if register.random.random() < share else ()
    unit_type = register.random.choice((*area.unit_types, "administrativ enhed"))
    made = register.add(above, f"{area.name_da.split(' (')[0]} {corner} {len(register.units) % 90}", unit_type, types)
    return area, made


def _practices(register: Register, town: str, size: int) -> None:
    last = len(register.units) + size
    while len(register.units) < last:
        owner = register.add(None, f"Lægerne {town} {len(register.units)}", "almen lægepraksis")
        office = register.add(owner, "Lægepraksis", "almen lægepraksis", _PRACTICE)
        register.add(office, "Konsultation", "almen lægepraksis")


def _region(register: Register, name: str, size: int) -> None:
    last = len(register.units) + size
    made = [register.add(register.add(None, name, "region"), f"Hospitalet i {name}", "hospital", _HEALTH)]
    while len(register.units) < last:
        types = _HEALTH if register.random.random() < 0.05 else ()
        made.append(register.add(register.random.choice(made[-40:]), f"Afsnit {len(made)}", "klinisk enhed", types))


def _id(text: str) -> str:
    """As in SOR's files, so that a spreadsheet does not count with it."""
    return f'="{text}"'


def write(folder: Path, register: Register) -> Path:
    """The three files."""
    folder.mkdir(parents=True, exist_ok=True)
    tables = {
        "SorEntity_daily.csv": (HEADER, register.units),
        "LocationsCode.csv": (NUMBERS, register.numbers),
        "LocationsCodeEDITypeMap.csv": (MESSAGES, register.messages),
    }
    for name, (header, rows) in tables.items():
        with (folder / name).open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file, delimiter=";", quoting=csv.QUOTE_NONE, quotechar=None).writerows([header, *rows])
    return folder


if __name__ == "__main__":
    made = national(int(sys.argv[2]) if len(sys.argv) > 2 else MUNICIPALITIES)
    write(Path(sys.argv[1]), made)
    print(f"{len(made.units):,} units, {len(made.numbers):,} numbers, {len(made.messages):,} message types")
