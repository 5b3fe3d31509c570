"""Opens and makes plan files for the window; the database library is loaded only when the first one is."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_data_path

from sorstudio.model.errors import SorError
from sorstudio.resources import code_lists, example
from sorstudio.ui.preferences import Recent

if TYPE_CHECKING:
    from sorstudio.model.baseline import Baseline
    from sorstudio.model.plan import Plan
    from sorstudio.storage.plan_file import OpenPlan

EXAMPLE = "eksempelby/2026-11-02"
EXAMPLE_FILE = "Eksempelby.sorplan"


@dataclass(frozen=True)
class Session:
    """An open plan with what the window must say about its file; `opened` is None for a plan that lives in no file."""

    plan: Plan
    path: Path | None = None
    read_only: bool = False
    obstacle: SorError | None = None
    holder: str = ""
    close: Callable[[], None] = field(default=ExitStack().close)
    opened: OpenPlan | None = None

    def recent(self, changes: int) -> Recent:
        """What the start page will say about the plan."""
        state = self.plan.state()
        roots = state.roots()
        return Recent(
            path=str(self.path or ""),
            municipality=state.units[roots[0]].name if roots else "",
            data_day=self.plan.baseline.day.isoformat(),
            changes=changes,
            opened=datetime.now().isoformat(timespec="minutes"),
        )


def author() -> str:
    """Who signs the changes made here."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return ""


def open_session(path: Path) -> Session:
    """Open a plan file; raises what a person can act on."""
    from sorstudio.storage.plan_file import open_plan

    return _session(open_plan(path, code_lists(), today=date.today(), author=author()))


def new_session(path: Path, baseline: Baseline, *, replace: bool = False) -> Session:
    """A new plan file on a baseline."""
    from sorstudio.storage.plan_file import create

    made = create(path, baseline, code_lists(), today=date.today(), author=author(), force=replace)
    return _session(made)


def save_copy(session: Session, path: Path) -> None:
    """Everything the plan holds in a further file; the person has agreed to replace one that is there."""
    from sorstudio.storage.plan_file import save_copy

    if session.opened is not None:
        save_copy(session.opened, path, force=True)


def example_session() -> Session:
    """The exercise municipality: its own plan file in the user's data folder, made the first time."""
    path = user_data_path("sorstudio", appauthor=False) / EXAMPLE_FILE
    if path.exists():
        return open_session(path)
    from sorstudio.formats.reading import read_baseline

    folder = example(EXAMPLE)
    day = date.fromisoformat(folder.name)
    path.parent.mkdir(parents=True, exist_ok=True)
    return new_session(path, read_baseline([folder], codes=code_lists(), day=day, today=date.today()))


def _session(opened: OpenPlan) -> Session:
    holder = f"{opened.holder.user}@{opened.holder.host}" if opened.holder else ""
    return Session(
        plan=opened.plan,
        path=opened.path,
        read_only=opened.read_only,
        obstacle=opened.obstacle,
        holder=holder,
        close=opened.close,
        opened=opened,
    )
