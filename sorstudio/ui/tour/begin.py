"""Begins the tour from wherever the person is: on the open plan, or on the exercise municipality."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from sorstudio.ui.tour.tour import Tour

if TYPE_CHECKING:
    from sorstudio.ui.main_window import MainWindow


def show_around(window: MainWindow) -> None:
    """The tour, from its first step; a question that is open is answered first, and it comes with the next plan."""
    if QApplication.activeModalWidget() is not None:
        window.is_first_time = True
        return
    if window.workspace is None:
        window.files.open_example()
    work = window.workspace
    if work is not None:
        there = work.findChild(Tour)
        (there or Tour(work, window.look, window.preferences)).start()
