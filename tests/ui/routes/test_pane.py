"""Asking as a sender: answered as it is asked, true after every act, and free of charge while it is hidden."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from sorstudio.model.edits import units
from sorstudio.ui.editor import Editor
from sorstudio.ui.picture.route import Route
from sorstudio.ui.routes.pane import SenderPane
from sorstudio.ui.theme import Look, Mode, Theme
from sorstudio.ui.translate import Tongue
from tests.model.outline import gln, key
from tests.routing.asking import take_off


def ask_for_training(pane: SenderPane, qtbot: QtBot) -> None:
    qtbot.mouseClick(pane.form.kinds.segments["hospital"], Qt.MouseButton.LeftButton)
    qtbot.keyClick(pane.form.about, Qt.Key.Key_Down)
    assert pane.form.about.popup is not None
    QTest.keyClicks(pane.form.about.popup.field, "genoptræning og")
    qtbot.keyClick(pane.form.about.popup.field, Qt.Key.Key_Return)


def test_at_first_it_says_what_to_do(pane: SenderPane) -> None:
    assert pane.empty.isVisible()
    assert not pane.cards.isVisible()
    assert not pane.keep.isEnabled()


def test_the_answer_comes_as_one_chooses(pane: SenderPane, editor: Editor, qtbot: QtBot) -> None:
    drawn: list[Route | None] = []
    pane.route_found.connect(drawn.append)
    ask_for_training(pane, qtbot)
    assert (pane.planned.name.text(), pane.planned.number.gln) == ("Genoptræningen", gln(3))
    assert len(pane.steps.sentences) > 1
    unit = key(editor.plan, "Genoptræningen")
    assert drawn[-1] == Route(unit, unit)
    QTest.keyClicks(pane.form.who, "en afdeling i Hvidovre")
    assert pane.story.text().startswith("En afdeling i Hvidovre sender »")


def test_it_follows_every_act_while_it_is_seen(pane: SenderPane, editor: Editor, qtbot: QtBot) -> None:
    ask_for_training(pane, qtbot)
    unit = key(editor.plan, "Genoptræningen")
    editor.do(partial(units.rename, unit=unit, name="Træningen"))
    qtbot.waitUntil(lambda: pane.planned.name.text() == "Træningen")
    take_off(editor.plan, "Træningen", "GGOP")
    qtbot.waitUntil(lambda: pane.planned.sign.words == "Planen fjerner modtageren")
    assert "modtager ikke" in pane.planned.name.text()


def test_hidden_it_works_nothing_out_and_draws_nothing(pane: SenderPane, editor: Editor, qtbot: QtBot) -> None:
    ask_for_training(pane, qtbot)
    drawn: list[Route | None] = []
    pane.route_found.connect(drawn.append)
    pane.hide()
    assert drawn == [None]
    editor.do(partial(units.rename, unit=key(editor.plan, "Genoptræningen"), name="Træningen"))
    qtbot.wait(50)
    assert pane.planned.name.text() == "Genoptræningen"
    pane.show()
    qtbot.waitUntil(lambda: pane.planned.name.text() == "Træningen")
    assert drawn[-1] is not None


def test_a_plan_without_questions_builds_no_widgets(editor: Editor, look: Look, qtbot: QtBot) -> None:
    pane = SenderPane(editor, look.theme)
    qtbot.addWidget(pane)
    editor.do(partial(units.rename, unit=key(editor.plan, "Genoptræningen"), name="Træningen"))
    assert pane.findChildren(QWidget) == []


def test_today_stands_beside_the_plan_and_what_changes_is_marked(
    pane: SenderPane, editor: Editor, qtbot: QtBot
) -> None:
    ask_for_training(pane, qtbot)
    assert (pane.planned.caption.text(), pane.planned.sign.words) == ("Efter planen: som i dag", "")
    assert pane.today.caption.text().startswith("I dag, ")
    take_off(editor.plan, "Genoptræningen", "GGOP")
    qtbot.waitUntil(lambda: pane.planned.sign.words == "Planen fjerner modtageren")
    assert (pane.planned.caption.text(), pane.today.number.gln) == ("Efter planen", gln(3))


def test_the_number_is_copied_and_the_unit_chosen(pane: SenderPane, editor: Editor, qtbot: QtBot) -> None:
    ask_for_training(pane, qtbot)
    with qtbot.waitSignal(editor.said):
        qtbot.mouseClick(pane.planned.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == gln(3)
    qtbot.mouseClick(pane.planned.show_unit, Qt.MouseButton.LeftButton)
    assert editor.selection == (key(editor.plan, "Genoptræningen"),)


def test_a_play_is_kept_under_the_words_of_the_question(pane: SenderPane, editor: Editor, qtbot: QtBot) -> None:
    ask_for_training(pane, qtbot)
    QTest.keyClicks(pane.form.who, "En afdeling i Hvidovre")
    qtbot.mouseClick(pane.keep, Qt.MouseButton.LeftButton)
    assert [one.title for one in editor.plan.state().plays()] == ["En afdeling i Hvidovre: Genoptræning og træning"]
    qtbot.waitUntil(lambda: not pane.keep.isEnabled())


def test_a_unit_is_asked_about_by_its_area(pane: SenderPane, editor: Editor) -> None:
    pane.ask_about_unit(key(editor.plan, "Hjemmesygeplejen"))
    assert pane.form.subject_words() == "Hjemmesygepleje"
    assert pane.planned.name.text() == "Hjemmesygeplejen"
    pane.ask_about_offer("rygestop")
    assert (pane.form.subject_words(), pane.planned.name.text()) == ("Rygestop", "Sundhedscenter")


def test_english_and_every_look(pane: SenderPane, qtbot: QtBot, tongue: Tongue) -> None:
    ask_for_training(pane, qtbot)
    for mode in Mode:
        for scale in (1.0, 2.0):
            pane.set_theme(Theme(mode, scale))
            assert not pane.grab().isNull()
    pane.set_large(True)
    assert pane.columns.count <= 2
    assert pane.planned.theme.scale > 2
    pane.set_large(False)
    assert pane.styleSheet() == ""
