from sorstudio.rules.name_style import Habit, habits_of, learned, municipality_of, style_of, suffix_in, suffixes
from tests.model.outline import plan


def test_the_municipality_is_read_from_its_owner() -> None:
    assert municipality_of("Københavns Kommune") == "København"
    assert municipality_of("Horsens Kommune") == "Horsens"


def test_the_shared_word_comes_first_or_last_with_what_stands_between() -> None:
    assert habits_of(["Plejehjem Hasle", "Plejehjem Egå", "Plejehjem Viby"]) == (Habit("Plejehjem"),)
    assert habits_of(["Hasle, Plejehjem", "Egå, Plejehjem", "Viby, Plejehjem"])[0].joined("Tilst") == "Tilst, Plejehjem"
    assert habits_of(["Plejehjem Hasle", "Egely"]) == ()


def test_the_most_common_way_to_add_the_municipality_is_learned() -> None:
    style = learned(plan("Elbæk Kommune\n  Pleje, Elbæk\n    Nord Elbæk\n    Syd, Elbæk").state())
    assert (style.municipality, style.suffix) == ("Elbæk", ", Elbæk")
    assert suffix_in("Syd, Elbæk Kommune", suffixes("Elbæk")) == ", Elbæk Kommune"


def test_words_take_the_form_that_the_municipality_uses() -> None:
    style = learned(plan("Kommune\n  Hjemmeplejen Syd\n    Hjemmeplejen Nord").state())
    assert style.form("hjemmepleje") == "hjemmeplejen"
    assert style.form("sygepleje") == "sygepleje"
    assert style.completion("hjemmep") == "hjemmeplejen"


def test_a_state_is_learned_once() -> None:
    state = plan("Kommune\n  Sundhed").state()
    assert style_of(state) is style_of(state)
