"""Which rule book a command works with, and which rules a person means."""

from __future__ import annotations

from pathlib import Path

import pytest

from sorstudio.cli.books import book_for, book_of_file, codes_of, only_rules, text_of_file
from sorstudio.cli.session import Session, texts_of
from sorstudio.model.edits.settings import set_rule_edition
from sorstudio.model.errors import Unreadable, Unusable
from sorstudio.rules.rulebook import core_rules
from tests.model.outline import plan

DANISH = Session(texts_of("da"))
OFF = '[edition]\nname = "Vores"\n\n[[rule]]\ncode = "SOR-031"\non = false\n'


def test_a_file_goes_ahead_of_the_book_of_the_plan(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text(OFF, encoding="utf-8")
    work = plan("Kommune")
    assert book_for(DANISH, work, None) is core_rules()
    assert book_for(DANISH, work, path).edition.name == "Vores"


def test_a_book_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text(OFF, encoding="utf-8-sig")
    assert book_of_file(path).edition.name == "Vores"


def test_what_is_no_text_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(Unreadable) as caught:
        text_of_file(path)
    assert (caught.value.code, caught.value.params) == ("rulebook.not_utf8", {"file": "a.toml"})


def test_a_huge_file_is_not_even_read(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    with path.open("wb") as file:
        file.truncate(9_000_000)
    with pytest.raises(Unreadable) as caught:
        text_of_file(path)
    assert caught.value.code == "rulebook.too_large"


def test_an_own_book_that_no_longer_reads_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    work = plan("Kommune")
    work.apply(set_rule_edition(work, "[[rule]]\ncode = 3\n", "Gammel"))
    assert book_for(DANISH, work, None) is core_rules()
    told = capsys.readouterr().err
    assert told.startswith("Planens egen regelbog kan ikke læses, så de medfølgende regler er brugt.")
    assert "linje 2" in told


def test_a_rule_is_named_by_its_code_in_any_case() -> None:
    assert codes_of(core_rules(), ["sor-031", "SOR-010"]) == {"SOR-031", "SOR-010"}


def test_a_rule_that_is_not_there_is_refused() -> None:
    with pytest.raises(Unusable) as caught:
        only_rules(core_rules(), ["SOR-031", "XYZ-1"])
    assert (caught.value.code, caught.value.params) == ("cli.rule.unknown", {"rule": "XYZ-1"})


def test_without_a_name_all_rules_are_meant() -> None:
    assert only_rules(core_rules(), None) is core_rules()
