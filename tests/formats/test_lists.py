"""Outlines and own lists become proposals, and begin a plan."""

from pathlib import Path

import pytest

from sorstudio.formats.lists import is_list, owner_alone, read_proposals
from sorstudio.formats.problems import UnreadableFile
from sorstudio.model.identifiers import make_sor_id
from sorstudio.model.plan import Plan
from sorstudio.model.records import UNKNOWN
from sorstudio.resources import code_lists, example
from tests.model.outline import TODAY


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


def test_lines_that_are_no_part_of_the_tree_are_kept(tmp_path: Path) -> None:
    text = "Herlev Kommune\n\n1. Sundhed\n1.1. Akutteam\n\nTabellen viser\n\n\uf0b7 Vurderingspladser\n"
    read = read_proposals(text_file(tmp_path, text), code_lists())
    assert [one.title for one in read.proposals] == ["Sundhed", "Akutteam"]
    assert [(one.line, one.text) for one in read.left_out] == [(6, "Tabellen viser"), (8, "Vurderingspladser")]


def test_a_table_with_sor_ids_is_a_list_only_where_that_is_asked_for(tmp_path: Path) -> None:
    path = text_file(tmp_path, f"Navn;SOR-ID;Adresse\nNord;{make_sor_id(9_123_456)};Torvet 1\nSyd;;Torvet 2\n", "a.csv")
    assert [one.title for one in read_proposals(path, code_lists(), with_ids=True).proposals] == ["Nord", "Syd"]
    with pytest.raises(UnreadableFile):
        read_proposals(path, code_lists())


def test_a_list_that_is_gone_is_told_in_words(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile):
        read_proposals(tmp_path / "væk.txt", code_lists())


def test_of_the_owner_alone_only_the_official_name_is_known() -> None:
    baseline = owner_alone("Herlev", "herlev.txt", code_lists(), TODAY)
    plan = Plan([baseline], code_lists(), today=TODAY)
    (owner,) = plan.state().units.values()
    assert (owner.name, owner.cvr, owner.sor_id) == ("Herlev Kommune", UNKNOWN, None)
    assert plan.status(owner.key) == "active"
