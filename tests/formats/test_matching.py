"""Which unit a proposed line already is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sorstudio.formats.matching import KnownUnit, Match, core, known_units, match, matches_in, plain, with_matches
from sorstudio.formats.proposal import ProposedUnit
from sorstudio.formats.proposal_guess import Decision
from sorstudio.model.records import UnitKind
from tests.model.outline import gln, key, plan


def line(place: int, title: str, parent: int | None = None, **more: str) -> ProposedUnit:
    return ProposedUnit(place, place + 1, title, Decision.UNIT, "proposal.default", UnitKind.OE, parent, **more)  # type: ignore[arg-type]


def unit(key: str, name: str, *path: str, **more: str) -> KnownUnit:
    return KnownUnit(key, name, path, **more)


def only(title: str, *names: str) -> Match | None:
    found = match([line(0, title)], [unit(str(at), name) for at, name in enumerate(names)])
    return found[0] if found else None


@pytest.mark.parametrize(
    ("title", "name", "reason"),
    [
        ("Ørestad Plejecenter", "ørestad  plejecenter", "match.same_name"),
        ("Hjemmepleje Nord gruppe 1", "Hj.pl. Nord gr. 1", "match.same_name"),
        ("Plejecentret Hørgården", "Hørgården", "match.same_core"),
        ("Hørgården", "Plejehjemmet Hoergaarden", "match.same_core"),
    ],
)
def test_one_name_written_in_two_ways_is_one_unit(title: str, name: str, reason: str) -> None:
    found = only(title, "Noget helt andet", name)
    assert found is not None
    assert (found.key, found.reason, found.is_doubtful) == ("1", reason, False)


def test_names_that_only_resemble_are_doubtful() -> None:
    found = only("Aktivitetscenter Sløjfen", "Aktivitetscentret Sløjen")
    assert found is not None
    assert found.is_doubtful


def test_names_that_do_not_resemble_are_no_match() -> None:
    assert only("Tandplejen", "Jobcenter", "Sundhedsplejen i skolerne") is None


def test_two_units_of_the_same_name_are_told_apart_by_their_parents() -> None:
    lines = [line(0, "Peder Lykke"), line(1, "Stuen", 0), line(2, "Højdevang"), line(3, "Stuen", 2)]
    units = [unit("a", "Stuen", "Kommunen", "Højdevang"), unit("b", "Stuen", "Kommunen", "Peder Lykke")]
    found = {one.place: one for one in match(lines, units)}
    assert (found[1].key, found[3].key) == ("b", "a")


def test_two_units_of_the_same_name_without_a_difference_are_doubtful() -> None:
    found = only("Stuen", "Stuen", "Stuen")
    assert found is not None
    assert (found.reason, found.is_doubtful) == ("match.ambiguous", True)


def test_an_identifier_leaves_no_doubt() -> None:
    units = [unit("a", "Pleje"), unit("b", "Helt andet navn", sor_id="311000016009")]
    assert match([line(0, "Pleje", sor_id="311000016009")], units) == (Match(0, "b", 100.0, "match.sor_id"),)


def test_what_is_no_unit_is_not_matched() -> None:
    offer = ProposedUnit(0, 1, "Pleje", Decision.OFFER, "proposal.benefit", UnitKind.OE)
    assert match([offer], [unit("a", "Pleje")]) == ()


def test_only_certain_matches_are_taken_over() -> None:
    lines = [line(0, "Pleje"), line(1, "Stuen")]
    units = [unit("a", "Pleje"), unit("b", "Stuen"), unit("c", "Stuen")]
    assert [one.matched_key for one in with_matches(lines, match(lines, units))] == ["a", None]


def test_abbreviations_are_written_out_and_common_words_left_out() -> None:
    assert (plain("Hj.spl. & adm."), core("Plejecenter Ålund")) == ("hjemmesygepleje og administration", "aalund")


NAMES = st.lists(
    st.sampled_from(["Stuen", "Team Nord", "Nord", "Plejecenter Nord", "Syd", "Team Syd", "Tand"]), max_size=8
)


@given(NAMES, NAMES)
def test_no_unit_and_no_line_is_matched_twice(titles: list[str], names: list[str]) -> None:
    lines = [line(at, title) for at, title in enumerate(titles)]
    found = match(lines, [unit(str(at), name) for at, name in enumerate(names)])
    assert len({one.place for one in found}) == len({one.key for one in found}) == len(found)


def test_a_line_finds_the_unit_of_the_plan_that_it_is() -> None:
    drawn = plan(f"Kommune\n  Sundhed [{gln(1)}]\n    Hjemmepleje Nord\n    Lukket hus (closed 2026-01-01)")
    lines = line(0, "Sundhed"), line(1, "Hjemmepleje Nord", 0), line(2, "Akutteam", 0)
    assert [found.key for found in matches_in(drawn, lines)] == [key(drawn, "Sundhed"), key(drawn, "Hjemmepleje Nord")]


def test_closed_units_are_not_offered() -> None:
    drawn = plan("Kommune\n  Sundhed\n    Nord (closed 2026-01-01)")
    assert [known.name for known in known_units(drawn)] == ["Kommune", "Sundhed"]
