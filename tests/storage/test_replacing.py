"""A draft is written beside, and never left behind."""

from pathlib import Path

import pytest

from sorstudio.storage.replacing import beside, clear_drafts, flush_file, flush_folder


def test_a_draft_is_in_the_same_folder(tmp_path: Path) -> None:
    with beside(tmp_path / "a.sorplan") as draft:
        assert (draft.parent, draft.name != "a.sorplan") == (tmp_path, True)


def give_up(path: Path) -> None:
    with beside(path) as draft:
        draft.write_text("half")
        raise ValueError("no")


def test_a_draft_is_taken_away_after_a_fault(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no"):
        give_up(tmp_path / "a.sorplan")
    assert list(tmp_path.iterdir()) == []


def test_flushing_leaves_the_content(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text("æ", encoding="utf-8")
    flush_file(path)
    flush_folder(tmp_path)
    assert path.read_text("utf-8") == "æ"


def test_what_a_killed_program_left_is_taken_away_and_nothing_else(tmp_path: Path) -> None:
    names = (".a[1].sorplan.0f3c.new", ".a[1].sorplan.0f3c.new-journal", ".b.sorplan.0f3c.new", "a[1].sorplan")
    for name in names:
        (tmp_path / name).touch()
    clear_drafts(tmp_path / "a[1].sorplan")
    assert {path.name for path in tmp_path.iterdir()} == {".b.sorplan.0f3c.new", "a[1].sorplan"}
