"""Rule books as TOML files: the shipped one and the editions that municipalities and MedCom make over it.

An edition names only what differs: rules switched off, another severity, other parameters, words added, and rules of
its own over the checks of the program. The form is described in docs/regelbog-format.md. Whatever is wrong is told
with file and line, and nothing is taken from the file.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from string import Formatter
from typing import Any

import tomli_w

from sorstudio.model.errors import Unreadable
from sorstudio.rules.engine import CHECKS
from sorstudio.rules.entry import CORE_BOOK, Edition, RuleBook, RuleEntry
from sorstudio.rules.finding import Severity
from sorstudio.rules.parameters import BadParameter, ParamValue

MOST_CHARACTERS = 2_000_000
NO_BASE = "none"
GROUPS = ("identity", "structure", "names", "types", "numbers", "messages", "dates", "offers")
_TEXTS = ("title_da", "title_en", "explanation_da", "explanation_en", "message_da", "message_en", "source")
_KEYS = frozenset({"code", "check", "group", "severity", "on", "parameters", "add", *_TEXTS})
_NEEDED = ("check", "severity", "title_da", "explanation_da")
_EDITION_KEYS = frozenset({"name", "edition", "date", "publisher", "base"})
_HEAD = re.compile(r"^\s*\[\[\s*rule\s*\]\]")
_AT_LINE = re.compile(r"\(at line (\d+)")
_CODE = re.compile(r"[A-ZÆØÅa-zæøå0-9][\wæøåÆØÅ.-]{0,39}")


@dataclass(frozen=True)
class _Place:
    """Where in a file something stands, for those who must mend it."""

    file: str
    lines: tuple[str, ...]
    starts: tuple[int, ...]

    def wrong(self, problem: str, rule: int | None = None, key: str = "", /, **params: object) -> Unreadable:
        """The error, with the line of that key of that rule."""
        line = self._line(rule, key)
        return Unreadable("rulebook.at_line", file=self.file, line=line, what=problem, **params)

    def _line(self, rule: int | None, key: str) -> int:
        first, last = self._span(rule)
        spelled = re.compile(rf'^\s*(?:\[rule\.(?:parameters|add)\.)?"?{re.escape(key)}"?\s*[=\].]')
        found = (number for number in range(first, last) if key and spelled.match(self.lines[number]))
        return next(found, first) + 1

    def _span(self, rule: int | None) -> tuple[int, int]:
        if rule is None or rule >= len(self.starts):
            return 0, len(self.lines) if rule is None else 1
        return dict(enumerate(pairwise((*self.starts, len(self.lines)))))[rule]


def read_edition(text: str, file: str, base: RuleBook) -> RuleBook:
    """A book over another one, from the text of a file. Raises `Unreadable` with file and line."""
    place, data = _parsed(text, file)
    extra = sorted(set(data) - {"edition", "rule", "group"})
    if extra:
        raise place.wrong("rulebook.unknown_key", None, extra[0], key=extra[0], known="edition, rule")
    edition = _edition(data.get("edition", {}), place)
    rules = data.get("rule", [])
    if not isinstance(rules, list) or not all(isinstance(one, dict) for one in rules):
        raise place.wrong("rulebook.rules_not_tables", None, "rule")
    entries = {} if edition.base == NO_BASE else dict(base.entries)
    seen: set[str] = set()
    for number, one in enumerate(rules):
        entry = _entry({"group": data.get("group", ""), **one}, entries, place, number)
        if entry.code in seen:
            raise place.wrong("rulebook.twice", number, "code", rule=entry.code)
        seen.add(entry.code)
        entries[entry.code] = entry
    return RuleBook(entries, edition)


def write_edition(book: RuleBook, base: RuleBook) -> str:
    """The text of an edition: its head, and each rule where it differs from the base."""
    head: dict[str, object] = {"name": book.edition.name, "base": CORE_BOOK}
    given = {"edition": book.edition.edition, "date": book.edition.day, "publisher": book.edition.publisher}
    head |= {key: value for key, value in given.items() if value}
    rules = [found for one in book.entries.values() if (found := _difference(one, base.entry(one.code)))]
    return tomli_w.dumps({"edition": head, **({"rule": rules} if rules else {})}, multiline_strings=False)


def _parsed(text: str, file: str) -> tuple[_Place, Mapping[str, Any]]:
    if len(text) > MOST_CHARACTERS:
        raise Unreadable("rulebook.too_large", file=file)
    lines = tuple(text.splitlines()) or ("",)
    place = _Place(file, lines, tuple(number for number, line in enumerate(lines) if _HEAD.match(line)))
    try:
        return place, tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        at = _AT_LINE.search(str(error))
        line = int(at[1]) if at else len(lines)
        raise Unreadable("rulebook.at_line", file=file, line=line, what="rulebook.syntax") from error
    except (RecursionError, ValueError) as error:
        raise Unreadable("rulebook.at_line", file=file, line=1, what="rulebook.syntax") from error


def _edition(data: object, place: _Place) -> Edition:
    if not isinstance(data, dict):
        raise place.wrong("rulebook.edition_not_a_table", None, "edition")
    for key, value in data.items():
        if key not in _EDITION_KEYS:
            raise place.wrong("rulebook.unknown_key", None, key, key=key, known=", ".join(sorted(_EDITION_KEYS)))
        if not isinstance(value, date if key == "date" else str):
            raise place.wrong("rulebook.not_a_date" if key == "date" else "rulebook.not_text", None, key, key=key)
    base = data.get("base", CORE_BOOK)
    if base not in (CORE_BOOK, NO_BASE):
        raise place.wrong("rulebook.unknown_base", None, "base", base=base)
    return Edition(data.get("name", ""), data.get("edition", ""), data.get("date"), data.get("publisher", ""), base)


def _entry(data: Mapping[str, Any], known: Mapping[str, RuleEntry], place: _Place, number: int) -> RuleEntry:
    code = data.get("code")
    if not isinstance(code, str) or not _CODE.fullmatch(code):
        raise place.wrong("rulebook.no_code", number, "code")
    for key in data:
        if key not in _KEYS:
            raise place.wrong("rulebook.unknown_key", number, key, key=key, known=", ".join(sorted(_KEYS)))
    _check_texts(data, place, number)
    old = known.get(code)
    entry = old if old is not None else _new(code, data, place, number)
    texts = {key: data[key] for key in _TEXTS if key in data}
    check = data.get("check", entry.check)
    if check not in CHECKS:
        raise place.wrong("rulebook.unknown_check", number, "check", check=check, known=", ".join(sorted(CHECKS)))
    changed = replace(entry, check=check, severity=_severity(data, entry, place, number), **texts)
    changed = replace(changed, is_on=_flag(data, entry, place, number), group=data["group"] or entry.group)
    if changed.group not in GROUPS:
        raise place.wrong("rulebook.unknown_group", number, "group", group=changed.group, known=", ".join(GROUPS))
    return replace(changed, parameters=_parameters(data, changed, place, number))


def _new(code: str, data: Mapping[str, Any], place: _Place, number: int) -> RuleEntry:
    """A rule that the base does not have must say everything itself."""
    for key in _NEEDED:
        if key not in data:
            raise place.wrong("rulebook.missing_key", number, "code", key=key, rule=code)
    texts = {key: str(data.get(key, "")) for key in _TEXTS}
    texts["title_en"] = texts["title_en"] or texts["title_da"]
    texts["explanation_en"] = texts["explanation_en"] or texts["explanation_da"]
    bare = RuleEntry(code, data["check"], data["group"], Severity.WARNING, "", "", "", "")
    return replace(bare, **texts)  # type: ignore[arg-type]


def _check_texts(data: Mapping[str, Any], place: _Place, number: int) -> None:
    for key in (*_TEXTS, "check", "group"):
        if not isinstance(data.get(key, ""), str):
            raise place.wrong("rulebook.not_text", number, key, key=key)
    for key in ("message_da", "message_en"):
        if not _is_plain(data.get(key, "")):
            raise place.wrong("rulebook.bad_message", number, key, key=key)


def _is_plain(template: str) -> bool:
    """Only {name}: a format or an attribute in a file from elsewhere could ask for anything."""
    try:
        fields = list(Formatter().parse(template))
    except ValueError:
        return False
    return all(name is None or (name.isidentifier() and not form and not turn) for _, name, form, turn in fields)


def _severity(data: Mapping[str, Any], entry: RuleEntry, place: _Place, number: int) -> Severity:
    value = data.get("severity", entry.severity)
    if value not in tuple(Severity):
        raise place.wrong("rulebook.unknown_severity", number, "severity", severity=value, known=", ".join(Severity))
    return Severity(value)


def _flag(data: Mapping[str, Any], entry: RuleEntry, place: _Place, number: int) -> bool:
    value = data.get("on", entry.is_on)
    if not isinstance(value, bool):
        raise place.wrong("rulebook.not_a_flag", number, "on", key="on")
    return value


def _parameters(data: Mapping[str, Any], entry: RuleEntry, place: _Place, number: int) -> dict[str, ParamValue]:
    kinds = CHECKS[entry.check].parameters
    found = {name: value for name, value in entry.parameters.items() if name in kinds}
    for part in ("parameters", "add"):
        given = data.get(part, {})
        if not isinstance(given, dict):
            raise place.wrong("rulebook.not_a_table", number, part, key=part)
        for name, value in given.items():
            if name not in kinds:
                known = ", ".join(sorted(kinds)) or "-"
                raise place.wrong("rulebook.unknown_parameter", number, name, key=name, check=entry.check, known=known)
            try:
                read = kinds[name].read(value)
                found[name] = kinds[name].join(found[name], read) if part == "add" and name in found else read
            except BadParameter as problem:
                raise place.wrong(problem.code, number, name, key=name, **problem.params) from problem
    for name in kinds:
        if name not in found:
            raise place.wrong("rulebook.missing_parameter", number, "code", key=name, rule=entry.code)
    return found


def _difference(entry: RuleEntry, old: RuleEntry | None) -> dict[str, object]:
    """What an edition must say of a rule; nothing where it is as in the base."""
    if entry == old and entry.parameters == old.parameters:
        return {}
    found: dict[str, object] = {"code": entry.code}
    found |= {name: getattr(entry, name) for name in _told(entry, old)}
    if old is None or entry.severity is not old.severity:
        found["severity"] = entry.severity.value
    if entry.is_on is not (old.is_on if old else True):
        found["on"] = entry.is_on
    parameters = {
        name: _plain(value)
        for name, value in entry.parameters.items()
        if old is None or old.parameters.get(name) != value
    }
    return {**found, **({"parameters": parameters} if parameters else {})}


def _told(entry: RuleEntry, old: RuleEntry | None) -> Iterator[str]:
    for name in ("check", "group", *_TEXTS):
        value = getattr(entry, name)
        if value != (getattr(old, name) if old else ""):
            yield name


def _plain(value: ParamValue) -> object:
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, Mapping):
        return {name: _plain(one) for name, one in value.items()}
    return value
