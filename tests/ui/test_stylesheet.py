"""The sheet for what Qt paints itself."""

import re

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from sorstudio.ui.theme import Look, Mode, Theme


@pytest.mark.parametrize("mode", list(Mode))
def test_every_gap_is_filled(mode: Mode) -> None:
    assert "$" not in Theme(mode).stylesheet()


@pytest.mark.parametrize("mode", list(Mode))
def test_only_colours_of_the_theme_are_named(mode: Mode) -> None:
    theme = Theme(mode)
    allowed = {theme.color(token).name().upper() for token in ("surface", "text", "line", "accent", "window")}
    named = {colour.upper() for colour in re.findall(r"#[0-9A-Fa-f]{6}", theme.stylesheet())}
    assert allowed <= named


def test_no_rule_is_for_every_widget() -> None:
    assert not re.search(r"(^|[},\s])QWidget\s*\{", Theme().stylesheet().replace("> QWidget", ""))


def test_lengths_grow_with_the_text() -> None:
    assert "min-height: 56px" in Theme(scale=2).stylesheet()


def test_a_focused_field_keeps_its_size(qapp: QApplication, qtbot: QtBot) -> None:
    Look(qapp, Theme())
    pane = QWidget()
    qtbot.addWidget(pane)
    fields = [QLineEdit(pane), QLineEdit(pane)]
    with qtbot.waitActive(pane):
        pane.show()
        pane.activateWindow()
    fields[1].setFocus()
    assert fields[1].hasFocus()
    assert fields[0].sizeHint() == fields[1].sizeHint()
