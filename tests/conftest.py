"""What holds for every test: no screen, nobody's own settings, no stray warnings, the shared real data."""

import logging
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# Qt and the settings folders are read once, when the first test module is imported: so this stands outside any fixture.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
HOME = Path(tempfile.mkdtemp(prefix="sorstudio-tests-"))
for variable, folder in {
    "HOME": ".",
    "USERPROFILE": ".",
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_STATE_HOME": "state",
    "XDG_CACHE_HOME": "cache",
    "APPDATA": "appdata",
    "LOCALAPPDATA": "localappdata",
}.items():
    os.environ[variable] = str(HOME / folder)

settings.register_profile("ci", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("long", deadline=None, max_examples=2000, suppress_health_check=list(HealthCheck))
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))

SHARED = Path(__file__).parents[1] / ".." / "shared"


def pytest_unconfigure() -> None:
    """Leave nothing behind."""
    shutil.rmtree(HOME, ignore_errors=True)


@pytest.fixture(autouse=True)
def nobody_was_here_before() -> None:
    """Each test starts without settings or recent files of an earlier one."""
    for folder in ("config", "data", "state", "appdata", "localappdata"):
        shutil.rmtree(HOME / folder, ignore_errors=True)


@pytest.fixture(autouse=True)
def no_stray_warnings(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test that makes anybody log a warning it did not announce with the mark `logs_expected`."""
    yield
    if request.node.get_closest_marker("logs_expected"):
        return
    stray = [record for record in caplog.get_records("call") if record.levelno >= logging.WARNING]
    if stray:
        pytest.fail("logged: " + "; ".join(f"{record.name}: {record.getMessage()}" for record in stray))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real data beside the repository; it is not part of it, so a test that needs it may have to skip."""
    if not SHARED.is_dir():
        pytest.skip("the shared data is not beside this checkout (../shared)")
    return SHARED.resolve()
