"""Steps from unit to unit."""

import pytest

from sorstudio.ui.picture.arrays import EMPTY, visible_part
from sorstudio.ui.picture.walk import Step, walked
from tests.ui.picture.sample import picture


@pytest.mark.parametrize(
    ("key", "step", "expected"),
    [
        ("Kommune", Step.IN, "Sundhed"),
        ("Nord", Step.OUT, "Sundhed"),
        ("Akut", Step.NEXT, "PPR"),
        ("PPR", Step.NEXT, "PPR"),
        ("Syd", Step.BEFORE, "Nord"),
        ("Nord", Step.BEFORE, "Nord"),
        ("Akut", Step.FIRST, "Nord"),
        ("Nord", Step.LAST, "Akut"),
        ("Kommune", Step.OUT, "Kommune"),
        ("Kommune", Step.LAST, "Kommune"),
        ("PPR", Step.IN, "PPR"),
        ("not there", Step.NEXT, "Kommune"),
    ],
)
def test_a_step(key: str, step: Step, expected: str) -> None:
    assert walked(visible_part(picture(), frozenset()), key, step) == expected


def test_there_is_nowhere_to_walk_in_an_empty_picture() -> None:
    assert walked(visible_part(EMPTY, frozenset()), "", Step.IN) == ""
