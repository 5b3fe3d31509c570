"""The way of the plan into the picture."""

from datetime import date
from functools import partial

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sorstudio.model.edits import closing, numbers, offers, units
from sorstudio.model.plan import Effect
from sorstudio.model.records import NumberState, Unit, UnitKind
from sorstudio.ui.editor import Editor, Make
from sorstudio.ui.feed import Feed, age_in_years, first_folds, picture_data, touched_units
from sorstudio.ui.picture.canvas import Canvas
from sorstudio.ui.picture.detail import Detail
from sorstudio.ui.signs import ChangeSign, FindingSign, NumberSign
from sorstudio.ui.theme import Look
from tests.model.outline import gln, key


def test_the_picture_shows_the_tree_with_its_signs(editor: Editor) -> None:
    editor.do(partial(units.rename, unit=key(editor.plan, "Åkanden"), name="Åen"))
    data = picture_data(editor, {key(editor.plan, "Åen"): FindingSign.ERROR})
    row = data.index[key(editor.plan, "Åen")]
    assert data.size == 10
    assert (data.changes[row], data.findings[row]) == (ChangeSign.CHANGED, FindingSign.ERROR)
    assert data.number_signs[data.index[key(editor.plan, "Team Lind")]] == NumberSign.INHERITED


def test_an_effect_reaches_the_canvas(editor: Editor, look: Look, qtbot: QtBot) -> None:
    canvas = Canvas(look)
    qtbot.addWidget(canvas)
    feed = Feed(editor, canvas)
    feed.refresh()
    editor.do(partial(units.create, parent=key(editor.plan, "Plejehjem"), name="Ny"))
    qtbot.waitUntil(lambda: "Ny" in canvas.stage.data.names)


def test_at_first_only_so_much_is_open_as_can_be_read(editor: Editor) -> None:
    data = picture_data(editor, {})
    assert first_folds(data, room=2) == {key(editor.plan, name) for name in ("Sundhed", "Børn og Unge")}
    assert first_folds(data, room=3) == {key(editor.plan, name) for name in ("Hjemmesygepleje", "Plejehjem")}
    assert first_folds(data, room=24) == frozenset()


ACTS: list[tuple[str, Make]] = [
    ("rename", lambda plan: units.rename(plan, key(plan, "Åkanden"), "Åen")),
    ("type", lambda plan: units.set_unit_type(plan, key(plan, "Åkanden"), plan.codes.unit_types[0].code)),
    ("offer", lambda plan: offers.place_offer(plan, [plan.codes.offers[0].code], key(plan, "Åkanden"))),
    ("close", lambda plan: closing.close(plan, key(plan, "Åkanden"))),
    ("move", lambda plan: units.move(plan, [key(plan, "Åkanden")], key(plan, "Børn og Unge"))),
    ("number", lambda plan: numbers.set_location_number(plan, key(plan, "Hjemmesygepleje"), NumberState.OWN, gln(77))),
    ("none", lambda plan: numbers.set_location_number(plan, key(plan, "Sundhed"), NumberState.NONE)),
]


@pytest.mark.parametrize(("name", "make"), ACTS, ids=[name for name, _ in ACTS])
def test_reading_only_what_was_touched_gives_the_whole_picture(
    editor: Editor, look: Look, qtbot: QtBot, name: str, make: Make
) -> None:
    canvas = Canvas(look)
    qtbot.addWidget(canvas)
    feed = Feed(editor, canvas)
    feed.refresh()
    for step in (lambda: editor.do(make), editor.undo, editor.redo):
        with qtbot.waitSignal(canvas.view_changed):
            step()
        drawn, wanted = canvas.stage.data, picture_data(editor, {})
        assert (drawn.keys, drawn.names, drawn.types) == (wanted.keys, wanted.names, wanted.types)
        assert (drawn.areas, drawn.old_names) == (wanted.areas, wanted.old_names)
        assert (drawn.numbers, drawn.number_givers) == (wanted.numbers, wanted.number_givers)
        for column in ("changes", "number_signs", "offers", "received", "sent", "type_missing", "findings"):
            assert getattr(drawn, column).tolist() == getattr(wanted, column).tolist()


