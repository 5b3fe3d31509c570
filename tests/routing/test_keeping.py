"""Standard plays become the plan's own."""

from typing import Any

import pytest

from sorstudio.model.edits.playing import keep_play
from sorstudio.model.errors import Refused
from sorstudio.model.plan import Plan
from sorstudio.routing.keeping import keep_standard, kept_as
from sorstudio.routing.play_set import standard_plays
from sorstudio.routing.plays import Outcome, days_of, run_all
from tests.model.outline import key
from tests.routing.asking import place, town


def outcomes(work: Plan, *codes: str) -> list[Outcome]:
    return list(run_all(days_of(work), [one for one in standard_plays() if one.code in codes]))


def test_several_are_kept_in_one_change() -> None:
    work = town()
    change = work.apply(keep_standard(work, outcomes(work, "genoptraeningsplan", "rygestop", "akut-2027")))
    assert (change.code, change.params) == ("play.kept_several", {"count": "3"})
    assert all(one.passed and not one.is_deciding for one in run_all(days_of(work), work.state().plays()))
    work.undo()
    assert work.state().plays() == ()


def test_one_reads_as_itself() -> None:
    work = town()
    change = work.apply(keep_standard(work, outcomes(work, "rygestop"), "en"))
    assert change.code == "play.kept"
    assert change.params["title"] == "A GP refers a citizen who wants to stop smoking"


def test_a_kept_play_is_held_to_the_receiver_of_now_and_keeps_the_rest() -> None:
    work = town()
    work.apply(keep_standard(work, outcomes(work, "rygestop")))
    first = kept_as(work.state(), "rygestop")
    assert first is not None
    assert first.unit == key(work, "Sundhedscenter")
    asked: dict[str, Any] = {"sender": "gp", "offer": "rygestop", "unit": first.unit, "standard": "rygestop"}
    work.apply(keep_play(work, "Rygestop!", must=False, note="obs", play=first.key, **asked))
    place(work, "Rygestop", "rygestop")
    work.apply(keep_standard(work, outcomes(work, "rygestop")))
    (second,) = work.state().plays()
    assert (second.key, second.unit) == (first.key, key(work, "Rygestop"))
    assert (second.title, second.must, second.note) == ("Rygestop!", False, "obs")


def test_keeping_the_same_again_changes_nothing() -> None:
    work = town()
    work.apply(keep_standard(work, outcomes(work, "rygestop")))
    with pytest.raises(Refused) as refusal:
        keep_standard(work, outcomes(work, "rygestop"))
    assert refusal.value.code == "edit.nothing_changes"
