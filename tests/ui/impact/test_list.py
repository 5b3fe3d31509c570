"""The list of what follows from an act."""

from functools import partial

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from sorstudio.model.codes import CodeLists
from sorstudio.model.edits import closing
from sorstudio.model.impact import Consequence, Impact, Tone
from sorstudio.model.plan import Plan
from sorstudio.ui.impact.list import ConsequenceList
from sorstudio.ui.impact.weighing import weighed
from sorstudio.ui.theme import Theme
from sorstudio.ui.translate import Language, texts_in
from tests.model.outline import key


def shown(small: Plan, theme: Theme, qtbot: QtBot, unit: str) -> ConsequenceList:
    listed = ConsequenceList()
    qtbot.addWidget(listed)
    listed.resize(400, 100)
    found = weighed(small, [partial(closing.close, unit=key(small, unit), with_below=True)])
    listed.show_impact(found, texts_in(Language.DANISH), small.codes, theme)
    return listed


def test_each_consequence_has_a_sign_and_its_sentence(small: Plan, theme: Theme, qtbot: QtBot) -> None:
    listed = shown(small, theme, qtbot, "Tandplejen")
    words = [label.text() for label in listed.findChildren(QLabel) if label.text()]
    assert words[:2] == ["Tandplejen lukkes.", "Lokationsnummeret på Tandplejen ophører."]
    assert all(not label.pixmap().isNull() for label in listed.findChildren(QLabel) if not label.text())


def test_it_is_read_out_as_one(small: Plan, theme: Theme, qtbot: QtBot) -> None:
    assert shown(small, theme, qtbot, "Tandplejen").accessibleName().startswith("Tandplejen lukkes. Lokations")


def test_without_consequences_it_is_gone(small: Plan, theme: Theme, qtbot: QtBot) -> None:
    listed = shown(small, theme, qtbot, "Tandplejen")
    listed.show_impact(Impact(), texts_in(Language.DANISH), small.codes, theme)
    assert listed.isHidden()


def test_of_very_many_the_rest_is_counted_and_stands_in_the_tooltip(theme: Theme, qtbot: QtBot) -> None:
    one = Consequence("closes", Tone.LOSS, ("1",), ("Nord",))
    listed = ConsequenceList()
    qtbot.addWidget(listed)
    listed.show_impact(Impact((one,) * 10), texts_in(Language.DANISH), CodeLists(), theme)
    words = [label.text() for label in listed.findChildren(QLabel) if label.text()]
    assert words[8:] == ["og 2 følger mere"]
    assert listed.toolTip().count("Nord lukkes.") == 10
