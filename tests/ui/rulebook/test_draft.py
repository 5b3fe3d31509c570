"""A rule book while a person changes it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sorstudio.model.errors import Unreadable
from sorstudio.rules.editions import read_edition
from sorstudio.rules.finding import Severity
from sorstudio.rules.parameters import BadParameter, ParamValue
from sorstudio.rules.rulebook import core_rules
from sorstudio.ui.rulebook.draft import Draft, as_value, as_words

WORD = st.text(
    st.characters(codec="utf-8", exclude_characters='="\n\r;\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029'), min_size=1
)
PLAIN = WORD.map(str.strip).filter(bool)


@given(words=st.lists(WORD.filter(lambda one: bool(one.strip())), unique=True))
def test_a_list_is_read_back_as_it_was_shown_with_the_blanks_at_the_ends(words: list[str]) -> None:
    assert as_value(as_words(tuple(words)), ()) == words


@given(table=st.dictionaries(PLAIN, st.lists(PLAIN, min_size=1).map(tuple), min_size=1))
def test_so_is_a_table(table: dict[str, tuple[str, ...]]) -> None:
    assert as_value(as_words(table), table) == {name: list(words) for name, words in table.items()}


@pytest.mark.parametrize("value", [7, 0.25, {"a": "b"}, "2027-01-01"])
def test_and_so_are_numbers_pairs_and_dates(value: ParamValue) -> None:
    assert as_value(as_words(value), value) == value


def test_a_line_without_an_equals_sign_is_no_pair() -> None:
    with pytest.raises(BadParameter):
        as_value("Hj.pl.", {"a": "b"})


def test_only_what_was_changed_is_written_and_reads_back() -> None:
    draft = Draft(core_rules())
    code = next(iter(draft.book.entries))
    draft.switch(code, False)
    draft.weigh(code, Severity.INFO)
    draft.call("Prøvestrup", "1", date(2026, 11, 23))
    assert draft.book.edition.publisher == ""
    assert draft.is_own(code)
    again = read_edition(draft.text(), "egen.toml", core_rules())
    assert draft.text().count("code = ") == 1
    assert (again.entries[code].is_on, again.edition.name) == (False, "Prøvestrup")
    draft.reset(code)
    assert not draft.is_own(code)


def test_a_value_that_the_check_cannot_use_leaves_the_old_one() -> None:
    draft = Draft(core_rules())
    code, name = next(
        (one.code, name)
        for one in draft.book.entries.values()
        for name, it in one.parameters.items()
        if type(it) is int
    )
    old = draft.book.entries[code].parameters[name]
    with pytest.raises(BadParameter):
        draft.set_parameter(code, name, "mange")
    assert draft.book.entries[code].parameters[name] == old
    draft.set_parameter(code, name, str(int(str(old)) + 1))
    assert draft.book.entries[code].parameters[name] == int(str(old)) + 1


def test_a_broken_file_changes_nothing() -> None:
    draft = Draft(core_rules())
    with pytest.raises(Unreadable):
        draft.take('[[rule]]\ncode = "SOR-001"\ncheck = "findes ikke"\n', "a.toml")
    assert draft.book is core_rules()
