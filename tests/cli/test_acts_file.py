"""A file of acts is read line by line."""

from pathlib import Path

import pytest

from sorstudio.cli.acts_file import is_acts_file, read_acts
from sorstudio.model.errors import Unusable

NOTE = '{"act": "note", "unit": "u", "text": "æ"}'


@pytest.mark.parametrize("data", [NOTE.encode(), b"\xef\xbb\xbf" + NOTE.encode(), f"{NOTE}\r\n\r\n".encode()])
def test_a_mark_and_blank_lines_do_no_harm(data: bytes) -> None:
    acts, wrong = read_acts(data)
    assert ([act.line for act in acts], wrong) == ([1], [])


def test_comments_are_left_out_and_lines_keep_their_numbers() -> None:
    acts, _ = read_acts(f"# hej\n\n{NOTE}\n  # mere\n{NOTE}".encode())
    assert [act.line for act in acts] == [3, 5]


@pytest.mark.parametrize(
    ("line", "code"),
    [("{", "cli.acts.not_json"), ("[1]", "act.no_name"), ('{"act": "x\\ud800"}', "cli.acts.letters")],
)
def test_what_is_no_act_is_told(line: str, code: str) -> None:
    acts, ((number, error),) = read_acts(line.encode())
    assert (acts, number, error.code) == ([], 1, code)


def test_other_encodings_are_refused_with_the_line() -> None:
    with pytest.raises(Unusable) as refusal:
        read_acts("# a\n# æ".encode("latin-1"))
    assert (refusal.value.code, refusal.value.params["line"]) == ("cli.acts.encoding", 2)


def test_an_odd_separator_in_a_name_does_not_part_a_line() -> None:
    acts, wrong = read_acts('{"act": "note", "unit": "u", "text": "a\u2028b"}'.encode())
    assert (len(acts), wrong) == (1, [])


@pytest.mark.parametrize(
    ("name", "text", "is_acts"),
    [
        ("a.txt", NOTE, True),
        ("a.txt", "# x\n{", True),
        ("a.txt", "", True),
        ("a.txt", "Kommune\n  Nord", False),
        ("a.JSONL", "rename Nord\n{}", True),
    ],
)
def test_acts_are_told_from_an_outline(tmp_path: Path, name: str, text: str, is_acts: bool) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert is_acts_file(tmp_path / name) is is_acts
