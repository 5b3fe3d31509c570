"""A small municipality under the hand of an editor, in Danish and in light."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from sorstudio.model.plan import Plan
from sorstudio.ui.editor import Editor
from sorstudio.ui.theme import Look, Mode, Theme
from sorstudio.ui.translate import Language, Tongue, texts_in
from tests.model.outline import gln, plan

DRAWING = f"""
Prøvestrup Kommune
  Sundhed [{gln(1)}]
    Hjemmesygepleje [{gln(2)}]
      Team Lind ^
      Team Birk ^
    Plejehjem
      Åkanden
      Solgården
  Børn og Unge
    Tandplejen [{gln(3)}]
"""


@pytest.fixture
def small() -> Plan:
    return plan(DRAWING)


@pytest.fixture
def editor(small: Plan, qapp: QApplication) -> Editor:
    return Editor(small, texts_in(Language.DANISH))


@pytest.fixture
def theme() -> Theme:
    return Theme(Mode.LIGHT)


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Look]:
    look = Look(qapp, Theme(Mode.LIGHT))
    yield look
    qapp.setStyleSheet("")
    look.deleteLater()


@pytest.fixture
def tongue(qapp: QApplication) -> Iterator[Tongue]:
    tongue = Tongue(qapp, Language.DANISH)
    yield tongue
    tongue.speak(Language.ENGLISH)
    tongue.deleteLater()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Qt's screen that is not there says what it cannot do, such as raising a window; that is no fault of ours."""
    for item in items:
        if "tests/ui/" in item.path.as_posix():
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))
