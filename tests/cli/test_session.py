"""What every command works with."""

from pathlib import Path

import pytest

from sorstudio.cli.session import Session, texts_of
from sorstudio.model.errors import Conflict, Unreadable
from sorstudio.storage.hold import Hold, take_hold
from tests.model.outline import TODAY

SESSION = Session(texts_of("da"), TODAY)


def test_a_plan_that_is_held_is_not_written(plan_path: Path) -> None:
    hold = take_hold(plan_path)
    with pytest.raises(Conflict) as refusal:
        SESSION.write(plan_path)
    assert refusal.value.code == "storage.held"
    assert isinstance(hold, Hold)
    hold.release()


def test_a_plan_that_is_held_is_read(plan_path: Path) -> None:
    hold = take_hold(plan_path)
    with SESSION.read(plan_path) as opened:
        assert opened.plan.state().units
    assert isinstance(hold, Hold)
    hold.release()


def test_a_damaged_plan_is_told_and_no_half_answer_given(plan_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import sqlite3

    with sqlite3.connect(plan_path) as file:
        file.execute("DELETE FROM versions WHERE position = 3")
    file.close()
    with pytest.raises(Unreadable) as refusal:
        SESSION.read(plan_path)
    assert refusal.value.code == "cli.damaged"
    shown = capsys.readouterr()
    assert (shown.out, "kan ikke læses" in shown.err) == ("", True)
