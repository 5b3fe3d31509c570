"""What goes into the tables."""

from pathlib import Path

from sqlalchemy import select

from sorstudio.model.change import Change
from sorstudio.model.journal import Step
from sorstudio.storage.engine import open_engine
from sorstudio.storage.rows import stored_head, write_step
from sorstudio.storage.tables import BRANCHES, CHANGES, LEFT


def test_a_step_is_stored_whole(plan_path: Path) -> None:
    with open_engine(plan_path, writing=True).begin() as connection:
        write_step(connection, Step("c", Change("c", "x"), {None: "c"}, {"Plan B": "c"}))
        assert stored_head(connection) == "c"
        assert connection.scalar(select(CHANGES.c.id)) == "c"
        assert connection.execute(select(LEFT)).one() == ("", "c")
        assert connection.execute(select(BRANCHES)).one() == ("Plan B", "c")


def test_the_child_last_left_is_the_newest(plan_path: Path) -> None:
    with open_engine(plan_path, writing=True).begin() as connection:
        write_step(connection, Step(None, left={None: "a"}))
        write_step(connection, Step(None, left={None: "b"}))
        assert connection.execute(select(LEFT)).all() == [("", "b")]


def test_going_back_to_the_baseline_is_stored(plan_path: Path) -> None:
    with open_engine(plan_path, writing=True).begin() as connection:
        write_step(connection, Step("c", Change("c", "x")))
        write_step(connection, Step(None))
        assert stored_head(connection) is None
