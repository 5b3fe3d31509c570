"""Reading an organisation written as text."""

from contextlib import suppress
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sorstudio.formats.outline import Outline, decode_outline, parents, parse_outline, read_outline
from sorstudio.formats.problems import UnreadableFile

ANNEXES = Path(__file__).parents[3] / "shared" / "domain" / "annexes.txt"


def drawn(outline: Outline) -> list[str]:
    return ["  " * line.depth + line.title for line in outline.lines]


def read(text: str, owner: str | None = None) -> list[str]:
    return drawn(parse_outline(text, "plan.txt", owner))


def refusal(text: str) -> str:
    with pytest.raises(UnreadableFile) as caught:
        parse_outline(text, "plan.txt")
    return caught.value.problems[0].code


TREE = ["Sundhed", "  Pleje", "    Team Nord", "    Team Syd", "  Tandpleje", "Social"]


@pytest.mark.parametrize(
    "text",
    [
        "Sundhed\n\tPleje\n\t\tTeam Nord\n\t\tTeam Syd\n\tTandpleje\nSocial",
        "Sundhed\n  Pleje\n    Team Nord\n    Team Syd\n  Tandpleje\nSocial",
        "Sundhed\n   Pleje\n        Team Nord\n       Team Syd\n  Tandpleje\nSocial",
        "1. Sundhed\n1.1. Pleje\n1.1.1. Team Nord\n1.1.2. Team Syd\n1.2. Tandpleje\n2. Social",
        "1 Sundhed\n1.1 Pleje\n1.1.1 Team Nord\n1.1.2 Team Syd\n1.2 Tandpleje\n2 Social",
        "1. Sundhed\n1.1 Pleje\n\n 1.1.1 Team Nord\n1.1.2 Team Syd\n\n\n   1.2 Tandpleje\n2.Social",
        "1.0 Sundhed\n1.1 Pleje\n1.1.1 Team Nord\n1.1.2 Team Syd\n1.2 Tandpleje\n2.0 Social",
        "1) Sundhed\n  a) Pleje\n    i) Team Nord\n    ii) Team Syd\n  b) Tandpleje\n2) Social",
        "1. Sundhed\na. Pleje\ni. Team Nord\nii. Team Syd\nb. Tandpleje\n2. Social",
        "A. Sundhed\n1. Pleje\na. Team Nord\nb. Team Syd\n2. Tandpleje\nB. Social",
        "I. Sundhed\nA. Pleje\n1. Team Nord\n2. Team Syd\nB. Tandpleje\nII. Social",
        "- Sundhed\n  - Pleje\n    - Team Nord\n    - Team Syd\n  - Tandpleje\n- Social",
        "* Sundhed\n\t* Pleje\n\t\t* Team Nord\n\t\t* Team Syd\n\t* Tandpleje\n* Social",
        "• Sundhed\n– Pleje\n* Team Nord\n* Team Syd\n– Tandpleje\n• Social",
        "\uf0b7 Sundhed\no Pleje\n\uf0a7 Team Nord\n\uf0a7 Team Syd\no Tandpleje\n\uf0b7 Social",
        "# Sundhed\n## Pleje\n### Team Nord\n### Team Syd\n## Tandpleje\n# Social",
        "Sundhed\n- Pleje\n  - Team Nord\n  - Team Syd\n- Tandpleje\nSocial",
        "1. Sundhed\n  - Pleje\n    - Team Nord\n    - Team Syd\n  - Tandpleje\n2. Social",
        "1. Sundhed\n   Pleje\n      Team Nord\n      Team Syd\n   Tandpleje\n2. Social",
        "Sundhed\r\n\tPleje\r\n\t\tTeam Nord\r\n\t\tTeam Syd\r\n\tTandpleje\r\nSocial\r\n",
        "Herlev Kommune\n\tSundhed\n\t\tPleje\n\t\t\tTeam Nord\n\t\t\tTeam Syd\n\t\tTandpleje\n\tSocial",
        "Herlev Kommune\nSundhed\n\tPleje\n\t\tTeam Nord\n\t\tTeam Syd\n\tTandpleje\nSocial",
        "Herlev Kommune\n1. Sundhed\n1.1. Pleje\n1.1.1. Team Nord\n1.1.2. Team Syd\n1.2. Tandpleje\n2. Social",
        "1. Herlev Kommune\n1.1 Sundhed\n1.1.1 Pleje\n1.1.1.1 Team Nord\n1.1.1.2 Team Syd\n1.1.2 Tandpleje\n1.2 Social",
    ],
)
def test_every_way_of_drawing_a_tree_gives_the_same_tree(text: str) -> None:
    assert read(text) == TREE


