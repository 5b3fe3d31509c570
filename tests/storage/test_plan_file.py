"""Plans survive closing, killing, and each other."""

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Connection

from sorstudio.model.baseline import Baseline
from sorstudio.model.change import Change
from sorstudio.model.codes import CodeLists
from sorstudio.model.edits.units import rename
from sorstudio.model.errors import Conflict, SorError, Unreadable
from sorstudio.model.plan import Plan
from sorstudio.storage.engine import open_engine
from sorstudio.storage.header import CURRENT, Format
from sorstudio.storage.hold import lock_path
from sorstudio.storage.migrations import Migration
from sorstudio.storage.plan_file import OpenPlan, create, open_plan, save_copy
from tests.storage.conftest import TODAY


def opened(path: Path, *, read_only: bool = False) -> OpenPlan:
    return open_plan(path, CodeLists(), today=TODAY, author="Bo", read_only=read_only)


def renamed(plan: Plan, *names: str) -> None:
    for name in names:
        plan.apply(rename(plan, "oe", name))


def name_of(plan: Plan) -> str:
    return plan.state().units["oe"].name


def test_the_baseline_comes_back_equal(plan_path: Path, baseline: Baseline) -> None:
    with opened(plan_path) as file:
        assert file.plan.baseline == baseline


def test_changes_are_there_next_time(plan_path: Path) -> None:
    with opened(plan_path) as file:
        renamed(file.plan, "Nord", "Syd")
        journal = file.plan.journal
    with opened(plan_path) as file:
        assert name_of(file.plan) == "Syd"
        assert file.plan.journal.changes == journal.changes


def test_undo_and_redo_survive_closing(plan_path: Path) -> None:
    with opened(plan_path) as file:
        renamed(file.plan, "Et", "To")
        file.plan.undo(2)
    with opened(plan_path) as file:
        assert name_of(file.plan) == "Hjemmepleje Nord"
        file.plan.redo(2)
        assert name_of(file.plan) == "To"


def test_a_named_branch_survives_closing(plan_path: Path) -> None:
    with opened(plan_path) as file:
        renamed(file.plan, "Et")
        file.plan.name_branch("Plan A")
        file.plan.undo()
        renamed(file.plan, "B")
    with opened(plan_path) as file:
        file.plan.go_to(file.plan.journal.resolve("Plan A"))
        assert name_of(file.plan) == "Et"


def test_nothing_lies_beside_a_closed_plan(plan_path: Path) -> None:
    with opened(plan_path) as file:
        renamed(file.plan, "Et")
    assert [path.name for path in plan_path.parent.iterdir()] == [plan_path.name]


def test_the_second_one_reads_and_is_told_who_has_it(plan_path: Path) -> None:
    with opened(plan_path) as first, opened(plan_path) as second:
        renamed(first.plan, "Et")
        assert (second.read_only, second.holder and second.holder.pid) == (True, os.getpid())
        with pytest.raises(Conflict) as refusal:
            renamed(second.plan, "To")
    assert refusal.value.code == "storage.held"


def test_a_reader_hinders_nobody(plan_path: Path) -> None:
    with opened(plan_path, read_only=True) as reader, opened(plan_path) as writer:
        renamed(writer.plan, "Et")
        assert (reader.read_only, reader.obstacle, writer.read_only) == (True, None, False)


def test_a_closed_plan_can_be_written_by_the_next(plan_path: Path) -> None:
    opened(plan_path).close()
    with opened(plan_path) as file:
        assert not file.read_only


def test_a_damaged_plan_is_read_and_its_copy_is_sound(plan_path: Path, tmp_path: Path) -> None:
    with opened(plan_path) as file:
        renamed(file.plan, "Et", "To")
    with open_engine(plan_path, writing=True).begin() as connection:
        connection.exec_driver_sql("UPDATE changes SET checksum = 0 WHERE position = 2")
    with opened(plan_path) as file:
        assert (file.read_only, len(file.damage)) == (True, 2)
        save_copy(file, tmp_path / "kopi.sorplan")
    with opened(tmp_path / "kopi.sorplan") as copy:
        assert (copy.read_only, copy.damage, name_of(copy.plan)) == (False, (), "Et")


