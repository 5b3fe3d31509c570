"""Bytes made into text."""

import pytest

from sorstudio.formats.decode import decode
from sorstudio.formats.problems import UnreadableFile

LATIN = ("utf-8", "latin-1")


def refusal(data: bytes, *encodings: str) -> tuple[str, int]:
    with pytest.raises(UnreadableFile) as refused:
        decode(data, "fil", encodings or ("utf-8",))
    (problem,) = refused.value.problems
    return problem.code, problem.line


def test_the_mark_of_utf_8_is_no_text() -> None:
    assert decode("æ".encode("utf-8-sig"), "fil") == "æ"


def test_latin_1_is_read_where_the_layout_is_written_so() -> None:
    assert decode("æøå – é".encode("cp1252"), "fil", LATIN) == "æøå – é"


def test_utf_8_is_read_as_such_where_latin_1_is_allowed() -> None:
    assert decode("æøå".encode(), "fil", LATIN) == "æøå"


def test_latin_1_elsewhere_names_the_first_line_that_is_wrong() -> None:
    assert refusal("a\nb\nø".encode("latin-1")) == ("file.not_utf8", 3)


def test_two_encodings_in_one_file_are_refused() -> None:
    assert refusal("æøå\n".encode() + "æ".encode("latin-1"), *LATIN) == ("file.not_utf8", 2)


def test_letters_that_were_encoded_twice_are_noticed() -> None:
    assert refusal("x\næble".encode().decode("latin-1").encode()) == ("file.encoded_twice", 2)


def test_letters_that_are_lost_are_noticed() -> None:
    assert refusal("x\nPr\ufffdve".encode()) == ("file.lost_letters", 2)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_called_by_its_name(encoding: str) -> None:
    assert refusal("SorId;EntityName\n".encode(encoding)) == ("file.utf16", 1)


def test_a_zero_byte_is_no_text() -> None:
    assert refusal(b"abcdefghijkl\nabc\0") == ("file.nul", 2)


@pytest.mark.parametrize("data", [b"%PDF-1.4", b"PK\x03\x04aaaa", b"\xd0\xcf\x11\xe0xx"])
def test_files_of_other_programs_are_named(data: bytes) -> None:
    assert refusal(data)[0] == "file.binary"
