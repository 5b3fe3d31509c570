"""The program as a process: exit codes, streams, the lock between two of them, and kill -9."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sorstudio.resources import code_lists
from sorstudio.storage.hold import Hold, take_hold
from sorstudio.storage.plan_file import open_plan
from tests.cli.conftest import Call
from tests.model.outline import TODAY

PROGRAM = [sys.executable, "-m", "sorstudio"]
ACTS = 1_000


def run(*args: str | Path) -> subprocess.CompletedProcess[str]:
    line = [*PROGRAM, *map(str, args)]
    return subprocess.run(line, capture_output=True, text=True, encoding="utf-8", timeout=60)


@pytest.fixture
def renames(tmp_path: Path, keys: dict[str, str]) -> Path:
    """A thousand acts, all on one unit."""
    unit = keys["Hjemmepleje Nord"]
    path = tmp_path / "tusind.jsonl"
    acts = ({"act": "rename", "unit": unit, "name": f"Navn {number}"} for number in range(ACTS))
    path.write_text("\n".join(map(json.dumps, acts)), encoding="utf-8")
    return path


def names_stored(plan: Path) -> list[str]:
    with open_plan(plan, code_lists(), today=TODAY) as opened:
        assert (opened.read_only, opened.damage) == (False, ())
        return [change.params["after"] for change in opened.plan.journal.path()]


@pytest.mark.parametrize("after", [0.0, 0.15, 0.4])
def test_a_kill_leaves_a_whole_prefix_of_the_acts(plan_path: Path, renames: Path, after: float) -> None:
    process = subprocess.Popen([*PROGRAM, "apply", plan_path, renames], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    first = process.stdout.readline()
    time.sleep(after * random.uniform(0.5, 1.5))
    os.kill(process.pid, signal.SIGKILL)
    reported = [line for line in [first, *process.stdout] if line.endswith("\n")]
    process.wait()
    stored = names_stored(plan_path)
    assert reported == [f"done {line}\n" for line in range(1, len(reported) + 1)]
    assert stored == [f"Navn {number}" for number in range(len(stored))]
    assert len(stored) - len(reported) in (0, 1)


def test_a_killed_program_holds_nothing(plan_path: Path, renames: Path, call: Call) -> None:
    process = subprocess.Popen([*PROGRAM, "apply", plan_path, renames], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    process.stdout.readline()
    os.kill(process.pid, signal.SIGKILL)
    process.communicate()
    assert call("undo", plan_path).code == 0


def test_all_acts_are_reported_when_nobody_kills(plan_path: Path, renames: Path) -> None:
    done = run("apply", plan_path, renames)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[-1] == f"done {ACTS}"
    assert len(names_stored(plan_path)) == ACTS


def test_a_second_program_is_told_who_has_the_plan(plan_path: Path, renames: Path) -> None:
    hold = take_hold(plan_path)
    refused = run("apply", plan_path, renames)
    assert isinstance(hold, Hold)
    hold.release()
    assert (refused.returncode, refused.stdout) == (2, "")
    assert f"proces {os.getpid()}" in refused.stderr
    assert names_stored(plan_path) == []


def test_a_plan_that_is_being_written_can_be_looked_at(plan_path: Path) -> None:
    hold = take_hold(plan_path)
    looked = run("tree", plan_path)
    assert isinstance(hold, Hold)
    hold.release()
    assert (looked.returncode, looked.stderr) == (0, "")


def test_two_programs_at_once_never_mix(plan_path: Path, renames: Path) -> None:
    both = [
        subprocess.Popen([*PROGRAM, "apply", plan_path, renames], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in "ab"
    ]
    codes = sorted(process.wait() for process in both)
    for process in both:
        process.communicate()
    stored = names_stored(plan_path)
    assert codes in ([0, 0], [0, 2], [0, 1])
    assert len(stored) == ACTS * (2 if codes == [0, 0] else 1)


def test_what_is_no_plan_is_told_without_a_traceback(tmp_path: Path) -> None:
    path = tmp_path / "a.sorplan"
    path.write_text("ikke en plan", encoding="utf-8")
    refused = run("tree", path, "--format", "json")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert refused.stderr == f"{path} er ikke en planfil.\n"


def test_letters_survive_a_pipe_in_a_plain_locale(plan_path: Path) -> None:
    line = [*PROGRAM, "settings", str(plan_path), "responsible_name=Åse Ærø"]
    plain = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii"}
    shown = subprocess.run(line, capture_output=True, env=plain, timeout=60)
    assert "responsible_name=Åse Ærø" in shown.stdout.decode("utf-8")


def test_a_reader_that_leaves_early_sees_no_traceback(plan_path: Path) -> None:
    process = subprocess.Popen([*PROGRAM, "tree", plan_path], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    assert "Traceback" not in process.stderr.read()
    process.wait()
    process.stderr.close()


def test_an_interruption_leaves_a_whole_prefix_and_no_traceback(plan_path: Path, renames: Path) -> None:
    line = [*PROGRAM, "apply", plan_path, renames]
    process = subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout is not None
    process.stdout.readline()
    process.send_signal(signal.SIGINT)
    out, err = process.communicate()
    assert (process.returncode, "Traceback" in err) == (130, False)
    stored = names_stored(plan_path)
    assert stored == [f"Navn {number}" for number in range(len(stored))]
    assert len(stored) - 1 - len(out.splitlines()) in (0, 1)
