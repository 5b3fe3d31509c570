"""Lines of words."""

from pytestqt.qtbot import QtBot

from sorstudio.ui.start.words import line
from sorstudio.ui.theme import Theme, Weight


def test_words_have_size_weight_and_colour_of_the_look(theme: Theme, qtbot: QtBot) -> None:
    made = line(theme, "Nyt", "page", Weight.STRONG, color="muted")
    qtbot.addWidget(made)
    assert made.font().pixelSize() == theme.font("page").pixelSize()
    assert made.palette().color(made.foregroundRole()) == theme.color("muted")
    assert made.wordWrap()
