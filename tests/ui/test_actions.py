"""The one table of acts."""

from collections import Counter

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar
from pytestqt.qtbot import QtBot

from sorstudio.ui.actions import MENUS, Actions, Needs, all_acts
from sorstudio.ui.icons import icon_names
from sorstudio.ui.translate import Tongue

KEYS = {
    "rename": "F2", "undo": "Ctrl+Z", "redo": "Ctrl+Y", "filter": "Ctrl+F", "search": "Ctrl+K", "offers": "Ctrl+B",
    "next_pane": "F6", "next_finding": "F8", "previous_finding": "Shift+F8", "repair": "Ctrl+.",
    "fit": "0", "near": "1", "names": "2", "far": "3", "picture_alone": "F11",
    "close_unit": "Del", "new_plan": "Ctrl+N", "open_plan": "Ctrl+O", "export_request": "Ctrl+E", "help": "F1",
}  # fmt: skip


@pytest.fixture
def called() -> list[str]:
    return []


@pytest.fixture
def actions(qtbot: QtBot, tongue: Tongue, called: list[str]) -> Actions:
    made = Actions({act.name: lambda name=act.name: called.append(name) for act in all_acts()}, tongue)
    made.retranslate()
    return made


def test_no_two_acts_share_a_name_or_a_key() -> None:
    names = Counter(act.name for act in all_acts())
    keys = Counter(QKeySequence(one).toString() for act in all_acts() for one in act.keys)
    assert [one for one, count in (names + keys).items() if count > 1] == []


@pytest.mark.parametrize(("name", "keys"), KEYS.items())
def test_the_keys_are_those_of_the_look(actions: Actions, name: str, keys: str) -> None:
    assert QKeySequence(keys) in actions.by_name[name].shortcuts()


def test_every_act_calls_its_handler(actions: Actions, called: list[str]) -> None:
    for action in actions.by_name.values():
        action.setEnabled(True)
        action.trigger()
    assert called == [act.name for act in all_acts()]


def test_the_menus_hold_every_act(actions: Actions) -> None:
    bar = QMenuBar()
    actions.fill(bar)
    actions.retranslate()
    titles = [action.text() for action in bar.actions()]
    assert titles == ["&Filer", "&Rediger", "&Enhed", "&Vis", "&Modtagere", "&Hjælp"]
    assert len(bar.actions()) == len(MENUS)


def test_the_menu_at_the_pointer_has_the_acts_on_units(actions: Actions) -> None:
    menu = QMenu()
    actions.unit_menu(menu)
    words = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert words[:4] == ["Ny enhed under …", "Omdøb", "Brug det foreslåede navn", "Flyt til …"]


def test_only_what_its_needs_allow_can_be_called(actions: Actions) -> None:
    actions.enable(frozenset({Needs.NOTHING}))
    assert actions.by_name["open_plan"].isEnabled()
    assert not actions.by_name["rename"].isEnabled()


def test_every_icon_is_shipped() -> None:
    assert {act.icon for act in all_acts() if act.icon} <= icon_names()


def test_the_keys_of_a_local_act_belong_to_the_outline(actions: Actions) -> None:
    assert {action.objectName() for action in actions.local()} >= {"new_sibling", "indent", "outdent"}
    assert all(action.shortcutContext() is Qt.ShortcutContext.WidgetShortcut for action in actions.local())


def test_the_menu_at_the_pointer_can_copy_and_paste(actions: Actions) -> None:
    menu = QMenu()
    actions.unit_menu(menu)
    assert [action.objectName() for action in menu.actions()[-3:]] == ["cut", "copy", "paste"]


def test_the_guides_are_in_the_menu_at_the_pointer_and_outlive_it(actions: Actions) -> None:
    bar = QMenuBar()
    actions.fill(bar)
    actions.retranslate()
    menu = QMenu()
    actions.unit_menu(menu)
    guides = [one.menu() for one in menu.actions() if one.text() == "Vejled mig …"]
    assert [len(one.actions()) for one in guides if isinstance(one, QMenu)] == [5]
    shiboken6.delete(menu)
    actions.retranslate()
    assert actions.menus["Guide me…"].title() == "Vejled mig …"
