"""Kinds of files, by their content."""

from pathlib import Path

import pytest

from sorstudio.formats.recognise import Kind, is_sor_id, sniff, sniff_bytes
from tests.formats.registers import CENTRE, HOME, OWNER, eer, sor2, sor_id, write

BUNDLE = '{"resourceType": "Bundle", "entry": []}'


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (eer(), Kind.REGISTER),
        (sor2(), Kind.REGISTER),
        (f"sor_id,name\n{OWNER},A\n", Kind.REGISTER),
        (f"Kode;Hvad\n{OWNER};A\n{CENTRE};B\n", Kind.REGISTER),
        (f'sor_id,name,parent,level\n{OWNER},"A, B",,1\n{CENTRE},"C, D",{OWNER},2\n', Kind.REGISTER),
        (f'sor_id;name;parent;level\n{OWNER};"A\nB";;1\n', Kind.REGISTER),
        ("EanLocationCode;EDIType;Version\n", Kind.SERVANT),
        ("Navn;Overordnet;Type\nA;;\nB;A;\n", Kind.TABLE),
        ("SOR-id;Navn\n;A\n;B\n", Kind.TABLE),
        ("Dato;Beløb\n1.1.2026;5\n", Kind.TABLE),
        ('<?xml version="1.0"?><SorTree/>', Kind.XML),
        ("\n <SorTree/>", Kind.XML),
        (BUNDLE, Kind.FHIR),
        ("Herlev Kommune\n\tTræning\n\t\tHold, mandag\n", Kind.OUTLINE),
        ("1. Pleje, og mere\n1.1. Hjemmepleje\n1.2. Nat, aften\n", Kind.OUTLINE),
        ("- a\n- b\n", Kind.OUTLINE),
        ("<!DOCTYPE html>\n<html></html>", Kind.UNREADABLE),
        ("<svg></svg>", Kind.UNREADABLE),
        ('{"a": 1}', Kind.UNREADABLE),
        ("en eneste linje", Kind.UNREADABLE),
        ("", Kind.UNREADABLE),
        (" \n\n", Kind.UNREADABLE),
        ("\x01\x02\n\x03\x04\n", Kind.UNREADABLE),
    ],
)
def test_a_file_is_known_by_its_content(text: str, kind: Kind) -> None:
    assert sniff_bytes(text.encode()) is kind
    assert sniff_bytes(text.encode("utf-8-sig")) is kind


def test_xml_in_utf_16_is_xml() -> None:
    assert sniff_bytes("<SorTree/>".encode("utf-16")) is Kind.XML


def test_a_list_in_latin_1_is_an_outline() -> None:
    assert sniff_bytes("Træning\n\tÆldre\n".encode("latin-1")) is Kind.OUTLINE


def test_a_letter_cut_in_two_at_the_end_of_what_is_looked_at_does_not_matter() -> None:
    text = "Træning\n" + "æ" * 100 + "\n"
    for length in range(40, 60):
        assert sniff_bytes(text.encode()[:length]) is Kind.OUTLINE


def test_the_name_of_a_file_does_not_matter(tmp_path: Path) -> None:
    assert sniff(write(tmp_path, eer(), "billede.xml")) is Kind.REGISTER


def test_a_folder_is_what_it_holds(tmp_path: Path) -> None:
    write(tmp_path, "Læs mig\nførst\n", "a.txt")
    write(tmp_path, eer(), "b.csv")
    assert sniff(tmp_path) is Kind.REGISTER


def test_what_is_not_there_is_unreadable(tmp_path: Path) -> None:
    assert sniff(tmp_path / "ingen") is Kind.UNREADABLE


def test_a_sor_id_is_known_by_its_check_digit() -> None:
    assert is_sor_id(f'="{HOME}"')
    assert not is_sor_id("5790001234567")
    assert not is_sor_id(sor_id(1)[:-1])
