"""The standard plays that come with the program, read from their file and checked against the code lists."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path

from sorstudio import resources
from sorstudio.model.codes import CodeLists
from sorstudio.model.errors import Unreadable
from sorstudio.model.naming import Bilingual
from sorstudio.routing.answer import Reason
from sorstudio.routing.book import routing_book
from sorstudio.routing.question import Question, Sender

CORRESPONDENCE = "correspondence"
"""Stands for every type that is correspondence."""
_FIELDS = (
    *("code", "title_da", "title_en", "sender", "area", "offer", "message", "day"),
    *("types", "at", "reason", "category", "source"),
)


@dataclass(frozen=True, slots=True)
class StandardPlay(Bilingual):
    """What senders write to every municipality, and what is to come of it: a receiver, or a reason why there is none.

    `types` are those that the receiver may take, empty where a `reason` is expected. `at` is the area where the
    receiver must be. Without a `day` everything planned has taken effect. `heading` is that of the offer catalogue.
    """

    code: str
    name_da: str
    name_en: str
    heading: str
    question: Question
    types: tuple[str, ...] = ()
    at: str | None = None
    reason: Reason | None = None
    category: str | None = None
    source: tuple[str, ...] = ()


@cache
def standard_plays() -> tuple[StandardPlay, ...]:
    """The set in resources/plays.toml, under the headings in their order."""
    return read_plays(resources.resource("plays.toml"), resources.code_lists())


@cache
def standard_play(code: str) -> StandardPlay | None:
    """One of them; None where there is no such play, or no more."""
    return next((one for one in standard_plays() if one.code == code), None)


def read_plays(path: Path, codes: CodeLists) -> tuple[StandardPlay, ...]:
    """The plays of a file; Unreadable tells the file, the play and what is wrong with it."""
    found: dict[str, StandardPlay] = {}
    for place, data in enumerate(_tables(path), 1):
        code = data.get("code")
        entry = _Entry(path, code if isinstance(code, str) and code else f"[[play]] {place}", data, codes)
        play = _play(entry)
        if play.code in found:
            raise entry.flaw("plays.twice")
        found[play.code] = play
    return tuple(found.values())


def _tables(path: Path) -> Iterable[Mapping[str, object]]:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise Unreadable("plays.in", file=path, what="plays.file_missing") from error
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise Unreadable("plays.in", file=path, what="plays.no_toml", told=str(error)) from error
    tables = data.get("play", [])
    if set(data) - {"play"} or not isinstance(tables, list) or not all(isinstance(one, dict) for one in tables):
        raise Unreadable("plays.in", file=path, what="plays.no_tables")
    return tables


@dataclass(frozen=True, slots=True)
class _Entry:
    """One [[play]], and where it stands."""

    file: Path
    place: str
    data: Mapping[str, object]
    codes: CodeLists

    def flaw(self, what: str, **params: object) -> Unreadable:
        return Unreadable("plays.at", file=self.file, place=self.place, what=what, **params)

    def maybe(self, name: str) -> str | None:
        value = self.data.get(name)
        if value is not None and (not isinstance(value, str) or not value.strip()):
            raise self.flaw("plays.no_text", field=name)
        return value

    def text(self, name: str) -> str:
        value = self.maybe(name)
        if value is None:
            raise self.flaw("plays.no_text", field=name)
        return value

    def day(self) -> date | None:
        value = self.data.get("day")
        if value is not None and (not isinstance(value, date) or isinstance(value, datetime)):
            raise self.flaw("plays.no_day")
        return value

    def among(self, name: str, known: Iterable[str]) -> str | None:
        """A code that must be known."""
        value, all_known = self.maybe(name), tuple(known)
        if value is not None and value not in all_known:
            raise self.flaw("plays.unknown", field=name, value=value, known=", ".join(all_known))
        return value

    def area(self, name: str) -> str | None:
        return self.among(name, (one.code for one in self.codes.areas))

    def offer(self) -> str | None:
        value = self.maybe("offer")
        if value is not None and self.codes.offer(value) is None:
            raise self.flaw("plays.no_such_offer", value=value)
        return value

    def category(self) -> str | None:
        value = self.maybe("category")
        found = self.codes.category(value) if value is not None else None
        if value is not None and (found is None or found.code != value):
            raise self.flaw("plays.no_such_category", value=value)
        return value

    def type(self, value: str) -> str:
        found = self.codes.message_type(value)
        if found is None or found.code != value:
            raise self.flaw("plays.no_such_type", value=value)
        return value

    def types(self) -> tuple[str, ...]:
        value = self.data.get("types", [])
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise self.flaw("plays.no_list")
        named = (routing_book().correspondence if one == CORRESPONDENCE else (self.type(one),) for one in value)
        return tuple(type_ for types in named for type_ in types)


def _play(entry: _Entry) -> StandardPlay:
    for name in entry.data:
        if name not in _FIELDS:
            raise entry.flaw("plays.field_unknown", field=name, known=", ".join(_FIELDS))
    asked = _question(entry)
    reason = entry.among("reason", Reason)
    types = entry.types()
    if bool(types) == (reason is not None):
        raise entry.flaw("plays.no_expectation")
    at = entry.area("at") or _area_of(entry.codes, asked)
    area = entry.codes.area(at or "")
    if area is None:
        raise entry.flaw("plays.no_area")
    return StandardPlay(
        entry.text("code"),
        entry.text("title_da"),
        entry.text("title_en"),
        area.heading,
        asked,
        types,
        area.code,
        Reason(reason) if reason is not None else None,
        entry.category(),
        tuple(one.strip() for one in (entry.maybe("source") or "").split(";") if one.strip()),
    )


def _question(entry: _Entry) -> Question:
    sender, message = entry.among("sender", Sender), entry.maybe("message")
    return Question(
        area=entry.area("area"),
        offer=entry.offer(),
        message=entry.type(message) if message is not None else None,
        sender=Sender(sender) if sender is not None else None,
        day=entry.day(),
    )


def _area_of(codes: CodeLists, asked: Question) -> str | None:
    offer = codes.offer(asked.offer or "")
    return asked.area or (offer.area_code if offer is not None else None)
