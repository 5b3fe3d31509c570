"""Which lines of the changes are shown."""

from functools import partial

import pytest

from sorstudio.model.edits import units
from sorstudio.requests.line import Addressee, Line
from sorstudio.requests.lines import change_lines
from sorstudio.ui.changes.filtering import LineFilter, has_words, stands_in
from sorstudio.ui.editor import Editor
from tests.model.outline import key


@pytest.fixture
def line(editor: Editor) -> Line:
    editor.do(partial(units.rename, unit=key(editor.plan, "Åkanden"), name="Åen"))
    return change_lines(editor.plan)[0]


def keeps(wanted: LineFilter, line: Line, editor: Editor) -> bool:
    return wanted.keeps(line, "Åkanden skal hedde Åen.", editor.plan.state())


@pytest.mark.parametrize(("words", "found"), [("aaen hedde", True), ("ÅEN", True), ("åen børn", False), ("", True)])
def test_every_word_must_be_there_in_any_order_and_spelling(words: str, found: bool) -> None:
    assert has_words(words, "Åkanden skal hedde Åen.") is found


def test_an_envelope_keeps_its_own(line: Line, editor: Editor) -> None:
    assert keeps(LineFilter(envelopes=(Addressee.MUNICIPALITY,)), line, editor)
    assert not keeps(LineFilter(envelopes=(Addressee.MEDCOM,)), line, editor)


def test_a_branch_keeps_what_stands_in_it(line: Line, editor: Editor) -> None:
    assert keeps(LineFilter(branch=key(editor.plan, "Sundhed")), line, editor)
    assert not keeps(LineFilter(branch=key(editor.plan, "Børn og Unge")), line, editor)


def test_acts_keep_the_lines_that_they_made(line: Line, editor: Editor) -> None:
    assert keeps(LineFilter(acts=frozenset({str(editor.plan.head)})), line, editor)
    assert not keeps(LineFilter(acts=frozenset({"another"})), line, editor)


def test_what_is_not_in_the_tree_stands_in_no_branch(editor: Editor) -> None:
    assert not stands_in(editor.plan.state(), "gone", key(editor.plan, "Sundhed"))
