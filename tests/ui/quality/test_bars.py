"""The bars of the parts."""

import pytest

from sorstudio.model.texts import Texts
from sorstudio.resources import texts
from sorstudio.rules.quality import PartScore, Score
from sorstudio.rules.telling import Telling
from sorstudio.ui.quality.bars import PartBars
from sorstudio.ui.theme import Theme

pytestmark = pytest.mark.usefixtures("qapp")
TELLING = Telling(Texts(texts("da"), "da"))


def score(value: float | None, unjudged: int = 0) -> Score:
    return Score("a", "Nord", value, (PartScore("names", value, 3, unjudged),))


def test_each_bar_says_its_number_and_its_word(theme: Theme) -> None:
    bars = PartBars(theme)
    bars.show_score(score(80.0), score(95.0, 2), TELLING)
    assert bars.accessibleName() == "Navne: 80,0 → 95,0, god, kan ikke vurderes (2)"


def test_what_has_not_changed_is_said_once(theme: Theme) -> None:
    bars = PartBars(theme)
    bars.show_score(score(95.0), score(95.0), TELLING)
    assert bars.accessibleName() == "Navne: 95,0, god"


def test_what_cannot_be_judged_has_no_number(theme: Theme) -> None:
    bars = PartBars(theme)
    bars.show_score(score(None), score(None), TELLING)
    assert bars.accessibleName() == "Navne: kan ikke vurderes"
    assert bars.bars[0].score is None
