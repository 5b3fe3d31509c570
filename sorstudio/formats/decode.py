"""The bytes of a text file made into text, or the line at which they are not what they should be."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sorstudio.formats.problems import Problem, UnreadableFile

UTF8_MARK = b"\xef\xbb\xbf"
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_UTF8_LETTER = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
# What æ, ø and å become when UTF-8 is read as Latin-1 and saved again.
_TWICE = re.compile("\u00c3[\u00a6\u00b8\u00a5\u0086\u0098\u0085\u2020\u02dc\u2026\u00a9]")
_MAGIC = ((b"PK\x03\x04", "zip"), (b"%PDF", "pdf"), (b"\xd0\xcf\x11\xe0", "xls"), (b"\x1f\x8b", "gzip"))


def decode(data: bytes, source: str, encodings: Sequence[str] = ("utf-8",)) -> str:
    """The text of a file that is UTF-8, or Latin-1 where `encodings` allows it."""
    refuse_binary(data, source)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        text = _latin(data, source, encodings, error)
    _refuse_lost_letters(text, source)
    return text


def refuse_binary(data: bytes, source: str) -> None:
    """Refuse what is empty, UTF-16, or no text at all."""
    if not data.strip(b" \t\r\n" + UTF8_MARK):
        raise UnreadableFile([Problem("file.empty", source=source)], source)
    if data[:2] in _UTF16_MARKS or _looks_wide(data):
        raise UnreadableFile([Problem("file.utf16", 1, source=source)], source)
    for magic, name in _MAGIC:
        if data.startswith(magic):
            raise UnreadableFile([Problem("file.binary", source=source, params={"kind": name})], source)
    place = data.find(b"\0")
    if place >= 0:
        line = data.count(b"\n", 0, place) + 1
        raise UnreadableFile([Problem("file.nul", line, source=source)], source)


def _looks_wide(data: bytes) -> bool:
    """Text in UTF-16 without its mark has a zero in every other byte."""
    head = data[:400]
    return len(head) > 8 and max(head[0::2].count(0), head[1::2].count(0)) > len(head) // 4


def _latin(data: bytes, source: str, encodings: Sequence[str], error: UnicodeDecodeError) -> str:
    if "latin-1" not in encodings or (_UTF8_LETTER.search(data) and not _is_mostly_latin(data)):
        line = data.count(b"\n", 0, error.start) + 1
        value = _word_around(data, error.start)
        raise UnreadableFile([Problem("file.not_utf8", line, value=value, source=source)], source)
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _is_mostly_latin(data: bytes) -> bool:
    letters = len(_UTF8_LETTER.findall(data))
    other = sum(data.count(sign) for sign in (b"\xe6", b"\xf8", b"\xe5", b"\xc6", b"\xd8"))
    return other > 20 * letters


def _word_around(data: bytes, place: int) -> str:
    before = re.split(rb"[;,\t|\r\n]", data[max(0, place - 40) : place])[-1]
    after = re.split(rb"[;,\t|\r\n]", data[place : place + 40])[0]
    return (before + after).decode("latin-1").strip()


def _refuse_lost_letters(text: str, source: str) -> None:
    for code, place in (("file.encoded_twice", _twice(text)), ("file.lost_letters", text.find("\ufffd"))):
        if place >= 0:
            line = text.count("\n", 0, place) + 1
            value = text[max(0, place - 12) : place + 12].replace("\n", " ").strip()
            raise UnreadableFile([Problem(code, line, value=value, source=source)], source)


def _twice(text: str) -> int:
    found = _TWICE.search(text) if "\u00c3" in text else None
    return found.start() if found else -1
