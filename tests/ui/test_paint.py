"""The shared painters, looked at in grey."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPdfWriter
from PySide6.QtWidgets import QApplication

from sorstudio.ui import paint
from sorstudio.ui.paint import Ink
from sorstudio.ui.signs import ChangeSign, FindingSign, NumberSign
from sorstudio.ui.theme import Mode, Theme

AREA = QRectF(10, 10, 160, 24)


@pytest.fixture(autouse=True)
def _application(qapp: QApplication) -> None:
    """Fonts need an application."""


def painted(draw: Callable[[QPainter], object]) -> QImage:
    image = QImage(200, 44, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint.smooth(painter)
    draw(painter)
    painter.end()
    return image.convertToFormat(QImage.Format.Format_Grayscale8)


def is_blank(image: QImage, columns: range) -> bool:
    return all(image.pixelColor(x, y).lightness() > 250 for x in columns for y in range(image.height()))


BLANK = range(200)


def assert_all_different(images: list[QImage]) -> None:
    for number, image in enumerate(images):
        assert not is_blank(image, BLANK)
        assert image not in images[:number]


def test_findings_differ_by_shape() -> None:
    signs = [FindingSign.ERROR, FindingSign.WARNING, FindingSign.INFO]
    assert_all_different([painted(lambda p, s=s: paint.finding_mark(p, Theme(), s, QPointF(9, 9))) for s in signs])


def test_changes_differ_by_shape() -> None:
    signs = [sign for sign in ChangeSign if sign]
    assert_all_different([painted(lambda p, s=s: paint.change_mark(p, Theme(), s, QPointF(9, 9))) for s in signs])


def test_no_finding_and_no_change_paint_nothing() -> None:
    assert is_blank(painted(lambda p: paint.finding_mark(p, Theme(), FindingSign.NONE, QPointF(9, 9))), BLANK)
    assert is_blank(painted(lambda p: paint.change_mark(p, Theme(), ChangeSign.NONE, QPointF(9, 9))), BLANK)


def test_numbers_differ_by_their_dot() -> None:
    assert_all_different([painted(lambda p, s=s: paint.number_dot(p, Theme(), QPointF(20, 20), s)) for s in NumberSign])


def test_own_and_inherited_numbers_look_different_and_line_up() -> None:
    own, inherited = (
        painted(lambda p, s=s: paint.number_text(p, Theme(), AREA, "5790990001136", s))
        for s in (NumberSign.OWN, NumberSign.INHERITED)
    )
    assert own != inherited
    assert is_blank(own, range(10, 23))
    assert not is_blank(inherited, range(10, 23))


def test_a_long_name_stays_in_its_area() -> None:
    image = painted(lambda p: paint.text(p, Theme(), AREA, "Et meget langt navn " * 4))
    assert is_blank(image, range(172, 200))


def test_a_number_is_never_cut() -> None:
    narrow = QRectF(10, 10, 40, 24)
    image = painted(lambda p: paint.text(p, Theme(), narrow, "5790990001136", Ink(tabular=True)))
    assert not is_blank(image, range(60, 100))


def test_text_may_stand_at_the_right() -> None:
    image = painted(lambda p: paint.text(p, Theme(), AREA, "x", Ink(align=paint.RIGHT)))
    assert is_blank(image, range(150))
    assert not is_blank(image, range(155, 175))


def test_a_box_keeps_its_line_inside() -> None:
    image = painted(lambda p: paint.box(p, Theme(), AREA, line="text", width=2))
    assert is_blank(image, range(10))
    assert image.pixelColor(11, 20).lightness() < 60


def test_the_ring_leaves_a_gap() -> None:
    image = painted(lambda p: paint.ring(p, Theme(), AREA))
    assert image.pixelColor(9, 22).lightness() > 250
    assert image.pixelColor(7, 22).lightness() < 200


def test_own_and_inherited_pills_differ_without_colour() -> None:
    assert_all_different(
        [painted(lambda p, o=own: paint.pill(p, Theme(), AREA, "egen", "check", is_own=o)) for own in (True, False)]
    )


def test_a_badge_has_room_for_its_words() -> None:
    assert paint.badge_width(Theme(), "1234") > paint.badge_width(Theme(), "1")
    assert not is_blank(painted(lambda p: paint.badge(p, Theme(), AREA, "12")), BLANK)


@pytest.mark.parametrize(("mode", "is_lifted"), [(Mode.LIGHT, True), (Mode.DARK, False), (Mode.CONTRAST, False)])
def test_only_the_light_theme_has_shadows(mode: Mode, is_lifted: bool) -> None:
    image = painted(lambda p: paint.soft_shadow(p, Theme(mode), AREA, 8))
    untouched = painted(lambda _: None)
    assert (image != untouched) is is_lifted


def test_in_contrast_even_quiet_things_have_a_line() -> None:
    assert paint.quiet_line(Theme(Mode.CONTRAST)) == "line_control"
    assert paint.quiet_line(Theme()) == "line"


def test_the_dots_of_the_ground_move_with_the_picture() -> None:
    one, other = (
        painted(lambda p, x=x: paint.dot_grid(p, Theme(), QRectF(0, 0, 200, 44), QPointF(x, 0))) for x in (0, 7)
    )
    assert one != other


def test_a_number_can_be_copied_from_a_pdf(tmp_path: Path) -> None:
    paper = QPdfWriter(str(tmp_path / "a.pdf"))
    painter = QPainter(paper)
    paint.text(painter, Theme(), QRectF(100, 100, 4000, 400), "5790001234561", Ink(tabular=True))
    painter.end()
    assert "5790001234561" in PdfReader(tmp_path / "a.pdf").pages[0].extract_text()
