"""Plan files for the window."""

from pathlib import Path

import pytest

from sorstudio.model.edits import units
from sorstudio.model.errors import SorError
from sorstudio.ui.plans import author, example_session, new_session, open_session, save_copy
from tests.model.outline import baseline, key

DRAWING = "Ærø Kommune\n  Sundhed\n    Åkanden"


def test_a_new_plan_can_be_opened_again_with_its_changes(tmp_path: Path) -> None:
    session = new_session(tmp_path / "ærø.sorplan", baseline(DRAWING))
    session.plan.apply(units.rename(session.plan, key(session.plan, "Åkanden"), "Åen"))
    session.close()
    again = open_session(tmp_path / "ærø.sorplan")
    assert key(again.plan, "Åen")
    assert again.recent(1).municipality == "Ærø Kommune"
    again.close()


def test_a_file_that_is_there_is_not_replaced_unasked(tmp_path: Path) -> None:
    new_session(tmp_path / "a.sorplan", baseline(DRAWING)).close()
    with pytest.raises(SorError):
        new_session(tmp_path / "a.sorplan", baseline(DRAWING))


def test_a_plan_that_someone_has_is_opened_for_reading(tmp_path: Path) -> None:
    first = new_session(tmp_path / "a.sorplan", baseline(DRAWING))
    second = open_session(tmp_path / "a.sorplan")
    assert second.read_only
    assert second.holder
    assert second.obstacle is not None
    second.close()
    first.close()


def test_a_copy_holds_everything(tmp_path: Path) -> None:
    session = new_session(tmp_path / "a.sorplan", baseline(DRAWING))
    session.plan.apply(units.rename(session.plan, key(session.plan, "Åkanden"), "Åen"))
    save_copy(session, tmp_path / "b.sorplan")
    session.close()
    copy = open_session(tmp_path / "b.sorplan")
    assert key(copy.plan, "Åen")
    copy.close()


def test_the_exercise_keeps_what_was_done_in_it() -> None:
    first = example_session()
    root = first.plan.state().roots()[0]
    first.plan.apply(units.rename(first.plan, root, "Min Kommune"))
    first.close()
    second = example_session()
    assert second.plan.state().units[root].name == "Min Kommune"
    second.close()


def test_changes_are_signed() -> None:
    assert isinstance(author(), str)
