"""The column heads."""

from sorstudio.ui.outline.header import OutlineHeader
from sorstudio.ui.outline.view import OutlineView
from sorstudio.ui.theme import Mode, Theme


def test_the_heads_are_painted_over_their_columns(view: OutlineView) -> None:
    header = view.header()
    assert isinstance(header, OutlineHeader)
    image = header.grab().toImage()
    marks = [
        x for x in range(header.width()) for y in range(4, header.height() - 4) if image.pixelColor(x, y).value() < 160
    ]
    assert min(marks) >= 28


def test_the_heads_grow_with_the_text(view: OutlineView) -> None:
    small = view.header().height()
    view.set_theme(Theme(Mode.LIGHT, 2.0))
    assert view.header().height() == 2 * small
