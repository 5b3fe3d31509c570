"""A guide that does not hold together is refused, with the place where it breaks."""

from dataclasses import replace

import pytest

from sorstudio.model.errors import Unreadable
from sorstudio.resources import code_lists
from sorstudio.routing.guide import Choice, Guide, GuideQuestion, Leaf, Never, Wording
from sorstudio.routing.guide_check import check_guide

CODES = code_lists()
WORDS = Wording("ord", "words")
SENDERS = ("gp", "hospital", "municipality")


def choice(key: str, *, ask: str = "", advise: str = "", only: tuple[str, ...] = SENDERS) -> Choice:
    asked = dict.fromkeys(only, ask) if ask else {}
    return Choice(key, WORDS, asked, dict.fromkeys(only, advise) if advise else {})


def question(key: str, *choices: Choice) -> GuideQuestion:
    return GuideQuestion(key, WORDS, choices)


def sound(**other: object) -> Guide:
    """A small guide with one question and two advices, with parts replaced."""
    first = question("sender", *(choice(one, ask="what") for one in SENDERS))
    what = question("what", choice("birth", advise="birth"), choice("call", advise="call"))
    guide = Guide(
        questions={one.key: one for one in (first, what)},
        leaves={
            "birth": Leaf("birth", WORDS, message="XDIS32", areas=("sundhedspleje",), sources=("KH",)),
            "call": Leaf("call", WORDS, message="XREF22", needs=("call",), never=("old",)),
        },
        categories={},
        needs={"call": WORDS},
        never={"old": Never("old", ("DIS91",), WORDS)},
        sources={"KH": WORDS},
    )
    return replace(guide, **other)  # type: ignore[arg-type]


def with_question(*choices: Choice, more: tuple[GuideQuestion, ...] = ()) -> Guide:
    """The small guide with another second question, and more of them."""
    guide = sound()
    return sound(questions={**guide.questions, "what": question("what", *choices), **{one.key: one for one in more}})


def with_leaf(**other: object) -> Guide:
    guide = sound()
    return sound(leaves={**guide.leaves, "birth": replace(guide.leaves["birth"], **other)})  # type: ignore[arg-type]


BIRTH, CALL = choice("birth", advise="birth"), choice("call", advise="call")
BOTH = Choice("both", WORDS, dict.fromkeys(SENDERS, "what"), dict.fromkeys(SENDERS, "birth"))

BROKEN = {
    "guide.no_questions": sound(questions={}),
    "guide.senders": sound(questions={"sender": question("sender", choice("gp", advise="birth"))}),
    "guide.no_such_question": with_question(BIRTH, CALL, choice("x", ask="nothing")),
    "guide.no_such_advice": with_question(BIRTH, CALL, choice("x", advise="nothing")),
    "guide.leads_nowhere": with_question(BIRTH, CALL, choice("x")),
    "guide.leads_twice": with_question(BIRTH, CALL, BOTH),
    "guide.loop": with_question(BIRTH, CALL, choice("x", ask="what")),
    "guide.never_asked": with_question(BIRTH, CALL, more=(question("alone", BIRTH),)),
    "guide.never_offered": with_question(
        BIRTH, CALL, choice("x", ask="gp", only=("gp",)),
        more=(question("gp", BIRTH, choice("y", advise="call", only=("hospital",))),),
    ),
    "guide.dead_end": with_question(
        BIRTH, CALL, choice("x", ask="gp"), more=(question("gp", choice("y", advise="call", only=("gp",))),)
    ),
    "guide.never_advised": with_question(BIRTH),
    "guide.no_category": with_leaf(is_by_category=True),
    "guide.no_such_entry": with_leaf(needs=("nothing",)),
    "guide.never_used": sound(needs={"call": WORDS, "more": WORDS}),
    "guide.no_such_type": with_leaf(follows=("XREF99",)),
    "guide.no_such_area": with_leaf(areas=("maanen",)),
    "guide.not_received": with_leaf(areas=("misbrug",)),
}  # fmt: skip


def test_a_sound_guide_passes() -> None:
    check_guide(sound(), CODES)


@pytest.mark.parametrize("what", BROKEN)
def test_what_does_not_hold_together_is_refused(what: str) -> None:
    with pytest.raises(Unreadable) as refused:
        check_guide(BROKEN[what], CODES)
    assert refused.value.params["what"] == what
    assert str(refused.value.params["file"]).endswith(".toml")


def test_an_alias_is_no_code() -> None:
    with pytest.raises(Unreadable):
        check_guide(with_leaf(message="xdis32"), CODES)
