"""What the plan changes about an answer, in words."""

from functools import partial

from sorstudio.model.edits import units
from sorstudio.model.plan import Plan
from sorstudio.routing.question import Question, Sender
from sorstudio.routing.route import route
from sorstudio.ui.routes.asking import Found
from sorstudio.ui.routes.comparing import differences, in_words
from sorstudio.ui.translate import Tongue
from tests.model.outline import key
from tests.routing.asking import directory, take_off, town

PLAN = Question(area="traening", sender=Sender.HOSPITAL)
LETTER = Question(area="hjemmesygepleje", sender=Sender.HOSPITAL)


def found(work: Plan, asked: Question) -> Found:
    made = directory(work)
    return Found(route(made, asked), made)


def test_the_same_answer_has_no_differences() -> None:
    assert differences(found(town(), PLAN), found(town(), PLAN)) == ()


def test_a_receiver_that_is_gone_or_new_is_told(tongue: Tongue) -> None:
    before, work = found(town(), PLAN), town()
    take_off(work, "Genoptræningen", "GGOP")
    assert differences(before, found(work, PLAN)) == ("Planen fjerner modtageren",)
    assert differences(found(work, PLAN), before) == ("Planen giver en modtager",)


def test_another_name_and_place_are_told(tongue: Tongue) -> None:
    work = town()
    before = found(work, LETTER)
    unit = key(work, "Hjemmesygeplejen")
    work.apply(units.rename(work, unit, "Hjemmesygeplejen Midt"))
    work.apply(partial(units.move, units=[unit], parent=key(work, "Sundhedscenter"))(work))
    said = differences(before, found(work, LETTER))
    assert said == ("et andet navn", "et andet sted i træet")
    assert in_words(said) == "Et andet navn, et andet sted i træet"
