"""The journal as rows with lanes."""

from sorstudio.ui.editor import Editor
from sorstudio.ui.history.lanes import HistoryRow, alone, history_rows


def named(editor: Editor) -> dict[str, HistoryRow]:
    rows = history_rows(editor.plan.journal)
    return {row.change.params["after"] if row.change else "baseline": row for row in rows}


def test_the_newest_stands_first_and_the_baseline_last(branched: Editor) -> None:
    assert list(named(branched)) == ["D", "C", "B", "A", "baseline"]


def test_the_line_that_the_plan_stands_on_has_the_first_lane(branched: Editor) -> None:
    assert {name: row.lane for name, row in named(branched).items()} == {"D": 0, "C": 0, "B": 1, "A": 0, "baseline": 0}


def test_the_other_line_is_not_done(branched: Editor) -> None:
    assert [name for name, row in named(branched).items() if not row.is_done] == ["B"]


def test_lines_pass_what_lies_between_and_join_where_they_began(branched: Editor) -> None:
    rows = named(branched)
    assert rows["B"].through == {0}
    assert rows["A"].joins == {0, 1}
    assert not rows["baseline"].has_parent


def test_where_the_plan_stands_is_marked_also_at_the_baseline(branched: Editor) -> None:
    assert named(branched)["D"].is_here
    branched.go_to(None)
    rows = named(branched)
    assert [name for name, row in rows.items() if row.is_here] == ["baseline"]
    assert rows["D"].lane == 0


def test_a_named_branch_shows_its_name(branched: Editor) -> None:
    branched.plan.name_branch("Plan B")
    assert named(branched)["D"].branch == "Plan B"


def test_a_row_alone_has_no_lines(branched: Editor) -> None:
    row = alone(named(branched)["A"])
    assert (row.joins, row.through, row.has_parent) == (frozenset(), frozenset(), False)
