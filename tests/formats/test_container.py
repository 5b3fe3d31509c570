"""Files, folders and zips as parts in memory."""

import zipfile
from pathlib import Path

import pytest

from sorstudio.formats.container import is_container, is_workbook, load
from sorstudio.formats.problems import UnreadableFile


def refusal(path: Path, largest: int = 1 << 20) -> str:
    with pytest.raises(UnreadableFile) as refused:
        load(path, largest)
    return refused.value.problems[0].code


def zipped(path: Path, **members: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), data)
    return path


def test_a_file_is_one_part(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"x")
    assert [(part.name, part.data) for part in load(tmp_path / "a.csv")] == [("a.csv", b"x")]


def test_a_folder_is_its_readable_files(tmp_path: Path) -> None:
    for name in ("b.csv", "a.CSV", "billede.png"):
        (tmp_path / name).write_bytes(b"x")
    assert [part.name.split("/")[1] for part in load(tmp_path)] == ["a.CSV", "b.csv"]


def test_a_zip_is_its_members_without_their_folders(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", data__SOREntity_csv=b"x", readme_pdf=b"y")
    assert [(part.name, part.data) for part in load(path)] == [("a.zip/SOREntity.csv", b"x")]


def test_a_member_that_points_outside_is_only_read(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("../../ude.csv", b"x")
    assert [part.name for part in load(path)] == ["a.zip/ude.csv"]
    assert list(tmp_path.iterdir()) == [path]


def test_a_workbook_is_no_container(tmp_path: Path) -> None:
    data = zipped(tmp_path / "a.xlsx", xl__workbook_xml=b"<x/>").read_bytes()
    assert is_workbook(data)
    assert not is_container(data)
    assert len(load(tmp_path / "a.xlsx")) == 1


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"x" * 2_000)
    assert refusal(tmp_path / "a.csv", 1_000) == "file.too_large"


def test_a_zip_that_is_too_large_unpacked_is_not_unpacked(tmp_path: Path) -> None:
    assert refusal(zipped(tmp_path / "a.zip", a_csv=b"0" * 5_000), 1_000) == "file.too_large"


def test_a_damaged_zip_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", a_csv=bytes(range(256)) * 8)
    data = path.read_bytes()
    path.write_bytes(data[:60] + b"\xff\xff\xff" + data[63:])
    assert refusal(path) == "zip.damaged"


def test_a_cut_zip_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", a_csv=b"x" * 200)
    path.write_bytes(path.read_bytes()[:80])
    assert refusal(path) == "zip.damaged"


def test_nothing_to_read_is_refused(tmp_path: Path) -> None:
    assert refusal(zipped(tmp_path / "a.zip", a_png=b"x")) == "zip.empty"
    (tmp_path / "tom").mkdir()
    assert refusal(tmp_path / "tom") == "folder.empty"


def test_a_path_without_file_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "ingen.csv") == "file.not_there"
