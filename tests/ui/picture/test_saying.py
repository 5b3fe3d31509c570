"""The picture in words."""

import pytest
from PySide6.QtCore import QPointF, QSizeF

from sorstudio.ui.picture.saying import hint, spoken
from sorstudio.ui.picture.stage import Stage
from sorstudio.ui.picture.words import Words
from tests.ui.picture.sample import picture


def test_the_last_chosen_unit_is_spoken() -> None:
    assert spoken(Words(), picture(), ("PPR", "Nord")) == "Nord er valgt. 2 enheder under."


@pytest.mark.parametrize("selection", [(), ("not there",)])
def test_without_a_choice_the_ways_about_are_told(selection: tuple[str, ...]) -> None:
    assert "Piletasterne" in spoken(Words(), picture(), selection)


def test_the_hint_has_everything_in_full() -> None:
    stage = Stage()
    stage.resize(QSizeF(800, 600))
    stage.set_data(picture("Hjemmesygeplejen", types=["Hjemmesygepleje"], numbers=["5790990001136"]))
    middle = stage.view.rect(stage.scene.box(0)).center()
    assert hint(Words(), stage, middle) == "Hjemmesygeplejen\nHjemmesygepleje\n5790990001136"
    assert hint(Words(), stage, QPointF(1, 1)) == ""
