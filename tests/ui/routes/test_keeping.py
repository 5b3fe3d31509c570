"""A question is kept as a play, pinned to its receiver or its reason; once is enough."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sorstudio.routing.question import Question, Sender
from sorstudio.ui.editor import Editor
from sorstudio.ui.routes.keeping import KeepButton, is_kept
from sorstudio.ui.translate import Tongue
from tests.model.outline import key
from tests.routing.asking import ask

PLAN = Question(area="traening", sender=Sender.HOSPITAL)
WRONG = Question(area="hjemmesygepleje", message="GGOP", sender=Sender.HOSPITAL)


@pytest.fixture
def keep(editor: Editor, tongue: Tongue, qtbot: QtBot) -> KeepButton:
    button = KeepButton(editor, lambda: "En afdeling i Hvidovre: genoptræning")
    qtbot.addWidget(button)
    button.show()
    return button


def test_a_click_keeps_the_receiver(keep: KeepButton, editor: Editor, qtbot: QtBot) -> None:
    keep.show_answer(ask(editor.plan, PLAN))
    qtbot.mouseClick(keep, Qt.MouseButton.LeftButton)
    (play,) = editor.plan.state().plays()
    assert (play.title, play.sender, play.area) == ("En afdeling i Hvidovre: genoptræning", "hospital", "traening")
    assert (play.unit, play.reason) == (key(editor.plan, "Genoptræningen"), None)
    keep.show_answer(ask(editor.plan, PLAN))
    assert (keep.text(), keep.isEnabled()) == ("Gemt som prøve", False)
    editor.undo()
    assert not is_kept(editor.plan.state(), PLAN)


def test_where_nobody_receives_the_reason_is_kept(keep: KeepButton, editor: Editor, qtbot: QtBot) -> None:
    keep.show_answer(ask(editor.plan, WRONG))
    qtbot.mouseClick(keep, Qt.MouseButton.LeftButton)
    (play,) = editor.plan.state().plays()
    assert (play.unit, play.reason, play.message) == (None, "wrong_area", "GGOP")


def test_nothing_asked_is_nothing_to_keep(keep: KeepButton, editor: Editor) -> None:
    keep.show_answer(None)
    assert not keep.isEnabled()
    editor.read_only = True
    keep.show_answer(ask(editor.plan, PLAN))
    assert not keep.isEnabled()
