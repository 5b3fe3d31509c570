"""The journal keeps every change and every branch, and knows the way back and forth."""

from __future__ import annotations

from sorstudio.model.change import Change
from sorstudio.model.edits import units
from sorstudio.model.journal import Branch, Journal, parent_of
from tests.model.outline import key, plan
from tests.model.refusing import refused


def change(key: str, *follows: str) -> Change:
    return Change(key, "x", follows=follows)


def forked() -> Journal:
    """a - b - c, and from a the branch d, where the head is."""
    return Journal([change("a"), change("b", "a"), change("c", "b"), change("d", "a")], "d", {"a": "b", "b": "c"})


def test_the_path_leads_from_the_first_change_to_the_head() -> None:
    assert [item.id for item in forked().path()] == ["a", "d"]


def test_the_path_to_any_other_change() -> None:
    assert [item.id for item in forked().path("c")] == ["a", "b", "c"]


def test_an_empty_journal_has_an_empty_path() -> None:
    assert Journal().path() == ()


def test_a_new_change_becomes_the_head() -> None:
    journal = Journal()
    journal.take(journal.appended(change("a")))
    assert (journal.head, journal.children(None)) == ("a", ("a",))


def test_a_step_moves_nothing_until_it_is_taken() -> None:
    journal = Journal()
    journal.appended(change("a"))
    assert (journal.head, journal.changes) == (None, {})


def test_a_change_is_made_only_once() -> None:
    with refused("journal.already_made"):
        forked().appended(change("a"))


def test_undo_goes_to_the_change_before() -> None:
    assert forked().undone(1).head == "a"


def test_undo_can_go_all_the_way_to_the_baseline() -> None:
    assert forked().undone(2).head is None


def test_undo_of_nothing_stays() -> None:
    assert forked().undone(0).head == "d"


def test_undo_notes_the_children_it_left() -> None:
    assert forked().undone(2).left == {"a": "d", None: "a"}


def test_undo_at_the_baseline_is_refused() -> None:
    with refused("journal.nothing_to_undo"):
        Journal().undone(1)


def test_undo_further_than_the_baseline_says_how_far_it_goes() -> None:
    with refused("journal.fewer_to_undo", "Kun 2 af 5"):
        forked().undone(5)


def test_redo_follows_the_child_last_left() -> None:
    journal = forked()
    journal.take(journal.undone(1))
    assert journal.redone(1).head == "d"


def test_redo_several_at_once() -> None:
    journal = forked()
    journal.take(journal.gone_to("c"))
    journal.take(journal.undone(3))
    assert journal.redone(3).head == "c"


def test_redo_where_nothing_was_left_is_refused() -> None:
    with refused("journal.nothing_to_redo"):
        forked().redone(1)


def test_redo_further_than_was_left_says_how_far_it_goes() -> None:
    journal = forked()
    journal.take(journal.undone(1))
    with refused("journal.fewer_to_redo", "Kun 1 af 3"):
        journal.redone(3)


def test_one_can_go_to_any_change_on_any_branch() -> None:
    assert forked().gone_to("c").head == "c"


def test_going_elsewhere_notes_only_the_children_left_on_the_way_back() -> None:
    assert forked().gone_to("c").left == {"a": "d"}


def test_one_can_go_to_the_baseline_and_redo_the_whole_way() -> None:
    journal = forked()
    journal.take(journal.gone_to(None))
    assert journal.redone(2).head == "d"


def test_going_to_a_change_that_is_not_there_is_refused() -> None:
    with refused("journal.unknown_change", "zz"):
        forked().gone_to("zz")


def test_the_tips_are_what_nothing_follows() -> None:
    assert forked().tips() == ("c", "d")


def test_branches_say_where_the_plan_stands() -> None:
    assert forked().branches() == (Branch("c", "", False), Branch("d", "", True))


def test_a_branch_that_can_be_redone_is_the_current_one() -> None:
    journal = forked()
    journal.take(journal.undone(1))
    assert [branch.current for branch in journal.branches()] == [False, True]


def test_a_named_branch_follows_its_tip() -> None:
    journal = forked()
    journal.take(journal.named("Plan B", "d"))
    journal.take(journal.appended(change("e", "d")))
    assert Branch("e", "Plan B", True) in journal.branches()


def test_a_name_stays_on_its_branch_while_another_grows() -> None:
    journal = forked()
    journal.take(journal.named("Plan A", "c"))
    journal.take(journal.appended(change("e", "d")))
    assert journal.names == {"Plan A": "c"}


def test_after_a_join_both_lines_have_the_same_tip() -> None:
    journal = forked()
    journal.take(journal.appended(change("j", "d", "c")))
    assert (journal.tips(), parent_of(journal.changes["j"])) == (("j",), "d")


def test_a_change_is_found_by_its_first_characters() -> None:
    journal = Journal([change("abc1"), change("abd2", "abc1")])
    assert journal.resolve("abd") == "abd2"


def test_a_change_is_found_by_the_name_of_its_branch() -> None:
    journal = Journal([change("abc1")], names={"Plan B": "abc1"})
    assert journal.resolve("Plan B") == "abc1"


def test_too_few_characters_are_refused() -> None:
    with refused("journal.ambiguous_change", "ab"):
        Journal([change("abc1"), change("abd2", "abc1")]).resolve("ab")


def test_characters_that_no_change_has_are_refused() -> None:
    with refused("journal.unknown_change", "x"):
        Journal([change("abc1")]).resolve("x")


def test_nothing_typed_finds_nothing() -> None:
    with refused("journal.unknown_change"):
        Journal([change("abc1")]).resolve("")


def test_a_name_given_after_an_undo_is_that_of_the_whole_line() -> None:
    plan_ = plan("Kommune\n  Sundhed\n    Pleje")
    first = plan_.apply(units.rename(plan_, key(plan_, "Pleje"), "A"))
    last = plan_.apply(units.rename(plan_, key(plan_, "A"), "B"))
    plan_.undo()
    plan_.name_branch("plan A")
    assert (plan_.head, plan_.journal.names) == (first.id, {"plan A": last.id})
