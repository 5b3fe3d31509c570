"""The pages of the import."""

from pathlib import Path

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from sorstudio.formats.problems import Problem
from sorstudio.ui.importing.heads import Owner
from sorstudio.ui.importing.pages import ColumnsPage, OwnerPage, ProblemsPage, ReadingPage
from sorstudio.ui.theme import Theme
from sorstudio.ui.translate import Language, Tongue, texts_in

DANISH = texts_in(Language.DANISH)
OWNERS = (Owner("1", "Ebeltoft Kommune"), Owner("2", "Ærø Kommune"))


def test_reading_shows_how_far_it_is_and_can_be_stopped(theme: Theme, tongue: Tongue, qtbot: QtBot) -> None:
    page = ReadingPage(theme, "ærø.csv")
    qtbot.addWidget(page)
    page.show_progress(0.42)
    assert page.bar.value() == 420


def test_the_owners_narrow_as_one_types(theme: Theme, tongue: Tongue, qtbot: QtBot) -> None:
    page = OwnerPage(theme, OWNERS)
    qtbot.addWidget(page)
    page.field.setText("aeroe")
    assert [page.list.item(row).text() for row in range(page.list.count())] == ["Ærø Kommune · 2"]
    with qtbot.waitSignal(page.chosen) as told:
        page.go_on()
    assert told.args == ["2"]


def test_an_owner_can_be_chosen_in_the_list(theme: Theme, tongue: Tongue, qtbot: QtBot) -> None:
    page = OwnerPage(theme, OWNERS)
    qtbot.addWidget(page)
    page.list.setCurrentRow(0)
    with qtbot.waitSignal(page.chosen) as told:
        page.go_on()
    assert told.args == ["1"]


def test_where_the_owners_are_not_known_one_writes(theme: Theme, tongue: Tongue, qtbot: QtBot) -> None:
    page = OwnerPage(theme, ())
    qtbot.addWidget(page)
    page.field.setText("0492")
    with qtbot.waitSignal(page.chosen) as told:
        page.go_on()
    assert told.args == ["0492"]


def test_columns_are_matched_by_hand(theme: Theme, tongue: Tongue, qtbot: QtBot) -> None:
    page = ColumnsPage(theme, DANISH, ("Nøgle", "Kaldes"), {"name": "Kaldes"})
    qtbot.addWidget(page)
    page.choices["sor_id"].setCurrentIndex(page.choices["sor_id"].findData("Nøgle"))
    assert page.mapping() == {"sor_id": "Nøgle", "name": "Kaldes"}


def problems(count: int) -> list[Problem]:
    return [
        Problem("register.parent_unknown", line, "parent", "77", "a.csv", {"name": "Nord"})
        for line in range(2, count + 2)
    ]


def test_problems_stand_with_line_column_and_reason(theme: Theme, tongue: Tongue, qtbot: QtBot) -> None:
    page = ProblemsPage(theme, DANISH, problems(1))
    qtbot.addWidget(page)
    shown = [label.text() for label in page.findChildren(QLabel)]
    assert "Filen er ikke læst: 1 problem" in shown
    assert page.first().startswith("Linje 2, kolonne parent: ")


def test_no_more_than_fifty_are_shown_and_all_are_saved(
    theme: Theme, tongue: Tongue, qtbot: QtBot, tmp_path: Path
) -> None:
    page = ProblemsPage(theme, DANISH, problems(70))
    qtbot.addWidget(page)
    assert len(page.words) == 51
    page.save_report(tmp_path / "alle.txt")
    assert (tmp_path / "alle.txt").read_text("utf-8").count("Linje ") == 70
    page.save_report(tmp_path / "nowhere" / "alle.txt")
    assert page.saved.text().startswith("Listen kunne ikke gemmes")
