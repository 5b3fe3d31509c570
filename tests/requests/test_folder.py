from pathlib import Path

import pytest

from sorstudio.model.errors import Unusable
from sorstudio.requests.folder import write_folder

OURS = frozenset({"a.txt", "b.txt"})


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_folder_appears_whole(tmp_path: Path) -> None:
    out = tmp_path / "deep" / "out"
    assert write_folder(out, {"a.txt": b"1", "b.txt": b"2"}, OURS) == (out / "a.txt", out / "b.txt")
    assert (out / "b.txt").read_bytes() == b"2"
    assert names(tmp_path / "deep") == ["out"]


def test_an_earlier_request_is_replaced_and_foreign_files_are_left_alone(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write_folder(out, {"a.txt": b"1", "b.txt": b"2"}, OURS)
    (out / "noter.docx").write_bytes(b"mine")
    write_folder(out, {"a.txt": b"3"}, OURS)
    assert names(out) == ["a.txt", "noter.docx"]
    assert (out / "a.txt").read_bytes() == b"3"
    assert names(tmp_path) == ["out"]


def test_a_file_in_the_way_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"")
    with pytest.raises(Unusable) as refusal:
        write_folder(tmp_path / "out", {"a.txt": b"1"}, OURS)
    assert refusal.value.code == "request.folder_is_file"


def test_a_place_that_cannot_be_written_is_refused_and_nothing_is_left(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(Unusable) as refusal:
        write_folder(tmp_path / "file" / "out", {"a.txt": b"1"}, OURS)
    assert refusal.value.code == "request.cannot_write"
    assert names(tmp_path) == ["file"]
