"""Whether files are there."""

import threading
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sorstudio.ui.start.presence import Presence, exists


def test_what_is_gone_is_told(tmp_path: Path, qtbot: QtBot) -> None:
    there, gone = tmp_path / "a.sorplan", tmp_path / "b.sorplan"
    there.write_bytes(b"")
    presence = Presence()
    told: list[str] = []
    presence.gone.connect(told.append)
    presence.look([str(there), str(gone)])
    qtbot.waitUntil(lambda: bool(told))
    assert told == [str(gone)]


def test_a_drive_that_does_not_answer_holds_nobody(qtbot: QtBot) -> None:
    answer = threading.Event()
    presence = Presence()
    told: list[str] = []
    presence.gone.connect(told.append)
    presence.look(["H:/a.sorplan"], lambda path: answer.wait(20) and False)
    QApplication.processEvents()
    assert told == []
    answer.set()
    qtbot.waitUntil(lambda: told == ["H:/a.sorplan"])


def test_a_path_that_cannot_be_one_and_a_folder_are_not_there(tmp_path: Path) -> None:
    assert not exists("a\0b")
    assert not exists("x" * 10_000)
    assert not exists(str(tmp_path))
