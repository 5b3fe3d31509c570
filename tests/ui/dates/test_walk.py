"""Going back and forth in time while working: every pane follows, and no model loses its rows."""

from datetime import date, timedelta
from functools import partial
from pathlib import Path
from random import Random

from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from sorstudio.model.edits import closing, numbers, offers, units
from sorstudio.model.plan import Plan
from sorstudio.ui.editor import Editor, Make
from sorstudio.ui.theme import Look
from sorstudio.ui.translate import Tongue
from tests.ui.window_kit import open_window, work

FIRST = date(2026, 11, 20)


def an_act(editor: Editor, dice: Random, step: int) -> Make:
    keys = [unit.key for unit in editor.state().units.values() if unit.parent is not None]
    unit, other = dice.choice(keys), dice.choice(keys)
    return dice.choice(
        [
            partial(units.rename, unit=unit, name=f"Enhed {step}"),
            partial(units.create, parent=other, name=f"Ny {step}"),
            partial(units.move, units=[unit], parent=other),
            partial(closing.close, unit=unit),
            partial(offers.place_offer, offers=["plejehjem"], unit=unit),
            partial(numbers.order_location_number, unit=unit, system="Nexus"),
        ]
    )


def test_acts_days_and_undo_in_any_order_leave_outline_and_picture_true_to_the_day(
    tmp_path: Path, look: Look, tongue: Tongue, small: Plan, qtbot: QtBot
) -> None:
    dice = Random(7)
    with open_window(tmp_path, look, tongue, small) as window:
        space = work(window)
        outline, editor = space.outline.view.outline, space.editor
        tester = QAbstractItemModelTester(outline, QAbstractItemModelTester.FailureReportingMode.Fatal)
        for step in range(40):
            if step % 10 == 5:
                space.show_changes(step % 20 == 5)
            space.strip.show_pane(step % 4)
            editor.show_day(dice.choice([None, FIRST + timedelta(days=dice.randrange(300))]))
            editor.select([dice.choice(list(editor.state().units))])
            editor.do(an_act(editor, dice, step), sure=True)
            if dice.random() < 0.2 and editor.can_undo():
                editor.undo()
            qtbot.wait(1)
            assert outline.state is editor.state()
        qtbot.wait(30)
        shown = set(space.canvas.stage.data.keys)
        assert {key for key, unit in editor.state().units.items() if unit.valid_to is None} <= shown
        tester.deleteLater()
