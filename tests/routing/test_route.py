"""Who receives: by offer, name or type; one of several; and every reason why nobody does."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sorstudio.model.edits import closing, numbers, units
from sorstudio.model.plan import Plan
from sorstudio.model.records import UNKNOWN, NumberState
from sorstudio.model.texts import Texts
from sorstudio.resources import code_lists, texts
from sorstudio.routing.answer import AlternativeKind, Reason
from sorstudio.routing.question import Question, Sender
from sorstudio.routing.route import route
from tests.model.outline import gln, key, plan
from tests.routing.asking import ask, directory, place, seen, take_off, town, towns
from tests.rules.findings import with_number, with_types, with_values

TRAINING = "546811000005109"


# The receiver


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (Question(area="traening", sender=Sender.HOSPITAL), "Genoptræningen: GGOP"),
        (Question(area="traening", sender=Sender.GP), "Genoptræningen: FDIS91"),
        (Question(area="traening"), "Genoptræningen: GGOP"),
        (Question(area="forebyggelse", sender=Sender.GP), "Sundhedscenter: XREF15"),
        (Question(area="forebyggelse", sender=Sender.MUNICIPALITY), "Sundhedscenter: DIS91"),
        (Question(area="hjemmesygepleje", sender=Sender.HOSPITAL), "Hjemmesygeplejen: XDIS18"),
        (Question(area="hjemmesygepleje", message="FDIS91"), "Hjemmesygeplejen: FDIS91"),
        (Question(message="GGOP"), "Genoptræningen: GGOP"),
        (Question(message="XDIS21"), "Sundhed og Omsorg: XDIS21"),
        (Question(offer="rygestop", sender=Sender.GP), "Sundhedscenter: XREF15"),
    ],
)
def test_the_receiver_of_a_message(asked: Question, expected: str) -> None:
    assert seen(town(), asked) == expected


def test_an_offer_decides_before_a_name() -> None:
    work = town()
    place(work, "Rygestop", "forebyggelse")
    assert seen(work, Question(area="forebyggelse", sender=Sender.GP)) == "Rygestop < Sundhedscenter: XREF15"


def test_the_unit_with_the_offer_itself_is_asked_first() -> None:
    work = town()
    place(work, "Rygestop", "rygestop")
    place(work, "Sundhedscenter", "afklarende-samtale")
    assert seen(work, Question(offer="rygestop", sender=Sender.GP)) == "Rygestop < Sundhedscenter: XREF15"


def test_a_type_speaks_where_no_name_does() -> None:
    work = with_types(plan(f"Kommune\n  Sundhed\n    Idrætsvej [{gln(1)}]"), "Idrætsvej", "<GGOP")
    assert seen(work, Question(area="traening")) == "no_unit"
    work = with_values(work, "Idrætsvej", unit_type=TRAINING)
    assert seen(work, Question(area="traening")) == "Idrætsvej: GGOP"


def test_units_with_one_number_are_one_receiver_and_the_topmost_speaks() -> None:
    drawing = f"Kommune\n  Pleje [{gln(1)}]\n    Centre ^\n      Plejehjem Nord ^\n      Plejehjem Syd ^"
    work = with_types(plan(drawing), "Pleje", "<XDIS18")
    assert seen(work, Question(area="plejehjem", sender=Sender.HOSPITAL)) == "Centre < Pleje: XDIS18"


def test_without_a_unit_above_them_that_uses_the_number_the_first_speaks() -> None:
    drawing = f"Kommune\n  Pleje [{gln(1)}]\n    Centre\n      Plejehjem Nord ^\n      Plejehjem Syd ^"
    work = with_types(plan(drawing), "Pleje", "<XDIS18")
    assert seen(work, Question(area="plejehjem", sender=Sender.HOSPITAL)) == "Plejehjem Nord < Pleje: XDIS18"


def test_the_areas_own_number_goes_before_one_from_above() -> None:
    drawing = f"Kommune\n  Pleje [{gln(1)}]\n    Sygeplejen Nord ^\n    Hjemmesygeplejen [{gln(2)}]"
    work = with_types(with_types(plan(drawing), "Pleje", "<XDIS18"), "Hjemmesygeplejen", "<XDIS18")
    assert seen(work, Question(area="hjemmesygepleje", sender=Sender.HOSPITAL)) == "Hjemmesygeplejen: XDIS18"


def test_of_a_type_that_many_may_take_the_unit_above_the_others_is_meant() -> None:
    drawing = f"Kommune\n  Børn [{gln(9)}]\n    Sundhedsplejen [{gln(1)}]\n      Sundhedsplejen Nord [{gln(2)}]"
    both = ("<XDIS32", "<FDIS91")
    work = with_types(with_types(plan(drawing), "Sundhedsplejen", *both), "Sundhedsplejen Nord", *both)
    assert seen(work, Question(area="sundhedspleje", sender=Sender.GP)) == "Sundhedsplejen: FDIS91"
    assert seen(work, Question(area="sundhedspleje", sender=Sender.HOSPITAL)) == Reason.TWO_CANDIDATES


def test_a_special_task_never_speaks_for_its_area() -> None:
    work = with_types(
        plan(f"Kommune\n  Pleje\n    Hjemmesygeplejen [{gln(1)}]\n    Klinik [{gln(2)}]"), "Klinik", "<XDIS18"
    )
    work = with_types(work, "Hjemmesygeplejen", "<XDIS18")
    place(work, "Klinik", "inkontinensklinik")
    assert seen(work, Question(area="hjemmesygepleje", message="XDIS18")) == Reason.TWO_CANDIDATES
    place(work, "Hjemmesygeplejen", "sygepleje-i-hjemmet")
    assert seen(work, Question(area="hjemmesygepleje", message="XDIS18")) == "Hjemmesygeplejen: XDIS18"
    assert seen(work, Question(offer="inkontinensklinik", message="XDIS18")) == "Klinik: XDIS18"


def test_two_numbers_with_the_same_offer_are_two_candidates() -> None:
    work = with_types(town(), "Genoptræningen", "<XREF15")
    place(work, "Sundhedscenter", "rygestop")
    place(work, "Genoptræningen", "rygestop")
    assert seen(work, Question(offer="rygestop", sender=Sender.GP)) == Reason.TWO_CANDIDATES


def test_the_administration_answers_for_units_without_a_number() -> None:
    work = town()
    assert seen(work, Question(area="plejehjem", sender=Sender.HOSPITAL)) == "Sundhed og Omsorg: XDIS18"
    assert seen(work, Question(area="plejehjem", message="XREF15")) == "no_number"


def test_the_administration_answers_where_the_tree_holds_nothing_else() -> None:
    work = with_types(plan(f"Kommune\n  Sundhed og Omsorg [{gln(1)}]\n    Kontor"), "Sundhed og Omsorg", "<XREF22")
    assert seen(work, Question(area="akutfunktion", sender=Sender.GP)) == "Sundhed og Omsorg: XREF22"
    assert seen(work, Question(area="traening", sender=Sender.HOSPITAL)) == "no_unit"


def test_the_answer_says_how_it_was_found() -> None:
    work = town()
    answer = ask(work, Question(offer="rygestop", sender=Sender.GP))
    da = Texts(texts("da"), "da")
    said = [da.sentence(one.code, one.params) for one in answer.steps]
    assert said == [
        "Tilbuddet »Rygestop« hører til området »Forebyggelse og sundhedsfremme«.",
        "Her sendes normalt XREF15: Kommunehenvisning (forebyggelsestilbud).",
        "2 enheder hedder noget, der passer, eller har et tilbud på området: Sundhedscenter, Rygestop.",
        f"»Sundhedscenter« har sit eget lokationsnummer {gln(4)}.",
        f"{gln(4)} modtager XREF15 (XH1530R).",
    ]


# The reasons


def test_no_unit() -> None:
    assert seen(town(), Question(area="ppr")) == Reason.NO_UNIT


def test_no_number() -> None:
    work = plan("Kommune\n  Sundhed\n    Genoptræningen")
    assert seen(work, Question(area="traening")) == Reason.NO_NUMBER


def test_the_number_lacks_the_type_and_says_what_it_takes() -> None:
    work = town()
    take_off(work, "Genoptræningen", "GGOP")
    answer = ask(work, Question(area="traening"))
    assert answer.reason is Reason.NUMBER_LACKS_TYPE
    assert [(one.kind, one.type) for one in answer.alternatives] == [(AlternativeKind.OTHER_MESSAGE, "FDIS91")]


def test_another_version() -> None:
    work = with_types(plan(f"Kommune\n  Sundhed\n    Genoptræningen [{gln(1)}]"), "Genoptræningen", "<GGOP")
    answer = ask(work, Question(area="traening", message="GGOP", version="GGOP099"))
    assert answer.reason is Reason.VERSION_DIFFERS
    assert answer.alternatives[0].kind is AlternativeKind.OTHER_VERSION
    assert answer.alternatives[0].version == "GGOP100"


def test_two_candidates_are_both_told() -> None:
    drawing = f"Kommune\n  Sundhed\n    Genoptræning Nord [{gln(1)}]\n    Genoptræning Syd [{gln(2)}]"
    work = with_types(with_types(plan(drawing), "Genoptræning Nord", "<GGOP"), "Genoptræning Syd", "<GGOP")
    answer = ask(work, Question(area="traening"))
    assert answer.reason is Reason.TWO_CANDIDATES
    assert [one.gln for one in answer.alternatives] == [gln(1), gln(2)]
    place(work, "Genoptræning Syd", "traening")
    assert seen(work, Question(area="traening")) == "Genoptræning Syd: GGOP"


def test_not_in_force_before_it_opens_and_after_it_closed() -> None:
    work = plan(f"Kommune\n  Sundhed\n    Genoptræningen [{gln(1)}] (from 2027-02-01)")
    work = with_types(work, "Genoptræningen", "<GGOP")
    asked = Question(area="traening")
    assert seen(work, asked, date(2027, 1, 31)) == Reason.NOT_IN_FORCE
    assert seen(work, asked, date(2027, 2, 1)) == "Genoptræningen: GGOP"
    work.apply(closing.close(work, key(work, "Genoptræningen"), day=date(2027, 6, 1)))
    assert seen(work, asked, date(2027, 5, 31)) == "Genoptræningen: GGOP"
    assert seen(work, asked, date(2027, 6, 1)) == Reason.NOT_IN_FORCE
    assert seen(work, asked) == Reason.NOT_IN_FORCE


def test_another_authority_from_2027() -> None:
    work = with_types(plan(f"Kommune\n  Sundhed\n    Akutfunktionen [{gln(1)}]"), "Akutfunktionen", "<XREF22")
    asked = Question(area="akutfunktion")
    assert seen(work, asked) == "Akutfunktionen: XREF22"
    assert seen(work, replace(asked, day=date(2026, 12, 31))) == "Akutfunktionen: XREF22"
    assert seen(work, replace(asked, day=date(2027, 1, 1))) == Reason.WRONG_AUTHORITY


def test_a_part_of_an_area_moves_alone() -> None:
    asked = Question(offer="forloeb-kol", sender=Sender.GP, day=date(2027, 1, 1))
    assert seen(town(), asked) == Reason.WRONG_AUTHORITY
    assert seen(town(), replace(asked, offer="rygestop")) == "Sundhedscenter: XREF15"


def test_a_rehabilitation_plan_never_goes_to_home_care() -> None:
    work = with_types(town(), "Hjemmesygeplejen", "<GGOP")
    answer = ask(work, Question(area="hjemmesygepleje", message="GGOP"))
    assert answer.reason is Reason.WRONG_AREA
    assert answer.alternatives[0].gln == gln(3)


def test_what_goes_by_web_service_has_no_number() -> None:
    assert seen(town(), Question(area="jobcenter", message="DDB")) == Reason.NOT_BY_NUMBER


def test_what_the_file_does_not_say_is_said() -> None:
    work = plan(f"Kommune\n  Sundhed\n    Genoptræningen [{gln(1)}]")
    assert seen(with_number(work, "Genoptræningen", messages_known=False), Question(area="traening")) == "types_unknown"
    bare = with_values(plan("Kommune\n  Sundhed\n    Genoptræningen"), "Genoptræningen", number_state=UNKNOWN)
    assert seen(bare, Question(area="traening")) == Reason.NUMBER_UNKNOWN


@pytest.mark.parametrize("flag", ["internal_only", "inactive"])
def test_a_number_that_partners_cannot_use(flag: str) -> None:
    work = with_types(plan(f"Kommune\n  Sundhed\n    Genoptræningen [{gln(1)}]"), "Genoptræningen", "<GGOP")
    work = with_number(work, "Genoptræningen", **{flag: True})
    assert seen(work, Question(area="traening")) == Reason.NUMBER_NOT_IN_USE


def test_a_number_that_is_ordered_is_told() -> None:
    work = plan("Kommune\n  Sundhed\n    Genoptræningen")
    work.apply(numbers.order_location_number(work, key(work, "Genoptræningen"), system=None))
    assert seen(work, Question(area="traening")) == Reason.NUMBER_ORDERED


def test_every_reason_has_its_sentences() -> None:
    for language in ("da", "en"):
        for reason in Reason:
            assert Texts(texts(language), language).has(f"routing.reason.{reason}")


# The laws

CODES = code_lists()
QUESTIONS = st.builds(
    Question,
    area=st.none() | st.sampled_from([one.code for one in CODES.areas]),
    offer=st.none() | st.sampled_from([one.code for one in CODES.offers]),
    message=st.none() | st.sampled_from([one.code for one in CODES.message_types]),
    version=st.none() | st.just("5.0"),
    sender=st.none() | st.sampled_from(Sender),
    day=st.none() | st.dates(date(2026, 1, 1), date(2028, 1, 1)),
)


@settings(deadline=None)
@given(towns(), st.lists(QUESTIONS, min_size=1, max_size=5), st.none() | st.dates(date(2026, 1, 1), date(2028, 1, 1)))
def test_there_is_always_one_receiver_or_one_reason(work: Plan, questions: list[Question], day: date | None) -> None:
    asked = directory(work, day)
    for question in questions:
        answer = route(asked, question)
        assert (answer.receiver is None) != (answer.reason is None)
        receiver = answer.receiver
        if receiver is None:
            continue
        place_ = asked.places[receiver.unit]
        number = asked.number(receiver.giver)
        assert place_.giver == receiver.giver
        assert number is not None
        assert number.gln == receiver.gln
        assert receiver.version in asked.received(receiver.giver)[receiver.type]


def test_closing_a_receiver_takes_it_out_of_every_answer() -> None:
    work = town()
    asked = [Question(area=one.code, sender=sender) for one in CODES.areas for sender in (None, *Sender)]
    using = [one for one in asked if (found := ask(work, one).receiver) and found.unit == key(work, "Genoptræningen")]
    assert using
    work.apply(closing.close(work, key(work, "Genoptræningen"), day=date(2026, 12, 1)))
    assert all(ask(work, one).receiver is None for one in using)


def test_a_unit_that_leaves_the_number_is_found_no_more() -> None:
    work = town()
    work.apply(numbers.set_location_number(work, key(work, "Rygestop"), NumberState.NONE, None))
    place(work, "Rygestop", "rygestop")
    assert seen(work, Question(offer="rygestop", sender=Sender.GP)) == Reason.NO_NUMBER
    work.apply(units.rename(work, key(work, "Rygestop"), "Røgfri"))
    assert seen(work, Question(offer="rygestop", sender=Sender.GP)) == Reason.NO_NUMBER
