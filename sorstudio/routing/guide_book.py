"""The message guide as it is read from its files; a mistake in one is told with the file and the place."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from sorstudio import resources
from sorstudio.model.codes import CodeLists
from sorstudio.model.errors import Unreadable
from sorstudio.routing.guide import Category, Channel, Choice, Fallback, Guide, GuideQuestion, Leaf, Never, Wording
from sorstudio.routing.guide_check import ADVICE, CATEGORIES, NEEDS, NEVER, QUESTIONS, SOURCES, check_guide, flaw
from sorstudio.routing.question import Sender

_AT_LINE = re.compile(r"\(at line (\d+)")
_BY_CATEGORY = "category"
_CHOICES_OF_CATEGORIES = "categories"
_T = TypeVar("_T")


@cache
def message_guide() -> Guide:
    """The guide that comes with the program."""
    return read_guide(resources.resource("guide"), resources.code_lists())


def read_guide(folder: Path, codes: CodeLists) -> Guide:
    """A guide from a folder, whole and checked; Unreadable tells the file and the place of the first mistake."""
    categories = _categories(_entries(folder, CATEGORIES, "category"), codes)
    guide = Guide(
        questions=_keyed(_entries(folder, QUESTIONS, "question"), lambda one: _question(one, categories)),
        leaves=_keyed(_entries(folder, ADVICE, "advice"), _leaf),
        categories=categories,
        needs=_keyed(_entries(folder, NEEDS, "need"), _words_alone),
        never=_keyed(_entries(folder, NEVER, "never"), _never),
        sources=_keyed(_entries(folder, SOURCES, "source"), _words_alone),
    )
    check_guide(guide, codes)
    return guide


@dataclass(frozen=True, slots=True)
class _Entry:
    """One table of a file, and where it stands."""

    file: str
    place: str
    data: Mapping[str, object]

    def flaw(self, what: str, **params: object) -> Unreadable:
        return flaw(self.file, self.place, what, **params)

    def only(self, *names: str) -> None:
        """A misspelt name is a mistake and not a remark."""
        for name in self.data:
            if name not in names:
                raise self.flaw("guide.field_unknown", field=name, known=", ".join(names))

    def text(self, name: str) -> str:
        value = self.data.get(name)
        if not isinstance(value, str) or not value.strip():
            raise self.flaw("guide.field_missing", field=name)
        return value

    def both(self, name: str) -> Wording:
        return Wording(self.text(f"{name}_da"), self.text(f"{name}_en"))

    def list(self, name: str) -> tuple[str, ...]:
        value = self.data.get(name, [])
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise self.flaw("guide.field_no_list", field=name)
        return tuple(value)

    def by_sender(self, name: str) -> Mapping[str, str]:
        """A target for every sender, or a table that names some of them."""
        value = self.data.get(name, {})
        if isinstance(value, str):
            return {sender.value: value for sender in Sender}
        if not isinstance(value, dict) or not all(isinstance(one, str) for one in value.values()):
            raise self.flaw("guide.field_no_target", field=name)
        unknown = next((sender for sender in value if sender not in list(Sender)), None)
        if unknown is not None:
            raise self.flaw("guide.no_such_sender", name=unknown, known=", ".join(Sender))
        return dict(value)

    def below(self, name: str) -> tuple[_Entry, ...]:
        return _tables(self.data.get(name, []), self.file, f"{self.place}, {name}", self.flaw)


def _entries(folder: Path, file: str, name: str) -> tuple[_Entry, ...]:
    data = _toml(folder / file)
    unknown = next((key for key in data if key != name), None)
    if unknown is not None:
        raise flaw(file, unknown, "guide.field_unknown", field=unknown, known=name)
    return _tables(data.get(name, []), file, name, lambda what, **params: flaw(file, name, what, **params))


def _toml(path: Path) -> Mapping[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise flaw(path.name, "", "guide.file_missing") from None
    except UnicodeDecodeError:
        raise flaw(path.name, "", "guide.no_toml") from None
    except tomllib.TOMLDecodeError as error:
        line = _AT_LINE.search(str(error))
        raise flaw(path.name, line[1] if line else "", "guide.no_toml") from error


def _tables(value: object, file: str, place: str, wrong: Callable[..., Unreadable]) -> tuple[_Entry, ...]:
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        raise wrong("guide.field_no_tables", field=place)
    return tuple(_Entry(file, f"{place} {one.get('key', number)}", one) for number, one in enumerate(value, start=1))


def _keyed(entries: tuple[_Entry, ...], read: Callable[[_Entry], _T]) -> dict[str, _T]:
    found: dict[str, _T] = {}
    for entry in entries:
        key = entry.text("key")
        if key in found:
            raise entry.flaw("guide.twice", key=key)
        found[key] = read(entry)
    return found


def _question(entry: _Entry, categories: Mapping[str, Category]) -> GuideQuestion:
    if entry.data.get("choices") == _CHOICES_OF_CATEGORIES:
        entry.only("key", "text_da", "text_en", "choices", "ask", "advise")
        ask, advise = entry.by_sender("ask"), entry.by_sender("advise")
        choices = {one.key: Choice(one.key, one.text, ask, advise) for one in categories.values()}
    else:
        entry.only("key", "text_da", "text_en", "answer")
        choices = _keyed(entry.below("answer"), _choice)
    return GuideQuestion(entry.text("key"), entry.both("text"), tuple(choices.values()))


def _choice(entry: _Entry) -> Choice:
    entry.only("key", "text_da", "text_en", "ask", "advise")
    return Choice(entry.text("key"), entry.both("text"), entry.by_sender("ask"), entry.by_sender("advise"))


def _categories(entries: tuple[_Entry, ...], codes: CodeLists) -> dict[str, Category]:
    """Those of the code list, with what the guide knows that they demand."""
    known = {one.code: one for one in codes.categories}
    for entry in entries:
        entry.only("key", "needs")
        if entry.text("key") not in known:
            raise entry.flaw("guide.no_such_category", name=entry.text("key"))
    needs = _keyed(entries, lambda entry: entry.list("needs"))
    return {
        code: Category(code, Wording(one.name_da, one.name_en), one.areas, needs.get(code, ()))
        for code, one in known.items()
    }


def _words_alone(entry: _Entry) -> Wording:
    entry.only("key", "text_da", "text_en")
    return entry.both("text")


def _never(entry: _Entry) -> Never:
    entry.only("key", "messages", "areas", "reason_da", "reason_en", "sources")
    return Never(
        entry.text("key"), entry.list("messages"), entry.both("reason"), entry.list("areas"), entry.list("sources")
    )


def _leaf(entry: _Entry) -> Leaf:
    lists = ("needs", "never", "follows", "sources")
    entry.only("key", "text_da", "text_en", "channel", "message", "areas", "fallback", *lists)
    is_by_category = entry.data.get("areas") == _BY_CATEGORY
    channel = _channel(entry)
    needs, never, follows, sources = (entry.list(name) for name in lists)
    return Leaf(
        key=entry.text("key"),
        text=entry.both("text"),
        channel=channel,
        message=None if channel is Channel.PHONE else entry.text("message"),
        areas=() if is_by_category else entry.list("areas"),
        is_by_category=is_by_category,
        needs=needs,
        never=never,
        follows=follows,
        fallback=tuple(_fallback(one) for one in entry.below("fallback")),
        sources=sources,
    )


def _fallback(entry: _Entry) -> Fallback:
    entry.only("message", "reason_da", "reason_en")
    return Fallback(entry.text("message"), entry.both("reason"))


def _channel(entry: _Entry) -> Channel:
    value = entry.data.get("channel", Channel.MESSAGE.value)
    if value not in list(Channel):
        raise entry.flaw("guide.no_such_channel", name=value, known=", ".join(Channel))
    return Channel(str(value))
