"""The index comes while nobody asks."""

from pytestqt.qtbot import QtBot

from sorstudio.model.edits import units
from sorstudio.model.plan import Plan
from sorstudio.ui.editor import Editor
from sorstudio.ui.outline.model import OutlineModel
from sorstudio.ui.outline.warming import Warmer
from sorstudio.ui.translate import Language, texts_in
from tests.model.outline import key


def test_it_is_made_when_the_rows_rest_and_again_after_a_move(qtbot: QtBot, small: Plan) -> None:
    editor = Editor(small, texts_in(Language.DANISH))
    model = OutlineModel(editor)
    Warmer(model)
    assert not model.folding.index.is_ready()
    qtbot.waitUntil(lambda: model.folding.index.is_ready())
    editor.do(lambda plan: units.move(plan, [key(plan, "Åkanden")], key(plan, "Sundhed")))
    assert not model.folding.index.is_ready()
    qtbot.waitUntil(lambda: model.folding.index.is_ready())
