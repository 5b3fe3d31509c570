"""The book that counts for a plan stands in the plan, and who changed it stands in the journal."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sorstudio.model.edits.settings import set_rule_edition
from sorstudio.model.errors import Unreadable
from sorstudio.model.plan import Plan
from sorstudio.model.texts import Texts
from sorstudio.requests.lines import change_lines
from sorstudio.resources import texts
from sorstudio.rules.check import check
from sorstudio.rules.chosen import choose, choose_book, chosen, edition_text, reset
from sorstudio.rules.editions import read_edition
from sorstudio.rules.entry import Edition, RuleBook
from sorstudio.rules.finding import Severity
from sorstudio.rules.rulebook import core_rules
from tests.model.outline import plan
from tests.model.refusing import refused
from tests.rules.findings import of_rule, with_values

OFF = '[edition]\nname = "Eksempelby"\n\n[[rule]]\ncode = "SOR-031"\non = false\n'


def faulty() -> Plan:
    return with_values(plan("Kommune\n  Sundhed\n    Nord"), "Nord", name="No  rd")


def test_without_an_edition_the_shipped_rules_count() -> None:
    found = chosen(faulty())
    assert (found.book is core_rules(), found.is_own, found.problem) == (True, False, None)


def test_the_plans_own_edition_counts_in_the_check() -> None:
    work = faulty()
    assert of_rule(work, "SOR-031") != []
    change = work.apply(choose(work, OFF))
    assert of_rule(work, "SOR-031") == []
    sentence = Texts(texts("da")).sentence(change.code, change.params)
    assert sentence == "Planen tjekkes nu efter regelbogen Eksempelby."


def test_it_is_undone_and_reset_like_every_act() -> None:
    work = faulty()
    work.apply(choose(work, OFF))
    work.undo()
    assert chosen(work).book is core_rules()
    work.redo()
    change = work.apply(reset(work))
    assert chosen(work).book is core_rules()
    sentence = Texts(texts("da")).sentence(change.code, change.params)
    assert sentence == "Planen tjekkes nu efter de medfølgende regler."


def test_resetting_what_is_not_set_is_nothing() -> None:
    with refused("edit.nothing_changes"):
        reset(faulty())


def test_an_edition_that_does_not_read_is_refused_with_file_and_line_and_the_last_good_one_stays() -> None:
    work = faulty()
    work.apply(choose(work, OFF))
    with pytest.raises(Unreadable) as caught:
        choose(work, OFF + 'severity = "quite bad"\n', "egen.toml")
    assert (caught.value.code, caught.value.params["file"], caught.value.params["line"]) == (
        "rulebook.at_line",
        "egen.toml",
        7,
    )
    assert of_rule(work, "SOR-031") == []


def test_an_edition_in_the_plan_that_no_longer_reads_gives_the_shipped_rules_and_says_so() -> None:
    work = faulty()
    work.apply(set_rule_edition(work, '[[rule]]\ncode = "X-1"\ncheck = "gone"\n', "Gammel"))
    found = chosen(work)
    assert (found.book is core_rules(), found.is_own) == (True, False)
    assert found.problem is not None
    assert check(work) == check(work, core_rules())


def test_the_same_text_gives_the_very_same_book() -> None:
    work = faulty()
    work.apply(choose(work, OFF))
    assert chosen(work).book is chosen(work.snapshot()).book


def test_a_book_that_a_person_changed_is_kept_as_what_differs() -> None:
    work = faulty()
    core = core_rules()
    entries = {**core.entries, "SOR-031": replace(core.entries["SOR-031"], severity=Severity.ERROR)}
    work.apply(choose_book(work, RuleBook(entries, Edition("Vores"))))
    assert of_rule(work, "SOR-031")[0].severity is Severity.ERROR
    assert read_edition(edition_text(work), "x", core).entries == entries


def test_the_text_of_a_plan_without_an_edition_reads_as_the_shipped_rules() -> None:
    assert read_edition(edition_text(faulty()), "x", core_rules()).entries == core_rules().entries


def test_nobody_is_sent_which_rules_count() -> None:
    work = faulty()
    work.apply(choose(work, OFF))
    assert change_lines(work) == ()
