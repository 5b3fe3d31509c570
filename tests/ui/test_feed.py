"""The way of the plan into the picture."""

from functools import partial

from pytestqt.qtbot import QtBot

from sorstudio.model.edits import units
from sorstudio.ui.editor import Editor
from sorstudio.ui.feed import Feed, first_folds, picture_data
from sorstudio.ui.picture.canvas import Canvas
from sorstudio.ui.signs import ChangeSign, FindingSign, NumberSign
from sorstudio.ui.theme import Look
from tests.model.outline import key


def test_the_picture_shows_the_tree_with_its_signs(editor: Editor) -> None:
    editor.do(partial(units.rename, unit=key(editor.plan, "Åkanden"), name="Åen"))
    data = picture_data(editor, {key(editor.plan, "Åen"): FindingSign.ERROR})
    row = data.index[key(editor.plan, "Åen")]
    assert data.size == 10
    assert (data.changes[row], data.findings[row]) == (ChangeSign.CHANGED, FindingSign.ERROR)
    assert data.number_signs[data.index[key(editor.plan, "Team Lind")]] == NumberSign.INHERITED


def test_an_effect_reaches_the_canvas(editor: Editor, look: Look, qtbot: QtBot) -> None:
    canvas = Canvas(look)
    qtbot.addWidget(canvas)
    feed = Feed(editor, canvas)
    feed.refresh()
    editor.do(partial(units.create, parent=key(editor.plan, "Plejehjem"), name="Ny"))
    qtbot.waitUntil(lambda: "Ny" in canvas.stage.data.names)


def test_at_first_only_so_much_is_open_as_can_be_read(editor: Editor) -> None:
    data = picture_data(editor, {})
    assert first_folds(data, room=2) == {key(editor.plan, name) for name in ("Sundhed", "Børn og Unge")}
    assert first_folds(data, room=3) == {key(editor.plan, name) for name in ("Hjemmesygepleje", "Plejehjem")}
    assert first_folds(data, room=24) == frozenset()
