"""The question as a story, the traps as lines."""

from sorstudio.resources import code_lists
from sorstudio.routing.confusing import Confusion, Lure
from sorstudio.routing.question import Question, Sender
from sorstudio.routing.route import route
from sorstudio.ui.routes.asking import Found
from sorstudio.ui.routes.wording import lure_line, story
from sorstudio.ui.translate import Language, Tongue, texts_in
from tests.model.outline import key
from tests.routing.asking import directory, town


def test_the_story_says_who_what_and_about(tongue: Tongue) -> None:
    answer = route(directory(town()), Question(area="traening", sender=Sender.HOSPITAL))
    said = story(answer, code_lists(), "da", who="en afdeling i Hvidovre", subject="Genoptræning")
    assert said.startswith("En afdeling i Hvidovre sender »Genoptræningsplan")
    assert said.endswith("om »Genoptræning«.")


def test_a_message_that_would_arrive_is_a_trap(tongue: Tongue) -> None:
    work = town()
    made = directory(work)
    found = Found(route(made, Question(area="traening", sender=Sender.HOSPITAL)), made)
    unit = key(work, "Sundhedscenter")
    texts = texts_in(Language.DANISH)
    line = lure_line(Confusion(unit, Lure.TAKES_TYPE, "5790000000004", takes=True), found, texts)
    assert (line.words, line.warns) == ("Sundhedscenter · 5790000000004", True)
    assert line.detail == "Modtager den samme meddelelse. Meddelelsen ville nå frem dertil."
    harmless = lure_line(Confusion(unit, Lure.SAME_WORD, None, takes=False), found, texts)
    assert (harmless.words, harmless.warns) == ("Sundhedscenter · intet lokationsnummer", False)
