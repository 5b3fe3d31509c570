"""Proposals are taken over one by one; what is refused hinders nothing else."""

from datetime import date

from sorstudio.formats.proposal import ProposedUnit
from sorstudio.formats.proposal_guess import Decision
from sorstudio.formats.taking import Scope, Taking
from sorstudio.model.identifiers import make_sor_id
from sorstudio.model.plan import Plan
from sorstudio.model.records import Contact, UnitKind
from tests.model.outline import gln, key, plan

DRAWN = f"Kommune\n  Sundhed [{gln(1)}]"


def proposal(place: int, title: str, parent: int | None = None, **values: object) -> ProposedUnit:
    kind = UnitKind.SI if parent is None else UnitKind.OE
    given = {"decision": Decision.UNIT, "reason": "", "kind": kind, **values}
    return ProposedUnit(place, place + 1, title, parent=parent, **given)  # type: ignore[arg-type]


def taken(*proposals: ProposedUnit, scope: Scope = Scope.UNITS, on: Plan | None = None) -> Taking:
    return Taking(on or plan(DRAWN), proposals, scope)


def names(taking: Taking) -> list[tuple[int, str]]:
    return [(depth, unit.name) for depth, unit in taking.trial.state().walk()]


def test_units_stand_under_each_other() -> None:
    assert names(taken(proposal(0, "Social"), proposal(1, "Bosted", 0)))[2:] == [(2, "Social"), (3, "Bosted")]


def test_a_line_that_is_a_unit_already_makes_none() -> None:
    drawn = plan(DRAWN)
    sundhed = key(drawn, "Sundhed")
    taking = taken(proposal(0, "Sundhed", matched_key=sundhed), proposal(1, "Akutteam", 0), on=drawn)
    state = taking.trial.state()
    assert [state.units[one].name for one in state.children(sundhed)] == ["Akutteam"]
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
        scope=Scope.ALL,
    )
    state, social = taking.trial.state(), key(taking.trial, "Social")
    assert "bilstoette" in {placement.offer for placement in state.placements(social)}
    assert [offer.name for offer in state.offers()] == ["Gåture"]
    assert {note.text for note in state.notes(social)} == {"Fra 2027", "Budget"}


def test_a_doubtful_line_is_skipped() -> None:
    proposals = proposal(0, "Sundheden"), proposal(1, "Akutteam", 0)
    taking = Taking(plan(DRAWN), proposals, Scope.UNITS, skip=frozenset({0}))
    assert "Sundheden" not in dict(map(reversed, names(taking)))


def test_a_refused_detail_is_told_and_the_unit_stays() -> None:
    taking = taken(proposal(0, "Social", gln="123"))
    assert [one.proposal.line for one in taking.refused] == [1]
    assert names(taking)[2:] == [(2, "Social")]


def test_the_plan_itself_is_not_touched_and_takes_the_changes() -> None:
    drawn = plan(DRAWN)
    taking = taken(proposal(0, "Social"), proposal(1, "Bosted", 0), on=drawn)
    assert drawn.head is None
    drawn.apply_all(change for _, change in taking.changes)
    assert key(drawn, "Bosted")


def test_changes_take_the_day_that_is_looked_at() -> None:
    drawn = plan(DRAWN)
    drawn.show(date(2027, 3, 1))
    assert [change.day for _, change in taken(proposal(0, "Social"), on=drawn).changes] == [date(2027, 3, 1)]


def test_what_a_person_decided_leaves_the_details_of_a_known_unit() -> None:
    drawn = plan(DRAWN)
    known = proposal(0, "Sundhed", matched_key=key(drawn, "Sundhed"), gln=gln(2), offers=("bilstoette",))
    codes = [change.code for _, change in taken(known, scope=Scope.DECIDED, on=drawn).changes]
    assert codes == ["offer.placed"]
    assert "offer.placed" not in [change.code for _, change in taken(known, on=drawn).changes]


def test_a_line_decided_to_be_nothing_makes_no_note() -> None:
    assert taken(proposal(0, "Budget", decision=Decision.NOT_IN_SOR), scope=Scope.DECIDED).changes == []


def test_below_a_line_for_the_owner_stand_health_institutions() -> None:
    drawn = plan(DRAWN)
    social = proposal(1, "Social", 0)
    taking = taken(proposal(0, "Kommune", matched_key=key(drawn, "Kommune")), social, on=drawn)
    assert taking.trial.state().units[key(taking.trial, "Social")].kind is UnitKind.SI


def test_a_sor_id_on_a_line_follows_the_unit() -> None:
    issued = make_sor_id(9_123_456)
    taking = taken(proposal(0, "Social", sor_id=issued))
    assert taking.trial.state().units[key(taking.trial, "Social")].sor_id == issued


def test_the_first_line_that_cannot_be_is_the_objection() -> None:
    taking = taken(proposal(0, "Nord", gln=gln(50)), proposal(1, "Syd", gln=gln(50)), scope=Scope.DECIDED)
    objection = taking.objection()
    assert objection is not None
    assert (objection.proposal.title, objection.reason.code) == ("Syd", "number.taken")


def test_words_that_are_no_type_and_an_address_without_telephone_are_no_objection() -> None:
    taking = taken(proposal(0, "Nord", unit_type="vrøvl", contact=Contact(email="nord@example.dk")))
    assert [one.reason.code for one in taking.refused] == ["unit_type.unknown", "contact.phone_missing"]
    assert taking.objection() is None
