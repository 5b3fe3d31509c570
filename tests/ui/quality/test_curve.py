"""The curve and its words."""

from pytestqt.qtbot import QtBot

from sorstudio.ui.quality.curve import Curve, TrendCurve
from sorstudio.ui.theme import Mode, Theme


def test_two_scores_are_drawn_and_told(theme: Theme, qtbot: QtBot) -> None:
    curve = TrendCurve(theme)
    qtbot.addWidget(curve)
    curve.show_curve(Curve((90.0, None, 95.0), ("0", "1", "2"), "Handling nr.", "fra 90 til 95"))
    assert curve.words.text() == curve.plot.accessibleName() == "fra 90 til 95"
    (line,) = curve.plot.listDataItems()
    assert [list(values) for values in line.getData()] == [[0, 2], [90.0, 95.0]]
    assert curve.plot.getAxis("bottom").labelText == "Handling nr."
    curve.set_theme(Theme(Mode.DARK))
    assert len(curve.plot.listDataItems()) == 1


def test_one_score_is_no_curve(theme: Theme, qtbot: QtBot) -> None:
    curve = TrendCurve(theme)
    qtbot.addWidget(curve)
    curve.show_curve(Curve((90.0,), ("0",), "Handling nr.", "ingen handlinger"))
    assert curve.plot is None
    assert curve.words.text() == "ingen handlinger"
