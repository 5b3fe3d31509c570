"""What a person sees when the program itself has failed: that the work is kept, and a report to copy."""

from __future__ import annotations

import platform
import traceback
from types import TracebackType

import PySide6
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from sorstudio.ui.translate import tr


def report_of(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """Everything that is needed to find the mistake; nothing of the plan's content beyond the message itself."""
    versions = f"Python {platform.python_version()}, PySide6 {PySide6.__version__}, {platform.platform()}"
    return versions + "\n\n" + "".join(traceback.format_exception(kind, error, trace))


class FailureDialog(QDialog):
    """Says what is so, offers the report, and lets the work go on."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Something went wrong in the program"))
        self.resize(640, 420)
        kept = tr("The last act was not finished. Everything before it is in the plan file, and you can go on working.")
        words = QLabel(kept + " " + tr("Copy the report and send it to those who maintain the program."))
        words.setWordWrap(True)
        self.report = QPlainTextEdit(report)
        self.report.setReadOnly(True)
        copy, done = QPushButton(tr("Copy the report")), QPushButton(tr("Go on"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report))
        done.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addStretch(1)
        for button in (copy, done):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.addWidget(words)
        column.addWidget(self.report, 1)
        column.addLayout(row)
