"""Errors carry a code and parameters, which are what a log shows."""

from __future__ import annotations

import pytest

from sorstudio.model.errors import Conflict, Refused, SorError, TooNew, Unreadable, Unusable


@pytest.mark.parametrize("kind", [Refused, Conflict, Unreadable, TooNew, Unusable])
def test_everything_a_person_can_act_on_is_one_family(kind: type[SorError]) -> None:
    with pytest.raises(SorError) as caught:
        raise kind("a.code", unit="Nord")
    assert (caught.value.code, caught.value.params) == ("a.code", {"unit": "Nord"})


def test_a_log_shows_code_and_parameters() -> None:
    assert str(Refused("a.code", unit="Nord")) == "a.code {'unit': 'Nord'}"


def test_a_log_shows_the_bare_code_where_there_is_nothing_more() -> None:
    assert str(Refused("a.code")) == "a.code"
