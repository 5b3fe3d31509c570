"""Where a drop would go, and why it may not."""

import pytest

from sorstudio.ui.editor import Editor
from sorstudio.ui.outline.drops import Carried, Drops, Zone, carried_in
from sorstudio.ui.outline.model import OutlineModel
from sorstudio.ui.picture import mime
from tests.model.outline import key


@pytest.fixture
def model(editor: Editor) -> OutlineModel:
    made = OutlineModel(editor)
    made.open_all()
    return made


@pytest.fixture
def drops(editor: Editor, model: OutlineModel) -> Drops:
    return Drops(editor, model)


def test_onto_a_row_means_below_that_unit(drops: Drops, model: OutlineModel, editor: Editor) -> None:
    lind, home = key(editor.plan, "Team Lind"), key(editor.plan, "Plejehjem")
    drop = drops.target(Carried((lind,)), model.row(home), Zone.ONTO)
    assert (drop.parent, drop.before) == (home, None)


def test_above_a_row_means_ahead_of_it_under_the_same_parent(drops: Drops, model: OutlineModel, editor: Editor) -> None:
    drop = drops.target(Carried((key(editor.plan, "Team Lind"),)), model.row(key(editor.plan, "Solgården")), Zone.ABOVE)
    assert (drop.parent, drop.before) == (key(editor.plan, "Plejehjem"), key(editor.plan, "Solgården"))


def test_below_an_open_branch_means_first_in_it(drops: Drops, model: OutlineModel, editor: Editor) -> None:
    drop = drops.target(Carried((key(editor.plan, "Team Lind"),)), model.row(key(editor.plan, "Plejehjem")), Zone.BELOW)
    assert (drop.parent, drop.before, drop.depth) == (key(editor.plan, "Plejehjem"), key(editor.plan, "Åkanden"), 3)


def test_an_offer_always_goes_onto_the_unit(drops: Drops, model: OutlineModel, editor: Editor) -> None:
    drop = drops.target(Carried(offers=("x",)), 3, Zone.ABOVE)
    assert (drop.parent, drop.zone) == (model.key(3), Zone.ONTO)


def test_the_reason_is_asked_once_until_the_plan_changes(drops: Drops, model: OutlineModel, editor: Editor) -> None:
    sundhed, lind = key(editor.plan, "Sundhed"), key(editor.plan, "Team Lind")
    drop = drops.target(Carried((sundhed,)), model.row(lind), Zone.ONTO)
    first = drops.objection(drop)
    assert first == drops.objection(drop)
    assert first is not None
    assert "Sundhed" in first


def test_only_our_own_things_are_carried() -> None:
    assert carried_in(mime.pack(mime.UNITS, ["a", "b"])) == Carried(("a", "b"))
    assert carried_in(mime.pack(mime.OFFERS, ["o"])) == Carried(offers=("o",))
    assert carried_in(mime.pack("text/x-other", ["o"])) is None
