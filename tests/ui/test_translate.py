"""The window's words: each has its Danish, and one switch changes them all."""

import ast
import string
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLabel

from sorstudio.ui.translate import Language, Tongue, danish, texts_in, tr

UI = Path(__file__).parents[2] / "sorstudio" / "ui"
TABLE_CALLS = {"Act": 1, "Menu": 0, "_choice": 2}


def sources() -> Iterator[str]:
    for path in UI.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                yield from source_of(node)


def source_of(call: ast.Call) -> Iterator[str]:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    place = TABLE_CALLS.get(name, 0 if name == "tr" else -1)
    if 0 <= place < len(call.args):
        argument = call.args[place]
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
            yield argument.value


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_every_source_text_has_its_danish() -> None:
    assert sorted(set(sources()) - danish().keys()) == []


def test_no_danish_is_left_over() -> None:
    assert sorted(danish().keys() - set(sources())) == []


def test_the_danish_has_the_same_blanks() -> None:
    assert [source for source, words in danish().items() if blanks(source) != blanks(words)] == []


def test_one_switch_changes_the_words(tongue: Tongue) -> None:
    assert tr("Rename") == "Omdøb"
    tongue.speak(Language.ENGLISH)
    assert tr("Rename") == "Rename"


def test_qts_own_words_are_danish_too(tongue: Tongue, qapp: QApplication) -> None:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", "") in ("Annuller", "Annullér")


def test_a_text_nobody_knows_stays_as_it_is(tongue: Tongue) -> None:
    assert QLabel(tr("Skrivemaskine 17")).text() == "Skrivemaskine 17"


def test_the_domains_sentences_are_in_both_languages() -> None:
    assert texts_in(Language.DANISH).sentence("ui.number.none") == "ingen"
    assert texts_in(Language.ENGLISH).sentence("ui.number.none") == "none"
