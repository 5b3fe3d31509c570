"""The last page of the import."""

from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from sorstudio.model.plan import Plan
from sorstudio.ui.importing.ready_page import OwnListPage, ReadyPage, contents_in_words, with_suffix
from sorstudio.ui.theme import Theme
from sorstudio.ui.translate import Tongue
from tests.model.outline import baseline


@pytest.fixture
def page(theme: Theme, tongue: Tongue, qtbot: QtBot) -> ReadyPage:
    page = ReadyPage(theme, baseline("Ærø Kommune\n  Sundhed\n    Nord"))
    qtbot.addWidget(page)
    return page


def test_what_was_read_is_said_in_a_sentence(small: Plan, tongue: Tongue) -> None:
    words = contents_in_words(small.state())
    assert words == "10 enheder i 4 niveauer: 1 institutionsejer, 2 sundhedsinstitutioner, 7 organisatoriske enheder."


def test_the_plan_is_named_after_its_owner(page: ReadyPage) -> None:
    assert Path(page.path.text()).name == "Ærø Kommune.sorplan"


def test_day_and_path_can_be_others(page: ReadyPage, qtbot: QtBot, tmp_path: Path) -> None:
    page.day.setDate(date(2026, 10, 1))
    page.path.set_text(str(tmp_path / "min plan"))
    with qtbot.waitSignal(page.accepted) as told:
        page.go_on()
    assert told.args == [tmp_path / "min plan.sorplan", date(2026, 10, 1), False]


def test_a_list_needs_an_owner(theme: Theme, tongue: Tongue, qtbot: QtBot) -> None:
    page = OwnListPage(theme, "")
    qtbot.addWidget(page)
    page.go_on()
    assert page.problem.text()
    page.owner.setText("Herlev Kommune")
    with qtbot.waitSignal(page.accepted) as told:
        page.go_on()
    assert told.args[1] == "Herlev Kommune"


def test_a_suffix_is_added_once() -> None:
    assert with_suffix("/p/a").name == "a.sorplan"
    assert with_suffix("/p/a.sorplan").name == "a.sorplan"
    assert with_suffix("/p/uge 47.2").name == "uge 47.2.sorplan"
