"""Suggested unit types."""

import pytest

from sorstudio.model.edits import messages, offers, units
from sorstudio.model.neighbours import Neighbours
from sorstudio.model.plan import Plan
from sorstudio.model.records import Direction
from sorstudio.model.suggest import Suggestion, suggest_type
from tests.model.outline import key, plan

NURSING_HOME, HOME_CARE = "42665001", "554821000005109"
HEALTH_VISITORS, TRAINING = "554021000005101", "546811000005109"


def suggested(work: Plan, name: str) -> Suggestion | None:
    return suggest_type(Neighbours(work.state()), work.codes, key(work, name))


def typed(work: Plan, type_: str, *names: str) -> None:
    for name in names:
        work.apply(units.set_unit_type(work, key(work, name), type_))


@pytest.mark.parametrize(
    ("name", "type_"),
    [
        ("Plejecenter Ny Mølle", "plejehjem"),
        ("HJEMMESYGEPLEJEN NORD", "hjemmesygeplejeenhed"),
        ("Hj.pl. Solbjerg", "hjemmeplejeenhed"),
        ("Boernetandplejen", "tandplejeklinik"),
        ("Genoptræningscentret", "genoptræningsenhed"),
        ("PPR, Skolevej", "PPR"),
        ("Den Kommunale Sundhedspleje", "sundhedsplejen"),
        ("Botilbuddet Æblehaven", "bosted"),
        ("Rusmiddelcentret", "misbrugscenter"),
        ("Visitationen", "myndighed"),
        ("Hjemmeplejen og Plejehjem", None),
        ("Team Lind", None),
        ("Uppret", None),
    ],
)
def test_types_that_names_speak_for(name: str, type_: str | None) -> None:
    work = plan(f"Kommune\n  Sundhed\n    {name}")
    found = suggested(work, name)
    wanted = work.codes.unit_type(type_) if type_ else None
    assert (found.unit_type if found else None) == (wanted.code if wanted else None)


def test_the_word_of_the_name_is_the_reason() -> None:
    found = suggested(plan("Kommune\n  Sundhed\n    Plejecenter Mølle"), "Plejecenter Mølle")
    assert found is not None
    assert [(one.code, one.params) for one in found.reasons] == [("suggest.name", {"word": "plejecenter"})]
    assert not found.is_unknown


def test_siblings_and_the_name_together_are_surer() -> None:
    work = plan("Kommune\n  Pleje\n    Åkanden\n    Solgården\n    Plejecenter Mølle\n  Andet\n    Plejecenter Sø")
    typed(work, NURSING_HOME, "Åkanden", "Solgården")
    both, alone = suggested(work, "Plejecenter Mølle"), suggested(work, "Plejecenter Sø")
    assert both is not None
    assert alone is not None
    assert both.confidence > alone.confidence
    assert [one.code for one in both.reasons] == ["suggest.name", "suggest.siblings"]
    assert both.reasons[1].params == {"number": 2, "all": 2, "type": NURSING_HOME}


def test_siblings_alone_are_not_enough() -> None:
    work = plan("Kommune\n  Pleje\n    Åkanden\n    Solgården\n    Køkkenet")
    typed(work, NURSING_HOME, "Åkanden", "Solgården")
    assert suggested(work, "Køkkenet") is None


def test_other_units_with_the_same_first_word_tell() -> None:
    work = plan("Kommune\n  A\n    CSA Syn\n    CSA Optik\n  B\n    CSA IT\n    CSA Høre")
    typed(work, "sundhedscenter", "CSA Syn", "CSA Optik", "CSA IT")
    found = suggested(work, "CSA Høre")
    assert found is not None
    assert found.reasons[0].code == "suggest.alike"
    assert found.reasons[0].params["word"] == "CSA"


def test_a_minority_of_all_is_no_reason() -> None:
    names = "\n".join(f"    CBV {number}" for number in range(9))
    work = plan(f"Kommune\n  A\n{names}")
    typed(work, "bosted", "CBV 1", "CBV 2", "CBV 3")
    assert suggested(work, "CBV 8") is None


def test_an_offer_that_fits_one_type_tells() -> None:
    work = plan("Kommune\n  Sundhed\n    Team Lind")
    work.apply(offers.place_offer(work, ["hjemmepleje"], key(work, "Team Lind")))
    found = suggested(work, "Team Lind")
    assert found is not None
    assert (found.unit_type, found.reasons[0].code) == (HOME_CARE, "suggest.offer")


def test_the_type_above_tells_where_units_below_it_are_alike() -> None:
    work = plan("Kommune\n  Sundhedspleje\n    Skovskolen")
    typed(work, "sundhedsplejen", "Sundhedspleje")
    found = suggested(work, "Skovskolen")
    assert found is not None
    assert found.unit_type == HEALTH_VISITORS
    assert (found.reasons[0].code, found.reasons[0].params) == ("suggest.above", {"type": HEALTH_VISITORS})


def test_what_the_own_number_receives_tells() -> None:
    work = plan("Kommune\n  Sundhed\n    Team Lind [5790001000009]")
    work.apply(messages.add_message_type(work, key(work, "Team Lind"), "GGOP", None, [Direction.IN]))
    found = suggested(work, "Team Lind")
    assert found is not None
    assert (found.unit_type, found.reasons[0].params) == (TRAINING, {"message": "GGOP"})


def test_a_number_that_receives_for_many_tells_nothing() -> None:
    work = plan("Kommune\n  Sundhed\n    Team Lind [5790001000009]")
    for message in ("GGOP", "XDIS32"):
        work.apply(messages.add_message_type(work, key(work, "Team Lind"), message, None, [Direction.IN]))
    assert suggested(work, "Team Lind") is None


def test_a_measured_type_with_a_sure_word_is_safe_and_others_are_not() -> None:
    work = plan("Kommune\n  Sundhed\n    Plejehjem Sø\n    Jobcenter Nord")
    home, job = suggested(work, "Plejehjem Sø"), suggested(work, "Jobcenter Nord")
    assert home is not None
    assert home.is_safe
    assert job is not None
    assert not job.is_safe


def test_a_unit_above_others_may_be_their_office_and_is_not_safe() -> None:
    work = plan("Kommune\n  Plejehjem Nord\n    Plejehjem Sø\n  Sundhedsplejen\n    Sundhedsplejen Syd")
    office, service = suggested(work, "Plejehjem Nord"), suggested(work, "Sundhedsplejen")
    assert office is not None
    assert not office.is_safe
    assert service is not None
    assert service.is_safe


def test_siblings_make_a_suggestion_surer_but_not_safe_since_they_were_hidden_in_the_measurement() -> None:
    work = plan("Kommune\n  Sundhedspleje\n    Nord\n    Syd\n    Kommunallægen")
    typed(work, "sundhedsplejen", "Sundhedspleje", "Nord", "Syd")
    found = suggested(work, "Kommunallægen")
    assert found is not None
    assert found.confidence > work.codes.type_clues.safe_from
    assert not found.is_safe


def test_a_unit_with_a_type_and_the_owner_get_no_suggestion() -> None:
    work = plan("Plejehjem Kommune\n  Sundhed\n    Plejehjem Sø")
    typed(work, HOME_CARE, "Plejehjem Sø")
    assert suggested(work, "Plejehjem Sø") is None
    assert suggested(work, "Plejehjem Kommune") is None
