"""The fields of an act are what they should be, or a refusal says which one is not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from sorstudio.model.edits.act import Act, date_of, flag_of, number_of, optional_text, text_of, texts_of, wording_of
from tests.model.refusing import refused


def act(**fields: object) -> Act:
    return Act("rename", fields)


def test_each_field_is_read_as_what_it_is() -> None:
    found = act(name=" Nord ", blank="", units=["a", "b"], unit="a", flag=True, day="2027-01-01", none=None)
    assert (text_of(found, "name"), wording_of(found, "blank"), optional_text(found, "blank")) == (" Nord ", "", None)
    assert (texts_of(found, "units"), texts_of(found, "unit"), texts_of(found, "missing")) == (["a", "b"], ["a"], [])
    assert (flag_of(found, "flag"), flag_of(found, "missing")) == (True, False)
    assert (flag_of(found, "missing", unsaid=True), flag_of(act(no=False), "no", unsaid=True)) == (True, False)
    assert (number_of(act(days=3), "days"), number_of(found, "none"), number_of(found, "missing")) == (3, None, None)
    assert (date_of(found, "day"), date_of(found, "none"), date_of(found, "missing")) == (date(2027, 1, 1), None, None)


@pytest.mark.parametrize(
    ("reader", "value", "code"),
    [
        (text_of, " ", "act.field_type"),
        (text_of, None, "act.field_missing"),
        (wording_of, 7, "act.field_type"),
        (optional_text, 7, "act.field_type"),
        (texts_of, [1], "act.field_type"),
        (flag_of, "ja", "act.field_type"),
        (number_of, "3", "act.field_type"),
        (number_of, True, "act.field_type"),
        (number_of, 3.5, "act.field_type"),
        (date_of, "i morgen", "act.date"),
    ],
)
def test_what_is_something_else_is_refused(reader: Callable[[Act, str], object], value: object, code: str) -> None:
    with refused(code):
        reader(act(x=value), "x")


def test_every_act_has_a_new_key_for_what_it_makes() -> None:
    assert act().new_key != act().new_key
