"""Branches on the clipboard, and text from elsewhere as units to be."""

import pytest
from PySide6.QtCore import QMimeData

from sorstudio.model.edits.branches import Sprout
from sorstudio.model.errors import SorError
from sorstudio.model.plan import Plan
from sorstudio.ui.outline.clip import Clip, copied, packed, read_text, tops, unpacked
from tests.model.outline import key


def shape(sprouts: list[Sprout]) -> list[object]:
    return [(sprout.name, shape(list(sprout.below))) if sprout.below else sprout.name for sprout in sprouts]


def test_a_branch_travels_as_keys_as_indented_text_and_as_a_list(small: Plan) -> None:
    clip = Clip("plan", (key(small, "Hjemmesygepleje"),))
    data = packed(small.state(), clip)
    assert unpacked(data) == clip
    assert data.text() == "Hjemmesygepleje\n\tTeam Lind\n\tTeam Birk"
    assert data.html() == "<ul><li>Hjemmesygepleje<ul><li>Team Lind</li><li>Team Birk</li></ul></li></ul>"


def test_what_others_put_there_is_nothing_of_ours() -> None:
    assert unpacked(QMimeData()) is None


def test_only_the_topmost_are_taken_in_the_order_of_the_tree(small: Plan) -> None:
    chosen = [key(small, name) for name in ("Åkanden", "Team Lind", "Hjemmesygepleje")]
    assert tops(small.state(), chosen) == (key(small, "Hjemmesygepleje"), key(small, "Åkanden"))


def test_a_copy_keeps_that_a_number_is_inherited_but_no_number(small: Plan) -> None:
    (sprout,) = copied(small.state(), [key(small, "Hjemmesygepleje")])
    assert (sprout.inherits_number, [one.inherits_number for one in sprout.below]) == (False, [True, True])


@pytest.mark.parametrize(
    "text",
    [
        "Kultur\n\tBibliotek\n\tMuseum\nFritid",
        "Kultur\n    Bibliotek\n    Museum\nFritid",
        "1. Kultur\n1.1 Bibliotek\n1.2 Museum\n2. Fritid",
        "- Kultur\n  - Bibliotek\n  - Museum\n- Fritid",
        "•\tKultur\no\tBibliotek\no\tMuseum\n•\tFritid",
        "Kultur\t\r\n\tBibliotek\r\n\tMuseum\r\nFritid\t\r\n",
    ],
)
def test_indented_bulleted_and_numbered_text_is_read(text: str) -> None:
    assert shape(read_text(text)) == [("Kultur", ["Bibliotek", "Museum"]), "Fritid"]


def test_what_we_copied_is_read_back_the_same(small: Plan) -> None:
    state = small.state()
    data = packed(state, Clip("plan", (key(small, "Sundhed"),)))
    assert shape(read_text(data.text())) == shape(copied(state, [key(small, "Sundhed")]))


@pytest.mark.parametrize("text", ["", " \n ", "<html><body>Hej</body></html>\n<p>x</p>"])
def test_text_that_draws_no_tree_is_refused_with_a_reason(text: str) -> None:
    with pytest.raises(SorError):
        read_text(text)
