"""What the acts call."""

from pathlib import Path

import pytest

from sorstudio.model.plan import Plan
from sorstudio.ui.actions import all_acts
from sorstudio.ui.handlers import handlers
from sorstudio.ui.theme import Look
from sorstudio.ui.translate import Tongue
from tests.ui.window_kit import open_window, work

NEEDS_A_PERSON = {
    "tour",
    "new_plan",
    "open_plan",
    "add_units",
    "save_picture",
    "save_copy",
    "help",
    "quit",
    "open_example",
}
NEEDS_A_PERSON |= {"save_seen", "print_a4", "print_a3"}


def test_every_act_of_the_table_has_a_handler_and_no_more(tmp_path: Path, look: Look, tongue: Tongue) -> None:
    with open_window(tmp_path, look, tongue) as window:
        assert handlers(window).keys() == {act.name for act in all_acts()}


def test_without_a_plan_nothing_happens(tmp_path: Path, look: Look, tongue: Tongue) -> None:
    with open_window(tmp_path, look, tongue) as window:
        for name, call in handlers(window).items():
            if name not in NEEDS_A_PERSON and not name.startswith(("mode", "text", "language")):
                call()
        assert window.workspace is None


@pytest.mark.parametrize("name", ["open_all", "close_all", "closed_shown", "near", "names", "far", "fit"])
def test_acts_on_the_panes_change_no_plan(tmp_path: Path, look: Look, tongue: Tongue, small: Plan, name: str) -> None:
    with open_window(tmp_path, look, tongue, small) as window:
        handlers(window)[name]()
        assert work(window).editor.plan.head is None
