"""From register files to a plan, question by question."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from sorstudio.ui.importing.dialog import ImportDialog
from sorstudio.ui.importing.pages import ColumnsPage, OwnerPage, Page, ProblemsPage, ReadingPage
from sorstudio.ui.importing.ready_page import OwnListPage, ReadyPage
from sorstudio.ui.plans import Session
from sorstudio.ui.preferences import Preferences
from sorstudio.ui.theme import Theme
from sorstudio.ui.translate import Language, Tongue, texts_in
from tests.ui.importing.files import register, rows, two_owners, write

Begin = Callable[[Path], ImportDialog]


@pytest.fixture
def begin(tmp_path: Path, theme: Theme, tongue: Tongue, qtbot: QtBot) -> Begin:
    def start(path: Path) -> ImportDialog:
        preferences = Preferences(tmp_path / "window.ini")
        dialog = ImportDialog([path], theme, texts_in(Language.DANISH), preferences)
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.start()
        return dialog

    return start


def page_of(dialog: ImportDialog, kind: type[Page], qtbot: QtBot) -> Page:
    qtbot.waitUntil(lambda: isinstance(dialog.page(), kind), timeout=10_000)
    return dialog.page()


def made(dialog: ImportDialog, path: Path, qtbot: QtBot) -> Session:
    page = page_of(dialog, ReadyPage, qtbot)
    assert isinstance(page, ReadyPage)
    page.path.set_text(str(path))
    with qtbot.waitSignal(dialog.made) as told:
        page.go_on()
    session = told.args[0]
    assert isinstance(session, Session)
    return session


def test_a_register_becomes_a_plan(begin: Begin, tmp_path: Path, qtbot: QtBot) -> None:
    session = made(begin(register(tmp_path)), tmp_path / "ny.sorplan", qtbot)
    assert [unit.name for _, unit in session.plan.state().walk()] == ["Ærø Kommune", "Sundhed", "Hjemmepleje"]
    assert (tmp_path / "ny.sorplan").is_file()
    session.close()


def test_another_day_is_read_with_that_day(begin: Begin, tmp_path: Path, qtbot: QtBot) -> None:
    dialog = begin(register(tmp_path))
    page = page_of(dialog, ReadyPage, qtbot)
    assert isinstance(page, ReadyPage)
    page.day.setDate(date(2026, 10, 1))
    page.path.set_text(str(tmp_path / "ny.sorplan"))
    with qtbot.waitSignal(dialog.made, timeout=10_000) as told:
        page.go_on()
    assert told.args[0].plan.baseline.day == date(2026, 10, 1)
    told.args[0].close()


def test_a_file_with_problems_leaves_nothing_behind(begin: Begin, tmp_path: Path, qtbot: QtBot) -> None:
    lines = rows()
    bad = write(tmp_path / "bad.csv", *lines, lines[2])
    page = page_of(begin(bad), ProblemsPage, qtbot)
    assert isinstance(page, ProblemsPage)
    assert page.first().startswith("Linje 5, kolonne sor_id")
    assert list(tmp_path.glob("*.sorplan")) == []


def test_several_owners_are_asked_for(begin: Begin, tmp_path: Path, qtbot: QtBot) -> None:
    dialog = begin(two_owners(tmp_path))
    page = page_of(dialog, OwnerPage, qtbot)
    assert isinstance(page, OwnerPage)
    assert page.list.count() == 2
    page.field.setText("ebeltoft")
    page.go_on()
    session = made(dialog, tmp_path / "e.sorplan", qtbot)
    assert session.plan.state().units[session.plan.state().roots()[0]].name == "Ebeltoft Kommune"
    session.close()


def test_an_owner_that_is_not_there_is_asked_for_again(begin: Begin, tmp_path: Path, qtbot: QtBot) -> None:
    dialog = begin(two_owners(tmp_path))
    first = page_of(dialog, OwnerPage, qtbot)
    assert isinstance(first, OwnerPage)
    first.field.setText("Månen")
    first.go_on()
    qtbot.waitUntil(lambda: isinstance(dialog.page(), OwnerPage) and dialog.page() is not first, timeout=10_000)
    again = dialog.page()
    assert isinstance(again, OwnerPage)
    assert "Månen" in again.problem.text()


def test_columns_nobody_knows_are_asked_for_and_remembered(begin: Begin, tmp_path: Path, qtbot: QtBot) -> None:
    odd = write(tmp_path / "odd.csv", *rows(), head="Nøgletal;Kaldes;Ligger inde i;Slags;Dybde;Tal")
    dialog = begin(odd)
    page = page_of(dialog, ColumnsPage, qtbot)
    assert isinstance(page, ColumnsPage)
    wanted = {"sor_id": "Nøgletal", "name": "Kaldes", "parent": "Ligger inde i", "kind": "Slags", "level": "Dybde"}
    for field, header in wanted.items():
        page.choices[field].setCurrentIndex(page.choices[field].findData(header))
    page.go_on()
    made(dialog, tmp_path / "odd.sorplan", qtbot).close()
    page_of(begin(odd), ReadyPage, qtbot)


def test_a_place_that_is_taken_is_told(begin: Begin, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "der.sorplan").write_text("noget andet")
    dialog = begin(register(tmp_path))
    page = page_of(dialog, ReadyPage, qtbot)
    assert isinstance(page, ReadyPage)
    page.path.set_text(str(tmp_path / "der.sorplan"))
    page.go_on()
    again = dialog.page()
    assert isinstance(again, ReadyPage)
    assert "findes allerede" in again.problem.text()
    assert (tmp_path / "der.sorplan").read_text() == "noget andet"


def test_a_list_of_names_begins_a_plan_of_proposals(begin: Begin, tmp_path: Path, qtbot: QtBot) -> None:
    text = tmp_path / "liste.txt"
    text.write_text("Herlev Kommune\n\n1. Center for sundhed\n1.1 Hjemmeplejen\n1.2 Tandplejen\n", "utf-8")
    dialog = begin(text)
    page = page_of(dialog, OwnListPage, qtbot)
    assert isinstance(page, OwnListPage)
    page.owner.setText("Herlev Kommune")
    page.path.set_text(str(tmp_path / "herlev.sorplan"))
    with qtbot.waitSignal(dialog.made) as told:
        page.go_on()
    session, listed = told.args
    assert listed == text
    assert [unit.name for unit in session.plan.state().units.values()] == ["Herlev Kommune"]
    assert session.plan.head is None, "nobody is asked to create the owner"
    session.close()


def test_a_table_without_ids_can_be_a_list_of_names_too(begin: Begin, tmp_path: Path, qtbot: QtBot) -> None:
    table = write(tmp_path / "egen.csv", "Plejen;Torvet 1;5970", "Tandplejen;Gaden 2;5970", head="Navn;Vej;Postnr")
    dialog = begin(table)
    qtbot.waitUntil(lambda: not isinstance(dialog.page(), ReadingPage), timeout=10_000)
    page = dialog.page()
    if isinstance(page, ColumnsPage):
        page.without_ids.click()
    assert isinstance(dialog.page(), OwnListPage)


def test_closed_while_reading_it_takes_nothing(begin: Begin, tmp_path: Path, qtbot: QtBot) -> None:
    dialog = begin(register(tmp_path))
    dialog.reject()
    assert dialog.isHidden()
    assert list(tmp_path.glob("*.sorplan")) == []
