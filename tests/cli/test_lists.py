"""Outlines and own lists become proposals."""

from pathlib import Path

import pytest

from sorstudio.cli.lists import is_list, known_units, matches_in, read_proposals
from sorstudio.resources import code_lists, example
from tests.model.outline import gln, key, plan


def text_file(folder: Path, text: str, name: str = "liste.txt") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Kommune\n  Nord\n  Syd\n", True),
        ("Navn;Overenhed\nNord;Kommune\nSyd;Kommune\n", True),
        ("CodeSOR;ParentCodeSOR;FromDate;ToDate;Name;Type;Level\n1;;;;K;IE;1\n", False),
    ],
)
def test_a_list_is_told_from_a_register(tmp_path: Path, text: str, answer: bool) -> None:
    assert is_list(text_file(tmp_path, text)) is answer


def test_a_folder_is_no_list() -> None:
    assert not is_list(example("eksempelby/2026-11-02"))


def test_a_table_with_mapped_ids_is_a_register(tmp_path: Path) -> None:
    path = text_file(tmp_path, "Navn;Overenhed\nNord;Kommune\nSyd;Kommune\n")
    assert not is_list(path, {"sor_id": "Navn"})


def test_an_outline_names_its_owner_and_units() -> None:
    read = read_proposals(example("koebenhavn-amager.txt"), code_lists())
    assert read.owner == "Københavns Kommune"
    assert "Sundhedshus Amager" in [one.title for one in read.proposals]


def test_a_line_finds_the_unit_that_it_is(tmp_path: Path) -> None:
    drawn = plan(f"Kommune\n  Sundhed [{gln(1)}]\n    Hjemmepleje Nord\n    Lukket hus (closed 2026-01-01)")
    read = read_proposals(text_file(tmp_path, "Sundhed\n  Hjemmepleje Nord\n  Akutteam\n"), code_lists())
    assert [match.key for match in matches_in(drawn, read.proposals)] == [
        key(drawn, "Sundhed"),
        key(drawn, "Hjemmepleje Nord"),
    ]


def test_closed_units_are_not_offered() -> None:
    drawn = plan("Kommune\n  Sundhed\n    Nord (closed 2026-01-01)")
    assert [unit.name for unit in known_units(drawn)] == ["Kommune", "Sundhed"]
