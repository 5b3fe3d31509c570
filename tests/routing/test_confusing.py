"""What a sender easily picks instead."""

from sorstudio.model.edits import messages
from sorstudio.model.plan import Plan
from sorstudio.model.records import Direction
from sorstudio.routing.confusing import Lure, confusions
from sorstudio.routing.question import Question
from tests.model.outline import gln, plan
from tests.routing.asking import ask, directory, place, town
from tests.rules.findings import with_types


def lures(work: Plan, asked: Question) -> list[tuple[str, Lure, bool]]:
    found = confusions(directory(work), ask(work, asked))
    return [(work.state().units[one.unit].name, one.lure, one.takes) for one in found]


def test_nothing_is_confusing_where_everything_is_clear() -> None:
    assert lures(town(), Question(area="traening")) == []


def test_where_the_message_would_lie_comes_first() -> None:
    drawing = (
        f"Kommune\n  Sundhed\n    Træning Nord [{gln(1)}]\n    Genoptræningen [{gln(2)}]\n    Hjemmeplejen [{gln(3)}]"
    )
    work = with_types(with_types(plan(drawing), "Hjemmeplejen", "<GGOP"), "Genoptræningen", "<GGOP")
    assert lures(work, Question(area="traening")) == [
        ("Hjemmeplejen", Lure.TAKES_TYPE, True),
        ("Træning Nord", Lure.SAME_WORD, False),
    ]


def test_the_same_name_twice() -> None:
    work = plan(f"Kommune\n  Sundhed\n    PPR [{gln(1)}]\n  Skole\n    PPR")
    owner = next(one.unit for one in work.state().numbers.values())
    work.apply(messages.add_message_type(work, owner, "XDIS91", None, (Direction.IN,)))
    assert lures(work, Question(area="ppr")) == [("PPR", Lure.SAME_NAME, False)]


def test_those_who_use_the_number_are_no_confusion() -> None:
    work = town()
    place(work, "Sundhedscenter", "forebyggelse")
    assert all(name != "Rygestop" for name, _, _ in lures(work, Question(area="forebyggelse")))
