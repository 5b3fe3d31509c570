"""What comes of plays: as expected, not as expected and why, and every one fails that loses its receiver."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings

from sorstudio.model.edits import closing
from sorstudio.model.errors import Refused
from sorstudio.model.plan import Plan
from sorstudio.model.records import Play
from sorstudio.model.texts import Texts
from sorstudio.resources import texts
from sorstudio.routing.answer import Reason
from sorstudio.routing.play_set import StandardPlay, standard_play, standard_plays
from sorstudio.routing.plays import AnyPlay, Days, Outcome, days_of, pinned, question_of, run, run_all
from sorstudio.routing.question import Question, Sender
from tests.model.outline import gln, key, plan
from tests.routing.asking import directory, place, town, towns
from tests.rules.findings import with_types

GP, HOSPITAL = "gp", "hospital"
MOVED = date(2027, 1, 1)


def play(**fields: Any) -> Play:
    return Play(**{"key": "p", "title": "P", **fields})


def standard(code: str) -> StandardPlay:
    found = standard_play(code)
    assert found is not None
    return found


def outcome(work: Plan, one: AnyPlay) -> Outcome:
    (found,) = run_all(days_of(work), [one])
    return found


def said(work: Plan, one: AnyPlay) -> str:
    found = outcome(work, one)
    words = Texts(texts("da"), "da").sentence(found.why.code, found.why.params)
    return f"{'passed' if found.passed else 'failed'}: {words}"


# The plan's own


def test_a_play_passes_at_the_unit_that_it_names() -> None:
    work = town()
    one = play(area="traening", sender=HOSPITAL, unit=key(work, "Genoptræningen"))
    assert said(work, one) == f"passed: »Genoptræningen« modtager GGOP på {gln(3)}."


def test_a_play_fails_at_another_unit() -> None:
    work = town()
    one = play(area="traening", sender=HOSPITAL, unit=key(work, "Hjemmesygeplejen"))
    assert (
        said(work, one) == f"failed: »Hjemmesygeplejen« skulle modtage den, men det gør »Genoptræningen« på {gln(3)}."
    )


def test_a_play_fails_where_nobody_receives() -> None:
    work = town()
    unit = key(work, "Genoptræningen")
    lacking = said(work, play(area="traening", message="XREF15", unit=unit))
    assert (
        lacking == "failed: »Genoptræningen« skulle modtage den. Lokationsnummeret modtager ikke den meddelelsestype."
    )
    anybody = said(work, play(area="ppr"))
    assert anybody == "failed: Den når ikke frem. Ingen enhed i kommunen har opgaven."


def test_a_play_fails_when_its_unit_closes() -> None:
    work = town()
    one = play(area="traening", sender=HOSPITAL, unit=key(work, "Genoptræningen"))
    work.apply(closing.close(work, key(work, "Genoptræningen"), day=date(2027, 3, 1)))
    assert said(work, one) == "failed: »Genoptræningen« skulle modtage den, men er lukket eller endnu ikke åben."
    assert outcome(work, replace(one, day=date(2027, 2, 28))).passed
    assert not outcome(work, replace(one, day=date(2027, 3, 1))).passed


def test_a_play_fails_when_another_has_taken_over() -> None:
    drawing = f"Kommune\n  Sundhed\n    Genoptræningen [{gln(1)}] (closed 2026-12-31)\n    Træning [{gln(2)}]"
    work = with_types(with_types(plan(drawing), "Genoptræningen", "<GGOP"), "Træning", "<GGOP")
    one = play(area="traening", message="GGOP", unit=key(work, "Genoptræningen"))
    assert "er lukket eller endnu ikke åben. Det gør »Træning«" in said(work, one)


def test_a_play_of_a_unit_that_nobody_knows_fails_and_names_it() -> None:
    assert "»1234«" in said(town(), play(area="traening", sender=HOSPITAL, unit="1234"))


def test_a_play_passes_for_the_reason_that_it_expects() -> None:
    work = town()
    asked = {"area": "hjemmepleje", "message": "GGOP"}
    assert outcome(work, play(**asked, reason="wrong_area")).passed
    other = said(work, play(**asked, reason="no_unit"))
    assert other.startswith("failed: Grunden er en anden end ventet. Ventet: Ingen enhed")
    received = said(work, play(area="traening", message="GGOP", reason="wrong_area"))
    assert received.startswith(f"failed: »Genoptræningen« modtager GGOP på {gln(3)}, men")


def test_a_play_that_expects_nothing_passes_with_any_receiver() -> None:
    work = town()
    assert outcome(work, play(area="traening", sender=GP)).passed


def test_a_play_is_asked_as_it_is_written() -> None:
    written = play(area="traening", offer="ergoterapi", message="GGOP", version="GGOP100", sender=GP, day=MOVED)
    assert question_of(written) == Question("traening", "ergoterapi", "GGOP", "GGOP100", Sender.GP, MOVED)
    assert question_of(play(sender="priest")).sender is None


def test_only_a_failing_play_of_the_plan_that_must_pass_decides() -> None:
    work = town()
    assert outcome(work, play(area="ppr")).is_deciding
    assert not outcome(work, play(area="ppr", must=False)).is_deciding
    assert not outcome(work, play(area="traening")).is_deciding
    assert not outcome(work, standard("ppr")).is_deciding


# The standard set


@pytest.mark.parametrize("code", ["genoptraeningsplan", "forebyggelse", "udskrivningsrapport-hjemmesygepleje"])
def test_standard_plays_pass_in_the_town(code: str) -> None:
    assert outcome(town(), standard(code)).passed


@pytest.mark.parametrize("code", ["genoptraeningsplan-til-hjemmeplejen", "akut-2027", "laeattest"])
def test_what_must_not_go_does_not_go_anywhere(code: str) -> None:
    assert outcome(town(), standard(code)).passed
    assert outcome(plan("Kommune\n  Sundhed"), standard(code)).passed


def test_the_administration_answers_for_an_area() -> None:
    assert outcome(town(), standard("udskrivningsrapport-plejehjem")).passed


def test_a_receiver_of_another_area_fails() -> None:
    one = replace(standard("genoptraeningsplan"), at="forebyggelse")
    assert said(town(), one).endswith("men det skulle være en enhed i området »Forebyggelse og sundhedsfremme«.")


def test_a_number_that_several_areas_share_is_that_of_each() -> None:
    work = town()
    place(work, "Genoptræningen", "forebyggelse")
    place(work, "Genoptræningen", "traening")
    assert outcome(work, replace(standard("genoptraeningsplan"), at="forebyggelse")).passed


def test_another_type_than_the_expected_fails() -> None:
    one = replace(standard("genoptraeningsplan"), types=("DGOP",))
    assert said(town(), one) == f"failed: »Genoptræningen« modtager GGOP på {gln(3)}, men det skulle være DGOP."


def test_a_task_that_the_law_has_moved_since_is_nobodys_mistake() -> None:
    work = town()
    later = Days(lambda _: work.state(), work.codes, MOVED)
    (found,) = run_all(later, [standard("akut-fra-laege")])
    assert found.passed
    assert found.why.code == "plays.passed.moved"
    (own,) = run_all(later, [play(area="akutfunktion", sender=GP)])
    assert not own.passed


def test_each_day_is_made_once() -> None:
    work = town()
    made: list[date | None] = []

    def on_day(day: date | None) -> Any:
        made.append(day)
        return work.state()

    run_all(Days(on_day, work.codes), standard_plays())
    assert sorted(made, key=str) == sorted({one.question.day for one in standard_plays()}, key=str)
    assert len(made) == 2


# Pinned


def kept(found: Outcome, number: int = 0) -> Play:
    fields: dict[str, Any] = dict(pinned(found))
    return Play(key=f"play-{number}", reason=fields.pop("expect_reason"), **fields)


def test_a_pinned_play_names_the_receiver_and_passes() -> None:
    work = town()
    origin = standard("genoptraeningsplan")
    one = kept(outcome(work, origin))
    assert one.unit == key(work, "Genoptræningen")
    assert (one.standard, one.must, one.message, one.title) == (origin.code, True, None, origin.name_da)
    assert outcome(work, one).passed


def test_a_pinned_play_keeps_the_reason() -> None:
    one = kept(outcome(town(), standard("akut-2027")))
    assert (one.unit, one.reason, one.day) == (None, Reason.WRONG_AUTHORITY, MOVED)
    assert outcome(town(), one).passed


def test_a_pinned_play_that_fails_is_held_to_what_it_expects() -> None:
    work = town()
    one = kept(outcome(work, standard("ppr")))
    assert (one.unit, one.reason) == (None, None)
    assert not outcome(work, one).passed


def test_a_play_of_the_plan_expects_the_types_of_the_standard_play_that_it_was() -> None:
    work = with_types(plan(f"Kommune\n  Sundhed\n    Genoptræningen [{gln(1)}]"), "Genoptræningen", "<DGOP")
    one = kept(outcome(work, standard("genoptraeningsplan")))
    assert not outcome(work, one).passed
    other = replace(one, message="DGOP")
    assert outcome(work, other).passed


def test_a_title_is_kept_in_the_language_of_the_person() -> None:
    origin = standard("genoptraeningsplan")
    assert pinned(outcome(town(), origin), "en")["title"] == origin.name_en


def test_only_standard_plays_are_pinned() -> None:
    with pytest.raises(TypeError):
        pinned(outcome(town(), play(area="traening")))


def test_one_play_is_run_in_a_directory() -> None:
    work = town()
    assert run(directory(work), standard("genoptraeningsplan")).passed


# The law


@settings(max_examples=25, deadline=None)
@given(work=towns())
def test_closing_a_receiver_makes_every_play_that_used_it_fail(work: Plan) -> None:
    plays = [kept(one, number) for number, one in enumerate(run_all(days_of(work), standard_plays())) if one.passed]
    undated = [one for one in plays if one.unit is not None and one.day is None]
    for unit in sorted({str(one.unit) for one in undated}):
        try:
            work.apply(closing.close(work, unit, day=date(2027, 5, 1), with_below=True))
        except Refused:
            continue
        used = [one for one in undated if one.unit == unit]
        for found in run_all(days_of(work), used):
            assert not found.passed
            assert found.why.code in {"plays.failed.gone", "plays.failed.gone_other"}
            assert found.why.params["expected"] == work.state().units[unit].name
        work.undo()
        assert all(one.passed for one in run_all(days_of(work), used))
