"""The net under uncaught errors."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from sorstudio.ui.failure import FailureDialog, report_of
from sorstudio.ui.translate import Tongue


def test_the_report_names_the_place_and_the_versions() -> None:
    try:
        raise ValueError("umuligt")
    except ValueError as error:
        report = report_of(type(error), error, error.__traceback__)
    assert "umuligt" in report
    assert "test_failure.py" in report
    assert "PySide6" in report


def test_it_can_be_copied_and_work_goes_on(tongue: Tongue, qtbot: QtBot) -> None:
    dialog = FailureDialog("rapporten")
    qtbot.addWidget(dialog)
    copy, done = dialog.findChildren(QPushButton)
    copy.click()
    assert QGuiApplication.clipboard().text() == "rapporten"
    with qtbot.waitSignal(dialog.finished):
        done.click()
