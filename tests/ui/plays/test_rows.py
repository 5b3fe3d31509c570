"""The rows of the plays."""

from functools import partial

from sorstudio.model.edits.playing import keep_play
from sorstudio.routing.play_set import standard_plays
from sorstudio.ui.editor import Editor
from sorstudio.ui.plays.rows import OWN, Kind, play_all, play_groups, row_key, sign
from sorstudio.ui.translate import Tongue
from tests.model.outline import key


def test_the_standard_set_stands_under_its_headings_in_their_order(editor: Editor, tongue: Tongue) -> None:
    groups = play_groups(play_all(editor.plan), Kind.ALL, editor.texts)
    headings = [f"heading:{one.code}" for one in editor.plan.codes.headings]
    shown = [group.head.key for group in groups]
    assert all(" består" in group.head.detail for group in groups if group.head.sign.token == "new")
    assert shown == [one for one in headings if one in shown]
    assert sum(len(group.rows) for group in groups) == len(standard_plays())


def test_a_sign_says_whether_it_keeps_the_request(editor: Editor, tongue: Tongue) -> None:
    at = key(editor.plan, "Åkanden")
    fields = {"area": "boernetandpleje", "sender": "gp", "unit": at}
    editor.do(partial(keep_play, title="skal", must=True, **fields))
    editor.do(partial(keep_play, title="må", must=False, **fields))
    played = play_all(editor.plan)
    must, may = played.own
    assert sign(must, editor.texts).token == "error"
    assert sign(may, editor.texts).token == "warning"
    rows = play_groups(played, Kind.OWN, editor.texts)[0]
    assert rows.head.key == OWN
    assert rows.head.detail == ""
    assert rows.rows[1].detail.startswith("må gerne fejle · ")
    assert "ikke bestået" in rows.rows[0].whole


def test_what_is_kept_is_not_kept_again(editor: Editor, tongue: Tongue) -> None:
    standard = standard_plays()[0]
    editor.do(partial(keep_play, title="min", area="hjemmesygepleje", standard=standard.code))
    played = play_all(editor.plan)
    assert played.kept == {standard.code}
    assert not played.can_be_kept(played.by_key[f"standard:{standard.code}"])
    assert not played.can_be_kept(played.own[0])
    assert all(row_key(one) in played.by_key for one in played.keepable())
