"""Every code that the readers of XML, FHIR, lists and outlines speak has a sentence in both languages."""

import re
from pathlib import Path
from string import Formatter

from sorstudio import formats
from sorstudio.resources import read_toml

ROOMS = ("outline", "xml", "json", "fhir", "xlsx", "list", "proposal", "match")
CODE = re.compile(rf'"((?:{"|".join(ROOMS)})\.[a-z_]+)"')


def params(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


def spoken() -> set[str]:
    folder = Path(formats.__path__[0])
    return {code for path in folder.glob("*.py") for code in CODE.findall(path.read_text("utf-8"))}


def test_the_code_and_the_sentences_are_the_same_set() -> None:
    danish, english = (read_toml(f"texts/{language}/formats_other.toml") for language in ("da", "en"))
    assert set(danish) == set(english) == spoken()


def test_both_languages_name_the_same_parameters() -> None:
    danish, english = (read_toml(f"texts/{language}/formats_other.toml") for language in ("da", "en"))
    assert {code: params(text) for code, text in danish.items()} == {
        code: params(text) for code, text in english.items()
    }
