"""The entries of the palette as the plan and the window stand now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtGui import QAction, QKeySequence

from sorstudio.model.edits.settings import SETTINGS
from sorstudio.ui.editor import Editor
from sorstudio.ui.help.guide import headings
from sorstudio.ui.palette.index import Entry, Sort
from sorstudio.ui.translate import tr

BETWEEN = " › "
ON_THE_DATE_BAR = "working_date"


def entries(editor: Editor, acts: Mapping[str, QAction]) -> Iterator[Entry]:
    """Every unit, act, offer, setting and chapter."""
    yield from _units(editor)
    yield from _acts(acts)
    yield from _offers(editor)
    for name in (one for one in SETTINGS if one != ON_THE_DATE_BAR):
        words = editor.texts.value(f"word.setting.{name}")
        yield Entry(Sort.SETTING, words[:1].upper() + words[1:], name, tr("Plan setting"))
    for heading in headings():
        yield Entry(Sort.HELP, heading, heading, tr("User guide"))


def _units(editor: Editor) -> Iterator[Entry]:
    """In the order of the tree, each with the names above it."""
    state = editor.state()
    above: list[str] = []
    for depth, unit in state.walk():
        del above[depth - 1 :]
        number = state.number_of(unit.key)
        also = " ".join(filter(None, (unit.sor_id, number.gln if number else None)))
        yield Entry(Sort.UNIT, unit.name, unit.key, BETWEEN.join(above[-2:]), also)
        above.append(unit.name)


def _acts(acts: Mapping[str, QAction]) -> Iterator[Entry]:
    for name, act in acts.items():
        keys = act.shortcut().toString(QKeySequence.SequenceFormat.NativeText).replace("+", " ")
        yield Entry(Sort.ACT, _plain(act), name, keys)


def _offers(editor: Editor) -> Iterator[Entry]:
    language, codes = editor.texts.language, editor.plan.codes
    for one in codes.offers:
        yield Entry(Sort.OFFER, one.name(language), one.code, tr("Place the offer on the chosen unit"))
    for own in editor.state().offers():
        yield Entry(Sort.OFFER, own.name, own.key, tr("Place the offer on the chosen unit"))


def _plain(act: QAction) -> str:
    return act.text().replace("&", "").rstrip("… ")
