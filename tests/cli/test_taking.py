"""Proposals are taken over one by one; what is refused hinders nothing else."""

from sorstudio.cli.taking import Taking
from sorstudio.formats.proposal import ProposedUnit
from sorstudio.formats.proposal_guess import Decision
from sorstudio.model.records import UnitKind
from tests.model.outline import gln, key, plan

DRAWN = f"Kommune\n  Sundhed [{gln(1)}]"


def proposal(place: int, title: str, parent: int | None = None, **values: object) -> ProposedUnit:
    kind = UnitKind.SI if parent is None else UnitKind.OE
    given = {"decision": Decision.UNIT, "reason": "", "kind": kind, **values}
    return ProposedUnit(place, place + 1, title, parent=parent, **given)  # type: ignore[arg-type]


def taken(*proposals: ProposedUnit, everything: bool = False) -> Taking:
    taking = Taking(plan(DRAWN), everything=everything)
    taking.take(proposals)
    return taking


def names(taking: Taking) -> list[tuple[int, str]]:
    return [(depth, unit.name) for depth, unit in taking.plan.state().walk()]


def test_units_stand_under_each_other() -> None:
    assert names(taken(proposal(0, "Social"), proposal(1, "Bosted", 0)))[2:] == [(2, "Social"), (3, "Bosted")]


def test_a_line_that_is_a_unit_already_makes_none() -> None:
    drawn = plan(DRAWN)
    sundhed = key(drawn, "Sundhed")
    taking = Taking(drawn, everything=False)
    taking.take([proposal(0, "Sundhed", matched_key=sundhed), proposal(1, "Akutteam", 0)])
    assert [unit.name for unit in (drawn.state().units[one] for one in drawn.state().children(sundhed))] == ["Akutteam"]
    assert len(taking.changes) == 1


def test_what_is_no_unit_is_left_out_and_its_children_go_up() -> None:
    taking = taken(
        proposal(0, "Social"), proposal(1, "Opgaver", 0, decision=Decision.NOT_IN_SOR), proposal(2, "Bosted", 1)
    )
    assert names(taking)[2:] == [(2, "Social"), (3, "Bosted")]


def test_offers_and_notes_are_taken_over_when_asked_for() -> None:
    taking = taken(
        proposal(0, "Social", note="Fra 2027"),
        proposal(1, "Støtte til bil", 0, decision=Decision.OFFER, offer="bilstoette"),
        proposal(2, "Gåture", 0, decision=Decision.OFFER),
        proposal(3, "Budget", 0, decision=Decision.NOT_IN_SOR),
        everything=True,
    )
    state, social = taking.plan.state(), key(taking.plan, "Social")
    assert "bilstoette" in {placement.offer for placement in state.placements(social)}
    assert [offer.name for offer in state.offers()] == ["Gåture"]
    assert {note.text for note in state.notes(social)} == {"Fra 2027", "Budget"}


def test_a_doubtful_line_is_skipped() -> None:
    taking = Taking(plan(DRAWN), everything=False)
    taking.take([proposal(0, "Sundheden"), proposal(1, "Akutteam", 0)], skip=frozenset({0}))
    assert "Sundheden" not in dict(map(reversed, names(taking)))


def test_a_refused_detail_is_told_and_the_unit_stays() -> None:
    taking = taken(proposal(0, "Social", gln="123"))
    assert [one.line for one in taking.refused] == [1]
    assert names(taking)[2:] == [(2, "Social")]
