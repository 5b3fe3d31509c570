"""The bar at the top."""

import pytest
from PySide6.QtWidgets import QMenuBar
from pytestqt.qtbot import QtBot

from sorstudio.model.edits import units
from sorstudio.ui.actions import Actions, Needs, all_acts
from sorstudio.ui.editor import Editor
from sorstudio.ui.theme import Mode, Theme
from sorstudio.ui.topbar import TopBar
from sorstudio.ui.translate import Tongue


@pytest.fixture
def called() -> list[str]:
    return []


@pytest.fixture
def bar(editor: Editor, theme: Theme, tongue: Tongue, qtbot: QtBot, called: list[str]) -> TopBar:
    actions = Actions({act.name: lambda name=act.name: called.append(name) for act in all_acts()}, tongue)
    menus = QMenuBar()
    qtbot.addWidget(menus)
    actions.fill(menus)
    actions.enable(frozenset(Needs))
    bar = TopBar(editor, theme, actions)
    qtbot.addWidget(bar)
    return bar


def test_it_says_whose_plan_and_of_when(bar: TopBar, editor: Editor) -> None:
    assert bar.plan.accessibleName() == "Prøvestrup Kommune. Data pr. 2. nov. 2026 · 10 enheder"
    editor.do(lambda plan: units.rename(plan, plan.state().roots()[0], "Nystrup Kommune"))
    assert bar.plan.accessibleName().startswith("Nystrup Kommune")


def test_its_buttons_call_the_acts_of_the_table(bar: TopBar, called: list[str]) -> None:
    for button in (bar.undo, bar.redo, bar.help, bar.request):
        button.click()
    assert called == ["undo", "redo", "help", "export_request"]


def test_the_filled_button_counts(bar: TopBar) -> None:
    bar.resize(1200, bar.height())
    bar.set_count(14)
    assert bar.request.text().strip() == "Ændringsanmodning · 14"
    bar.set_compact(True)
    assert bar.request.text().strip() == "Anmodning · 14"
    assert bar.look.isHidden()


def test_large_text_leaves_the_window_within_the_screen(bar: TopBar) -> None:
    bar.set_theme(Theme(Mode.LIGHT, 2.5))
    bar.set_count(3)
    bar.resize(bar.minimumWidth(), bar.height())
    bar.set_compact(True)
    assert bar.minimumWidth() <= 1600
    assert bar.layout().minimumSize().width() <= bar.minimumWidth()
    assert bar.request.text().strip() == "3"
    assert bar.request.accessibleName().endswith("3")
