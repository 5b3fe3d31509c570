"""The standard set is whole, over all headings and areas, and says what is wrong with a file."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from sorstudio.model.codes import Category
from sorstudio.model.errors import Unreadable
from sorstudio.model.texts import Texts
from sorstudio.resources import code_lists, texts
from sorstudio.routing.answer import Reason
from sorstudio.routing.play_set import StandardPlay, read_plays, standard_play, standard_plays
from sorstudio.routing.question import Question, Sender

CODES = code_lists()
GOOD = 'code = "a"\ntitle_da = "A"\ntitle_en = "A"\nsender = "gp"\narea = "ppr"\n'
TYPES = 'types = ["correspondence"]\n'


def written(tmp_path: Path, *plays: str) -> Path:
    file = tmp_path / "plays.toml"
    file.write_text("".join(f"[[play]]\n{one}\n" for one in plays), "utf-8")
    return file


def areas_of(plays: tuple[StandardPlay, ...]) -> set[str | None]:
    return {one.at for one in plays}


def test_there_are_several_under_each_of_the_ten_headings_in_their_order() -> None:
    counts = Counter(one.heading for one in standard_plays())
    assert list(counts) == [one.code for one in CODES.headings]
    assert len(standard_plays()) >= 45
    assert min(counts.values()) >= 3


def test_every_area_has_one() -> None:
    assert areas_of(standard_plays()) == {one.code for one in CODES.areas}


def test_every_kind_of_sender_asks() -> None:
    assert {one.question.sender for one in standard_plays()} == set(Sender)


def test_every_play_has_its_own_title_in_both_languages() -> None:
    for language in ("da", "en"):
        titles = [one.name(language) for one in standard_plays()]
        assert len(set(titles)) == len(titles)


def test_the_expected_types_are_received_in_the_area() -> None:
    for one in standard_plays():
        area = CODES.area(one.at or "")
        assert area is not None
        assert set(one.types) <= set(area.receives), one.code


def test_a_named_message_is_the_expected_one() -> None:
    named = [one for one in standard_plays() if one.question.message and one.reason is None]
    assert named
    assert all(one.types == (one.question.message,) for one in named)


@pytest.mark.parametrize("rule", ["R1", "R2", "R3", "R4"])
def test_the_four_context_rules_are_played(rule: str) -> None:
    assert any(rule in one.source for one in standard_plays())


@pytest.mark.parametrize(
    ("area", "type_"),
    [
        ("akutfunktion", "XREF22"),
        ("sundhedspleje", "XDIS32"),
        ("traening", "GGOP"),
        ("sygehusadvis", "FDIS20"),
        ("hjemmesygepleje", "XDIS21"),
        ("hjemmesygepleje", "XDIS19"),
        ("hjemmesygepleje", "XDIS18"),
        ("forebyggelse", "XREF15"),
        ("telemedicin", "XREF01"),
        ("telemedicin", "REF01"),
        ("forebyggelse", "BIN02"),
        ("hjemmesygepleje", "FDIS91"),
    ],
)
def test_every_line_of_the_order_of_decisions_has_a_receiver(area: str, type_: str) -> None:
    assert any(one.at == area and type_ in one.types for one in standard_plays())


@pytest.mark.parametrize(
    ("message", "reason"),
    [
        ("DDB", Reason.NOT_BY_NUMBER),
        ("PRE60", Reason.NUMBER_LACKS_TYPE),
        ("XDIS16", Reason.NUMBER_LACKS_TYPE),
        ("XDIS15", Reason.NUMBER_LACKS_TYPE),
        ("GGOP", Reason.WRONG_AREA),
    ],
)
def test_what_must_not_go_there_has_its_reason(message: str, reason: Reason) -> None:
    assert any(one.question.message == message and one.reason is reason for one in standard_plays())


@pytest.mark.parametrize("category", [one for one in CODES.categories if one.areas], ids=lambda one: str(one.code))
def test_every_category_that_leads_to_the_municipality_is_played(category: Category) -> None:
    found = [one for one in standard_plays() if one.category == category.code]
    assert found
    for one in found:
        assert "FDIS91" in one.types
        assert one.at in category.areas


def test_a_play_is_found_by_its_code() -> None:
    found = standard_play("genoptraeningsplan")
    assert found is not None
    assert found.question == Question(area="traening", sender=Sender.HOSPITAL)
    assert standard_play("gone") is None


def test_a_play_is_read_whole(tmp_path: Path) -> None:
    text = 'code = "a"\ntitle_da = "D"\ntitle_en = "E"\nmessage = "GGOP"\nday = 2027-01-01\nat = "traening"\n'
    (found,) = read_plays(written(tmp_path, text + 'types = ["GGOP"]\nsource = "R2; GOP"\n'), CODES)
    assert found.question == Question(message="GGOP", day=date(2027, 1, 1))
    assert (found.name("da"), found.name("en"), found.source) == ("D", "E", ("R2", "GOP"))
    assert (found.types, found.at, found.heading) == (("GGOP",), "traening", "traening-og-rehabilitering")


@pytest.mark.parametrize(
    ("play", "what", "word"),
    [
        (GOOD.replace("ppr", "hospital") + TYPES, "plays.unknown", "hospital"),
        (GOOD.replace('"gp"', '"doctor"') + TYPES, "plays.unknown", "doctor"),
        (GOOD + 'offer = "dans"\n' + TYPES, "plays.no_such_offer", "dans"),
        (GOOD + 'message = "XREF99"\n' + TYPES, "plays.no_such_type", "XREF99"),
        (GOOD + 'category = "rocketry"\n' + TYPES, "plays.no_such_category", "rocketry"),
        (GOOD + 'types = ["ggop"]\n', "plays.no_such_type", "ggop"),
        (GOOD + 'types = "GGOP"\n', "plays.no_list", "types"),
        (GOOD + 'reason = "tired"\n', "plays.unknown", "tired"),
        (GOOD + 'reason = "no_unit"\n' + TYPES, "plays.no_expectation", "types"),
        (GOOD, "plays.no_expectation", "reason"),
        (GOOD + 'day = "2027-01-01"\n' + TYPES, "plays.no_day", "2027-01-01"),
        (GOOD + 'colour = "red"\n' + TYPES, "plays.field_unknown", "colour"),
        (GOOD.replace('title_en = "A"\n', "") + TYPES, "plays.no_text", "title_en"),
        (GOOD.replace('area = "ppr"\n', 'message = "GGOP"\n') + TYPES, "plays.no_area", "at"),
    ],
)
def test_a_mistake_is_told_with_its_place(tmp_path: Path, play: str, what: str, word: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_plays(written(tmp_path, play), CODES)
    assert caught.value.params["what"] == what
    said = Texts(texts("da"), "da").sentence(caught.value.code, caught.value.params)
    assert "»a«" in said
    assert word in said
    assert "{" not in said


def test_the_same_code_twice_is_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(Unreadable) as caught:
        read_plays(written(tmp_path, GOOD + TYPES, GOOD + TYPES), CODES)
    assert caught.value.params["what"] == "plays.twice"


@pytest.mark.parametrize(
    ("content", "what"),
    [(b"[[play", "plays.no_toml"), (b"\xff\xfe", "plays.no_toml"), (b"play = 3", "plays.no_tables")],
)
def test_what_is_no_file_of_plays_is_told(tmp_path: Path, content: bytes, what: str) -> None:
    file = tmp_path / "plays.toml"
    file.write_bytes(content)
    with pytest.raises(Unreadable) as caught:
        read_plays(file, CODES)
    assert caught.value.params["what"] == what


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(Unreadable) as caught:
        read_plays(tmp_path / "none.toml", CODES)
    assert caught.value.params["what"] == "plays.file_missing"
