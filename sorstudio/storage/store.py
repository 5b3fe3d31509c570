"""Where a plan's steps go: into its file, one transaction each, or nowhere while the file is only read."""

from __future__ import annotations

import os
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from sorstudio.model.baseline import Baseline
from sorstudio.model.errors import Conflict, SorError
from sorstudio.model.journal import Step
from sorstudio.storage.errors import NotSaved, in_words

if TYPE_CHECKING:
    from sqlalchemy import Engine


class FileStore:
    """Commits to the plan file; looks first whether the file is still the one that was opened.

    The database library is loaded with the first step: a plan is shown without it.
    """

    def __init__(self, path: Path, head: str | None) -> None:
        self._path = path
        self._head = head
        self._file = path.stat()

    def close(self) -> None:
        """Let the file go."""
        if "_engine" in self.__dict__:
            self._engine.dispose()

    def commit(self, step: Step) -> None:
        """One step, on the disk when this returns."""
        from sorstudio.storage.rows import stored_head, write_step

        with in_words(self._path):
            self._check_file()
            with self._engine.begin() as connection:
                if stored_head(connection) != self._head:
                    raise Conflict("storage.changed_elsewhere", path=self._path)
                write_step(connection, step)
        self._head = step.head

    def add_baseline(self, baseline: Baseline) -> None:
        """A further register file, on the disk when this returns."""
        from sorstudio.storage.rows import write_baseline
        from sorstudio.storage.tables import BASELINES

        with in_words(self._path):
            self._check_file()
            with self._engine.begin() as connection:
                position = connection.execute(BASELINES.select()).all()
                write_baseline(connection, baseline, len(position))

    @cached_property
    def _engine(self) -> Engine:
        from sorstudio.storage.engine import open_engine

        return open_engine(self._path, writing=True)

    def _check_file(self) -> None:
        """A file that was moved away or replaced would swallow the work unseen."""
        try:
            is_same = os.path.samestat(self._path.stat(), self._file)
        except FileNotFoundError as error:
            raise NotSaved("storage.gone", path=self._path) from error
        if not is_same:
            raise Conflict("storage.replaced", path=self._path)


class ReadOnlyStore:
    """Refuses every step, and says why the file is only open for reading."""

    def __init__(self, reason: SorError) -> None:
        self._reason = reason

    def commit(self, step: Step) -> None:
        """Always refused."""
        raise self._reason

    def add_baseline(self, baseline: Baseline) -> None:
        """Always refused."""
        raise self._reason
