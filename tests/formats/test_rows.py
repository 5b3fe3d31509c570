"""Rows made into raw units."""

from datetime import date

from sorstudio.formats.columns import layout, match
from sorstudio.formats.raw import RawUnit
from sorstudio.formats.rows import RowReader, carried, fast_id
from sorstudio.model.records import UNKNOWN, Address, Contact, NumberState, UnitKind
from tests.formats.registers import CENTRE, HOME, OWNER, gln

BASE = {"SorId": HOME, "EntityName": "Åen", "SorType": "OE", "ParentSorId": CENTRE}


def unit(**cells: str) -> RawUnit:
    found, problems = both(**cells)
    assert problems == []
    return found


def both(**cells: str) -> tuple[RawUnit, list[str]]:
    row = BASE | cells
    reader = RowReader(match(list(row), layout("sor2")), layout("sor2"), "fil")
    found = reader.unit(2, list(row.values()))
    assert found is not None
    return found, [problem.code for problem in reader.problems]


def test_an_address_is_one_block() -> None:
    cells = {"PostalAddressStreetName": "Åvej", "PostalAddressPostCodeId": "8000", "VisitingAddressStreetName": " "}
    fields = unit(**cells).fields
    assert fields["postal"] == Address(street="Åvej", postcode="8000")
    assert fields["visiting"] is None
    assert "activity" not in fields


def test_contact_details_are_one_block() -> None:
    fields = unit(VirtualAddressTelephoneNumber="89401000", VirtualAddressEmailAddress="").fields
    assert fields["contact"] == Contact(phone="89401000")


def test_specialities_keep_their_order_and_take_the_code_before_the_name() -> None:
    cells = {
        "PrioritizedEntitySpeciality1Id": "1",
        "PrioritizedEntitySpeciality1Name": "pleje",
        "PrioritizedEntitySpeciality2Name": "tand",
        "PrioritizedEntitySpeciality3Id": "",
    }
    assert unit(**cells).specialities == ("1", "tand")


def test_the_code_of_the_unit_type_is_taken_before_its_name() -> None:
    assert unit(EntityTypeName="plejehjem", EntityTypeId="7").fields["unit_type"] == "7"
    assert unit(EntityTypeName="plejehjem", EntityTypeId="").fields["unit_type"] == "plejehjem"


def test_the_number_carries_what_stands_beside_it() -> None:
    found = unit(EanLocationCode=gln(1), EanLocationCodeRegionName="Midtjylland", EanLocationCodeState="Own")
    assert (found.gln, found.number_state, found.number["region"]) == (gln(1), NumberState.OWN, "Midtjylland")


def test_own_without_a_number_is_none() -> None:
    assert unit(EanLocationCode="", EanLocationCodeState="Own").number_state is NumberState.NONE


def test_the_owners_cvr_is_the_owners_only() -> None:
    owner = unit(InstitutionOwnerCvrNumberId="55133018", SorType="IE", SorId=OWNER)
    assert owner.fields["cvr"] == "55133018"
    assert unit(InstitutionOwnerCvrNumberId="55133018").fields["cvr"] is UNKNOWN


def test_dates_are_half_open() -> None:
    found = unit(FromDate="01-02-2020", ToDate="31-12-2026", FirstFromDate="2010-01-01")
    assert (found.valid_from, found.valid_to, found.first_from) == (
        date(2020, 2, 1),
        date(2027, 1, 1),
        date(2010, 1, 1),
    )


def test_successors_are_a_list() -> None:
    assert unit(ReplacedBySorId=f"{OWNER}, {CENTRE}").successors == (OWNER, CENTRE)


def test_every_fault_of_a_row_is_noted() -> None:
    _, problems = both(
        SorId="1E+10", EntityName="", SorType="XX", FromDate="?", EanLocationCode="5,79E+12", EanLocationCodeState="?"
    )
    assert sorted(problems) == [
        "gln.scientific",
        "row.date",
        "row.flag_unknown",
        "row.kind_unknown",
        "row.name_empty",
        "sor_id.scientific",
    ]


def test_missing_optional_cells_at_the_end_are_fine() -> None:
    header = [*BASE, "FromDate", "EntityTypeName"]
    reader = RowReader(match(header, layout("sor2")), layout("sor2"), "fil")
    found = reader.unit(2, list(BASE.values()))
    assert found is not None
    assert found.kind is UnitKind.OE
    assert reader.problems == []


def test_what_a_layout_carries_is_told_by_its_columns() -> None:
    columns = match([*BASE, "EanLocationCode", "PostalAddressStreetName"], layout("sor2"))
    assert carried(columns) == {"name", "parent", "kind", "gln", "number_state", "postal"}


def test_identifiers_are_bared() -> None:
    assert [fast_id(text) for text in ("12", '="12"', " 12\u00a0", "'12", "")] == ["12", "12", "12", "12", ""]