@pytest.mark.parametrize(("name", "make"), ACTS, ids=[name for name, _ in ACTS])
def test_what_is_on_the_screen_after_an_act_is_what_a_picture_made_whole_shows(
    editor: Editor, look: Look, qtbot: QtBot, name: str, make: Make
) -> None:
    canvas = Canvas(look)
    qtbot.addWidget(canvas)
    canvas.resize(1200, 800)
    feed = Feed(editor, canvas)
    editor.do(partial(offers.place_offer, offers=[editor.plan.codes.offers[1].code], unit=key(editor.plan, "Åkanden")))
    feed.refresh()
    canvas.zoom_to(Detail.NEAR)
    canvas.show()
    qtbot.waitExposed(canvas)
    canvas.repaint()
    canvas.repaint()
    for step in (lambda: editor.do(make), editor.undo, editor.redo):
        with qtbot.waitSignal(canvas.view_changed):
            step()
        QApplication.processEvents()
        on_screen = seen(canvas)
        canvas.set_data(picture_data(editor, {}))
        assert on_screen in (painted(canvas), painted(canvas)), "the first frame has no shadows yet"


def seen(canvas: Canvas) -> QImage:
    return canvas.screen().grabWindow(canvas.winId()).toImage()


def painted(canvas: Canvas) -> QImage:
    canvas.repaint()
    return seen(canvas)


def test_a_finding_alone_is_drawn_too(editor: Editor, look: Look, qtbot: QtBot) -> None:
    canvas = Canvas(look)
    qtbot.addWidget(canvas)
    feed = Feed(editor, canvas)
    feed.refresh()
    unit = key(editor.plan, "Åkanden")
    for findings in ({unit: FindingSign.ERROR}, {}):
        with qtbot.waitSignal(canvas.view_changed):
            feed.set_findings(findings)
        data = canvas.stage.data
        assert data.findings[data.index[unit]] == findings.get(unit, FindingSign.NONE)


def test_a_rename_touches_one_unit_and_a_number_perhaps_all(editor: Editor) -> None:
    effects: list[Effect] = []
    editor.effect.connect(effects.append)
    editor.do(ACTS[0][1])
    editor.do(ACTS[5][1])
    assert [touched_units(effect) for effect in effects] == [{key(editor.plan, "Åen")}, None]


def test_a_moved_unit_leaves_a_ghost_at_its_old_place(editor: Editor) -> None:
    moved = key(editor.plan, "Team Lind")
    editor.do(partial(units.move, units=[moved], parent=key(editor.plan, "Plejehjem")))
    data = picture_data(editor, {}, shows_changes=True)
    (ghost,) = data.ghosts
    siblings = [data.names[row] for row in data.children_of(data.index[key(editor.plan, "Hjemmesygepleje")])]
    assert data.ghosts[ghost] == moved
    assert siblings == ["Team Lind", "Team Birk"]
    assert picture_data(editor, {}).ghosts == {}


def test_a_ghost_below_a_unit_does_not_count(editor: Editor) -> None:
    editor.do(partial(units.move, units=[key(editor.plan, "Team Birk")], parent=key(editor.plan, "Plejehjem")))
    data = picture_data(editor, {}, shows_changes=True)
    assert data.below[data.index[key(editor.plan, "Hjemmesygepleje")]] == 1


def test_a_renamed_unit_keeps_its_old_name_beside_the_new_one(editor: Editor) -> None:
    renamed = key(editor.plan, "Åkanden")
    editor.do(partial(units.rename, unit=renamed, name="Åen"))
    assert picture_data(editor, {}, shows_changes=True).old_names == {renamed: "Åkanden"}
    assert picture_data(editor, {}).old_names == {}


def test_changes_are_shown_and_hidden_and_undone(editor: Editor, look: Look, qtbot: QtBot) -> None:
    canvas = Canvas(look)
    qtbot.addWidget(canvas)
    feed = Feed(editor, canvas)
    feed.set_shows_changes(True)
    editor.do(partial(units.move, units=[key(editor.plan, "Åkanden")], parent=key(editor.plan, "Børn og Unge")))
    qtbot.waitUntil(lambda: len(canvas.stage.data.ghosts) == 1)
    editor.undo()
    qtbot.waitUntil(lambda: not canvas.stage.data.ghosts)


def test_the_area_comes_from_the_type(editor: Editor) -> None:
    area = next(one for one in editor.plan.codes.areas if one.unit_types)
    editor.do(partial(units.set_unit_type, unit=key(editor.plan, "Åkanden"), unit_type=area.unit_types[0]))
    data = picture_data(editor, {})
    assert data.areas[data.index[key(editor.plan, "Åkanden")]] == area.name_da


@pytest.mark.parametrize(
    ("since", "years"), [(date(2024, 7, 2), 1), (date(2024, 6, 30), 2), (date(2026, 9, 1), 0), (None, -1)]
)
def test_the_age_counts_from_the_last_alteration(since: date | None, years: int) -> None:
    unit = Unit("u", UnitKind.OE, "Akut", valid_from=since, first_from=None)
    assert age_in_years(unit, date(2026, 7, 1)) == years
