"""Lines of a list taken over into a plan."""

from datetime import date
from pathlib import Path

import pytest

from sorstudio.formats.problems import UnreadableFile
from sorstudio.formats.proposal import Proposals, decide
from sorstudio.formats.proposal_guess import Decision
from sorstudio.model.plan import Plan
from sorstudio.resources import code_lists, example
from sorstudio.ui.importing.taking import (
    decision_words,
    empty_baseline,
    first_objection,
    makes,
    matched,
    owner_change,
    read_proposals,
    short_name,
)
from sorstudio.ui.translate import Language, texts_in
from tests.model.outline import TODAY, drawing, gln, key

LIST = "Prøvestrup Kommune\n\n1. Sundhed\n1.1 Hjemmesygepleje\n1.2 Team Ny\n"


@pytest.fixture
def proposals(tmp_path: Path) -> Proposals:
    (tmp_path / "liste.txt").write_text(LIST, "utf-8")
    return read_proposals(tmp_path / "liste.txt", code_lists())[1]


def take(plan: Plan, proposals: Proposals) -> None:
    for _, make in makes(plan, proposals, plan.state().roots()[0]):
        plan.apply(make(plan))


def test_what_is_there_already_is_matched_and_left(small: Plan, proposals: Proposals) -> None:
    take(small, matched(proposals, small))
    new = small.state().units[key(small, "Team Ny")]
    assert new.parent == key(small, "Sundhed")
    assert len(small.state().units) == 11


def test_a_line_decided_as_offer_is_placed_on_the_unit_above(small: Plan, proposals: Proposals) -> None:
    decided = decide(matched(proposals, small), 2, Decision.OFFER)
    take(small, decided)
    assert len(small.state().placements(key(small, "Sundhed"))) == 1
    assert [offer.name for offer in small.state().offers()] in ([], ["Team Ny"])


def test_a_line_that_is_not_in_sor_is_left_out(small: Plan, proposals: Proposals) -> None:
    before = drawing(small)
    take(small, decide(matched(proposals, small), 2, Decision.NOT_IN_SOR))
    assert drawing(small) == before


def test_a_line_that_cannot_be_is_named_and_nothing_is_done(small: Plan, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f"Navn;Lokationsnummer\nNord;{gln(50)}\nSyd;{gln(50)}\n", "utf-8")
    proposals = read_proposals(tmp_path / "a.csv", code_lists())[1]
    found = first_objection(small, list(makes(small, proposals, small.state().roots()[0])))
    assert found is not None
    assert (found[0].title, found[1].code) == ("Syd", "number.taken")
    assert small.head is None


def test_a_plan_can_begin_with_a_list_alone() -> None:
    plan = Plan([empty_baseline("herlev.txt", date(2026, 11, 23))], code_lists(), today=TODAY)
    plan.apply(owner_change(plan, "Herlev Kommune"))
    owner, proposals = read_proposals(example("herlev.txt"), code_lists())
    take(plan, proposals)
    assert owner == "Herlev Kommune"
    assert key(plan, "Center for omsorg og sundhed")


def test_a_list_that_is_gone_is_told_in_words(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile):
        read_proposals(tmp_path / "væk.txt", code_lists())


def test_decisions_have_words_and_headers_a_short_name() -> None:
    assert decision_words(texts_in(Language.DANISH))[Decision.NOT_IN_SOR] == "Ikke i SOR"
    assert short_name("a|b") == short_name("a|b") != short_name("a|c")
