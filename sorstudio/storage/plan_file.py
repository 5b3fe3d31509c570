"""Plan files: one SQLite file is a plan, and every change is on the disk before anybody is told."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Self

from sorstudio.model.baseline import Baseline
from sorstudio.model.codes import CodeLists
from sorstudio.model.errors import Conflict, Refused, SorError, Unreadable
from sorstudio.model.journal import Journal
from sorstudio.model.plan import Plan
from sorstudio.storage.connecting import begin, connect
from sorstudio.storage.errors import NotSaved, in_words
from sorstudio.storage.header import is_plan, read_format
from sorstudio.storage.hold import Hold, Holder, take_hold
from sorstudio.storage.loading import Contents, Damage, load
from sorstudio.storage.migrations import MIGRATIONS, Migration, migrate, steps_from, take_steps
from sorstudio.storage.replacing import clear_drafts
from sorstudio.storage.store import FileStore, ReadOnlyStore

SUFFIX = ".sorplan"


@dataclass(frozen=True)
class OpenPlan:
    """A plan and the file it lives in; closed by `close` or at the end of a with block.

    `obstacle` says why the file could only be opened for reading although writing was asked for, `holder` who has it
    then, `damage` what a damaged file has lost, `kept` where the original of an older format went.
    """

    path: Path
    plan: Plan
    read_only: bool
    resources: ExitStack
    obstacle: SorError | None = None
    holder: Holder | None = None
    damage: tuple[Damage, ...] = ()
    kept: Path | None = None

    def close(self) -> None:
        """Close the file and let others write."""
        self.resources.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


@dataclass(frozen=True, slots=True)
class _Opening:
    """What it takes to make a plan out of a file."""

    codes: CodeLists
    today: date
    author: str
    stack: ExitStack = field(default_factory=ExitStack)
    migrations: tuple[Migration, ...] = MIGRATIONS


def create(
    path: Path,
    baseline: Baseline,
    codes: CodeLists,
    *,
    today: date,
    author: str = "",
    journal: Journal | None = None,
    force: bool = False,
) -> OpenPlan:
    """A new plan file, whole or not at all; an existing file is replaced only with `force`."""
    opening = _Opening(codes, today, author)
    with in_words(path), opening.stack:
        hold = _hold_for_new(path, force)
        opening.stack.callback(hold.release)
        made = Contents((baseline,), journal or Journal())
        _publish(path, made.baselines, made.journal, force=force)
        return _opened_for_writing(path.resolve(), made, opening)


def open_plan(
    path: Path,
    codes: CodeLists,
    *,
    today: date,
    author: str = "",
    read_only: bool = False,
    wait: float = 0.0,
    migrations: tuple[Migration, ...] = MIGRATIONS,
) -> OpenPlan:
    """A plan file, for writing where nobody else has it; `wait` is how many seconds to stand in line."""
    opening = _Opening(codes, today, author, migrations=migrations)
    with in_words(path), opening.stack:
        path = path.resolve()
        read_format(path)
        if read_only:
            return _open_for_reading(path, opening)
        found = _try_hold(path, wait)
        if isinstance(found, Hold):
            opening.stack.callback(found.release)
            return _open_for_writing(path, opening)
        obstacle = held(path, found) if isinstance(found, Holder) else found
        return _open_for_reading(path, opening, obstacle, found if isinstance(found, Holder) else None)


def save_copy(opened: OpenPlan, path: Path, *, force: bool = False) -> None:
    """Everything the plan holds in a further file, read back before it counts."""
    with in_words(path), ExitStack() as stack:
        hold = _hold_for_new(path, force)
        stack.callback(hold.release)
        _publish(path, tuple(opened.plan.baselines.values()), opened.plan.journal, force=force)


def held(path: Path, holder: Holder) -> Conflict:
    """The refusal that names who has the file."""
    return Conflict("storage.held", path=path, user=holder.user, host=holder.host, pid=holder.pid, since=holder.since)


def _publish(path: Path, baselines: Sequence[Baseline], journal: Journal, *, force: bool) -> None:
    # Loaded when a file is written: the database library takes longer than showing a plan.
    from sorstudio.storage.writing import publish

    publish(path, baselines, journal, force=force)


def _hold_for_new(path: Path, force: bool) -> Hold:
    if not path.absolute().parent.is_dir():
        raise Unreadable("storage.no_such_folder", path=path.absolute().parent)
    if path.is_dir():
        raise Unreadable("storage.is_a_folder", path=path)
    if path.exists() and not force:
        raise Conflict("storage.exists", path=path)
    if path.exists() and not is_plan(path):
        raise Conflict("storage.not_replaced", path=path)
    hold = take_hold(path)
    if isinstance(hold, Holder):
        raise held(path, hold)
    clear_drafts(path)
    return hold


def _try_hold(path: Path, wait: float) -> Hold | Holder | NotSaved:
    """The hold, who has it, or why nobody can write here."""
    if not os.access(path, os.W_OK):
        return NotSaved("storage.not_writable", path=path)
    try:
        return take_hold(path, wait=wait)
    except OSError:
        # Without a lock file beside it the plan cannot be kept from others, and SQLite could not journal there either.
        return NotSaved("storage.folder_not_writable", path=path.parent)


def _open_for_writing(path: Path, opening: _Opening) -> OpenPlan:
    found = read_format(path)
    steps = steps_from(found, opening.migrations)
    kept = migrate(path, found, steps) if steps else None
    return _opened_for_writing(path, _load_once(path, writing=True), opening, kept)


def _opened_for_writing(path: Path, contents: Contents, opening: _Opening, kept: Path | None = None) -> OpenPlan:
    if contents.damage:
        # Writing into a broken file may break more of it; a copy of what is sound can be saved.
        reason = Unreadable("storage.damaged_read_only", path=path)
        return _opened(path, contents, ReadOnlyStore(reason), opening, obstacle=reason, kept=kept)
    store = FileStore(path, contents.journal.head)
    opening.stack.callback(store.close)
    return _opened(path, contents, store, opening, kept=kept)


def _open_for_reading(
    path: Path, opening: _Opening, obstacle: SorError | None = None, holder: Holder | None = None
) -> OpenPlan:
    contents = _read(path, opening)
    store = ReadOnlyStore(obstacle or Refused("storage.opened_for_reading", path=path))
    return _opened(path, contents, store, opening, obstacle=obstacle, holder=holder)


def _read(path: Path, opening: _Opening) -> Contents:
    """Straight from the file; from a copy of it where reading would have to write first."""
    steps = steps_from(read_format(path), opening.migrations)
    if not steps:
        try:
            return _load_once(path)
        except sqlite3.DatabaseError as error:
            if _code(error) not in _WOULD_WRITE:
                raise
    with tempfile.TemporaryDirectory(prefix="sorstudio-") as folder:
        return _load_once(_carried_forward(path, Path(folder), steps))


_WOULD_WRITE = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN}
"""Someone died while writing, and on a read-only medium SQLite cannot take the half transaction back."""


def _code(error: sqlite3.DatabaseError) -> int:
    code = getattr(error, "sqlite_errorcode", 0)
    return code & 0xFF if isinstance(code, int) else 0


def _carried_forward(path: Path, folder: Path, steps: Sequence[Migration]) -> Path:
    copy = folder / path.name
    for name in (path.name, f"{path.name}-journal"):
        if path.with_name(name).exists():
            shutil.copyfile(path.with_name(name), folder / name)
    _load_half_done(copy)
    take_steps(copy, steps)
    return copy


def _load_half_done(copy: Path) -> None:
    """Let SQLite take back what a dead process left half written."""
    with closing(connect(copy, writing=True)) as connection:
        connection.execute(begin(writing=True))
        connection.execute("PRAGMA schema_version")
        connection.execute("COMMIT")


def _load_once(path: Path, *, writing: bool = False) -> Contents:
    with closing(connect(path, writing=writing)) as connection:
        connection.execute(begin(writing))
        # Closing takes back and does not commit: a damaged file refuses even an empty commit.
        return load(connection)


def _opened(
    path: Path,
    contents: Contents,
    store: FileStore | ReadOnlyStore,
    opening: _Opening,
    *,
    obstacle: SorError | None = None,
    holder: Holder | None = None,
    kept: Path | None = None,
) -> OpenPlan:
    if not contents.baselines:
        raise Unreadable("storage.no_baseline", path=path)
    plan = Plan(
        contents.baselines,
        opening.codes,
        today=opening.today,
        journal=contents.journal,
        store=store,
        author=opening.author,
    )
    read_only = isinstance(store, ReadOnlyStore)
    return OpenPlan(path, plan, read_only, opening.stack.pop_all(), obstacle, holder, contents.damage, kept)
