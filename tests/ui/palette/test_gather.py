"""What the palette leads to."""

from PySide6.QtGui import QAction

from sorstudio.ui.editor import Editor
from sorstudio.ui.palette.gather import entries
from sorstudio.ui.palette.index import Entry, Sort
from sorstudio.ui.translate import Tongue
from tests.model.outline import gln


def of(editor: Editor, sort: Sort) -> list[Entry]:
    act = QAction("&Fortryd …")
    act.setShortcut("Ctrl+Z")
    return [entry for entry in entries(editor, {"undo": act}) if entry.sort is sort]


def test_every_unit_with_its_path_and_numbers(editor: Editor, tongue: Tongue) -> None:
    units = {entry.words: entry for entry in of(editor, Sort.UNIT)}
    assert len(units) == len(editor.plan.state().units)
    assert units["Team Lind"].beside == "Sundhed › Hjemmesygepleje"
    assert gln(3) in units["Tandplejen"].also


def test_an_act_has_its_plain_words_and_keys(editor: Editor, tongue: Tongue) -> None:
    assert [(entry.words, entry.beside) for entry in of(editor, Sort.ACT)] == [("Fortryd", "Ctrl Z")]


def test_offers_settings_and_chapters_are_there(editor: Editor, tongue: Tongue) -> None:
    assert len(of(editor, Sort.OFFER)) == len(editor.plan.codes.offers)
    assert "MedComs e-mail" in [entry.words for entry in of(editor, Sort.SETTING)]
    assert "Taster" in [entry.words for entry in of(editor, Sort.HELP)]
