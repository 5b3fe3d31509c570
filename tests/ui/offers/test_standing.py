"""How offers stand: nobody, somebody, several."""

from functools import partial

from sorstudio.model.edits import offers, units
from sorstudio.ui.editor import Editor
from sorstudio.ui.offers.standing import OfferRow, Standing, board, claim, matching
from tests.model.outline import key


def row(editor: Editor, code: str) -> OfferRow:
    return next(row for one in board(editor.plan, editor.texts) for row in one.rows if row.code == code)


def place(editor: Editor, offer: str, *names: str) -> None:
    for name in names:
        editor.do(partial(offers.place_offer, offers=[offer], unit=key(editor.plan, name)))


def typed(editor: Editor, type_: str, *names: str) -> None:
    for name in names:
        editor.do(partial(units.set_unit_type, unit=key(editor.plan, name), unit_type=type_))


def test_the_ten_headings_hold_the_whole_catalogue(editor: Editor) -> None:
    headings = board(editor.plan, editor.texts)
    assert len(headings) == 10
    assert sum(len(one.rows) for one in headings) == len(editor.plan.codes.offers)


def test_a_main_offer_without_a_provider_is_amber_and_a_part_of_one_is_not(editor: Editor) -> None:
    assert (row(editor, "hjemmesygepleje").standing, row(editor, "hjemmesygepleje").where) == (
        Standing.LACKING,
        "Ingen udfører",
    )
    assert row(editor, "sygeplejeklinik").standing is Standing.FREE


def test_a_placed_offer_names_its_unit(editor: Editor) -> None:
    place(editor, "hjemmesygepleje", "Hjemmesygepleje")
    assert (row(editor, "hjemmesygepleje").where, row(editor, "hjemmesygepleje").is_amber) == (
        "Tilbydes af Hjemmesygepleje",
        False,
    )


def test_units_of_one_type_share_an_offer_by_district(editor: Editor) -> None:
    typed(editor, "plejehjem", "Åkanden", "Solgården")
    place(editor, "plejehjem", "Åkanden", "Solgården")
    assert row(editor, "plejehjem").where == "Tilbydes af Åkanden, Solgården"
    assert not row(editor, "plejehjem").is_amber


def test_a_card_names_two_units_and_counts_the_rest_but_all_of_them_are_found(editor: Editor) -> None:
    names = ("Team Lind", "Team Birk", "Åkanden", "Solgården", "Tandplejen")
    typed(editor, "plejehjem", *names)
    place(editor, "plejehjem", *names)
    shown = row(editor, "plejehjem")
    assert shown.where == "Tilbydes af Team Lind, Team Birk +3"
    assert shown.whole == "Tilbydes af " + ", ".join(names)
    found = [one.code for heading in matching(board(editor.plan, editor.texts), "solgaarden") for one in heading.rows]
    assert found == ["plejehjem"]


def test_an_offer_that_nobody_misses_says_nothing(editor: Editor) -> None:
    assert (row(editor, "sygeplejeklinik").where, row(editor, "sygeplejeklinik").whole) == ("", "")


def test_units_of_different_types_claim_the_same(editor: Editor) -> None:
    typed(editor, "plejehjem", "Åkanden")
    typed(editor, "sygeplejeklinik", "Solgården")
    place(editor, "almen-genoptraening", "Åkanden", "Solgården")
    assert (row(editor, "almen-genoptraening").standing, row(editor, "almen-genoptraening").where) == (
        Standing.CLAIMED,
        "Tilbydes af flere: Åkanden, Solgården",
    )


def test_a_unit_and_the_one_above_it_claim_the_same(editor: Editor) -> None:
    typed(editor, "plejehjem", "Plejehjem", "Åkanden")
    keys = [key(editor.plan, name) for name in ("Plejehjem", "Åkanden")]
    assert claim(editor.plan.state(), keys)
    assert not claim(editor.plan.state(), keys[:1])


def test_own_offers_stand_under_their_heading_or_by_themselves(editor: Editor) -> None:
    editor.do(partial(offers.create_offer, name="Nattevagt", heading="aeldre-og-hjemmepleje"))
    editor.do(partial(offers.create_offer, name="Borgerservice"))
    headings = board(editor.plan, editor.texts)
    assert headings[0].rows[-1].name == "Nattevagt"
    assert [one.name for one in headings[-1].rows] == ["Borgerservice"]


def test_the_search_looks_in_offers_units_and_headings(editor: Editor) -> None:
    place(editor, "rygestop", "Åkanden")
    everything = board(editor.plan, editor.texts)
    assert [row.code for one in matching(everything, "aakanden") for row in one.rows] == ["rygestop"]
    assert len(matching(everything, "tandlæge")) >= 1
    assert matching(everything, "") == everything
