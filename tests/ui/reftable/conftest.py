"""A referral table over a municipality with rows and holes, on the screen that is not there."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sorstudio.model.edits.describing import describe_offer
from sorstudio.ui.editor import Editor
from sorstudio.ui.reftable.listing import Listing, listing
from sorstudio.ui.reftable.pane import TablePane
from sorstudio.ui.theme import Look
from sorstudio.ui.translate import Language, Tongue, texts_in
from tests.routing.asking import place, take_off, town

OFFER = "hjemmesygepleje"


@pytest.fixture
def town_editor(qapp: QApplication) -> Iterator[Editor]:
    """Home nursing is offered and described; nobody takes GGOP."""
    work = town()
    place(work, "Hjemmesygeplejen", OFFER)
    take_off(work, "Genoptræningen", "GGOP")
    work.apply(describe_offer(work, OFFER, {"criteria": "Over 18 år."}))
    editor = Editor(work, texts_in(Language.DANISH))
    yield editor
    editor.close()


@pytest.fixture
def found(town_editor: Editor) -> Listing:
    return listing(town_editor.plan, town_editor.texts)


@pytest.fixture
def pane(town_editor: Editor, look: Look, tongue: Tongue, qtbot: QtBot) -> Iterator[TablePane]:
    made = TablePane(town_editor, look.theme)
    qtbot.addWidget(made)
    made.resize(1280, 460)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.files.close_plan()
