"""Two register files compared: exactly what happened is told, and in the mirror the same the other way round."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import assume, given, reject
from hypothesis import strategies as st

from sorstudio.formats.problems import UnreadableFile
from sorstudio.formats.register_compare import Comparison, compare_files, compare_registers
from sorstudio.formats.register_file import read_register
from sorstudio.model.register_facts import RegisterChange
from tests.formats import register_writing
from tests.formats.register_writing import Case, Line, cases
from tests.formats.registers import CENTRE, CODES, HOME, OWNER, PLAIN_ROWS, TEAM, TODAY, eer, gln, sor_id, write

R = RegisterChange


def compared(before: Path, after: Path, owner: str | None = None) -> Comparison:
    return compare_files(before, after, CODES, today=TODAY, owner=owner)


def of_case(folder: Path, case: Case, *, backwards: bool = False) -> tuple[Path, Path]:
    before = register_writing.write(folder / "før.csv", case.before)
    return before, register_writing.write(folder / "efter.csv", case.after, backwards=backwards)


def told(found: Comparison) -> set[tuple[str, RegisterChange]]:
    return {(one.unit, one.change) for one in found.changes}


@given(cases(), st.booleans())
def test_the_acts_are_told_and_nothing_else(tmp_path_factory: pytest.TempPathFactory, case: Case, back: bool) -> None:
    assume(case.after)  # a file without units is refused
    found = compared(*of_case(tmp_path_factory.mktemp("r"), case, backwards=back))
    assert told(found) == case.told
    assert len(found.changes) == len(case.told)


@given(cases())
def test_a_file_and_itself_do_not_differ(tmp_path_factory: pytest.TempPathFactory, case: Case) -> None:
    assume(case.after)  # a file without any units is refused
    folder = tmp_path_factory.mktemp("r")
    one = register_writing.write(folder / "a.csv", case.after)
    other = register_writing.write(folder / "b.csv", case.after, backwards=True)
    assert compared(one, other).changes == ()


@given(cases())
def test_the_mirror_tells_the_same_backwards(tmp_path_factory: pytest.TempPathFactory, case: Case) -> None:
    before, after = of_case(tmp_path_factory.mktemp("r"), case)
    try:
        forth = {(one.unit, one.field, one.before, one.after) for one in compared(before, after).changes}
    except UnreadableFile:  # the acts have left a file that is refused; that is told elsewhere
        reject()
    back = {(one.unit, one.field, one.after, one.before) for one in compared(after, before).changes}
    assert forth == back


@given(cases())
def test_reading_apart_tells_the_same(tmp_path_factory: pytest.TempPathFactory, case: Case) -> None:
    """Keeping equal rows once is only a way to be quick."""
    before, after = of_case(tmp_path_factory.mktemp("r"), case)
    apart = [read_register(path, CODES, today=TODAY) for path in (before, after)]
    assert compare_registers(apart[0], apart[1], CODES).changes == compared(before, after).changes


PLAIN = {0: Line(0, None, 1, "Prøvekøbing Kommune"), 1: Line(1, 0, 2, "Centret"), 2: Line(2, 1, 3, "Hjemmet")}


def test_across_layouts_only_what_both_have_is_compared(tmp_path: Path) -> None:
    lines = dict(PLAIN) | {2: replace(PLAIN[2], street="Åvej", phone="70101010")}
    rows = [f"{sor_id(n)};{one.level};;;{one.name};{sor_id(n - 1) if n else ''};;;" for n, one in PLAIN.items()]
    table = eer(*rows).rstrip("\n")
    found = compared(register_writing.write(tmp_path / "a.csv", lines), write(tmp_path, table + "\n", "b.csv"))
    assert found.changes == ()
    assert {"postal", "contact", "valid_to"} <= set(found.only_before)
    assert "cvr" in found.only_after


def test_the_owner_by_name_leaves_the_others_out(tmp_path: Path) -> None:
    other = {9: Line(9, None, 1, "Anden Kommune"), 10: Line(10, 9, 2, "Andet center")}
    before = register_writing.write(tmp_path / "a.csv", PLAIN | other)
    renamed = {2: replace(PLAIN[2], name="Nyt"), 10: replace(other[10], name="Nyere")}
    after = register_writing.write(tmp_path / "b.csv", PLAIN | other | renamed)
    assert told(compared(before, after)) == {(sor_id(2), R.RENAMED), (sor_id(10), R.RENAMED)}
    found = compared(before, after, "Anden Kommune")
    assert told(found) == {(sor_id(10), R.RENAMED)}
    assert found.owners() == {sor_id(9): Counter({R.RENAMED: 1})}
    with pytest.raises(UnreadableFile):
        compared(before, after, "Findes Ikke")


def test_a_unit_that_went_to_another_owner_is_told_to_both(tmp_path: Path) -> None:
    other = {9: Line(9, None, 1, "Anden Kommune")}
    before = register_writing.write(tmp_path / "a.csv", PLAIN | other)
    after = register_writing.write(tmp_path / "b.csv", PLAIN | other | {1: replace(PLAIN[1], parent=9)})
    for owner in (sor_id(0), sor_id(9)):
        assert told(compared(before, after, owner)) == {(CENTRE, R.MOVED)}


def test_a_unit_long_closed_is_neither_new_nor_gone(tmp_path: Path) -> None:
    before = register_writing.write(tmp_path / "a.csv", PLAIN)
    after = register_writing.write(tmp_path / "b.csv", PLAIN | {3: Line(3, 1, 3, "Væk", last_day="2020-12-31")})
    assert compared(before, after).changes == compared(after, before).changes == ()


def test_an_inherited_number_is_not_told_for_every_unit_below(tmp_path: Path) -> None:
    def shown(number: str) -> str:
        return eer(
            f"{OWNER};1;IE;kommune;Prøvekøbing Kommune;;;;",
            f"{CENTRE};2;SI;;Centret;{OWNER};;{number};",
            f"{HOME};3;OE;;Hjemmet;{CENTRE};;{number};",
        )

    found = compared(write(tmp_path, shown(gln(1)), "a.csv"), write(tmp_path, shown(gln(2)), "b.csv"))
    assert [(one.unit, one.before, one.after) for one in found.changes] == [(CENTRE, gln(1), gln(2))]


def test_message_types_are_told_though_the_row_of_the_unit_is_the_same(tmp_path: Path) -> None:
    for name, types in (("a", ("DIS91",)), ("b", ("DIS91", "REF01"))):
        folder = tmp_path / name
        folder.mkdir()
        register_writing.write(folder / "SorEntity_daily.csv", PLAIN | {2: replace(PLAIN[2], gln=gln(1))})
        rows = [f"{gln(1)};{one};;ind" for one in types]
        write(folder, "\n".join(("EanLocationCode;EdiType;EdiVersion;Direction", *rows)) + "\n", "types.csv")
    found = compared(tmp_path / "a", tmp_path / "b")
    assert told(found) == {(HOME, R.MESSAGE_TYPES)}
    assert "REF01" in str(found.changes[0].after)


def test_faulty_rows_are_told_and_the_rest_is_compared(tmp_path: Path) -> None:
    rows = [*PLAIN_ROWS, PLAIN_ROWS[3], f";4;OE;;Uden id;{HOME};;;", f"{sor_id(8)};4"]
    after = [row.replace("Nathold", "Natholdet") for row in rows]
    found = compared(write(tmp_path, eer(*rows), "a.csv"), write(tmp_path, eer(*after), "b.csv"))
    assert told(found) == {(TEAM, R.RENAMED)}
    assert [one.line for one in found.after.problems] == [6, 7, 8]