def test_numbering_may_begin_deep_down() -> None:
    assert read("4.2.1. Amager\n4.2.1.1. Sløjfen\n4.2.1.2. Bomi-parken\n4.3. Tand") == [
        "Amager",
        "  Sløjfen",
        "  Bomi-parken",
        "Tand",
    ]


def test_a_number_that_belongs_to_the_name_stays_in_it() -> None:
    text = "4. Social\n4.1. 5 lokalområder\n4.2. 1. sal, nat og sygepleje\n4.3. 2 – 6. sal"
    assert read(text) == ["Social", "  5 lokalområder", "  1. sal, nat og sygepleje", "  2 – 6. sal"]


def test_the_letter_i_after_h_is_no_roman_number() -> None:
    text = "1. Alt\n" + "\n".join(f"{letter}. Team {letter.upper()}" for letter in "abcdefghij")
    assert read(text)[-2:] == ["  Team I", "  Team J"]


def test_a_roman_list_opens_below_a_letter() -> None:
    text = "1. Center\na. Tilbud\ni. Hørkær\nii. Caféen\niii. Huset\niv. Fire\nv. Fem\nb. Andet"
    assert read(text) == [
        "Center",
        "  Tilbud",
        "    Hørkær",
        "    Caféen",
        "    Huset",
        "    Fire",
        "    Fem",
        "  Andet",
    ]


def test_a_wrapped_line_is_joined_to_the_one_above() -> None:
    text = "1. Center\na. Indsatser på sundhedsområder og \n\nrehabilitering.\nb. Tandplejen."
    assert read(text) == ["Center", "  Indsatser på sundhedsområder og rehabilitering", "  Tandplejen"]


def test_a_word_broken_by_the_page_is_whole_again() -> None:
    assert read("1. Center for genop-\ntræning\n2. Dagtilbuds-\nog skoleområdet") == [
        "Center for genoptræning",
        "Dagtilbuds- og skoleområdet",
    ]


def test_a_heading_between_two_numbered_lists_is_their_parent() -> None:
    assert read("Sundhed\n1. Pleje\n2. Tand\nSocial\n1. Bosted\n2. Støtte") == [
        "Sundhed",
        "  Pleje",
        "  Tand",
        "Social",
        "  Bosted",
        "  Støtte",
    ]


def test_a_sentence_after_a_full_stop_becomes_the_note() -> None:
    text = "1. Center\na. Borgerservice. Samlet indgang til en lang række af kommunens tilbud og ydelser"
    line = parse_outline(text, "plan.txt").lines[1]
    assert (line.title, line.note) == (
        "Borgerservice",
        "Samlet indgang til en lang række af kommunens tilbud og ydelser",
    )


@pytest.mark.parametrize(
    ("title", "owner"),
    [
        ("Herlev Kommune", "Herlev Kommune"),
        ("Den kommunale organisation - Herlev Kommune", "Herlev Kommune"),
        ("Organisationsplan for Faaborg-Midtfyn kommune:", "Faaborg-Midtfyn Kommune"),
        ("Region Hovedstaden", "Region Hovedstaden"),
        ("Organisation 2026", None),
    ],
)
def test_the_title_names_the_owner(title: str, owner: str | None) -> None:
    outline = parse_outline(f"{title}\n\n1. Sundhed\n2. Social\n", "plan.txt")
    assert (outline.owner, len(outline.lines)) == (owner, 2)


def test_lines_keep_their_place_in_the_file() -> None:
    outline = parse_outline("Herlev Kommune\n\n1. Sundhed\n\n1.1. Pleje\n", "plan.txt")
    assert [line.line for line in outline.lines] == [3, 5]


def test_page_numbers_are_no_units() -> None:
    assert read("1. Sundhed\nSide 1 af 2\n1.1. Pleje\n\n2\n2. Social") == ["Sundhed", "  Pleje", "Social"]


def test_a_page_header_that_comes_again_is_left_out() -> None:
    assert read("Herlev Kommune\n1. Sundhed\n1.1. Pleje\nHerlev Kommune\n2. Social") == ["Sundhed", "  Pleje", "Social"]


def test_a_paragraph_between_the_lists_is_kept_aside() -> None:
    text = "1. Sundhed\n1.1. Pleje\n\nTabellen viser organisationen\n\n\uf0b7 5 plejehjem\n\uf0b7 1 sundhedshus"
    outline = parse_outline(text, "plan.txt")
    assert drawn(outline) == ["Sundhed", "  Pleje"]
    assert [left.line for left in outline.left_out] == [4, 6, 7]


