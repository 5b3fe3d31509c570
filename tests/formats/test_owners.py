"""Every municipality of a national register: the same as if it were read alone, and none keeps another back."""

import json
import random
import zipfile
from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.national import HEADER, Register, national, write
from sorstudio.formats import owners
from sorstudio.formats.owners import Municipal, read_municipalities
from sorstudio.formats.problems import Cancelled, UnreadableFile
from sorstudio.formats.reading import read_baseline
from sorstudio.model.identifiers import make_sor_id
from sorstudio.model.records import RecordKind, Unit
from sorstudio.model.state import State
from sorstudio.model.timeline import Timeline
from tests.formats.registers import CODES, TODAY, eer, sor_id
from tests.formats.registers import write as write_file

NEEDED = (
    *("key", "kind", "name", "parent", "rank", "sor_id", "unit_type", "number_state", "contact"),
    *("valid_from", "valid_to", "first_from"),
)
KINDS = (RecordKind.UNIT, RecordKind.NUMBER, RecordKind.CAPABILITY)
PARENT, NAME, FLAG, GLN, FROM, TO = map(
    HEADER.index,
    (
        *("ParentSorId", "EntityName", "EanLocationCodeInheritedIndicator", "EanLocationCode"),
        *("FromDate", "ToDate"),
    ),
)
KIND = HEADER.index("SorType")
PHONE = HEADER.index("VirtualAddressTelephoneNumber")


def small() -> Register:
    return national(3, (60, 90))


def read(path: Path, day: date | None = None) -> list[Municipal]:
    return list(read_municipalities(path, CODES, TODAY, day))


def needed(state: State) -> dict[str, object]:
    """What routes ask for."""
    units = {key: tuple(getattr(unit, name) for name in NEEDED) for key, unit in state.units.items()}
    owned = {owner: keys for owner, keys in state.owned.items() if owner[0] in KINDS}
    return {"units": units, "owned": owned} | {kind.value: dict(state.records[kind]) for kind in KINDS[1:]}


def alone(path: Path, owner: str, day: date = TODAY) -> dict[str, object]:
    return needed(Timeline(read_baseline([path], codes=CODES, owner=owner, today=TODAY), ()).state(day))


def agrees(path: Path, day: date = TODAY) -> int:
    """Every municipality is as if it were read alone; how many there are."""
    found = read(path, day)
    for one in found:
        assert one.problems == ()
        assert needed(one.state) == alone(path, one.owner, day)
    return len(found)


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("national"), small())


def test_only_the_municipalities_are_read(register: Path) -> None:
    names = [(one.municipality.name, one.name) for one in read(register) if one.municipality]
    assert names == [
        ("København", "Københavns Kommune"),
        ("Frederiksberg", "Frederiksberg Kommune"),
        ("Ballerup", "Ballerup Kommune"),
    ]


@pytest.mark.parametrize("day", [date(2019, 6, 1), TODAY, date(2027, 1, 1)])
def test_each_is_as_if_it_were_read_alone(register: Path, day: date) -> None:
    assert agrees(register, day) == 3


def test_the_generated_register_needs_no_second_look(register: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(owners, "assemble", None)
    found = read(register)
    assert all(len(one.state.records[kind]) > 3 for one in found for kind in KINDS)


def test_the_order_of_the_rows_does_not_matter(tmp_path: Path) -> None:
    shuffled = small()
    random.Random(3).shuffle(shuffled.units)
    assert agrees(write(tmp_path, shuffled)) == 3


def test_a_zip_is_read_as_well(register: Path, tmp_path: Path) -> None:
    path = tmp_path / "sor.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for part in register.iterdir():
            archive.write(part, part.name)
    assert agrees(path) == 3


def changed(register: Register, choice: int, row: list[str]) -> None:
    """One of the many ways in which a row may need a closer look, none of them a fault."""
    if choice == 0:
        row[FLAG] = ""
    elif choice == 1:
        row[FLAG], row[GLN] = "", ""
    elif choice == 2:
        register.units.append([*row[:FROM], "2026-12-01", "2027-12-31", *row[TO + 1 :]])
        row[FROM], row[TO] = "2019-01-01", "2026-11-30"
    elif choice == 3:
        del row[PHONE + 1 :]
    elif choice == 4:
        row[FROM] = "2027-02-01"
        row[TO] = ""
    elif choice == 5:
        row[TO] = "31-12-9999"
    elif choice == 6:
        row[NAME] = f"  {row[NAME]} "
    else:
        row[PHONE] = " "


@given(st.lists(st.tuples(st.integers(0, 400), st.integers(0, 7)), max_size=12), st.sampled_from((TODAY, date.max)))
def test_rows_that_need_a_closer_look_are_read_the_same(
    tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[int, int]], day: date
) -> None:
    register = small()
    for place, choice in dict(changes).items():
        row = register.units[place % len(register.units)]
        if row[PARENT]:
            changed(register, choice, row)
    assert agrees(write(tmp_path_factory.mktemp("some"), register), day) == 3


