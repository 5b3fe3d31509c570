"""What is drawn or opened."""

from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.cli.conftest import Call

pytestmark = pytest.mark.usefixtures("qapp")

STARTS = {".png": b"\x89PNG", ".pdf": b"%PDF", ".svg": b"<?xml"}


@pytest.mark.parametrize("suffix", STARTS)
def test_the_tree_is_drawn_in_the_form_of_its_name(call: Call, plan_path: Path, tmp_path: Path, suffix: str) -> None:
    out = tmp_path / f"billede{suffix}"
    assert call("render", plan_path, "--out", out).code == 0
    assert out.read_bytes().startswith(STARTS[suffix])


def test_another_form_is_unusable(call: Call, plan_path: Path, tmp_path: Path) -> None:
    refused = call("render", plan_path, "--out", tmp_path / "billede.jpg")
    assert (refused.code, ".svg" in refused.err) == (2, True)


def test_a_missing_folder_is_unusable(call: Call, plan_path: Path, tmp_path: Path) -> None:
    assert call("render", plan_path, "--out", tmp_path / "no" / "a.png").code == 2


@pytest.mark.parametrize("paper", ["A4", "a3"])
def test_the_tree_is_divided_into_sheets_of_paper(call: Call, plan_path: Path, tmp_path: Path, paper: str) -> None:
    out = tmp_path / "ark.pdf"
    drawn = call("render", plan_path, "--out", out, "--pages", paper)
    pages = PdfReader(out).pages
    assert (drawn.code, drawn.out.strip(), f"{len(pages)} ark {paper.upper()}" in drawn.err) == (0, str(out), True)
    assert pages[0].mediabox.width > pages[0].mediabox.height


@pytest.mark.parametrize(("name", "paper", "said"), [("ark.svg", "A4", ".pdf"), ("ark.pdf", "B7", "A3, A4")])
def test_sheets_of_another_kind_are_unusable_and_nothing_is_written(
    call: Call, plan_path: Path, tmp_path: Path, name: str, paper: str, said: str
) -> None:
    refused = call("render", plan_path, "--out", tmp_path / name, "--pages", paper)
    assert (refused.code, said in refused.err, (tmp_path / name).exists()) == (2, True, False)


def test_a_window_on_a_missing_plan_is_unusable(call: Call, tmp_path: Path) -> None:
    assert call("window", tmp_path / "no.sorplan").code == 2


def test_without_a_screen_there_is_no_window(call: Call, plan_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    refused = call("window", plan_path)
    assert (refused.code, "render" in refused.err) == (2, True)
