"""Editing for a whole day leaves nothing behind: no widgets, no objects of Qt, and a small journal on the disk."""

import gc
import random
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication

from sorstudio.model.edits import units
from sorstudio.model.plan import Plan
from sorstudio.resources import code_lists
from sorstudio.storage.plan_file import create
from sorstudio.ui.main_window import MainWindow
from sorstudio.ui.theme import Look
from sorstudio.ui.translate import Tongue
from tests.ui.example_kit import example_plan
from tests.ui.window_kit import open_window, work

WARM_UP, EDITS = 10, 90
CHANGES, A_CHANGE = 300, 4096


def test_edits_and_undos_leave_no_objects_behind(tmp_path: Path, look: Look, tongue: Tongue) -> None:
    with open_window(tmp_path, look, tongue, example_plan()) as window:
        _edit_and_undo(window, WARM_UP)
        before = _objects(window)
        _edit_and_undo(window, EDITS)
        assert _objects(window) == before


def test_a_plan_that_is_closed_takes_its_widgets_with_it(tmp_path: Path, look: Look, tongue: Tongue) -> None:
    with open_window(tmp_path, look, tongue) as window:
        _open_and_close(window)
        before = _objects(window)
        for _ in range(3):
            _open_and_close(window)
        assert _objects(window) == before


def test_looks_and_languages_leave_nothing_behind(tmp_path: Path, look: Look, tongue: Tongue, small: Plan) -> None:
    with open_window(tmp_path, look, tongue, small) as window:
        _restyle(window)
        before = _objects(window)
        for _ in range(3):
            _restyle(window)
        assert _objects(window) == before


def test_a_change_costs_the_file_less_than_four_kilobytes(tmp_path: Path) -> None:
    path, source, codes = tmp_path / "a.sorplan", example_plan(), code_lists()
    with create(path, source.baseline, codes, today=date(2026, 11, 2)) as opened:
        keys = list(opened.plan.state().units)
        empty = path.stat().st_size
        for number in range(CHANGES):
            name = f"Hjemmesygeplejen på Æblegården, afdeling {number}"
            opened.plan.apply(units.rename(opened.plan, keys[number % len(keys)], name))
        grown = path.stat().st_size - empty
    assert grown / CHANGES < A_CHANGE


def _edit_and_undo(window: MainWindow, times: int) -> None:
    """Each number makes the same round whatever came before, so that the same objects are there in the end."""
    editor, chance = work(window).editor, random.Random(5)
    keys = [key for key, unit in editor.plan.state().units.items() if unit.valid_to is None]
    for number in range(times):
        key = chance.choice(keys)
        editor.select([key])
        editor.do(partial(units.rename, unit=key, name=f"Ny {number}"))
        editor.do(partial(units.create, parent=key, name=f"Under {number}"))
        editor.undo()
        _settle()
        editor.undo()
        _settle()
    editor.select([keys[0]])
    _settle()


def _open_and_close(window: MainWindow) -> None:
    window.files.open_example()
    _settle()
    window.close_plan()
    _settle()


def _restyle(window: MainWindow) -> None:
    for name in ("mode_dark", "text_larger", "language_en", "language_da", "text_normal", "mode_light"):
        window.acts.by_name[name].trigger()
        _settle()


def _settle() -> None:
    for _ in range(3):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _objects(window: MainWindow) -> dict[str, int]:
    gc.collect()
    _settle()
    kinds = [type(one).__name__ for one in (*window.findChildren(QObject), *QApplication.allWidgets())]
    return {kind: kinds.count(kind) for kind in sorted(set(kinds))}