@pytest.mark.parametrize(
    ("column", "value", "code"),
    [
        (NAME, "", "row.name_empty"),
        (FROM, "i går", "row.date"),
        (KIND, "XX", "row.kind_unknown"),
        (KIND, "IE", "register.kind_under_kind"),
        (FLAG, "måske", "row.flag_unknown"),
        (GLN, "5,79E+12", "gln.scientific"),
    ],
)
def test_a_faulty_municipality_is_told_by_itself(tmp_path: Path, column: int, value: str, code: str) -> None:
    register = small()
    row = next(row for row in register.units if row[NAME].startswith("Sundhed og Omsorg, Frederiksberg"))
    row[column] = value
    path = write(tmp_path, register)
    found = {one.name: one for one in read(path)}
    faulty = found.pop("Frederiksberg Kommune")
    assert not faulty.state.units
    assert code in {problem.code for problem in faulty.problems}
    with pytest.raises(UnreadableFile) as caught:
        alone(path, faulty.owner)
    assert {one.code for one in caught.value.problems} == {one.code for one in faulty.problems}
    assert [one.problems for one in found.values()] == [(), ()]


def test_a_row_with_cells_too_many_is_told(tmp_path: Path) -> None:
    register = small()
    next(row for row in register.units if row[NAME].startswith("Sundhed og Omsorg, Frederiksberg")).append("mere")
    faulty = [one for one in read(write(tmp_path, register)) if one.problems]
    assert [(one.name, one.problems[0].code) for one in faulty] == [("Frederiksberg Kommune", "row.cells_extra")]


def test_a_practice_named_like_a_town_is_no_municipality(tmp_path: Path) -> None:
    register = small()
    practice = next(row for row in register.units if row[NAME].startswith("Lægerne"))
    practice[NAME] = "Herlev"
    office = next(row for row in register.units if row[PARENT] == practice[0])
    register.units.append([f'="{make_sor_id(77)}"', "", "IE", "København", *practice[4:]])
    assert office[PARENT] == practice[0]
    assert [one.name for one in read(write(tmp_path, register))] == [
        *("Københavns Kommune", "Frederiksberg Kommune", "Ballerup Kommune"),
    ]


def test_an_unknown_municipality_is_known_by_its_type(tmp_path: Path) -> None:
    register = small()
    next(row for row in register.units if row[NAME] == "Ballerup Kommune")[NAME] = "Eksempelby Kommune"
    found = read(write(tmp_path, register))
    assert [(one.name, one.municipality) for one in found if one.municipality is None] == [("Eksempelby Kommune", None)]


def test_a_layout_without_flags_is_read_the_same(tmp_path: Path) -> None:
    others = (f"{sor_id(50)};1;IE;kommune;Herlev Kommune;;;;", f"{sor_id(51)};2;SI;;Ældre;{sor_id(50)};;;")
    assert agrees(write_file(tmp_path, eer() + "\n".join(others) + "\n")) == 2


def organization(unit: str, parent: str | None, name: str) -> dict[str, object]:
    found: dict[str, object] = {"resourceType": "Organization", "id": unit, "name": name}
    found["identifier"] = [{"system": "urn:oid:1.2.208.176.1.1", "value": unit}]
    return found | ({"partOf": {"reference": f"Organization/{parent}"}} if parent else {})


def test_other_forms_are_read_by_their_own_readers(tmp_path: Path) -> None:
    units = (
        organization(sor_id(1), None, "Herlev Kommune"),
        organization(sor_id(2), sor_id(1), "Ældre"),
        organization(sor_id(3), None, "Odense Kommune"),
        organization(sor_id(4), sor_id(3), "Sundhed"),
        organization(sor_id(5), None, "Tandlæge Ås"),
    )
    text = json.dumps({"resourceType": "Bundle", "entry": [{"resource": one} for one in units]}, indent=1)
    path = write_file(tmp_path, text, "b.json")
    assert agrees(path) == 2
    assert [list(one.state.units) for one in read(path)] == [[sor_id(1), sor_id(2)], [sor_id(3), sor_id(4)]]


def test_the_real_municipality_is_read_the_same(shared: Path) -> None:
    for name in ("aarhus-kommune.csv", "aarhus-kommune.fhir-bundle.json"):
        assert agrees(shared / "domain/data/eer" / name) == 1


def test_reading_can_be_followed_and_stopped(register: Path) -> None:
    told: list[float] = []

    def follow(part: float) -> bool:
        told.append(part)
        return True

    list(read_municipalities(register, CODES, TODAY, progress=follow))
    assert (told[0], told[-1], told == sorted(told)) == (0.0, 1.0, True)
    with pytest.raises(Cancelled):
        list(read_municipalities(register, CODES, TODAY, progress=lambda part: part < 0.5))


def test_what_is_no_register_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile):
        read(write_file(tmp_path, "Kære alle\n"))


def test_each_has_its_own_top(register: Path) -> None:
    assert [list(one.state.roots()) for one in read(register)] == [[one.owner] for one in read(register)]


def test_what_routes_ask_for_are_fields_of_a_unit() -> None:
    assert {field.name for field in fields(Unit)} >= set(NEEDED)
