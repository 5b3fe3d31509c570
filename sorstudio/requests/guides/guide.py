"""What a guide is: a few steps with questions in both languages, read from resources/guides/."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from sorstudio.model.naming import Bilingual
from sorstudio.resources import resource


class Sort(StrEnum):
    """How a question is answered."""

    UNIT = "unit"
    UNIT_OR_NAME = "unit_or_name"
    TEXT = "text"
    CHOICE = "choice"
    SHARE = "share"
    SYSTEM = "system"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Words(Bilingual):
    """A text in both languages."""

    name_da: str
    name_en: str


@dataclass(frozen=True)
class Question:
    """A question; `choices` are the words of answers that do not depend on the plan. Unless `must`, it may be left."""

    name: str
    sort: Sort
    words: Words
    hint: Words
    must: bool
    choices: Mapping[str, Words]


@dataclass(frozen=True)
class Step:
    """Questions that belong together; one whose questions are all answered by the plan is passed over."""

    title: Words
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class Guide:
    """One guide: what it is called, the verb that ends it, its icon, and the rules whose findings call for it."""

    name: str
    title: Words
    about: Words
    verb: Words
    icon: str
    rules: frozenset[str]
    steps: tuple[Step, ...]

    def question(self, name: str) -> Question:
        """A question by name."""
        return next(one for step in self.steps for one in step.questions if one.name == name)


@cache
def guides() -> Mapping[str, Guide]:
    """Every guide by name, in the order of the menu."""
    found = (tomllib.loads(path.read_text("utf-8")) for path in sorted(resource("guides").glob("*.toml")))
    return {one.name: one for one in map(_guide, found)}


def _guide(data: Mapping[str, Any]) -> Guide:
    return Guide(
        data["name"],
        _both(data["title"]),
        _both(data["about"]),
        _both(data["verb"]),
        data["icon"],
        frozenset(data.get("rules", ())),
        tuple(_step(one) for one in data["step"]),
    )


def _step(data: Mapping[str, Any]) -> Step:
    return Step(_both(data["title"]), tuple(_question(one) for one in data["question"]))


def _question(data: Mapping[str, Any]) -> Question:
    choices = {name: _both(words) for name, words in data.get("choices", {}).items()}
    hint = _both(data["hint"]) if "hint" in data else Words("", "")
    return Question(data["name"], Sort(data["sort"]), _both(data["words"]), hint, data.get("must", False), choices)


def _both(data: Mapping[str, str]) -> Words:
    return Words(data["da"], data["en"])
