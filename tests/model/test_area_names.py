import pytest

from sorstudio.model.area_names import AreaNames
from sorstudio.resources import code_lists


def test_a_word_is_found_however_it_is_typed() -> None:
    names = AreaNames([("genoptræn", "traening")])
    assert names.find("GENOPTRAENINGEN Nord") == names.find("Genoptræningen Nord") == ("traening",)
    assert names.find("Team Nord") == ()


def test_blanks_ask_for_the_ends_of_words() -> None:
    names = AreaNames([(" ppr", "ppr")])
    assert names.find("Team PPR Nord") == ("ppr",)
    assert names.find("Skoppron") == ()


def test_the_narrow_area_wins_over_the_wide_one() -> None:
    assert code_lists().area_names.find("Akutteam, hjemmesygeplejen") == ("akutfunktion",)
    assert code_lists().area_names.find("Hjemmesygeplejen Nord") == ("hjemmesygepleje",)


@pytest.mark.parametrize(
    ("name", "area"),
    [
        ("Børne- og Ungetandplejen", "boernetandpleje"),
        ("Tandplejen Nord", "boernetandpleje"),
        ("Socialtandplejen", "voksentandpleje"),
        ("Center for Psykosocial Udvikling", "socialpsykiatri"),
        ("Center for Rusmidler", "misbrug"),
        ("Rehabiliteringsteam, Jobcenter Syd", "jobcenter"),
        ("Familiehuset", "boernfamilie"),
        ("Visitation af hjælpemidler", "hjaelpemidler"),
        ("Hjerneskadekoordinator", "koordination"),
        ("Plejeboligerne Skovbo", "plejehjem"),
        ("Udegruppe Vest", "hjemmepleje"),
        ("Børneterapien", "traening"),
    ],
)
def test_names_as_municipalities_use_them_speak_of_their_area(name: str, area: str) -> None:
    assert code_lists().area_names.find(name) == (area,)


def test_names_of_whole_administrations_speak_of_no_area() -> None:
    found = {name: code_lists().area_names.find(name) for name in ("Ældre og Sundhed", "Børn og Unge", "Staben")}
    assert not any(found.values())
