"""Reading and confirming in a thread: what came of it, or why not."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from sorstudio.formats.problems import UnreadableFile
from sorstudio.resources import example
from sorstudio.ui.editor import Editor
from sorstudio.ui.requests.checking import Checked, Checking
from sorstudio.ui.translate import Language, texts_in
from tests.ui.example_kit import example_plan

LATER = example("eksempelby/2026-12-14")


@pytest.fixture
def checking(qtbot: QtBot) -> Iterator[Checking]:
    made = Checking(Editor(example_plan(), texts_in(Language.DANISH)))
    yield made
    made.close()


def test_a_newer_file_comes_back_confirmed(checking: Checking, qtbot: QtBot) -> None:
    with qtbot.waitSignal(checking.checked, timeout=20_000) as told:
        checking.read([LATER])
    assert told.args is not None
    found = told.args[0]
    assert isinstance(found, Checked)
    assert found.objection is None
    assert found.confirmation is not None


def test_an_older_one_comes_back_with_the_reason_and_is_confirmed_when_asked(checking: Checking, qtbot: QtBot) -> None:
    with qtbot.waitSignal(checking.checked, timeout=20_000) as told:
        checking.read([LATER], example_plan().baseline.day.replace(year=2025))
    assert told.args is not None
    found = told.args[0]
    assert (found.objection.code, found.confirmation) == ("confirm.older", None)
    with qtbot.waitSignal(checking.checked, timeout=20_000) as again:
        checking.again(found.file, {})
    assert again.args is not None
    assert again.args[0].confirmation is not None


def test_what_cannot_be_read_says_why(checking: Checking, qtbot: QtBot) -> None:
    with qtbot.waitSignal(checking.failed, timeout=20_000) as told:
        checking.read([example("eksempelby/handlinger.jsonl")])
    assert told.args is not None
    assert isinstance(told.args[0], UnreadableFile)


def test_stopped_it_says_so_and_nothing_comes(checking: Checking, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(checking.checked), qtbot.waitSignal(checking.stopped, timeout=20_000):
        checking.read([LATER])
        checking.stop()


def test_closed_it_says_nothing_any_more(checking: Checking, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(checking.checked, wait=300):
        checking.read([LATER])
        checking.close()
