"""The steps are numbered sentences."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from sorstudio.ui.routes.steps import Steps
from sorstudio.ui.theme import Theme


def test_each_step_has_its_number(theme: Theme, qtbot: QtBot) -> None:
    steps = Steps(theme)
    qtbot.addWidget(steps)
    steps.show_steps(("Én enhed har tilbuddet.", "Den har sit eget nummer."))
    assert [one.text() for one in steps.findChildren(QLabel)] == [
        "1.", "Én enhed har tilbuddet.", "2.", "Den har sit eget nummer.",
    ]  # fmt: skip
    steps.show_steps(("Ingen enhed har tilbuddet.",))
    assert [one.text() for one in steps.findChildren(QLabel) if not one.isHidden()] == [
        "1.", "Ingen enhed har tilbuddet.",
    ]  # fmt: skip
