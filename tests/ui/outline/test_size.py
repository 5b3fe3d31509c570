"""Large trees stay fluent: what an act costs must not grow with the tree."""

import time

from pytestqt.qtbot import QtBot

from sorstudio.ui.editor import Editor
from sorstudio.ui.outline.pane import OutlinePane
from sorstudio.ui.theme import Look
from sorstudio.ui.translate import Language, texts_in
from tests.model.outline import plan

UNITS = 5_000


def large() -> str:
    lines = ["Storkommune", "  Forvaltning"]
    for group in range(UNITS // 25):
        lines.append(f"    Område {group}")
        lines.extend(f"      Enhed {group}.{place}" for place in range(24))
    return "\n".join(lines)


def test_5000_units_open_scroll_and_filter(qtbot: QtBot, look: Look) -> None:
    editor = Editor(plan(large()), texts_in(Language.DANISH))
    started = time.perf_counter()
    pane = OutlinePane(editor, look.theme)
    qtbot.addWidget(pane)
    pane.resize(600, 800)
    pane.show()
    qtbot.waitExposed(pane)
    pane.view.outline.open_all()
    bar = pane.view.verticalScrollBar()
    for step in range(40):
        bar.setValue(bar.maximum() * step // 40)
        pane.view.viewport().repaint()
    pane.filter.setText("12.23")
    pane.view.viewport().repaint()
    assert pane.view.outline.rowCount() == 2 + 2 + 2
    assert time.perf_counter() - started < 8
