"""Carries an older plan file forward in named steps, in a copy; the untouched original is kept beside."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sorstudio.model.change import now
from sorstudio.model.errors import Unreadable
from sorstudio.storage.header import CURRENT, Format
from sorstudio.storage.replacing import beside, flush_file, flush_folder

if TYPE_CHECKING:
    from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class Migration:
    """One step from one format to the next; `change` alters tables and rows."""

    name: str
    start: Format
    end: Format
    change: Callable[[Connection], None]


MIGRATIONS: tuple[Migration, ...] = ()
"""Empty as long as there has been only one format."""


def steps_from(found: Format, migrations: Sequence[Migration], target: Format = CURRENT) -> tuple[Migration, ...]:
    """The steps that lead to `target`; refuses where there is no way."""
    steps: list[Migration] = []
    at = found
    while at < target:
        step = next((one for one in migrations if one.start == at), None)
        if step is None:
            raise Unreadable("storage.too_old", version=found, known=target)
        steps.append(step)
        at = step.end
    return tuple(steps)


def migrate(path: Path, found: Format, steps: Sequence[Migration]) -> Path:
    """Bring the file to the newest format; the answer is where the original now stands."""
    kept = _free_name(path, found)
    with beside(path) as copy:
        shutil.copyfile(path, copy)
        take_steps(copy, steps)
        flush_file(copy)
        shutil.copy2(path, kept)
        flush_file(kept)
        os.replace(copy, path)
    flush_folder(path.parent)
    return kept


def take_steps(path: Path, steps: Sequence[Migration]) -> None:
    """Each step is one transaction with its own record, so that a failing one leaves the last sound format."""
    from sqlalchemy import insert

    from sorstudio.storage.engine import open_engine
    from sorstudio.storage.tables import STEPS_MADE

    engine = open_engine(path, writing=True)
    try:
        for step in steps:
            with engine.begin() as connection:
                STEPS_MADE.create(connection, checkfirst=True)
                step.change(connection)
                connection.execute(insert(STEPS_MADE).values(name=step.name, time=now().isoformat()))
                connection.exec_driver_sql(f"PRAGMA user_version={step.end.number()}")
    finally:
        engine.dispose()


def _free_name(path: Path, found: Format) -> Path:
    names = (f"{path.stem} (format {found}{'' if n == 1 else f', {n}'}){path.suffix}" for n in range(1, 1000))
    return next(kept for name in names if not (kept := path.with_name(name)).exists())
