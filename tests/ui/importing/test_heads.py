"""A look into a file before it is read."""

from pathlib import Path

from sorstudio.ui.importing.heads import headers, owners, short_name
from tests.ui.importing.files import register, sor_id, two_owners


def test_the_columns_of_a_table_are_listed(tmp_path: Path) -> None:
    assert headers([register(tmp_path)])[:3] == ("sor_id", "name", "parent_sor_id")


def test_every_owner_is_found_in_the_order_of_their_names(tmp_path: Path) -> None:
    found = owners([two_owners(tmp_path)])
    assert [(owner.name, owner.sor_id) for owner in found] == [
        ("Ebeltoft Kommune", sor_id(11)),
        ("Ærø Kommune", sor_id(1)),
    ]


def test_a_file_of_another_kind_has_neither(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text("<a/>")
    assert headers([tmp_path / "a.xml"]) == ()
    assert owners([tmp_path / "a.xml"]) == ()


def test_headers_have_a_short_name_of_their_own() -> None:
    assert short_name("a|b") == short_name("a|b") != short_name("a|c")
