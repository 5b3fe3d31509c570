"""Reading the guide: mistakes in its files are told with the file and the place."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from sorstudio.model.errors import Unreadable
from sorstudio.model.texts import Texts
from sorstudio.resources import code_lists, resource, texts
from sorstudio.routing.guide_book import message_guide, read_guide

Spoil = Callable[[str, str, str], Unreadable]


@pytest.fixture
def spoil(tmp_path: Path) -> Spoil:
    """Read the guide with one thing in one of its files written otherwise."""

    def run(file: str, old: str, new: str) -> Unreadable:
        folder = tmp_path / "guide"
        shutil.copytree(resource("guide"), folder)
        text = (folder / file).read_text("utf-8")
        assert old in text
        (folder / file).write_text(text.replace(old, new, 1), "utf-8")
        with pytest.raises(Unreadable) as refused:
            read_guide(folder, code_lists())
        return refused.value

    return run


def test_the_guide_is_read_once_and_says_everything_in_both_languages() -> None:
    guide = message_guide()
    assert guide is message_guide()
    said = [
        *(one.text for one in guide.questions.values()),
        *(choice.text for one in guide.questions.values() for choice in one.choices),
        *(one.text for one in guide.leaves.values()),
        *(one.reason for one in guide.never.values()),
        *guide.needs.values(),
        *guide.sources.values(),
    ]
    assert all(one.name_da and one.name_en for one in said)


SHAPES = [
    ("questions.toml", 'text_en = "Who sends?"\n', "", "guide.field_missing", "question sender"),
    ("questions.toml", 'text_en = "A birth"', 'text_en = " "', "guide.field_missing", "question about, answer birth"),
    ("questions.toml", 'ask = "urgent"', 'aks = "urgent"', "guide.field_unknown", "question sender, answer gp"),
    ("questions.toml", 'ask = "urgent"', "ask = 3", "guide.field_no_target", "question sender, answer gp"),
    ("questions.toml", '{ hospital = "b', '{ doctor = "b', "guide.no_such_sender", "question about, answer birth"),
    ("questions.toml", 'key = "hospital"', 'key = "gp"', "guide.twice", "question sender, answer gp"),
    ("advice.toml", 'needs = ["phone"]', 'needs = "phone"', "guide.field_no_list", "advice phone"),
    ("advice.toml", 'channel = "phone"', 'channel = "pigeon"', "guide.no_such_channel", "advice phone"),
    ("advice.toml", 'message = "XDIS32"\n', "", "guide.field_missing", "advice birth"),
    ("categories.toml", 'key = "other"', 'key = "dental"', "guide.no_such_category", "category dental"),
    ("sources.toml", "[[source]]", "[[sauce]]", "guide.field_unknown", "sauce"),
    ("needs.toml", "[[need]]", "[[need]", "guide.no_toml", "3"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "what", "place"), SHAPES, ids=[one[3] + one[4] for one in SHAPES])
def test_a_misshapen_file_is_told(spoil: Spoil, file: str, old: str, new: str, what: str, place: str) -> None:
    error = spoil(file, old, new)
    assert (error.params["file"], error.params["what"], error.params["place"]) == (file, what, place)
    for language in ("da", "en"):
        sentence = Texts(texts(language), language).sentence(error.code, error.params)
        assert file in sentence
        assert "{" not in sentence


def test_a_file_that_is_missing_or_no_text_is_told(tmp_path: Path) -> None:
    with pytest.raises(Unreadable) as missing:
        read_guide(tmp_path, code_lists())
    assert (missing.value.code, missing.value.params["what"]) == ("guide.in", "guide.file_missing")
    (tmp_path / str(missing.value.params["file"])).write_bytes(b"\xff\xfe")
    with pytest.raises(Unreadable) as garbled:
        read_guide(tmp_path, code_lists())
    assert garbled.value.params["what"] == "guide.no_toml"
