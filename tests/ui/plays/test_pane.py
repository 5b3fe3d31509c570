"""The plays under real fingers: keep, hold, delete, filter, ask, and follow every act."""

from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sorstudio.model.edits import units
from sorstudio.model.edits.playing import keep_play
from sorstudio.routing.question import Question
from sorstudio.ui.editor import Editor
from sorstudio.ui.plays.pane import PlaysPane
from sorstudio.ui.plays.rows import Kind
from tests.model.outline import key

LEFT = Qt.MouseButton.LeftButton


def own(editor: Editor, title: str, area: str = "hjemmesygepleje", unit: str | None = None) -> None:
    editor.do(partial(keep_play, title=title, area=area, sender="gp", message="DIS91", unit=unit))
    QApplication.processEvents()


def show(pane: PlaysPane, kind: Kind, qtbot: QtBot) -> None:
    qtbot.mouseClick(pane.kinds.segments[kind.value], LEFT)


def click(
    pane: PlaysPane, title: str, qtbot: QtBot, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    place = next(at for at, row in enumerate(pane.list.signed.rows) if row.sentence == title)
    index = pane.list.signed.index(place, 0)
    pane.list.scrollTo(index)
    spot: QPoint = pane.list.visualRect(index).center()
    qtbot.mouseClick(pane.list.viewport(), LEFT, held, spot)


def titles(pane: PlaysPane) -> list[str]:
    return [row.sentence for row in pane.list.signed.rows if not row.is_head]


def test_all_are_played_and_the_first_is_chosen(pane: PlaysPane) -> None:
    assert pane.played is not None
    count = len(pane.played.by_key)
    assert pane.words.text() == f"{pane.played.passed} af {count} prøver består"
    assert len(titles(pane)) == count
    assert pane.detail.outcome is not None


def test_own_plays_stand_first(pane: PlaysPane, editor: Editor) -> None:
    own(editor, "Min prøve")
    assert titles(pane)[0] == "Min prøve"
    assert pane.list.signed.rows[0].sentence == "Planens egne prøver"


def test_the_filter_shows_some_only(pane: PlaysPane, editor: Editor, qtbot: QtBot) -> None:
    assert pane.played is not None
    failing = len(pane.played.by_key) - pane.played.passed
    show(pane, Kind.FAILING, qtbot)
    assert len(titles(pane)) == failing
    show(pane, Kind.OWN, qtbot)
    assert titles(pane) == []
    assert pane.empty.isVisible()
    assert pane.detail.empty.isVisible()
    own(editor, "Min prøve")
    assert titles(pane) == ["Min prøve"]
    assert not pane.empty.isVisible()
    show(pane, Kind.STANDARD, qtbot)
    assert "Min prøve" not in titles(pane)


def test_a_standard_play_is_kept(pane: PlaysPane, editor: Editor, qtbot: QtBot) -> None:
    qtbot.mouseClick(pane.detail.keep_button, LEFT)
    (kept,) = editor.plan.state().plays()
    QApplication.processEvents()
    assert titles(pane).count(kept.title) == 2
    assert not pane.detail.keep_button.isEnabled()


def test_all_that_pass_are_kept_as_one_change(pane: PlaysPane, editor: Editor, qtbot: QtBot) -> None:
    assert pane.played is not None
    wanted = len(pane.played.keepable())
    assert wanted > 1
    before = len(editor.plan.journal.path())
    qtbot.mouseClick(pane.keep_passing, LEFT)
    QApplication.processEvents()
    assert len(editor.plan.state().plays()) == wanted
    assert len(editor.plan.journal.path()) == before + 1
    assert not pane.keep_passing.isEnabled()


def test_several_are_chosen_and_deleted_by_key(pane: PlaysPane, editor: Editor, qtbot: QtBot) -> None:
    for title in ("En", "To", "Tre"):
        own(editor, title)
    click(pane, "En", qtbot)
    click(pane, "Tre", qtbot, Qt.KeyboardModifier.ControlModifier)
    before = len(editor.plan.journal.path())
    qtbot.keyClick(pane.list, Qt.Key.Key_Delete)
    assert [one.title for one in editor.plan.state().plays()] == ["To"]
    assert len(editor.plan.journal.path()) == before + 1
    editor.undo()
    assert len(editor.plan.state().plays()) == 3


def test_delete_leaves_the_standard_plays_and_the_units_alone(pane: PlaysPane, editor: Editor, qtbot: QtBot) -> None:
    qtbot.keyClick(pane.list, Qt.Key.Key_Delete)
    assert editor.plan.journal.path() == ()


def test_one_may_fail_and_must_again(pane: PlaysPane, editor: Editor, qtbot: QtBot) -> None:
    own(editor, "Min prøve", unit=key(editor.plan, "Åkanden"))
    click(pane, "Min prøve", qtbot)
    assert pane.detail.must.isChecked()
    assert pane.list.signed.rows[1].sign.icon == "alert-octagon"
    for must in (False, True):
        qtbot.mouseClick(pane.detail.must, LEFT)
        QApplication.processEvents()
        (kept,) = editor.plan.state().plays()
        assert kept.must is must
        assert pane.detail.must.isChecked() is must


def test_the_question_is_asked_and_the_receiver_shown(pane: PlaysPane, editor: Editor, qtbot: QtBot) -> None:
    assert pane.detail.outcome is not None
    with qtbot.waitSignal(pane.ask_wanted) as asked:
        qtbot.mouseClick(pane.detail.ask_button, LEFT)
    assert asked.args is not None
    assert isinstance(asked.args[0], Question)
    show(pane, Kind.OWN, qtbot)
    own(editor, "Min prøve")
    assert pane.detail.outcome is not None
    receiver = pane.detail.outcome.answer.receiver
    if receiver is not None:
        qtbot.mouseClick(pane.detail.card.show_unit, LEFT)
        assert editor.selection == (receiver.unit,)


def test_it_follows_every_act_while_it_is_seen(pane: PlaysPane, editor: Editor, qtbot: QtBot) -> None:
    before = pane.played
    pane.hide()
    editor.do(partial(units.rename, unit=key(editor.plan, "Åkanden"), name="Rosen"))
    QApplication.processEvents()
    assert pane.played is before
    pane.show()
    assert pane.played is not before


def test_qt_finds_nothing_wrong_with_its_list(pane: PlaysPane, editor: Editor, qtbot: QtBot) -> None:
    tester = QAbstractItemModelTester(pane.list.signed, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for kind in Kind:
        show(pane, kind, qtbot)
        own(editor, f"Prøve {kind}")
        editor.undo()
        QApplication.processEvents()
        editor.redo()
        QApplication.processEvents()
    assert tester.model().rowCount() == len(pane.list.signed.rows)
