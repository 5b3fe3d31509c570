"""The table beside another one."""

from pathlib import Path

import pytest

from sorstudio.requests.table_matching import Match
from sorstudio.ui.editor import Editor
from sorstudio.ui.reftable.comparing import Compared, PairRows, compare, take_over
from sorstudio.ui.reftable.listing import Listing
from sorstudio.ui.reftable.saving import save_table
from tests.ui.reftable.conftest import OFFER


@pytest.fixture
def delivered(found: Listing, town_editor: Editor, tmp_path: Path) -> Path:
    """The last row is not in it yet, and the criteria were other ones."""
    path = save_table(town_editor.plan, found, town_editor.texts, tmp_path / "levering.csv")
    lines = path.read_text("utf-8-sig").replace("Over 18 år.", "Over 16 år.").splitlines()
    path.write_text("\n".join(lines[:-1]), "utf-8")
    return path


def compared(found: Listing, editor: Editor, path: Path, *, is_own: bool) -> Compared:
    return compare(editor.plan, found, editor.texts, path, is_own=is_own)


def test_what_came_since_and_what_changed_stand_in_groups(found: Listing, town_editor: Editor, delivered: Path) -> None:
    beside = compared(found, town_editor, delivered, is_own=True)
    groups = {group.head.key: group for group in PairRows(beside, found, town_editor.texts).groups}
    assert groups[Match.ONLY_HERE.value].head.sentence == "Kommet til"
    assert len(groups[Match.ONLY_HERE.value].rows) == 1
    changed = groups[Match.DIFFERS.value].rows
    assert all("Over 16 år. i filen, Over 18 år. i planen" in one.detail for one in changed)
    assert beside.acts == ()


def test_a_row_leads_to_its_unit(found: Listing, town_editor: Editor, delivered: Path) -> None:
    beside = compared(found, town_editor, delivered, is_own=False)
    rows = [row for group in PairRows(beside, found, town_editor.texts).groups for row in group.rows]
    assert {row.unit for row in rows if row.unit} <= set(town_editor.plan.state().units)
    assert any(row.unit for row in rows)


def test_the_texts_are_taken_over_as_one_change(found: Listing, town_editor: Editor, delivered: Path) -> None:
    beside = compared(found, town_editor, delivered, is_own=False)
    before = len(town_editor.plan.journal.path())
    town_editor.do(lambda plan: take_over(plan, beside.acts))
    held = town_editor.plan.state().offer_text(OFFER)
    assert held is not None
    assert held.criteria == "Over 16 år."
    assert len(town_editor.plan.journal.path()) == before + 1
    town_editor.undo()
    again = town_editor.plan.state().offer_text(OFFER)
    assert again is not None
    assert again.criteria == "Over 18 år."