def test_a_copy_holds_the_whole_history(plan_path: Path, tmp_path: Path) -> None:
    with opened(plan_path) as file:
        renamed(file.plan, "Et", "To")
        file.plan.undo()
        save_copy(file, tmp_path / "kopi.sorplan")
    with opened(tmp_path / "kopi.sorplan") as copy:
        copy.plan.redo()
        assert name_of(copy.plan) == "To"


def test_a_copy_does_not_replace_what_is_there(plan_path: Path, tmp_path: Path) -> None:
    (tmp_path / "kopi.sorplan").write_text("mine")
    with opened(plan_path) as file, pytest.raises(Conflict):
        save_copy(file, tmp_path / "kopi.sorplan")
    assert (tmp_path / "kopi.sorplan").read_text() == "mine"


@pytest.mark.parametrize(("name", "code"), [("no.sorplan", "no_such_file"), (".", "is_a_folder")])
def test_what_cannot_be_opened_is_said(tmp_path: Path, name: str, code: str) -> None:
    with pytest.raises(SorError) as refusal:
        opened(tmp_path / name)
    assert refusal.value.code == f"storage.{code}"
    assert list(tmp_path.iterdir()) == []


def test_a_refused_creation_leaves_nothing(tmp_path: Path, baseline: Baseline) -> None:
    with pytest.raises(SorError) as refusal:
        create(tmp_path / "no" / "a.sorplan", baseline, CodeLists(), today=TODAY)
    assert refusal.value.code == "storage.no_such_folder"
    assert list(tmp_path.iterdir()) == []


def test_a_plan_in_use_is_not_replaced(plan_path: Path, baseline: Baseline) -> None:
    with opened(plan_path), pytest.raises(Conflict):
        create(plan_path, baseline, CodeLists(), today=TODAY, force=True)


def test_what_is_no_plan_is_not_even_replaced_when_asked(tmp_path: Path, baseline: Baseline) -> None:
    path = tmp_path / "liste.csv"
    path.write_text("mine")
    with pytest.raises(Conflict) as refusal:
        create(path, baseline, CodeLists(), today=TODAY, force=True)
    assert (refusal.value.code, path.read_text()) == ("storage.not_replaced", "mine")


def test_a_plan_is_created_with_its_journal(tmp_path: Path, baseline: Baseline) -> None:
    plan = Plan((baseline,), CodeLists(), today=TODAY)
    renamed(plan, "Et")
    with create(tmp_path / "a.sorplan", baseline, CodeLists(), today=TODAY, journal=plan.journal) as file:
        assert name_of(file.plan) == "Et"


def test_what_a_dead_writer_left_half_is_taken_back_for_a_reader(plan_path: Path, tmp_path: Path) -> None:
    """A hot journal beside the plan: the half transaction must not be seen, not even by one who only reads."""
    folder = tmp_path / "dead"
    folder.mkdir()
    with open_engine(plan_path, writing=True).begin() as connection:
        connection.exec_driver_sql("PRAGMA cache_size=1")
        connection.exec_driver_sql("PRAGMA cache_spill=1")
        connection.exec_driver_sql("UPDATE versions SET content = '{}'")
        connection.exec_driver_sql("INSERT INTO branches VALUES (hex(zeroblob(900000)), 'x')")
        for path in plan_path.parent.glob("ærø.sorplan*"):
            shutil.copyfile(path, folder / path.name)
        connection.rollback()
    assert len(list(folder.iterdir())) == 2
    with opened(folder / plan_path.name, read_only=True) as file:
        assert (file.damage, name_of(file.plan)) == ((), "Hjemmepleje Nord")


WRITER = """
import sys
from datetime import date
from pathlib import Path
from sorstudio.model.codes import CodeLists
from sorstudio.model.edits.units import rename
from sorstudio.storage.header import CURRENT, Format
from sorstudio.storage.hold import lock_path
from sorstudio.storage.migrations import Migration
from sorstudio.storage.plan_file import open_plan
with open_plan(Path(sys.argv[1]), CodeLists(), today=date(2026, 3, 1)) as opened:
    for number in range(100_000):
        change = opened.plan.apply(rename(opened.plan, "oe", f"Navn {number}"))
        print(change.id, flush=True)
"""


