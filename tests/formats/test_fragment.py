"""Parts of a tree, read for looking at."""

from pathlib import Path

import pytest

from sorstudio.formats.fragment import loosened
from sorstudio.formats.problems import Problem, UnreadableFile
from sorstudio.formats.reading import read
from sorstudio.formats.tabular import Wanted
from sorstudio.model.baseline import Baseline
from sorstudio.model.records import UnitKind
from tests.formats.registers import (
    CENTRE,
    CODES,
    HOME,
    OWNER,
    PLAIN_ROWS,
    TEAM,
    TODAY,
    eer,
    extract,
    places,
    raw,
    sor_id,
    units,
    write,
)

PART = eer(*PLAIN_ROWS[1:])
ELSEWHERE = f"{sor_id(60)};2;SI;;Andet center;{sor_id(59)};;;"


def look(path: Path, owner: str | None = None) -> Baseline:
    return read([path], codes=CODES, today=TODAY, wanted=Wanted(owner, fragment=True)).baseline


def refusal(path: Path, owner: str | None = None) -> list[tuple[str, int, str, str]]:
    with pytest.raises(UnreadableFile) as caught:
        look(path, owner)
    return places(caught.value.problems)


@pytest.mark.parametrize("owner", [None, "751", "Aarhus", "Eksempelby Kommune", OWNER])
def test_a_unit_whose_parent_is_not_in_the_file_is_a_top(tmp_path: Path, owner: str | None) -> None:
    found = units(look(write(tmp_path, PART), owner))
    assert {key: (unit.parent, unit.kind) for key, unit in found.items()} == {
        CENTRE: (None, UnitKind.SI),
        HOME: (CENTRE, UnitKind.OE),
        TEAM: (HOME, UnitKind.OE),
    }


def test_making_a_plan_of_it_is_refused_as_before(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read([write(tmp_path, PART)], codes=CODES, today=TODAY)
    assert "register.parent_unknown" in {one.code for one in caught.value.problems}


def test_two_tops_below_one_parent_that_is_not_there_are_one_part(tmp_path: Path) -> None:
    second = f"{sor_id(60)};2;SI;;Andet center;{OWNER};;;"
    found = units(look(write(tmp_path, eer(*PLAIN_ROWS[1:], second)), "751"))
    assert [key for key, unit in found.items() if unit.parent is None] == [CENTRE, sor_id(60)]


def test_parts_of_two_trees_are_refused(tmp_path: Path) -> None:
    path = write(tmp_path, eer(*PLAIN_ROWS[1:], ELSEWHERE))
    assert refusal(path) == [("register.two_roots", 5, "", sor_id(60))]
    assert refusal(path, "751")[0][0] == "owner.not_found"


def test_one_of_several_parts_is_found_by_the_owner_that_is_not_there(tmp_path: Path) -> None:
    path = write(tmp_path, eer(*PLAIN_ROWS[1:], ELSEWHERE))
    assert set(units(look(path, sor_id(59)))) == {sor_id(60)}


def test_a_part_that_is_named_after_a_municipality_is_found_by_it(tmp_path: Path) -> None:
    row = f"{sor_id(70)};2;SI;;Herlev Kommune - Sundhed;{sor_id(69)};;;"
    path = write(tmp_path, eer(*PLAIN_ROWS[1:], row))
    assert set(units(look(path, "163"))) == {sor_id(70)}


def test_a_file_that_says_it_is_another_municipalitys_is_refused(tmp_path: Path) -> None:
    assert refusal(write(tmp_path, eer()), "751") == [("owner.other", 0, "", "751")]


def test_a_whole_tree_is_read_the_same_either_way(tmp_path: Path) -> None:
    path = write(tmp_path, eer())
    whole = read([path], codes=CODES, today=TODAY).baseline
    assert look(path) == whole
    assert look(path, OWNER) == whole


def test_other_faults_still_refuse(tmp_path: Path) -> None:
    path = write(tmp_path, PART.replace(";3;OE", ";9;OE"))
    assert "register.level_under_level" in {code for code, *_ in refusal(path)}


def test_a_list_without_any_parents_is_no_part_of_a_tree(tmp_path: Path) -> None:
    rows = [f"{sor_id(at)};2;SI;;Center {at};;;;" for at in range(3)]
    assert refusal(write(tmp_path, eer(*rows)))[0][0] == "register.two_roots"


def test_a_reference_that_leads_nowhere_makes_a_top() -> None:
    given = extract(raw(1), raw(2, 1), problems=(Problem("fhir.reference_unresolved", 3), Problem("row.name_empty", 3)))
    (found,) = loosened([given])
    assert [problem.code for problem in found.problems] == ["row.name_empty"]
    assert [unit.parent for unit in found.units] == [None, sor_id(1)]


def test_the_real_part_of_a_municipality_is_read(shared: Path) -> None:
    name = "aarhus-sundhed-og-omsorg-vans.bundle.json"
    baseline = look(shared / "domain/data/fhir/examples/eer-poc-0.3.0" / name, "751")
    assert [(key, unit.parent, str(unit.kind)) for key, unit in units(baseline).items()] == [
        ("937961000016000", None, "SI")
    ]
