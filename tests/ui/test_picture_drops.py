"""What a drop on the picture means."""

from sorstudio.ui.editor import Editor
from sorstudio.ui.picture_drops import PictureDrops
from tests.model.outline import key


def test_asking_changes_nothing_and_letting_go_does(editor: Editor) -> None:
    drops = PictureDrops(editor)
    lind, home = key(editor.plan, "Team Lind"), key(editor.plan, "Plejehjem")
    assert drops.may_move((lind,), home) is None
    assert editor.plan.head is None
    drops.move((lind,), home)
    assert editor.plan.state().units[lind].parent == home


def test_a_unit_may_not_go_below_itself(editor: Editor) -> None:
    sundhed, lind = key(editor.plan, "Sundhed"), key(editor.plan, "Team Lind")
    assert "Sundhed" in str(PictureDrops(editor).may_move((sundhed,), lind))


def test_an_offer_is_placed_once(editor: Editor) -> None:
    drops = PictureDrops(editor)
    offer, unit = editor.plan.codes.offers[0].code, key(editor.plan, "Åkanden")
    drops.place((offer,), unit)
    assert editor.selection == (unit,)
    assert drops.may_place((offer,), unit) is not None
