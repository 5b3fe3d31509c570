"""The quality worked out beside the window."""

from functools import partial

from pytestqt.qtbot import QtBot

from sorstudio.model.edits import units
from sorstudio.rules.quality import quality
from sorstudio.rules.standing import Standing
from sorstudio.ui.editor import Editor
from sorstudio.ui.quality.scoring import Scoring
from tests.model.outline import key


def test_before_and_after_are_what_a_whole_check_says(editor: Editor, qtbot: QtBot) -> None:
    scoring = Scoring(editor)
    first = quality(Standing(editor.plan), editor.plan)
    editor.do(partial(units.rename, unit=key(editor.plan, "Åkanden"), name="Å  kanden"))
    with qtbot.waitSignal(scoring.judged) as judged:
        scoring.start()
    assert judged.args == [first, quality(Standing(editor.plan), editor.plan)]
    scoring.close()


def test_a_round_that_was_given_up_is_not_told(editor: Editor, qtbot: QtBot) -> None:
    scoring = Scoring(editor)
    told: list[object] = []
    scoring.told.connect(told.append)
    scoring.start()
    scoring.start()
    qtbot.waitUntil(lambda: bool(told))
    scoring.close()
    qtbot.wait(50)
    assert len(told) == 1
