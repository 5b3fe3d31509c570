from sorstudio.model.edits import units
from sorstudio.model.plan import Plan
from sorstudio.requests.branches import Branch, Mark, branch_pages
from sorstudio.requests.envelope import make_request
from tests.model.outline import key
from tests.requests.asked import TODAY, busy_request
from tests.requests.plans import DANISH, DAY, municipality


def branches(work: Plan) -> dict[str, Branch]:
    return {one.title: one for one in branch_pages(make_request(work, DANISH, TODAY)).branches}


def test_only_touched_branches_with_the_way_down_are_shown() -> None:
    work = municipality()
    work.apply(units.rename(work, key(work, "Nord"), "Nordby", day=DAY))
    (branch,) = branches(work).values()
    assert [row.name for row in branch.before] == ["Eksempelby Kommune", "Sundhed og Omsorg", "Hjemmepleje", "Nord"]
    assert [row.mark for row in branch.after] == [Mark.PATH, Mark.PATH, Mark.PATH, Mark.EDITED]
    assert branch.after[-1].note == "hed Nord"


def test_what_is_new_or_closed_stands_on_one_side_only() -> None:
    branch = next(one for one in branch_pages(busy_request()).branches if one.title == "Sundhed og Omsorg")
    before, after = ({row.name: row.mark for row in rows} for rows in (branch.before, branch.after))
    assert (before.get("Træning"), after.get("Træning")) == (Mark.CLOSED, None)
    assert (before.get("Øst"), after.get("Øst")) == (None, Mark.NEW)


def test_a_unit_that_moves_stands_in_both_branches() -> None:
    work = municipality()
    work.apply(units.move(work, [key(work, "Tandpleje")], key(work, "Sundhed og Omsorg"), day=DAY))
    found = branches(work)
    assert {row.name: row.mark for row in found["Børn og Unge"].before}["Tandpleje"] is Mark.MOVED
    assert "Tandpleje" not in {row.name for row in found["Børn og Unge"].after}
    (moved,) = [row for row in found["Sundhed og Omsorg"].after if row.name == "Tandpleje"]
    assert (moved.mark, moved.note) == (Mark.MOVED, "flyttet fra Børn og Unge")


def test_every_mark_is_in_the_legend() -> None:
    assert [mark for mark, _ in branch_pages(busy_request()).legend] == list(Mark)


def test_a_plan_that_changes_nothing_has_no_branch() -> None:
    assert branches(municipality()) == {}
