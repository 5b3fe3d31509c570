"""What a play asks and expects, in words."""

from functools import partial

from sorstudio.model.edits.playing import keep_play
from sorstudio.routing.question import Sender
from sorstudio.ui.editor import Editor
from sorstudio.ui.plays.rows import play_all
from sorstudio.ui.plays.wording import asked_words, expected_words, sender_name
from sorstudio.ui.translate import Language, Tongue
from tests.model.outline import key


def test_own_plays_expect_a_unit_a_reason_or_somebody(editor: Editor, tongue: Tongue) -> None:
    fields = {"area": "boernetandpleje", "sender": "gp"}
    editor.do(partial(keep_play, title="a", unit=key(editor.plan, "Tandplejen"), **fields))
    editor.do(partial(keep_play, title="b", expect_reason="no_number", **fields))
    editor.do(partial(keep_play, title="c", message="DIS91", **fields))
    codes, texts = editor.plan.codes, editor.texts
    unit, reason, anybody = play_all(editor.plan).own
    assert expected_words(unit, codes, texts) == "»Tandplejen« modtager den."
    assert expected_words(reason, codes, texts).startswith("Den skal ikke nå frem. ")
    assert expected_words(anybody, codes, texts) == "Nogen modtager den."
    asked = asked_words(anybody, codes, texts)
    assert asked.startswith("Almen praksis · ")
    assert "DIS91" in asked
    assert asked_words(unit, codes, texts).endswith("den sædvanlige meddelelse")


def test_every_standard_play_has_its_words_in_both_languages(editor: Editor, tongue: Tongue) -> None:
    for language in Language:
        tongue.speak(language)
        editor.retext(tongue.texts())
        for outcome in play_all(editor.plan).standard:
            assert asked_words(outcome, editor.plan.codes, editor.texts)
            assert "{" not in expected_words(outcome, editor.plan.codes, editor.texts)


def test_every_sender_has_a_name(tongue: Tongue) -> None:
    assert len({sender_name(one) for one in Sender}) == len(Sender)
