"""The line across the top."""

from pytestqt.qtbot import QtBot

from sorstudio.ui.notice import Notice
from sorstudio.ui.theme import Theme
from sorstudio.ui.translate import Tongue


def test_it_is_there_only_when_it_has_something_to_say(theme: Theme, tongue: Tongue, qtbot: QtBot) -> None:
    notice = Notice(theme)
    qtbot.addWidget(notice)
    assert notice.isHidden()
    notice.tell("Filen findes ikke.")
    assert notice.words.text() == "Filen findes ikke."
    assert not notice.isHidden()
    notice.done.click()
    assert notice.isHidden()
