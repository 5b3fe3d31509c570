from hypothesis import given, settings
from hypothesis import strategies as st

from sorstudio.model.edits.units import LONGEST_NAME
from sorstudio.model.plan import Plan
from sorstudio.rules.name_doctor import NameDoctor
from sorstudio.rules.name_style import style_of
from sorstudio.rules.rulebook import core_rules
from tests.model.outline import key, plan
from tests.rules.findings import with_values

TREE = "Elbæk Kommune\n  Hjemmeplejen Syd\n    Nord\n    Hjemmeplejen Vest"
PIECES = ("Hj.pl.", "Team", "3", "NORD", "Egely", "Flyttet lok.nr 14/5", "- KUN INTERNT BRUG", "Viby/Tilst", "f/unge",
          "Plejecenter Solgården", " ", ".", "Sygehusadviser", "rehab.", "HR.", "Skole", "x" * 30)  # fmt: skip


def _proposed(name: str) -> tuple[str, tuple[str, ...]] | None:
    work = with_values(plan(TREE), "Nord", name=name)
    unit = key(plan(TREE), "Nord")
    found = _doctor(work).propose(unit)
    return (found.name, found.reasons) if found else None


def _doctor(work: Plan) -> NameDoctor:
    return NameDoctor(work.state(), work.codes, core_rules(), style_of(work.state()))


def test_a_name_that_is_well_is_left() -> None:
    assert _proposed("Hjemmeplejen Egely") is None


def test_all_that_is_wrong_is_mended_at_once() -> None:
    assert _proposed("Hj.pl.  Egely -KUN INTERNT BRUG") == ("Hjemmeplejen Egely", ("doctor.abbreviation",))


def test_a_name_that_tells_nothing_takes_that_of_its_parent() -> None:
    assert _proposed("Team 3") == ("Hjemmeplejen Syd, Team 3", ("doctor.parent",))


def test_a_mailbox_gets_its_national_name() -> None:
    assert _proposed("Sygehusadviser") == ("Sygehusadviser, Elbæk", ("doctor.national",))


def test_a_name_that_another_unit_has_is_not_proposed() -> None:
    assert _proposed("Hj.pl. Vest") is None


def test_names_alike_are_told_apart_by_their_parents_but_not_by_the_owner() -> None:
    work = plan("Elbæk Kommune\n  Tandplejen\n    Pleje\n      Egely\n    Træning\n      Egely2")
    work = with_values(work, "Egely2", name="Egely")
    doctor = _doctor(work)
    found = [doctor.propose(unit.key) for unit in work.state().units.values() if unit.name == "Egely"]
    assert [one.name for one in found if one] == ["Egely, Pleje", "Egely, Træning"]
    owned = with_values(plan("Elbæk Kommune\n  Egely\n    Egely2"), "Egely2", name="Egely")
    assert _doctor(owned).propose(key(plan("Elbæk Kommune\n  Egely"), "Egely")) is None


def test_a_known_short_word_may_end_a_name() -> None:
    assert _proposed("Modtagelse mv.") is None


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=4).map(" ".join))
def test_a_proposal_fits_is_never_empty_and_needs_no_other(name: str) -> None:
    proposed = _proposed(name)
    if proposed is not None:
        assert 1 <= len(proposed[0]) <= LONGEST_NAME
        assert proposed[0].strip() == proposed[0] != name
        assert _proposed(proposed[0]) is None
