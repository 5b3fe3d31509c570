"""Column dictionaries and tolerant headers."""

import pytest

from sorstudio.formats.columns import (
    GENERIC,
    all_layouts,
    field_name,
    fold_header,
    known_fields,
    layout,
    match,
    recognise_layout,
)


@pytest.mark.parametrize("text", ["SOR-kode", "sor_kode", "Sor Kode", "SOR.KODE"])
def test_headers_are_folded(text: str) -> None:
    assert fold_header(text) == "sorkode"


def test_danish_letters_have_two_spellings() -> None:
    assert fold_header("Besøgsadresse") == fold_header("Besoegsadresse")


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("SorId;SorType;EntityName", "sor2"),
        ("sorid;entityname", "sor2"),
        ("Enhedsnavn;Enhedstype;SOR-type;SOR-kode;Parent-SOR-kode", "sor_csv"),
        ("CodeSOR;ParentCodeSOR;FromDate", "supplier"),
        ("sor_id;level;entity_type;eer_unit_type;name", "eer_csv"),
        ("id;navn", GENERIC),
    ],
)
def test_a_layout_is_known_by_its_header(header: str, name: str) -> None:
    assert recognise_layout(header.split(";")).name == name


@pytest.mark.parametrize(
    "parent", ["ParentSorId", "EntityParentSorId", "parent_sor-id", "SorIdParent", "Overordnet SOR-id"]
)
def test_the_parent_of_sor2_is_found_under_many_headers(parent: str) -> None:
    columns = match(["SorId", "EntityName", "SorType", "GeographicalParentSorId", parent], layout("sor2"))
    assert columns.title("parent") == parent
    assert columns.title("geographic_parent") == "GeographicalParentSorId"


def test_the_name_of_the_parent_is_not_its_id() -> None:
    assert "parent" not in match(["id", "navn", "Parent name"], layout(GENERIC))


def test_a_header_serves_one_field_only() -> None:
    for one in all_layouts():
        columns = match([header for names in one.columns.values() for header in names if "*" not in header], one)
        assert len(set(columns.places.values())) == len(columns.places), one.name


def test_the_users_word_wins() -> None:
    assert match(["name", "navn", "id"], layout(GENERIC), {"name": "navn"}).title("name") == "navn"


def test_replication_dates_are_left_alone() -> None:
    assert "valid_from" not in match(["SorId", "EntityName", "ValidFrom"], layout("sor2"))


def test_headers_that_look_like_the_number_are_left_to_their_content() -> None:
    columns = match(["SorId", "EntityName", "EanLocationCodeNr"], layout("sor2"))
    assert columns.number_places == (2,)


@pytest.mark.parametrize(("word", "field"), [("id", "sor_id"), ("Location-number", "gln"), ("name", "name")])
def test_people_have_their_own_words_for_fields(word: str, field: str) -> None:
    assert field_name(word) == field
    assert field in known_fields()
