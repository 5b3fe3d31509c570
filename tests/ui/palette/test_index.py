"""What is found, and in which order."""

import time

from sorstudio.ui.palette.index import MOST, Entry, Index, Sort


def unit(words: str, also: str = "") -> Entry:
    return Entry(Sort.UNIT, words, words, also=also)


def found(words: str, *entries: Entry) -> list[str]:
    return [entry.words for entry in Index(entries).find(words)]


def test_the_whole_name_stands_before_its_beginning_and_that_before_a_word() -> None:
    assert found("nord", unit("Plejehjem Nord"), unit("Nordby"), unit("Nord")) == ["Nord", "Nordby", "Plejehjem Nord"]


def test_words_stand_in_any_order_and_in_any_spelling_of_the_danish_letters() -> None:
    assert found("soe aaby", unit("Åby Sø"), unit("Åby")) == ["Åby Sø"]


def test_what_else_an_entry_is_known_by_finds_it() -> None:
    assert found("5790", unit("Nord", "5790000000001"), unit("Syd")) == ["Nord"]


def test_many_units_do_not_hide_the_one_act() -> None:
    entries = [unit(f"Flytning {number}") for number in range(50)]
    names = found("fly", *entries, Entry(Sort.ACT, "Flyt til", "move"))
    assert names.count("Flyt til") == 1
    assert len(names) == MOST[Sort.UNIT] + 1


def test_near_misses_come_last_and_only_where_little_is_found() -> None:
    assert found("plejehjm", unit("Plejehjem"), unit("Skole")) == ["Plejehjem"]
    assert found("xy", unit("Plejehjem")) == []


def test_nothing_is_found_by_nothing() -> None:
    assert found("  ", unit("Nord")) == []


def test_a_key_costs_little_among_five_thousand() -> None:
    words = ("Hjemmepleje", "Plejecenter", "Team", "Sundhedshus", "Botilbud")
    index = Index(unit(f"{words[number % 5]} {number}", str(number)) for number in range(5000))
    index.find("plejecnter")
    times = []
    for typed in ("p", "pl", "ple", "plejec", "plejecenter 41", "plejecnter 41", "zzzzzz"):
        start = time.perf_counter()
        index.find(typed)
        times.append(time.perf_counter() - start)
    assert max(times) < 0.1
