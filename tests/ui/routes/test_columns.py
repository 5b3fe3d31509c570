"""As many columns as there is room for, and never wider than the pane."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from sorstudio.ui.routes.columns import Columns
from sorstudio.ui.theme import Mode, Theme


@pytest.fixture
def columns(theme: Theme, qtbot: QtBot) -> Columns:
    made = Columns((QWidget(), QWidget(), QWidget()), theme)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.mark.parametrize(("width", "scale", "count"), [(1280, 1, 3), (700, 1, 2), (400, 1, 1), (1280, 2, 2)])
def test_the_count_follows_the_room_for_text(columns: Columns, width: int, scale: float, count: int) -> None:
    columns.set_theme(Theme(Mode.LIGHT, scale))
    columns.resize(width, 300)
    assert columns.count == count


def test_large_type_has_two_columns_at_most(columns: Columns) -> None:
    columns.resize(1900, 900)
    columns.set_theme(Theme(Mode.LIGHT), most=2)
    assert columns.count == 2