@pytest.mark.parametrize("attempt", range(5))
def test_a_kill_loses_at_most_the_change_being_written(plan_path: Path, attempt: int) -> None:
    process = subprocess.Popen([sys.executable, "-c", WRITER, str(plan_path)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    first = process.stdout.readline()
    time.sleep(random.uniform(0.0, 0.3))
    os.kill(process.pid, signal.SIGKILL)
    reported = [line.strip() for line in [first, *process.stdout] if line.endswith("\n")]
    process.wait()
    with opened(plan_path) as file:
        stored = [change.id for change in file.plan.journal.path()]
        assert (file.read_only, file.damage) == (False, ())
    assert stored[: len(reported)] == reported
    assert len(stored) - len(reported) in (0, 1)


@pytest.fixture
def old_path(plan_path: Path) -> Path:
    """A plan of an earlier format, in which branches were called something else."""
    connection = sqlite3.connect(plan_path)
    connection.execute("ALTER TABLE branches RENAME TO lines")
    connection.execute(f"PRAGMA user_version={Format(0, 9).number()}")
    connection.commit()
    connection.close()
    return plan_path


def rename_table(connection: Connection) -> None:
    connection.exec_driver_sql("ALTER TABLE lines RENAME TO branches")


STEPS = (Migration("branches", Format(0, 9), CURRENT, rename_table),)


def test_an_older_plan_is_carried_forward_and_its_original_kept(old_path: Path) -> None:
    before = old_path.read_bytes()
    with open_plan(old_path, CodeLists(), today=TODAY, migrations=STEPS) as file:
        assert (file.read_only, file.damage) == (False, ())
        renamed(file.plan, "Et")
        assert file.kept is not None
        assert file.kept.read_bytes() == before


def test_looking_at_an_older_plan_leaves_it_as_it_is(old_path: Path) -> None:
    before = old_path.read_bytes()
    with open_plan(old_path, CodeLists(), today=TODAY, read_only=True, migrations=STEPS) as file:
        assert name_of(file.plan) == "Hjemmepleje Nord"
    assert old_path.read_bytes() == before
    assert [path.name for path in old_path.parent.iterdir()] == [old_path.name]


def test_an_older_plan_without_a_way_is_refused_untouched(old_path: Path) -> None:
    before = old_path.read_bytes()
    with pytest.raises(Unreadable) as refusal:
        opened(old_path)
    assert (refusal.value.code, old_path.read_bytes()) == ("storage.too_old", before)


def test_a_folder_without_room_for_a_lock_gives_the_plan_for_reading(plan_path: Path) -> None:
    lock_path(plan_path).mkdir()
    with opened(plan_path) as file:
        assert file.obstacle is not None
        assert (file.read_only, file.obstacle.code) == (True, "storage.folder_not_writable")
        assert name_of(file.plan) == "Hjemmepleje Nord"


def test_a_newer_register_file_that_was_adopted_is_there_next_time(plan_path: Path, baseline: Baseline) -> None:
    newer = replace(baseline, id="b2", versions=baseline.versions[:2])
    with opened(plan_path) as file:
        file.plan.add_baseline(newer)
        file.plan.apply(Change("adopt", "plan.adopted", baseline=newer.id))
    with opened(plan_path) as file:
        assert (file.damage, file.plan.baseline) == ((), newer)
        file.plan.undo()
        assert file.plan.baseline == baseline


def test_a_failed_commit_changes_nothing(plan_path: Path) -> None:
    with opened(plan_path) as file:
        change = rename(file.plan, "oe", "Et")
        plan_path.rename(plan_path.with_name("moved"))
        with pytest.raises(SorError):
            file.plan.apply(change)
        assert (name_of(file.plan), file.plan.head) == ("Hjemmepleje Nord", None)


def test_a_change_with_everything_in_it_comes_back(plan_path: Path) -> None:
    with opened(plan_path) as file:
        applied = file.plan.apply(rename(file.plan, "oe", "Æ\ud800", reason="fordi"))
    with opened(plan_path) as file:
        assert file.plan.journal.changes == {applied.id: applied}
        assert isinstance(applied, Change)
