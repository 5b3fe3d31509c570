"""The table of the plan as it is looked at, and how it stands in one line."""

from dataclasses import replace

from sorstudio.ui.editor import Editor
from sorstudio.ui.reftable.listing import Listing, listing


def test_the_summary_counts_rows_holes_and_rows_that_end(found: Listing, town_editor: Editor) -> None:
    rows, holes = len(found.rows), len(found.table.holes)
    assert rows > 1
    assert holes > 1
    assert found.summary(town_editor.texts) == f"{rows} rækker, {holes} huller, 0 udløber inden 90 dage"


def test_one_row_is_one_row(found: Listing, town_editor: Editor) -> None:
    single = replace(found, rows=found.rows[:1], table=replace(found.table, holes=found.table.holes[:1]))
    assert single.summary(town_editor.texts).startswith("1 række, 1 hul, ")


def test_it_is_of_the_day_that_is_looked_at(town_editor: Editor) -> None:
    day = town_editor.plan.today
    town_editor.show_day(day)
    assert listing(town_editor.plan, town_editor.texts).directory.day == day
