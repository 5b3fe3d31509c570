"""Holes and remarks in words."""

from sorstudio.routing.question import Question
from sorstudio.ui.editor import Editor
from sorstudio.ui.reftable.listing import Listing
from sorstudio.ui.reftable.remark_rows import RemarkRows, together


def test_the_messages_of_one_offer_and_one_reason_stand_in_one_line(found: Listing, town_editor: Editor) -> None:
    holes = [one for one in found.remarks if one.code == "hole"]
    joined = together(holes)
    assert 0 < len(joined) < len(holes)
    several = next(one for one in joined if not isinstance(one.params["message"], str))
    rows = RemarkRows(joined, town_editor.texts)
    said = [row.sentence for group in rows.groups for row in group.rows]
    messages = several.params["message"]
    assert isinstance(messages, tuple)
    assert any(", ".join(messages) in one for one in said)
    assert sum(len(one.params["message"]) if isinstance(one.params["message"], tuple) else 1 for one in joined) == len(
        holes
    )


def test_each_group_is_of_one_weight_and_the_heaviest_come_first(found: Listing, town_editor: Editor) -> None:
    rows = RemarkRows(found.remarks, town_editor.texts)
    tokens = [group.head.sign.token for group in rows.groups]
    order = ["error", "warning", "info"]
    assert tokens == sorted(tokens, key=order.index)
    assert all({row.sign.token for row in group.rows} == {group.head.sign.token} for group in rows.groups)


def test_a_row_knows_what_a_sender_would_ask(found: Listing, town_editor: Editor) -> None:
    rows = RemarkRows(found.remarks, town_editor.texts)
    asked = {rows.question_of(row) for group in rows.groups for row in group.rows}
    assert Question(area="traening", message="GGOP") in asked or any(one.message == "GGOP" for one in asked)
    assert all(bool(one.area) is not bool(one.offer) for one in asked)
