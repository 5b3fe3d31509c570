"""Names compared without regard to how they were typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sorstudio.model.codes import Region
from sorstudio.model.naming import fold


@pytest.mark.parametrize("text", ["Høje-Taastrup", "høje tåstrup", "HØJE_TAASTRUP", " Hoeje  Tåstrup "])
def test_one_name_in_many_spellings_folds_to_one(text: str) -> None:
    assert fold(text) == "hoeje taastrup"


@given(st.text("abcæøåÆØÅ -_"))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_a_name_is_danish_unless_english_is_asked_for() -> None:
    region = Region("1085", "Region Sjælland", "Region Zealand")
    assert (region.name(), region.name("en")) == ("Region Sjælland", "Region Zealand")
