"""The whole main job on the bundled example."""

from pathlib import Path

import pytest

from tests.cli.conftest import Call

pytestmark = pytest.mark.usefixtures("qapp")


def test_everything_is_made_and_said_where(call: Call, tmp_path: Path) -> None:
    out = tmp_path / "ud"
    done = call("demo", "--out", out)
    made = {path.relative_to(out).as_posix() for path in out.rglob("*")}
    assert (done.code, done.err) == (0, "")
    assert {"eksempelby.sorplan", "billede.png", "vindue.png", "anmodning/README.txt"} <= made
    assert all(str(out / name) in done.out for name in ("eksempelby.sorplan", "billede.png", "vindue.png", "anmodning"))


def test_it_can_be_done_again_in_the_same_folder(call: Call, tmp_path: Path) -> None:
    call("demo", "--out", tmp_path)
    again = call("demo", "--out", tmp_path, "--open")
    assert (again.code, again.err) == (0, "")
    assert "ingen skærm" in again.out
