"""The fields of a guide's questions tell their answers as text."""

from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from sorstudio.ui.guides.fields import field_for, places
from sorstudio.ui.theme import Theme
from tests.model.outline import key
from tests.requests.guides.kit import guiding, municipality
from tests.requests.plans import DANISH


def test_a_unit_is_told_by_its_key_and_a_new_name_as_it_is(theme: Theme, qtbot: QtBot) -> None:
    plan, told = municipality(), dict[str, str]()
    other, into = guiding(plan, "merge", "Hjemmepleje").questions(0)
    for put, typed in ((other, "Birkeh"), (into, "Et nyt hus")):
        field = field_for(put, plan, DANISH, theme, told.__setitem__)
        qtbot.addWidget(field)
        assert isinstance(field, QLineEdit)
        field.clear()
        qtbot.keyClicks(field, typed)
    assert told == {"other": key(plan, "Birkehjemmet"), "into": "Et nyt hus"}


def test_only_open_units_are_offered() -> None:
    plan = municipality()
    assert len(list(places(plan))) == len(plan.state().units)
