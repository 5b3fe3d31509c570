"""Names out of outline lines."""

import pytest

from sorstudio.formats.outline_titles import NAME_LIMIT, is_heading, is_page_line, owner_in, split_name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sundhedsplejen.", "Sundhedsplejen"),
        ("Pleje  og   omsorg", "Pleje og omsorg"),
        ("Sundhed:", "Sundhed"),
        ("Plejecenter ........ 14", "Plejecenter"),
        ("Aktivitet mv.", "Aktivitet mv."),
        ("Jobcenter. Indsatsen for ledige og sygemeldte borgere i Herlev.", "Jobcenter"),
        (
            "Administrere, drive og udvikle pædagogik og læring på dagtilbuds- og skoleområdet",
            "Administrere, drive og udvikle pædagogik og læring",
        ),
        (
            "Indsatser på sundhedsområder, fx forebyggelse, genoptræning og rehabilitering",
            "Indsatser på sundhedsområder, fx forebyggelse",
        ),
        ("x" * 70, "x" * 60),
    ],
)
def test_a_name_fits_and_ends_where_it_can(text: str, name: str) -> None:
    assert split_name(text)[0] == name


def test_what_was_cut_inside_a_sentence_is_kept_whole() -> None:
    text = "Drive og levere tilbud til særligt udsatte borgere inden for områderne sindslidelse og misbrug"
    assert split_name(text) == ("Drive og levere tilbud til særligt udsatte borgere", text)


def test_an_abbreviation_is_no_end_of_a_sentence() -> None:
    name, _ = split_name("Ydelser jf. Servicelovens bestemmelser om afløsning, aflastning og tabt arbejdsfortjeneste")
    assert name.startswith("Ydelser jf. Servicelovens")


@pytest.mark.parametrize("length", range(1, 140, 7))
def test_no_name_is_longer_than_sor_takes(length: int) -> None:
    assert 0 < len(split_name(("ord " * 40)[:length])[0]) <= NAME_LIMIT


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Høje-Taastrup Kommune", "Høje-Taastrup Kommune"),
        ("Københavns kommune", "Københavns Kommune"),
        ("Tabellen viser Københavns kommunes organisation", None),
        ("Den kommunale forvaltning", None),
    ],
)
def test_the_owner_is_found_in_a_title(text: str, owner: str | None) -> None:
    assert owner_in(text) == owner


def test_headings_and_page_numbers_are_told_from_units() -> None:
    assert [is_heading(text) for text in ("Bilag 2", "Opgaver under centrene:", "Lokalområde Amager")] == [
        True,
        True,
        False,
    ]
    assert [is_page_line(text) for text in ("Side 3 af 7", "12", "Side om side")] == [True, True, False]
