"""The elements of one unit in SOR XML."""

from datetime import date

import pytest
from lxml import etree

from sorstudio.formats.problems import Problem
from sorstudio.formats.raw import RawUnit
from sorstudio.formats.sor_xml_record import CARRIES, RecordReader
from sorstudio.model.codes import CodeLists, UnitType
from sorstudio.model.identifiers import make_gln, make_sor_id
from sorstudio.model.records import Address, Contact, LocationNumber, NumberState, Unit, UnitKind

GLN = make_gln("579000000001")
SOR_ID = make_sor_id(900_001)
OTHER = make_sor_id(900_002)
CODES = CodeLists(unit_types=(UnitType("554221000005108", "plejehjem", "nursing home"),))
BLOCK = f"""<EanLocationCodeEntity><EanLocationCode>{GLN}</EanLocationCode>
<OnlyInternalIndicator>false</OnlyInternalIndicator><NonActiveIndicator>true</NonActiveIndicator>
<SystemSupplier>21000055</SystemSupplier><SystemType>31000045</SystemType>
<CommunicationSupplier>81000035007</CommunicationSupplier><RegionCode>1084</RegionCode>
<EdiAdministrator>7</EdiAdministrator><SorNote>Kun breve</SorNote>
<SorStatus><FromDate>2019-05-06</FromDate><ToDate>2027-01-31</ToDate></SorStatus></EanLocationCodeEntity>"""


def read_all(inner: str, sor_id: str = SOR_ID, name: str = "Skovhuset") -> tuple[RawUnit, list[Problem]]:
    text = f"<R><SorIdentifier>{sor_id}</SorIdentifier><EntityName>{name}</EntityName>\n{inner}</R>"
    reader = RecordReader("sor.xml", CODES)
    return reader.read(etree.fromstring(text), UnitKind.OE, OTHER), reader.problems


def read(inner: str) -> RawUnit:
    unit, problems = read_all(inner)
    assert problems == []
    return unit


def test_every_field_that_is_carried_exists_in_the_model() -> None:
    known = set(Unit.__dataclass_fields__) | set(LocationNumber.__dataclass_fields__) | {"specialities", "successors"}
    assert known >= CARRIES


@pytest.mark.parametrize(
    ("inner", "state", "gln"),
    [
        (BLOCK, NumberState.OWN, GLN),
        (f"<OptionalEanLocationCode>{BLOCK}</OptionalEanLocationCode>", NumberState.OWN, GLN),
        ("<OptionalEanLocationCode>{}</OptionalEanLocationCode>".format("{true}"), NumberState.INHERITED, None),
        ("<OptionalEanLocationCode>{}</OptionalEanLocationCode>".format("{1}"), NumberState.INHERITED, None),
        ("<OptionalEanLocationCode>{}</OptionalEanLocationCode>".format("{false}"), NumberState.NONE, None),
        ("", NumberState.NONE, None),
    ],
)
def test_the_flag_tells_own_inherited_and_none_apart(inner: str, state: NumberState, gln: str | None) -> None:
    flagged = inner.replace("{", "<EntityInheritedIndicator>").replace("}", "</EntityInheritedIndicator>")
    unit = read(flagged)
    assert (unit.number_state, unit.gln) == (state, gln)


def test_the_block_of_the_number_is_whole() -> None:
    assert read(BLOCK).number == {
        "system": "31000045",
        "vendor": "21000055",
        "net_operator": "81000035007",
        "region": "1084",
        "administrator": "7",
        "note": "Kun breve",
        "internal_only": False,
        "inactive": True,
        "valid_from": date(2019, 5, 6),
        "valid_to": date(2027, 2, 1),
    }


def test_the_last_day_becomes_the_first_day_after() -> None:
    days = "<FromDate>2020-01-01</FromDate><ToDate>2026-12-31</ToDate><FirstFromDate>2012-01-01</FirstFromDate>"
    unit = read(f"<SorStatus>{days}</SorStatus>")
    assert (unit.valid_from, unit.valid_to, unit.first_from) == (date(2020, 1, 1), date(2027, 1, 1), date(2012, 1, 1))