TWO = "Greve Kommune\n1. Sundhed\n2. Social\nSolrød Kommune\n1. Pleje\n2. Skole"


def test_two_owners_are_refused_with_the_line_of_the_second() -> None:
    with pytest.raises(UnreadableFile) as caught:
        parse_outline(TWO, "plan.txt")
    (problem,) = caught.value.problems
    assert (problem.code, problem.line, problem.value) == ("outline.two_owners", 4, "Solrød Kommune")


@pytest.mark.parametrize("owner", ["Solrød Kommune", "Solrød", "solrød kommune"])
def test_one_of_two_owners_can_be_picked(owner: str) -> None:
    assert read(TWO, owner) == ["Pleje", "Skole"]


def test_an_owner_that_no_title_names_is_refused() -> None:
    with pytest.raises(UnreadableFile, match=r"file\.problems"):
        parse_outline(TWO, "plan.txt", "Køge Kommune")


def test_an_owner_may_be_given_for_a_text_without_title() -> None:
    assert read("1. Sundhed\n2. Social", "Køge Kommune") == ["Sundhed", "Social"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "outline.empty"),
        (" \n\t\n", "outline.empty"),
        ("Sundhed", "outline.single_line"),
        ("Bilag 1\nHerlev Kommune", "outline.single_line"),
        ("<?xml version='1.0'?>\n<a>\n</a>", "outline.markup"),
        ("<html>\n<body>Sundhed</body>\n</html>", "outline.markup"),
        ('{"resourceType": "Bundle",\n"type": "collection"}', "outline.markup"),
        ('[\n{"a": 1},\n{"a": 2}\n]', "outline.markup"),
        ("{\\rtf1\\ansi\nSundhed\n}", "outline.markup"),
        ("%PDF-1.7\n%âãÏÓ\n", "outline.markup"),
        ("Titel\n<p>Sundhed</p>\n<p>Social</p>", "outline.markup"),
        ("Sund\x00hed\nSocial", "outline.binary"),
        ("SorId;Navn;Parent\n1;A;\n2;B;1", "outline.table"),
        ("Der er en lang forklaring. " * 6 + "\n" + "Og den bliver bare ved og ved. " * 6, "outline.prose"),
        ("a\n" * 20_001, "outline.too_long"),
    ],
)
def test_what_is_no_outline_is_refused_with_the_reason(text: str, code: str) -> None:
    assert refusal(text) == code


def test_western_and_utf16_files_keep_their_letters() -> None:
    text = "Sundhed på øen\n\tPleje og ældre\n"
    assert [decode_outline(text.encode(name), "f") for name in ("utf-8-sig", "cp1252", "utf-16")] == [text] * 3


def test_a_binary_file_is_refused() -> None:
    with pytest.raises(UnreadableFile):
        read_outline(bytes(range(256)) * 10, "billede.png")


def test_a_huge_file_is_refused_before_it_is_read() -> None:
    with pytest.raises(UnreadableFile):
        read_outline(b"a\n" * 3_000_000, "stor.txt")


def test_parents_are_found_by_place() -> None:
    assert parents(parse_outline("A\n\tB\n\t\tC\n\tD\nE", "f").lines) == [None, 0, 1, 0, None]


@pytest.mark.skipif(not ANNEXES.exists(), reason="the founding note's annexes are not here")
@pytest.mark.parametrize(("owner", "count", "deepest"), [("Københavns Kommune", 58, 4), ("Herlev Kommune", 37, 2)])
def test_the_annexes_of_the_founding_note_are_read(owner: str, count: int, deepest: int) -> None:
    outline = parse_outline(ANNEXES.read_text("utf-8"), "annexes.txt", owner)
    assert outline.owner == owner
    assert (len(outline.lines), max(line.depth for line in outline.lines)) == (count, deepest)


def test_lines_of_signs_only_are_no_units() -> None:
    assert read("Sundhed\n-------\n\tPleje\n***\nSocial") == ["Sundhed", "  Pleje", "Social"]


PIECES = [
    *"aiVx.()12 -*•#\t\n§;",
    "\n1. ",
    "\na. ",
    "\nii. ",
    "\n- ",
    "\n  ",
    "Herlev Kommune",
    "Bilag 2",
    "\u2028",
    "\r\n",
]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_whatever_the_text_it_is_a_tree_or_a_refusal(text: str) -> None:
    with suppress(UnreadableFile):
        depths = [-1]
        for line in parse_outline(text, "plan.txt").lines:
            assert 0 < len(line.title) <= 60
            depths.append(line.depth)
        assert all(below <= above + 1 for above, below in pairwise(depths))
