"""A whole register file with every owner in it, of any layout, small in memory."""

from datetime import date
from pathlib import Path

import pytest

from sorstudio.formats.problems import UnreadableFile
from sorstudio.formats.register_file import read_register
from sorstudio.model.register_facts import FIELDS, PLACE
from tests.formats import test_sor_xml
from tests.formats.registers import CENTRE, CODES, HOME, OWNER, TEAM, TODAY, eer, sor2, sor_id, write


def test_several_owners_are_no_fault(tmp_path: Path) -> None:
    path = write(tmp_path, sor2(f"{OWNER};IE;Den ene;;;;;;", f"{sor_id(9)};IE;Den anden;;;;;;"))
    register = read_register(path, CODES, today=TODAY)
    assert [(top.sor_id, top.name) for top in register.tops()] == [(OWNER, "Den ene"), (sor_id(9), "Den anden")]
    assert register.problems == ()


def test_a_row_tells_its_facts(tmp_path: Path) -> None:
    register = read_register(write(tmp_path, eer()), CODES, today=TODAY)
    facts = dict(zip(FIELDS, register.facts(HOME) or (), strict=True))
    assert (facts["name"], facts["parent"], facts["kind"]) == ("Plejehjemmet Åen", CENTRE, "OE")
    assert (register.parent(TEAM), register.name(TEAM), register.name("1")) == (HOME, "Nathold", "1")
    assert "postal" not in register.carries


def test_of_several_versions_the_one_of_the_day_counts(tmp_path: Path) -> None:
    rows = [
        f"{OWNER};IE;Ejer;;;2000-01-01;2000-01-01;;",
        f"{CENTRE};SI;Senere;;{OWNER};2000-01-01;2027-01-01;;",
        f"{CENTRE};SI;Nu;;{OWNER};2000-01-01;2020-01-01;2026-12-31;",
        f"{CENTRE};SI;Før;;{OWNER};2000-01-01;2000-01-01;2019-12-31;",
    ]
    assert read_register(write(tmp_path, sor2(*rows)), CODES, today=TODAY).name(CENTRE) == "Nu"
    later = write(tmp_path, sor2(*rows), "udtræk-2027-02-01.csv")
    register = read_register(later, CODES, today=TODAY)
    assert (register.day, register.name(CENTRE)) == (date(2027, 2, 1), "Senere")


def test_a_unit_that_stands_twice_is_told_and_the_first_row_counts(tmp_path: Path) -> None:
    path = write(tmp_path, sor2(f"{OWNER};IE;Ejer;;;;;;", f"{CENTRE};SI;A;;{OWNER};;;;", f"{CENTRE};SI;B;;{OWNER};;;;"))
    register = read_register(path, CODES, today=TODAY)
    assert register.name(CENTRE) == "A"
    assert [(one.code, one.line) for one in register.problems] == [("register.duplicate", 4)]


def test_a_tree_in_xml_is_held_too(tmp_path: Path) -> None:
    register = read_register(write(tmp_path, test_sor_xml.small(), "sor.xml"), CODES, today=TODAY)
    assert (register.layout, register.day, len(register.rows)) == ("sor_xml", date(2026, 3, 4), 4)
    assert register.parent(test_sor_xml.SI) == test_sor_xml.IE
    assert (register.name(test_sor_xml.SI), register.parent(test_sor_xml.IE)) == ("Sundhed", None)


def test_equal_rows_are_kept_once(tmp_path: Path) -> None:
    old = read_register(write(tmp_path, eer(), "a.csv"), CODES, today=TODAY)
    new = read_register(write(tmp_path, eer().replace("Nathold", "Hold"), "b.csv"), CODES, today=TODAY, earlier=old)
    assert new.rows[HOME] is old.rows[HOME]
    assert new.rows[TEAM] is not old.rows[TEAM]


@pytest.mark.parametrize("content", ["", "Torvet 3\nBy\n", "SorId;SorType;EntityName;ParentSorId\n"])
def test_what_is_no_register_is_refused(tmp_path: Path, content: str) -> None:
    with pytest.raises(UnreadableFile):
        read_register(write(tmp_path, content), CODES, today=TODAY)


def test_place_names_every_field() -> None:
    assert [FIELDS[place] for place in PLACE.values()] == list(PLACE)
