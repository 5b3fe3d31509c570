"""What is said of types and agreements."""

from sorstudio.model.records import Agreement
from sorstudio.routing.guide_advice import result
from sorstudio.routing.guide_book import message_guide
from sorstudio.ui.editor import Editor
from sorstudio.ui.messageguide.wording import agreement_detail, area_names, not_this, topic_words
from sorstudio.ui.translate import Tongue

PREVENTION = {"sender": "gp", "urgent": "no", "about": "referral", "offer": "prevention"}


def test_types_for_the_same_reason_stand_together(editor: Editor, tongue: Tongue) -> None:
    advice = result(message_guide(), PREVENTION, editor.plan.codes)
    told = list(not_this(advice, editor.plan.codes, "da"))
    assert told[0][0].startswith("FDIS91, XDIS91, DIS91")
    assert len(told) < len(advice.not_this)


def test_an_agreement_says_what_it_is_about(editor: Editor, tongue: Tongue) -> None:
    codes = editor.plan.codes
    whole = Agreement("a", "Sår", "hjemmesygepleje", "FDIS91", "sår", "nursing", 1)
    told = agreement_detail(whole, codes, "da")
    assert told == "Hjemmesygepleje · FDIS91 · emnet »sår« betyder Sygepleje · svar inden 1 hverdag"
    assert agreement_detail(Agreement("b", "Ring"), codes, "da") == "Alle områder · alle meddelelser"
    assert agreement_detail(Agreement("c", "R", None, None, "x", None, 3), codes, "da").endswith(
        "x · svar inden 3 hverdage"
    )


def test_areas_that_are_not_known_are_left_out(editor: Editor) -> None:
    assert area_names(["hjemmesygepleje", "fandtes-ikke"], editor.plan.codes, "da") == "Hjemmesygepleje"


def test_a_topic_word_stands_for_a_category_and_the_first_agreement_holds(editor: Editor, tongue: Tongue) -> None:
    agreements = [
        Agreement("a", "x", topic="sår", category="nursing"),
        Agreement("b", "x", topic="sår", category="training"),
        Agreement("c", "x", topic="andet"),
    ]
    assert topic_words(agreements, editor.plan.codes, "da") == {"sår": ("»sår«", "aftalt lokalt: Sygepleje")}
