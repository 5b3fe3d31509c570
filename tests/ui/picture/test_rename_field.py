"""The field over a card, beside a canvas alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from sorstudio.ui.outline.reason_card import ReasonCard
from sorstudio.ui.picture.canvas import Canvas
from sorstudio.ui.picture.rename_field import RenameField


def not_pelle(_key: str, name: str) -> str | None:
    return "Pelle er ikke et navn." if name == "Pelle" else None


@pytest.fixture
def given() -> list[tuple[str, str]]:
    return []


@pytest.fixture
def field(canvas: Canvas, given: list[tuple[str, str]]) -> RenameField:
    return RenameField(canvas, not_pelle, lambda key, name: given.append((key, name)))


def test_enter_gives_the_name(field: RenameField, given: list[tuple[str, str]]) -> None:
    field.ask("Akut")
    QTest.keyClicks(field, "Akutteam")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert given == [("Akut", "Akutteam")]


def test_the_same_name_is_no_change(field: RenameField, given: list[tuple[str, str]]) -> None:
    field.ask("Akut")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert given == []


def test_the_reason_stands_below_the_field(field: RenameField, canvas: Canvas, given: list[tuple[str, str]]) -> None:
    field.ask("Akut")
    QTest.keyClicks(field, "Pelle")
    QTest.keyClick(field, Qt.Key.Key_Return)
    (reason,) = canvas.findChildren(ReasonCard)
    assert (reason.words, reason.isVisible(), given) == ("Pelle er ikke et navn.", True, [])
    assert reason.y() >= field.geometry().bottom()


def test_a_folded_unit_is_found_first(field: RenameField, canvas: Canvas) -> None:
    canvas.set_folded(frozenset({"Nord"}))
    field.ask("Team Lind")
    assert canvas.stage.visible.place_of("Team Lind") >= 0
    assert field.isVisible()
