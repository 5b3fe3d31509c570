"""Everything that a plan holds comes back from JSON as it went in."""

import json
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sorstudio.model.change import Change, Edit, EditAct, FieldEdit, created
from sorstudio.model.records import (
    CLASS_OF,
    UNKNOWN,
    Address,
    Contact,
    MessageCapability,
    NumberState,
    Record,
    RecordKind,
    Unit,
    UnitKind,
    Value,
)
from sorstudio.storage.codec import (
    decode_change,
    decode_record,
    decode_value,
    encode_change,
    encode_record,
    encode_value,
    to_text,
)

words = st.text(max_size=12)
addresses = st.builds(Address, street=st.none() | words, postcode=st.none() | words)
contacts = st.builds(Contact, phone=st.none() | words)
values: st.SearchStrategy[Value] = st.one_of(
    st.none(), st.just(UNKNOWN), words, st.booleans(), st.integers(), st.floats(allow_nan=False),
    st.dates(), st.datetimes(), addresses, contacts,
)  # fmt: skip
records = st.sampled_from(list(CLASS_OF.values())).flatmap(st.from_type)
kind_of = {block: kind for kind, block in CLASS_OF.items()}


def carrying(inner: st.SearchStrategy[Change]) -> st.SearchStrategy[Change]:
    return st.builds(Change, words, words, carried=st.lists(inner, max_size=2).map(tuple))


edits = records.map(lambda record: created(kind_of[type(record)], record))
changes = st.recursive(
    st.builds(
        Change,
        id=words,
        code=words,
        edits=st.lists(edits, max_size=2).map(tuple),
        params=st.dictionaries(words, words, max_size=2),
        day=st.none() | st.dates(),
        reason=st.none() | words.filter(bool),
        author=words,
        time=st.none() | st.datetimes(),
        follows=st.lists(words, max_size=2).map(tuple),
        baseline=st.none() | words.filter(bool),
    ),
    carrying,
    max_leaves=4,
)


@given(values)
def test_a_value_comes_back(value: Value) -> None:
    again = decode_value(json.loads(to_text(encode_value(value))))
    assert (again, type(again)) == (value, type(value))


@given(records)
def test_a_record_comes_back(record: Record) -> None:
    again = decode_record(kind_of[type(record)], record.key, json.loads(to_text(encode_record(record))))
    assert again == record


@given(changes)
def test_a_change_comes_back(change: Change) -> None:
    assert decode_change(json.loads(to_text(encode_change(change)))) == change


def test_a_closed_list_comes_back_as_its_member() -> None:
    unit = Unit("u", UnitKind.OE, "U", number_state=NumberState.INHERITED)
    again = decode_record(RecordKind.UNIT, "u", json.loads(to_text(encode_record(unit))))
    assert isinstance(again, Unit)
    assert again.number_state is NumberState.INHERITED


def test_an_edited_closed_list_comes_back_as_its_member() -> None:
    edit = Edit(RecordKind.UNIT, "u", EditAct.UPDATE, (FieldEdit("number_state", NumberState.NONE, NumberState.OWN),))
    again = decode_change(json.loads(to_text(encode_change(Change("c", "x", (edit,))))))
    assert again.edits[0].fields[0].after is NumberState.OWN


def test_unknown_and_empty_stay_apart() -> None:
    content = encode_record(Unit("u", UnitKind.OE, "U", cvr=UNKNOWN, shak=None))
    again = decode_record(RecordKind.UNIT, "u", content)
    assert isinstance(again, Unit)
    assert (again.cvr, again.shak) == (UNKNOWN, None)


def test_a_field_of_a_newer_program_is_left_alone() -> None:
    content = {**encode_record(Unit("u", UnitKind.OE, "U")), "colour": "red"}
    assert decode_record(RecordKind.UNIT, "u", content) == Unit("u", UnitKind.OE, "U")


def test_unknown_is_written_as_such_in_a_change() -> None:
    assert encode_value(UNKNOWN) == {"unknown": True}


@pytest.mark.parametrize("moment", [date(2026, 1, 2), datetime(2026, 1, 2, 3, 4)])
def test_a_day_and_a_time_stay_apart(moment: date) -> None:
    assert type(decode_value(encode_value(moment))) is type(moment)


def test_half_a_surrogate_pair_can_be_written() -> None:
    text = to_text({"name": "\ud800"})
    assert text.encode("utf-8") == b'{"name":"\\ud800"}'


def test_danish_letters_stay_readable_in_the_file() -> None:
    assert "Æblegården" in to_text("Æblegården")


def test_every_kind_of_record_is_covered() -> None:
    assert set(kind_of) == set(CLASS_OF.values())
    assert MessageCapability in kind_of
