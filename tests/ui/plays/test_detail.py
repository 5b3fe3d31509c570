"""One play in full."""

from functools import partial

from pytestqt.qtbot import QtBot

from sorstudio.model.edits.playing import keep_play
from sorstudio.ui.editor import Editor
from sorstudio.ui.plays.detail import PlayDetail
from sorstudio.ui.plays.rows import play_all
from sorstudio.ui.theme import Look
from sorstudio.ui.translate import Tongue
from tests.model.outline import key


def test_a_failing_one_says_why_and_a_passing_one_does_not(
    editor: Editor, look: Look, tongue: Tongue, qtbot: QtBot
) -> None:
    detail = PlayDetail(editor, look.theme)
    qtbot.addWidget(detail)
    for name in ("Tandplejen", "Åkanden"):
        at = key(editor.plan, name)
        editor.do(partial(keep_play, title=name, area="boernetandpleje", sender="gp", message="DIS91", unit=at))
    played = play_all(editor.plan)
    for outcome in (*played.own, *played.standard):
        detail.show_play(played, [outcome])
        assert detail.why.isHidden() is outcome.passed
        assert detail.title.text()
        assert detail.steps.sentences
    assert not all(one.passed for one in played.own)


def test_who_may_only_read_changes_nothing(editor: Editor, look: Look, tongue: Tongue, qtbot: QtBot) -> None:
    editor.read_only = True
    detail = PlayDetail(editor, look.theme)
    qtbot.addWidget(detail)
    played = play_all(editor.plan)
    detail.show_play(played, [played.standard[0]])
    assert not detail.keep_button.isEnabled()
    detail.show_play(played, [])
    assert detail.outcome is None
    assert detail.inside.isHidden()
