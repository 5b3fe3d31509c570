"""Built when it is first shown, worked out only while it is seen."""

import pytest
from pytestqt.qtbot import QtBot

from sorstudio.model.edits import units
from sorstudio.model.texts import Texts
from sorstudio.resources import texts
from sorstudio.ui.editor import Editor
from sorstudio.ui.lazy_pane import LazyPane
from tests.model.outline import key, plan


class Told(LazyPane):
    """Keeps what was asked of it."""

    def __init__(self, editor: Editor) -> None:
        super().__init__(editor)
        self.asked: list[str] = []

    def _make(self) -> None:
        self.asked.append("make")

    def _finish(self) -> None:
        self.asked.append("finish")
        self._name()

    def _name(self) -> None:
        self.asked.append("name")

    def _show_plan(self) -> None:
        self.asked.append("show")


@pytest.fixture
def pane(qtbot: QtBot) -> Told:
    made = Told(Editor(plan("Kommune\n  Sundhed\n    Pleje"), Texts(texts("da"), "da")))
    qtbot.addWidget(made)
    return made


def rename(pane: Told, name: str) -> None:
    editor = pane._editor  # noqa: SLF001
    editor.do(lambda work: units.rename(work, key(work, "Pleje") if name != "Pleje" else key(work, "Omsorg"), name))


def test_nothing_is_made_before_it_is_shown(pane: Told, qtbot: QtBot) -> None:
    rename(pane, "Omsorg")
    pane.refresh()
    qtbot.wait(5)
    assert pane.asked == []
    pane.show()
    assert pane.asked == ["make", "finish", "name", "show"]


def test_it_follows_the_plan_only_while_it_is_seen(pane: Told, qtbot: QtBot) -> None:
    pane.show()
    pane.asked.clear()
    rename(pane, "Omsorg")
    qtbot.waitUntil(lambda: pane.asked == ["show"])
    pane.hide()
    rename(pane, "Pleje")
    qtbot.wait(5)
    assert pane.asked == ["show"]
    pane.show()
    assert pane.asked == ["show", "show"]  # and nothing is made twice
