"""The card of the tour, by mouse and by keyboard."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from sorstudio.ui.theme import Mode, Theme
from sorstudio.ui.tour.card import TourCard
from sorstudio.ui.tour.placing import Side, place
from sorstudio.ui.translate import Tongue

Key = Qt.Key
ROOM = QRect(0, 0, 1600, 1000)


@pytest.fixture
def room(qtbot: QtBot) -> QWidget:
    work = QWidget()
    qtbot.addWidget(work)
    return work


@pytest.fixture
def card(theme: Theme, tongue: Tongue, room: QWidget, qtbot: QtBot) -> TourCard:
    room.resize(ROOM.size())
    made = TourCard(theme, room)
    made.say(2, 5, "Tilbud", "Det, kommunen tilbyder.")
    room.show()
    room.activateWindow()
    made.show()
    made.setFocus()
    qtbot.waitUntil(made.next.hasFocus)
    return made


@pytest.mark.parametrize(
    ("key", "signal"),
    [
        (Key.Key_Return, "onward"),
        (Key.Key_Enter, "onward"),
        (Key.Key_Right, "onward"),
        (Key.Key_Down, "onward"),
        (Key.Key_Left, "backward"),
        (Key.Key_Up, "backward"),
        (Key.Key_Escape, "skipped"),
    ],
)
def test_the_keys_walk(card: TourCard, qtbot: QtBot, key: Key, signal: str) -> None:
    with qtbot.waitSignal(getattr(card, signal)):
        qtbot.keyClick(card.next, key)


@pytest.mark.parametrize(("button", "signal"), [("next", "onward"), ("back", "backward"), ("skip", "skipped")])
def test_the_buttons_do_what_they_say(card: TourCard, qtbot: QtBot, button: str, signal: str) -> None:
    with qtbot.waitSignal(getattr(card, signal)):
        qtbot.mouseClick(getattr(card, button), Qt.MouseButton.LeftButton)


def test_enter_presses_the_button_that_has_the_focus(card: TourCard, qtbot: QtBot) -> None:
    card.back.setFocus()
    with qtbot.waitSignal(card.backward), qtbot.assertNotEmitted(card.onward):
        qtbot.keyClick(card.back, Key.Key_Return)


def test_the_tab_key_goes_through_its_buttons(card: TourCard, qtbot: QtBot) -> None:
    reached: list[QPushButton] = []
    for _ in range(3):
        focused = next(one for one in (card.next, card.back, card.skip) if one.hasFocus())
        reached.append(focused)
        qtbot.keyClick(focused, Key.Key_Tab)
    assert set(reached) == {card.next, card.back, card.skip}


def test_the_first_step_has_none_before_it_and_the_last_nothing_to_skip(card: TourCard) -> None:
    card.say(1, 5, "a", "b")
    assert [card.back.isVisible(), card.skip.isVisible(), card.next.text()] == [False, True, "Næste"]
    card.say(5, 5, "a", "b")
    assert [card.back.isVisible(), card.skip.isVisible(), card.next.text()] == [True, False, "Færdig"]


def test_it_is_read_aloud_as_a_whole(card: TourCard) -> None:
    assert card.accessibleName() == "2 af 5. Tilbud. Det, kommunen tilbyder."
    assert card.next.accessibleDescription() == card.accessibleName()


@pytest.mark.parametrize("mode", list(Mode))
@pytest.mark.parametrize(
    ("target", "side"),
    [
        (QRect(0, 60, 590, 600), Side.RIGHT),
        (QRect(1300, 200, 250, 30), Side.LEFT),
        (QRect(0, 500, 1600, 500), Side.ABOVE),
        (QRect(0, 0, 1600, 60), Side.BELOW),
    ],
)
def test_the_arrow_is_painted_up_to_its_tip(card: TourCard, target: QRect, side: Side, mode: Mode) -> None:
    theme = Theme(mode)
    card.set_theme(theme)
    card.stand(place(target, card.body_size(ROOM.width()), ROOM, card.arrow()))
    assert card.side() is side
    inward = {Side.RIGHT: (6, 0), Side.LEFT: (-6, 0), Side.BELOW: (0, 6), Side.ABOVE: (0, -6)}[side]
    image = card.grab().toImage()
    inside = image.pixelColor(card.tip().x() + inward[0], card.tip().y() + inward[1])
    assert inside.name() == theme.color("raised").name()


def fits(card: TourCard) -> bool:
    parts: list[QWidget] = [card.step, card.title, card.words, card.next, card.back, card.skip]
    shown = [one for one in parts if one.isVisible()]
    tall = all(one.height() >= one.heightForWidth(one.width()) for one in (card.title, card.words))
    return tall and all(card.rect().contains(one.geometry()) for one in shown)


@pytest.mark.parametrize("scale", [0.8, 1.0, 2.0, 2.5])
def test_nothing_is_cut_off_at_any_text_size(card: TourCard, qtbot: QtBot, scale: float) -> None:
    card.say(3, 5, "Enhedstype", "Her står alle felter for den valgte enhed, og mere til. " * 3)
    card.set_theme(Theme(scale=scale))
    card.stand(place(QRect(0, 60, 400, 600), card.body_size(ROOM.width()), ROOM, card.arrow()))
    qtbot.waitUntil(lambda: fits(card))
