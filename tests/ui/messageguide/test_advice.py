"""Every advice of the guide can be shown, in both languages."""

from pytestqt.qtbot import QtBot

from sorstudio.routing.guide_advice import leaves
from sorstudio.routing.guide_book import message_guide
from sorstudio.ui.editor import Editor
from sorstudio.ui.messageguide.advice import AdviceView, Against
from sorstudio.ui.theme import Look
from sorstudio.ui.translate import Language, Tongue


def test_every_advice_says_what_it_has_to(editor: Editor, look: Look, tongue: Tongue, qtbot: QtBot) -> None:
    view, against = AdviceView(editor, look.theme), Against(editor, look.theme)
    qtbot.addWidget(view)
    qtbot.addWidget(against)
    for language in Language:
        tongue.speak(language)
        editor.retext(tongue.texts())
        for advice in leaves(message_guide(), editor.plan.codes):
            view.show_advice(advice)
            against.show_advice(advice)
            assert view.name.text()
            assert view.type.isHidden() is (advice.message is None)
            assert view.ask_button.isHidden() is (not advice.areas)
            assert len(view.must_have.sentences) == len(advice.must_have)
            assert against.never.isHidden() is (not advice.not_this)


def test_who_is_to_be_phoned_is_told_so(editor: Editor, look: Look, tongue: Tongue, qtbot: QtBot) -> None:
    view = AdviceView(editor, look.theme)
    qtbot.addWidget(view)
    phone = next(one for one in leaves(message_guide(), editor.plan.codes) if one.message is None)
    view.show_advice(phone)
    assert view.name.text() == "Ring"
