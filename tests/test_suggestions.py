"""Suggested unit types measured on a real municipality."""

from pathlib import Path

import pytest

from benchmarks.suggestions import Score, measure, municipality
from sorstudio.resources import code_lists

AARHUS = Path(__file__).parents[2] / "shared" / "domain" / "data" / "eer" / "aarhus-kommune.csv"


def score(*, alone: bool) -> Score:
    if not AARHUS.exists():
        pytest.skip("the register file of Aarhus is not here")
    codes = code_lists()
    return measure(municipality(AARHUS, codes), codes, alone=alone)


def test_hidden_types_of_aarhus_are_found_again() -> None:
    found = score(alone=False)
    assert found.precision >= 0.97
    assert found.coverage >= 0.85


def test_names_alone_are_seldom_wrong() -> None:
    found = score(alone=True)
    assert found.precision >= 0.97
    assert found.coverage >= 0.6
