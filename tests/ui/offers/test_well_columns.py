"""Headings in columns."""

import pytest
from pytestqt.qtbot import QtBot

from sorstudio.ui.editor import Editor
from sorstudio.ui.offers.standing import board
from sorstudio.ui.offers.well import Well
from sorstudio.ui.offers.well_columns import LEAST_WIDTH, WellColumns
from sorstudio.ui.theme import Look


@pytest.mark.parametrize("count", [1, 2, 5])
def test_the_wells_share_the_columns_that_have_room(editor: Editor, look: Look, qtbot: QtBot, count: int) -> None:
    columns = WellColumns(look.theme)
    qtbot.addWidget(columns)
    wells = []
    for heading in board(editor.plan, editor.texts):
        wells.append(Well(editor, look.theme, heading, tuple))
        wells[-1].show_heading(heading)
    columns.resize(count * LEAST_WIDTH + 200, 2000)
    columns.flow(wells, 5 * LEAST_WIDTH)
    columns.flow(wells, count * LEAST_WIDTH)
    columns.show()
    qtbot.waitExposed(columns)
    assert len({well.x() for well in wells}) == count
    assert len({well.width() for well in wells}) <= 2
    assert not any(one.geometry().intersects(two.geometry()) for one in wells for two in wells if one is not two)
