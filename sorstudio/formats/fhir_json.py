"""JSON from outside, held at arm's length: sizes and depths guarded, resources with their lines, typed access."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from sorstudio.formats.problems import Problem, UnreadableFile

MOST_BYTES = 200_000_000
_BLANK = " \t\r\n"
_DECODER = json.JSONDecoder()


@dataclass(frozen=True, slots=True)
class Node:
    """A JSON object of which every part may be missing or of another kind than expected."""

    value: object = None

    def text(self, name: str) -> str:
        """The text under a name, without the blanks around it; anything else is empty."""
        found = self._get(name)
        return _printable(found).strip() if isinstance(found, str) else ""

    def node(self, name: str) -> Node:
        """The object under a name, or an empty one."""
        return Node(self._get(name))

    def nodes(self, name: str) -> list[Node]:
        """The objects in the list under a name; a single object counts as a list of one."""
        found = self._get(name)
        items = found if isinstance(found, list) else [found] if isinstance(found, dict) else []
        return [Node(item) for item in items if isinstance(item, dict)]

    def texts(self, name: str) -> list[str]:
        """The texts in the list under a name."""
        found = self._get(name)
        return [_printable(item).strip() for item in found if isinstance(item, str)] if isinstance(found, list) else []

    @property
    def is_object(self) -> bool:
        """Whether there is an object at all."""
        return isinstance(self.value, dict)

    def has(self, name: str) -> bool:
        """Whether anything stands under a name."""
        return self._get(name) is not None

    def _get(self, name: str) -> object:
        return self.value.get(name) if isinstance(self.value, dict) else None


@dataclass(frozen=True, slots=True)
class Located:
    """A resource, the address its bundle gives it, and the line on which it begins."""

    line: int
    full_url: str
    resource: Node


@dataclass(frozen=True, slots=True)
class Resources:
    """What a file holds, and the day its bundle names."""

    items: tuple[Located, ...]
    timestamp: str = ""


def read_resources(data: bytes, source: str) -> Resources:
    """The resources of a bundle, of one resource alone, or of one resource a line."""
    text = _decode(data, source)
    lines = _Lines(text)
    try:
        found = list(_resources(text, lines))
    except json.JSONDecodeError as error:
        raise UnreadableFile([Problem("json.syntax", error.lineno, source=source)], source) from None
    except RecursionError:
        raise UnreadableFile([Problem("json.too_deep", source=source)], source) from None
    except ValueError:
        raise UnreadableFile([Problem("json.number", source=source)], source) from None
    timestamp = next((one.resource.text("timestamp") for one in found if one.resource.text("timestamp")), "")
    return Resources(tuple(one for one in found if one.resource.text("resourceType") != "Bundle"), timestamp)


def _decode(data: bytes, source: str) -> str:
    if len(data) > MOST_BYTES:
        raise UnreadableFile([Problem("json.too_large", source=source, params={"limit": MOST_BYTES // 10**6})], source)
    try:
        text = data.decode(json.detect_encoding(data))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UnreadableFile([Problem("json.encoding", line, source=source)], source) from None
    if not text.strip(_BLANK):
        raise UnreadableFile([Problem("json.empty", source=source)], source)
    return text


def _resources(text: str, lines: _Lines) -> Iterator[Located]:
    """Every value at the top; of a bundle first itself, then its entries."""
    at = _skip(text, 0)
    while at < len(text):
        value, end = _DECODER.raw_decode(text, at)
        top = Node(value)
        yield Located(lines.of(at), "", top)
        if top.text("resourceType") == "Bundle":
            yield from _entries(top, text, at, lines)
        at = _skip(text, end)


def _entries(bundle: Node, text: str, at: int, lines: _Lines) -> Iterator[Located]:
    for entry, place in zip(_items(bundle, "entry"), _places(text, at), strict=False):
        node = Node(entry)
        resource = node.node("resource")
        if node.has("resource") or not node.is_object:
            yield Located(lines.of(place), node.text("fullUrl"), resource)


def _items(node: Node, name: str) -> list[object]:
    found = node.value.get(name) if isinstance(node.value, dict) else None
    return found if isinstance(found, list) else []


def _places(text: str, at: int) -> list[int]:
    """Where each item of the bundle's list of entries begins."""
    at = _skip(text, at + 1)
    while text[at] != "}":
        key, at = _DECODER.raw_decode(text, at)
        at = _skip(text, _skip(text, at) + 1)
        if key == "entry" and text[at] == "[":
            return _item_places(text, at)
        at = _skip(text, _DECODER.raw_decode(text, at)[1])
        at = _skip(text, at + 1) if text[at] == "," else at
    return []


def _item_places(text: str, at: int) -> list[int]:
    found = []
    at = _skip(text, at + 1)
    while text[at] != "]":
        found.append(at)
        at = _skip(text, _DECODER.raw_decode(text, at)[1])
        at = _skip(text, at + 1) if text[at] == "," else at
    return found


def _skip(text: str, at: int) -> int:
    while at < len(text) and text[at] in _BLANK:
        at += 1
    return at


def _printable(text: str) -> str:
    """JSON can spell half a letter; no file and no database can keep one."""
    return text.encode("utf-8", "replace").decode("utf-8")


class _Lines:
    """Finds the line of a place in a text."""

    def __init__(self, text: str) -> None:
        lengths = (len(line) + 1 for line in text.split("\n"))
        self._ends = list(accumulate(lengths))

    def of(self, place: int) -> int:
        """The line, counted from 1."""
        return bisect_right(self._ends, place) + 1
