"""The front door opens quickly and leads to the command line."""

import subprocess
import sys

HEAVY = ("PySide6", "pyqtgraph", "sqlalchemy", "networkx", "lxml", "openpyxl")


def python(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *arguments], capture_output=True, text=True, encoding="utf-8", timeout=60)


def test_importing_the_front_door_loads_nothing_else() -> None:
    done = python("-c", "import sys, sorstudio.__main__; print([m for m in sys.modules if m.startswith('sorstudio.')])")
    assert done.stdout.strip() == "['sorstudio.__main__']"


def test_help_is_shown() -> None:
    done = python("-m", "sorstudio", "--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert "request" in done.stdout


def test_asking_for_help_loads_no_heavy_library() -> None:
    # The import log names every module that was loaded, as "import time: self | cumulative | name".
    done = python("-X", "importtime", "-m", "sorstudio", "--help")
    loaded = {line.rsplit("|", 1)[1].strip().partition(".")[0] for line in done.stderr.splitlines() if "|" in line}
    assert (done.returncode, "sorstudio" in loaded) == (0, True)
    assert loaded.isdisjoint(HEAVY)


def test_an_unknown_command_is_unusable_input_and_no_traceback() -> None:
    done = python("-m", "sorstudio", "no-such-command")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
