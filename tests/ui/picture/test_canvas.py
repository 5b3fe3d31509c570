"""The picture as a widget."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sorstudio.ui.picture.arrays import EMPTY
from sorstudio.ui.picture.canvas import Canvas
from sorstudio.ui.picture.colouring import ColourBy
from sorstudio.ui.picture.detail import Detail
from sorstudio.ui.theme import Look, Mode, Theme
from tests.ui.picture.sample import picture


def shown(canvas: Canvas) -> QImage:
    return canvas.grab().toImage()


def test_selection_and_folds_survive_new_data(canvas: Canvas) -> None:
    canvas.set_selection(("Syd", "PPR"))
    canvas.set_folded(frozenset({"Nord"}))
    canvas.set_data(picture("Kommune*\n  Sundhed*\n    Syd*\n    Nord*\n      Team Lind"))
    assert (canvas.selection, canvas.stage.folded) == (("Syd",), frozenset({"Nord"}))


def test_a_selection_that_is_gone_is_announced(canvas: Canvas, qtbot: QtBot) -> None:
    canvas.set_selection(("PPR",))
    with qtbot.waitSignal(canvas.selection_changed) as told:
        canvas.set_data(picture("Kommune*\n  Sundhed*"))
    assert told.args == [()]


def test_choosing_from_outside_is_not_announced(canvas: Canvas, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(canvas.selection_changed):
        canvas.set_selection(("Syd", "not there"))
    assert canvas.selection == ("Syd",)


def test_a_chosen_unit_looks_different(canvas: Canvas) -> None:
    before = shown(canvas)
    canvas.set_selection(("Syd",))
    assert shown(canvas) != before


def test_another_theme_is_seen_at_once(canvas: Canvas, look: Look) -> None:
    corner = shown(canvas).pixelColor(600, 795)
    look.apply(Theme(Mode.DARK))
    assert shown(canvas).pixelColor(600, 795).lightness() < corner.lightness() / 2


def test_a_larger_text_enlarges_the_picture_and_keeps_the_selection(canvas: Canvas, look: Look) -> None:
    canvas.set_selection(("Syd",))
    before = canvas.stage.view.scale
    look.apply(Theme(Mode.LIGHT, 1.5))
    assert canvas.stage.view.scale == before * 1.5
    assert canvas.selection == ("Syd",)


def test_every_detail_and_colouring_can_be_painted(canvas: Canvas) -> None:
    pictures = []
    for detail in Detail:
        canvas.zoom_to(detail)
        pictures.append(shown(canvas))
    assert len({bytes(image.constBits()) for image in pictures}) == len(Detail)
    for by in ColourBy:
        canvas.set_colour_by(by)
        assert not shown(canvas).isNull()


def test_an_empty_picture_says_so(canvas: Canvas) -> None:
    canvas.set_data(EMPTY)
    empty = shown(canvas)
    assert {empty.pixelColor(x, 400).name() for x in range(500, 700)} != {empty.pixelColor(2, 2).name()}


def test_a_screen_reader_hears_the_chosen_unit(canvas: Canvas) -> None:
    canvas.set_selection(("Nord",))
    assert canvas.accessibleName() == "Billede af organisationen"
    assert canvas.accessibleDescription() == "Nord er valgt. 2 enheder under."


def test_it_speaks_english_too(canvas: Canvas) -> None:
    canvas.set_language("en")
    assert canvas.accessibleName() == "Picture of the organisation"


def test_the_menu_is_asked_for_with_the_unit(canvas: Canvas, qtbot: QtBot) -> None:
    box = canvas.stage.view.rect(canvas.stage.scene.box(canvas.stage.visible.place_of("Syd")))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, box.center().toPoint(), QPoint(7, 8))
    with qtbot.waitSignal(canvas.menu_requested) as told:
        QApplication.sendEvent(canvas, event)
    assert told.args == ["Syd", QPoint(7, 8)]


def test_the_menu_key_means_the_chosen_unit(canvas: Canvas, qtbot: QtBot) -> None:
    canvas.set_selection(("PPR",))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), QPoint(7, 8))
    with qtbot.waitSignal(canvas.menu_requested) as told:
        QApplication.sendEvent(canvas, event)
    assert told.args[0] == "PPR"


def test_revealing_unfolds(canvas: Canvas) -> None:
    canvas.set_folded(frozenset({"Nord"}))
    canvas.reveal("Team Lind")
    assert canvas.stage.visible.place_of("Team Lind") >= 0


def test_the_focus_of_the_keyboard_is_seen(canvas: Canvas) -> None:
    canvas.set_selection(("Syd",))
    canvas.setFocus(Qt.FocusReason.MouseFocusReason)
    canvas.shows_focus = False
    before = shown(canvas)
    canvas.shows_focus = True
    assert shown(canvas) != before
