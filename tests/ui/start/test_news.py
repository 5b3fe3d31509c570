"""What is new in this version."""

import tomllib
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from sorstudio.ui.start.news import News, versions
from sorstudio.ui.theme import Theme
from sorstudio.ui.translate import Tongue

PROJECT = Path(__file__).parents[3] / "pyproject.toml"


@pytest.fixture
def news(theme: Theme, tongue: Tongue, qtbot: QtBot) -> News:
    made = News(theme, versions("da")[0])
    qtbot.addWidget(made)
    made.resize(1000, 200)
    made.show()
    return made


def test_the_newest_entry_is_the_version_of_the_program() -> None:
    assert versions("da")[0].number == tomllib.loads(PROJECT.read_text("utf-8"))["project"]["version"]


def test_each_version_has_a_few_points_in_both_languages() -> None:
    for danish, english in zip(versions("da"), versions("en"), strict=True):
        assert danish.number == english.number
        assert 1 <= len(danish.points) == len(english.points) <= 3
        assert all(one.title and one.words for one in (*danish.points, *english.points))


def test_it_is_one_line_until_it_is_opened(news: News, qtbot: QtBot) -> None:
    first = versions("da")[0].points[0].title
    assert first not in shown(news)
    qtbot.mouseClick(news.head, Qt.MouseButton.LeftButton)
    assert first in shown(news)
    qtbot.keyClick(news.head, Qt.Key.Key_Space)
    assert first not in shown(news)


def shown(news: News) -> set[str]:
    return {one.text() for one in news.findChildren(QLabel) if one.isVisible()}


def test_the_points_stand_below_one_another_where_there_is_little_room(news: News) -> None:
    news.head.click()
    titles = [one for one in news.findChildren(QLabel) if one.text() in {p.title for p in versions("da")[0].points}]
    QApplication.processEvents()
    assert len({one.mapTo(news, QPoint()).y() for one in titles}) == 1
    news.set_narrow(True)
    QApplication.processEvents()
    assert len({one.mapTo(news, QPoint()).x() for one in titles}) == 1


def test_the_whole_changelog_is_one_press_away(news: News, qtbot: QtBot) -> None:
    with qtbot.waitSignal(news.changelog_wanted):
        qtbot.mouseClick(news.all, Qt.MouseButton.LeftButton)
