"""The words in the picture."""

import pytest

from sorstudio.resources import texts
from sorstudio.ui.picture.words import Words


def test_danish_comes_first() -> None:
    assert Words()("picture.change.new") == "Ny"


def test_english_can_be_chosen() -> None:
    assert Words("en")("picture.colour_by", by="Type") == "Colour: Type"


@pytest.mark.parametrize("code", [code for code in texts("da") if code.startswith("picture.")])
def test_every_word_is_there_in_both_languages(code: str) -> None:
    assert texts("en")[code].count("{") == texts("da")[code].count("{")
