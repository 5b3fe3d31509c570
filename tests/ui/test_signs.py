"""The signs and their tokens."""

import pytest

from sorstudio.ui.signs import CHANGE_TOKEN, FINDING_TOKEN, ChangeSign, FindingSign
from sorstudio.ui.theme import Mode, Theme


@pytest.mark.parametrize("mode", list(Mode))
@pytest.mark.parametrize("token", [*CHANGE_TOKEN.values(), *FINDING_TOKEN.values()])
def test_every_sign_has_its_colours(mode: Mode, token: str) -> None:
    theme = Theme(mode)
    assert theme.color(token).isValid()
    assert theme.color(f"{token}_soft").isValid()


def test_nothing_to_say_has_no_token() -> None:
    assert ChangeSign.NONE not in CHANGE_TOKEN
    assert FindingSign.NONE not in FINDING_TOKEN


def test_the_graver_finding_is_the_greater_one() -> None:
    assert max(FindingSign.INFO, FindingSign.ERROR, FindingSign.WARNING) is FindingSign.ERROR
