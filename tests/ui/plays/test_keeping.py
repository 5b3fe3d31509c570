"""What is done with several plays at once."""

import pytest

from sorstudio.model.edits import closing
from sorstudio.model.edits.playing import keep_play
from sorstudio.model.errors import Refused
from sorstudio.model.plan import Plan
from sorstudio.ui.editor import Editor
from sorstudio.ui.plays.keeping import Keeper, drop_plays, hold_plays
from tests.model.outline import key


@pytest.fixture
def kept(small: Plan) -> Plan:
    for title in ("En", "To"):
        small.apply(keep_play(small, title, area="boernetandpleje", note="vigtig", unit=key(small, "Åkanden")))
    return small


def test_several_are_one_change_that_says_how_many(kept: Plan) -> None:
    change = kept.apply(hold_plays(kept, kept.state().plays(), must=False))
    assert (change.code, change.params) == ("play.changed_several", {"count": "2"})
    assert [(one.must, one.note) for one in kept.state().plays()] == [(False, "vigtig")] * 2
    change = kept.apply(drop_plays(kept, kept.state().plays()))
    assert change.code == "play.dropped_several"
    assert not kept.state().plays()


def test_one_keeps_its_own_words(kept: Plan) -> None:
    assert drop_plays(kept, kept.state().plays()[:1]).code == "play.dropped"


def test_what_is_so_already_changes_nothing(kept: Plan) -> None:
    with pytest.raises(Refused):
        hold_plays(kept, kept.state().plays(), must=True)


def test_a_play_may_expect_a_unit_that_is_gone(kept: Plan) -> None:
    at = key(kept, "Åkanden")
    kept.apply(closing.close(kept, at, with_below=True))
    kept.apply(hold_plays(kept, kept.state().plays(), must=False))
    assert {one.unit for one in kept.state().plays()} == {at}


def test_nothing_chosen_is_nothing_done(editor: Editor) -> None:
    keeper = Keeper(editor)
    keeper.keep([])
    keeper.drop([])
    keeper.hold([], must=True)
    assert editor.plan.journal.path() == ()
