"""One writer at a time, and a dead one blocks nobody."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from sorstudio.storage.hold import Hold, Holder, lock_path, read_holder, take_hold

TAKE_AND_WAIT = """
import sys
from pathlib import Path
from sorstudio.storage.hold import take_hold
hold = take_hold(Path(sys.argv[1]))
print(type(hold).__name__, flush=True)
sys.stdin.read()
"""


def other_process(plan: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", TAKE_AND_WAIT, str(plan)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "Hold\n"
    return process


def test_a_free_plan_is_held_and_released(tmp_path: Path) -> None:
    hold = take_hold(tmp_path / "a.sorplan")
    assert isinstance(hold, Hold)
    hold.release()
    assert list(tmp_path.iterdir()) == []


def test_the_second_one_is_told_who_has_it(tmp_path: Path) -> None:
    plan = tmp_path / "a.sorplan"
    process = other_process(plan)
    found = take_hold(plan)
    process.communicate("")
    assert isinstance(found, Holder)
    assert found.pid == process.pid


def test_a_killed_process_holds_nothing(tmp_path: Path) -> None:
    plan = tmp_path / "a.sorplan"
    process = other_process(plan)
    os.kill(process.pid, signal.SIGKILL)
    process.communicate()
    assert lock_path(plan).exists()
    hold = take_hold(plan)
    assert isinstance(hold, Hold)
    hold.release()


def test_one_stands_in_line_for_a_while(tmp_path: Path) -> None:
    plan = tmp_path / "a.sorplan"
    first = take_hold(plan)
    assert isinstance(first, Hold)
    first.release()
    second = take_hold(plan, wait=1.0)
    assert isinstance(second, Hold)
    second.release()


def test_releasing_twice_does_no_harm(tmp_path: Path) -> None:
    first = take_hold(tmp_path / "a.sorplan")
    assert isinstance(first, Hold)
    first.release()
    second = take_hold(tmp_path / "a.sorplan")
    first.release()
    assert isinstance(take_hold(tmp_path / "a.sorplan"), Holder)
    assert isinstance(second, Hold)
    second.release()


def test_a_lock_file_with_other_content_names_nobody(tmp_path: Path) -> None:
    plan = tmp_path / "a.sorplan"
    lock_path(plan).write_text("{", encoding="utf-8")
    assert read_holder(plan).user == "?"


def test_two_names_of_one_file_share_the_hold(tmp_path: Path) -> None:
    plan = tmp_path / "a.sorplan"
    plan.touch()
    link = tmp_path / "b.sorplan"
    link.symlink_to(plan)
    hold = take_hold(plan)
    assert isinstance(take_hold(link), Holder)
    assert isinstance(hold, Hold)
    hold.release()
