"""Work in a thread."""

import threading

from pytestqt.qtbot import QtBot

from sorstudio.formats.problems import Cancelled
from sorstudio.model.errors import Refused
from sorstudio.ui.importing.job import Job, Tell


def test_a_result_comes_back_into_the_windows_thread(qtbot: QtBot) -> None:
    job = Job(lambda tell: threading.current_thread() is not threading.main_thread())
    with qtbot.waitSignal(job.done) as told:
        job.start()
    assert told.args == [True]


def test_progress_is_told_on_the_way(qtbot: QtBot) -> None:
    job = Job(lambda tell: tell(0.5))
    with qtbot.waitSignals([job.progressed, job.done]):
        job.start()


def test_a_reason_comes_back_as_it_is(qtbot: QtBot) -> None:
    def refuse(_tell: Tell) -> object:
        raise Refused("name.empty")

    job = Job(refuse)
    with qtbot.waitSignal(job.failed) as told:
        job.start()
    assert told.args[0].code == "name.empty"


def test_stopped_it_ends_at_its_next_step(qtbot: QtBot) -> None:
    begun = threading.Event()

    def long(tell: Tell) -> object:
        begun.set()
        while tell(0.1):
            pass
        raise Cancelled

    job = Job(long)
    with qtbot.waitSignal(job.failed) as told:
        job.start()
        begun.wait(5)
        job.stop()
    job.wait()
    assert isinstance(told.args[0], Cancelled)