def test_an_address_is_read_from_any_of_the_public_namespaces() -> None:
    inner = """<PostalAddressInformation><x:AddressPostal xmlns:x="urn:xkom" xmlns:d="urn:dkcc">
    <d:MailDeliverySublocationIdentifier>Gården</d:MailDeliverySublocationIdentifier>
    <d:StreetName>Åvej</d:StreetName><d:StreetBuildingIdentifier>12 B</d:StreetBuildingIdentifier>
    <d:FloorIdentifier>1</d:FloorIdentifier><d:SuiteIdentifier>tv</d:SuiteIdentifier>
    <d:PostOfficeBoxIdentifier>44</d:PostOfficeBoxIdentifier>
    <d:PostCodeIdentifier>9999</d:PostCodeIdentifier><d:DistrictName>Øby</d:DistrictName>
    <d:CountryIdentificationCode scheme="iso3166-alpha2">GL</d:CountryIdentificationCode></x:AddressPostal>
    <Stairway>opgang 3</Stairway></PostalAddressInformation>"""
    assert read(inner).fields["postal"] == Address(
        "Åvej", "12 B", "1", "tv", "Gården, opgang 3, Postboks 44, GL", "9999", "Øby"
    )


def test_an_address_that_is_not_there_is_empty_not_unknown() -> None:
    tag = "OptionalVisitingAddressInformation"
    assert read(f"<{tag}><EntityInheritedIndicator>true</EntityInheritedIndicator></{tag}>").fields["visiting"] is None


def test_the_virtual_address_is_one_block() -> None:
    inner = """<VirtualAddressInformation>
    <m:EmailAddressIdentifier xmlns:m="urn:m">a@nordby.example</m:EmailAddressIdentifier>
    <Website>nordby.example</Website><TelephoneNumberIdentifier>99999999</TelephoneNumberIdentifier>
    <FaxNumberIdentifier>99999998</FaxNumberIdentifier></VirtualAddressInformation>"""
    assert read(inner).fields["contact"] == Contact("99999999", "a@nordby.example", "nordby.example", "99999998")


def test_texts_flags_and_places_are_read() -> None:
    inner = f"""<UnitType>554221000005108</UnitType>
    <LocalCode>L1</LocalCode><PharmacyIdentifier>362,1</PharmacyIdentifier>
    <ShakIdentifier>1301A</ShakIdentifier><ProviderIdentifier>019062</ProviderIdentifier>
    <GeographicalParent><GeographicalParentRelation>3</GeographicalParentRelation>
    <GeographicalParentSorIdentifier>{OTHER}</GeographicalParentSorIdentifier></GeographicalParent>
    <OrganizationalUnitInformation><AmbulantActivityIndicator>true</AmbulantActivityIndicator>
    <PatientsAdmittedIndicator>0</PatientsAdmittedIndicator></OrganizationalUnitInformation>
    <CVRnumberIdentifier>55133018</CVRnumberIdentifier>"""
    expected = {
        "unit_type": "554221000005108",
        "local_code": "L1",
        "pharmacy_number": "362,1",
        "shak": "1301A",
        "provider_number": "019062",
        "geographic_relation": "3",
        "geographic_parent": OTHER,
        "ambulant": True,
        "admits_patients": False,
        "reporting_level": None,
        "cvr": "55133018",
    }
    fields = read(inner).fields
    assert {name: fields[name] for name in expected} == expected


def test_the_main_speciality_comes_first() -> None:
    inner = """<ClinicalSpecialityCollection><ClinicalSpeciality><SpecialityCode>658171000005102</SpecialityCode>
    <SpecialityType>61000095003</SpecialityType></ClinicalSpeciality><ClinicalSpeciality>
    <SpecialityCode>658161000005107</SpecialityCode><SpecialityType>51000095001</SpecialityType></ClinicalSpeciality>
    </ClinicalSpecialityCollection>"""
    assert read(inner).specialities == ("658161000005107", "658171000005102")


@pytest.mark.parametrize(
    ("inner", "sor_id", "name", "code", "column"),
    [
        ("", "123", "A", "sor_id.length", "SorIdentifier"),
        ("", "1.05321E+15", "A", "sor_id.scientific", "SorIdentifier"),
        ("", "", "A", "sor_id.empty", "SorIdentifier"),
        ("", SOR_ID, " ", "row.name_empty", "EntityName"),
        (BLOCK.replace(GLN, "5.79E+12"), SOR_ID, "A", "gln.scientific", "EanLocationCode"),
        (BLOCK.replace("2019-05-06", "2019-13-06"), SOR_ID, "A", "row.date", "FromDate"),
        (BLOCK.replace("2027-01-31", "2018-01-31"), SOR_ID, "A", "row.period", "SorStatus"),
        (BLOCK.replace("true", "måske"), SOR_ID, "A", "xml.bad_flag", "NonActiveIndicator"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_noted_with_its_element(inner: str, sor_id: str, name: str, code: str, column: str) -> None:
    _, problems = read_all(inner, sor_id, name)
    assert [(one.code, one.column) for one in problems] == [(code, column)]
