"""The fields that the panes share."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from sorstudio.ui.fields import CheckLine, Chip, LineField, RadioLine, Words, button, label, set_kind
from sorstudio.ui.theme import Theme
from sorstudio.ui.translate import Tongue


def shown(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitExposed(widget)
    widget.setFocus()


def field(qtbot: QtBot, words: str = "Åkanden") -> LineField:
    made = LineField("Navn", check=lambda typed: None if len(typed) < 10 else "For langt.")
    shown(qtbot, made)
    made.show_value(words)
    made.line.setFocus()
    return made


def test_a_line_tells_once_editing_is_finished(qtbot: QtBot) -> None:
    one = field(qtbot)
    told: list[str] = []
    one.committed.connect(told.append)
    one.line.selectAll()
    qtbot.keyClicks(one.line, "Åen")
    assert told == []
    qtbot.keyClick(one.line, Qt.Key.Key_Return)
    assert told == ["Åen"]


def test_a_line_that_was_not_changed_tells_nothing(qtbot: QtBot) -> None:
    one = field(qtbot)
    told: list[str] = []
    one.committed.connect(told.append)
    qtbot.keyClick(one.line, Qt.Key.Key_Return)
    assert told == []


def test_what_is_wrong_stands_beside_the_line_while_it_is_typed(qtbot: QtBot) -> None:
    one = field(qtbot)
    qtbot.keyClicks(one.line, " i Søndervig")
    assert one.error.text() == "For langt."
    assert one.error.isVisible()
    assert one.line.property("kind") == "wrong"


def test_escape_puts_back_what_was_there(qtbot: QtBot) -> None:
    one = field(qtbot)
    qtbot.keyClicks(one.line, " i Søndervig")
    qtbot.keyClick(one.line, Qt.Key.Key_Escape)
    assert one.value() == "Åkanden"
    assert not one.error.isVisible()


def test_an_inherited_line_cannot_be_edited(qtbot: QtBot) -> None:
    one = field(qtbot)
    one.show_value("5790990000030", editable=False, inherited=True)
    qtbot.keyClicks(one.line, "1")
    assert one.value() == "5790990000030"
    assert one.line.property("kind") == "inherited"


def test_a_chip_says_where_a_value_comes_from(tongue: Tongue, theme: Theme, qtbot: QtBot) -> None:
    chip = Chip(theme)
    shown(qtbot, chip)
    chip.say(is_own=True)
    own = chip.accessibleName(), chip.sizeHint().width()
    chip.say(is_own=False)
    assert (own[0], chip.accessibleName()) == ("egen", "nedarvet")
    assert chip.sizeHint().width() > own[1]


def test_long_words_keep_their_whole_text_in_the_tooltip(theme: Theme, qtbot: QtBot) -> None:
    words = Words(theme, "Korrespondancemeddelelse")
    shown(qtbot, words)
    words.resize(40, 20)
    assert words.toolTip() == words.text() == "Korrespondancemeddelelse"
    assert words.minimumSizeHint().width() < words.sizeHint().width()


def test_choices_answer_to_a_click_anywhere_on_them(theme: Theme, qtbot: QtBot) -> None:
    for choice in (RadioLine(theme, "Eget nummer"), CheckLine(theme, "Kun internt")):
        shown(qtbot, choice)
        qtbot.mouseClick(choice, Qt.MouseButton.LeftButton, pos=choice.rect().center())
        assert choice.isChecked()


def test_a_button_has_a_name_for_those_who_do_not_see_it(qtbot: QtBot) -> None:
    pressed: list[bool] = []
    made = button("×", "quiet", lambda: pressed.append(True), name="Fjern: Rygestop")
    shown(qtbot, made)
    qtbot.keyClick(made, Qt.Key.Key_Space)
    assert (made.accessibleName(), pressed) == ("Fjern: Rygestop", [True])


def test_a_label_takes_markup_as_plain_text(qtbot: QtBot) -> None:
    made = label("<b>Team</b>", "muted")
    qtbot.addWidget(made)
    set_kind(made, "error")
    assert made.textFormat() is Qt.TextFormat.PlainText
    assert made.property("kind") == "error"
