"""The clues of suggested types."""

from sorstudio.model.type_clues import InName, TypeClues, TypeWord, bare
from sorstudio.resources import code_lists

CLUES = TypeClues(
    words=(
        TypeWord("pleje", "care", is_sure=False),
        TypeWord("plejehjem", "home"),
        TypeWord(" klub ", "club"),
    ),
    safe_from=0.87,
    measured=frozenset({"home"}),
)


def test_sure_words_come_before_likely_ones() -> None:
    assert CLUES.in_name("PLEJEHJEM-Åsen") == (InName("plejehjem", "home", True), InName("pleje", "care", False))


def test_a_blank_asks_for_the_end_of_a_word() -> None:
    assert CLUES.in_name("Den grønne klub") == (InName("klub", "club", True),)
    assert CLUES.in_name("Klubben") == ()


def test_only_measured_types_of_enough_confidence_are_safe() -> None:
    assert CLUES.is_safe("home", 0.87)
    assert not CLUES.is_safe("home", 0.86)
    assert not CLUES.is_safe("club", 0.99)


def test_marks_in_names_are_blanks_but_abbreviations_stay() -> None:
    assert bare("Hj.pl. (Nord) & Syd") == " hj.pl. nord & syd "


def test_every_clue_that_is_shipped_names_a_type_and_a_message_of_the_lists() -> None:
    lists = code_lists()
    clues = lists.type_clues
    told = {*clues.below, *clues.nested, *clues.measured, *(one for types in clues.below.values() for one in types)}
    assert all(lists.unit_type(code) for code in told)
    assert all(lists.message_type(code) for code in clues.messages)
