"""Codes with parameters become Danish or English sentences, without Qt and without files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from string import Formatter

from sorstudio.model.naming import Bilingual

MONTHS = {
    "da": [
        "januar",
        "februar",
        "marts",
        "april",
        "maj",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "december",
    ],
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
}


@dataclass(frozen=True, slots=True)
class Clause:
    """A piece of a sentence that is a code with parameters of its own; a parameter may be one."""

    code: str
    params: Mapping[str, object] = field(default_factory=dict, hash=False)

    def __str__(self) -> str:
        return self.code


class Texts:
    """The sentences of one language, by code."""

    def __init__(self, sentences: Mapping[str, str], language: str = "da") -> None:
        self.sentences = sentences
        self.language = language

    def sentence(self, code: str, params: Mapping[str, object] | None = None) -> str:
        """The sentence for a code; a code without one is shown with its parameters, never an error."""
        values = {name: self.value(value) for name, value in (params or {}).items()}
        if values.get("what") in self.sentences:
            values["what"] = self._told(values["what"], params or {})
        template = self._template(code, values)
        if template is None:
            return " ".join([code, *(f"{name}={value}" for name, value in values.items())])
        return _Lenient().vformat(template, (), values)

    def fill(self, template: str, params: Mapping[str, object]) -> str:
        """A sentence that is not ours, from a rule book, with the parameters as people read them."""
        return _Lenient().vformat(template, (), {name: self.value(value) for name, value in params.items()})

    def _told(self, code: str, params: Mapping[str, object]) -> str:
        """An act that another act speaks of, in words."""
        return self.sentence(code, {name: value for name, value in params.items() if name != "what"})

    def value(self, value: object) -> str:
        """A parameter as people read it; a parameter that is itself a code is put into words."""
        if isinstance(value, datetime):
            return f"{self.day(value.date())} {value:%H.%M}"
        if isinstance(value, date):
            return self.day(value)
        if isinstance(value, Clause):
            return self.sentence(value.code, value.params)
        if isinstance(value, Bilingual):
            return value.name(self.language)
        if isinstance(value, str):
            return self.sentences.get(value, value) if value.startswith("word.") else _iso_day(value, self)
        if isinstance(value, Iterable):
            return ", ".join(self.value(item) for item in value)
        return "" if value is None else str(value)

    def day(self, day: date) -> str:
        """A date written out: 1. december 2026."""
        month = MONTHS[self.language][day.month - 1]
        return f"{day.day}. {month} {day.year}" if self.language == "da" else f"{day.day} {month} {day.year}"

    def has(self, code: str) -> bool:
        """Whether there is a sentence for the code."""
        return code in self.sentences

    def _template(self, code: str, values: Mapping[str, str]) -> str | None:
        """`code.one` is used for a count of 1, `code.blank` where a parameter that the sentence needs is empty."""
        if values.get("count") == "1" and f"{code}.one" in self.sentences:
            return self.sentences[f"{code}.one"]
        template = self.sentences.get(code)
        if template is not None and f"{code}.blank" in self.sentences and _lacks(template, values):
            return self.sentences[f"{code}.blank"]
        return template


class _Lenient(Formatter):
    """A parameter that is missing leaves its name, so that a sentence is always shown."""

    def get_value(self, key: int | str, args: object, kwargs: Mapping[str, object]) -> object:
        return kwargs.get(str(key), f"{{{key}}}")


def _lacks(template: str, values: Mapping[str, str]) -> bool:
    return any(name is not None and not values.get(name) for _, name, _, _ in Formatter().parse(template))


def _iso_day(text: str, texts: Texts) -> str:
    """Change parameters are text; a date among them is written out."""
    if len(text) == 10 and text[4] == "-" and text[7] == "-":
        try:
            return texts.day(date.fromisoformat(text))
        except ValueError:
            return text
    return text
