"""Records and changes as JSON and back, without losing a type: dates, enums, addresses, and what is unknown."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields
from datetime import date, datetime
from operator import attrgetter
from typing import TypeAlias, cast

from sorstudio.model.change import Change, Edit, EditAct, FieldEdit
from sorstudio.model.records import (
    CLASS_OF,
    UNKNOWN,
    Address,
    Contact,
    Direction,
    NumberState,
    Record,
    RecordKind,
    Reply,
    UnitKind,
    Unknown,
    Value,
)

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"
Tagged: TypeAlias = dict[str, Json]

# A field that holds one of a closed list; the JSON has its plain text.
_ENUMS: dict[tuple[RecordKind, str], type[UnitKind] | type[NumberState] | type[Direction] | type[Reply]] = {
    (RecordKind.UNIT, "kind"): UnitKind,
    (RecordKind.UNIT, "number_state"): NumberState,
    (RecordKind.CAPABILITY, "direction"): Direction,
    (RecordKind.ANSWER, "reply"): Reply,
}
_MEMBERS = {
    kind: [(name, {one.value: one for one in enum}) for (of, name), enum in _ENUMS.items() if of is kind]
    for kind in RecordKind
}
DAMAGED = (KeyError, TypeError, ValueError, AttributeError, IndexError, RecursionError)
"""What decoding raises where a row is not what was written."""


def to_text(value: Json) -> str:
    """Compact JSON; letters stay readable except half a surrogate pair, which no file can hold."""
    text = _READABLE.encode(value)
    try:
        text.encode()
    except UnicodeEncodeError:
        return _ESCAPED.encode(value)
    return text


_READABLE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_ESCAPED = json.JSONEncoder(separators=(",", ":"))


def encode_value(value: Value) -> Json:
    """One field's value; what JSON has no form for is an object with one key that says what it is."""
    if isinstance(value, Unknown):
        return {"unknown": True}
    if isinstance(value, datetime):
        return {"time": value.isoformat()}
    if isinstance(value, date):
        return {"date": value.isoformat()}
    if isinstance(value, Address | Contact):
        tag = "address" if isinstance(value, Address) else "contact"
        return {tag: {item.name: text for item in fields(value) if (text := getattr(value, item.name)) is not None}}
    return value


def decode_value(value: Json) -> Value:
    """The value that `encode_value` wrote."""
    if not isinstance(value, dict):
        return cast(Value, value)
    ((tag, content),) = value.items()
    return _DECODERS[tag](content)


def _address(content: Json) -> Address:
    return Address(**_known(Address, content))


def _contact(content: Json) -> Contact:
    return Contact(**_known(Contact, content))


def _known(block: type[Address] | type[Contact], content: Json) -> dict[str, str]:
    texts = cast(dict[str, str], content)
    names = _FIELDS[block]
    return {name: text for name, text in texts.items() if name in names}


_DECODERS: dict[str, Callable[[Json], Value]] = {
    "unknown": lambda _: UNKNOWN,
    "time": lambda content: datetime.fromisoformat(cast(str, content)),
    "date": lambda content: date.fromisoformat(cast(str, content)),
    "address": _address,
    "contact": _contact,
}


# The fields that this program knows; a newer one may have written more.
_NAMES = {block: tuple(item.name for item in fields(block) if item.name != "key") for block in CLASS_OF.values()}
_ORDERED = {block: (names, attrgetter(*names, "key")) for block, names in _NAMES.items()}
_PLAIN = {str, float, int, bool}
_UNKNOWN_FIELDS = "unknown"
_FIELDS = {block: frozenset(item.name for item in fields(block)) for block in (*CLASS_OF.values(), Address, Contact)}


def encode_record(record: Record) -> Tagged:
    """Every field but the key and those that are None; the unknown ones are only named, for they are often many."""
    content: Tagged = {}
    unknown: list[Json] = []
    names, values_of = _ORDERED[type(record)]
    for name, value in zip(names, values_of(record), strict=False):
        if value is None:
            continue
        if value is UNKNOWN:
            unknown.append(name)
        else:
            content[name] = value if type(value) in _PLAIN else encode_value(value)
    return {**content, _UNKNOWN_FIELDS: unknown} if unknown else content


def decode_record(kind: RecordKind, key: str, content: Tagged) -> Record:
    """The record that `encode_record` wrote."""
    block = CLASS_OF[kind]
    names = _FIELDS[block]
    # Most values are plain, and thousands of records are read: only what is not plain is looked at one by one.
    values = cast(dict[str, object], {**content})
    for name in cast(list[str], values.pop(_UNKNOWN_FIELDS, ())):
        values[name] = UNKNOWN
    for name in [name for name, value in content.items() if type(value) is dict]:
        values[name] = decode_value(content[name])
    for name, members in _MEMBERS[kind]:
        if name in content:
            values[name] = members[cast(str, content[name])]
    if not values.keys() <= names:
        values = {name: value for name, value in values.items() if name in names}
    return block(key=key, **values)  # type: ignore[arg-type]


def _typed(kind: RecordKind, name: str, value: Json) -> Value:
    if type(value) is dict:
        return decode_value(value)
    enum = _ENUMS.get((kind, name))
    return enum(cast(str, value)) if enum is not None and value is not None else cast(Value, value)


def encode_change(change: Change) -> Tagged:
    """A change with all it carries; what is empty is left out."""
    content: Tagged = {
        "id": change.id,
        "code": change.code,
        "edits": [_encode_edit(edit) for edit in change.edits],
        "params": dict(change.params),
        "day": change.day.isoformat() if change.day else None,
        "reason": change.reason,
        "author": change.author,
        "time": change.time.isoformat() if change.time else None,
        "follows": list(change.follows),
        "baseline": change.baseline,
        "carried": [encode_change(one) for one in change.carried],
    }
    return {name: value for name, value in content.items() if value not in (None, "", [], {}) or name in _REQUIRED}


_REQUIRED = {"id", "code"}


def decode_change(content: Tagged) -> Change:
    """The change that `encode_change` wrote."""
    day, time = _text(content, "day"), _text(content, "time")
    return Change(
        id=cast(str, content["id"]),
        code=cast(str, content["code"]),
        edits=tuple(_decode_edit(edit) for edit in _objects(content, "edits")),
        params=cast(dict[str, str], content.get("params", {})),
        day=date.fromisoformat(day) if day else None,
        reason=_text(content, "reason"),
        author=_text(content, "author") or "",
        time=datetime.fromisoformat(time) if time else None,
        follows=tuple(cast(list[str], content.get("follows", []))),
        baseline=_text(content, "baseline"),
        carried=tuple(decode_change(one) for one in _objects(content, "carried")),
    )


def _text(content: Tagged, name: str) -> str | None:
    return cast("str | None", content.get(name))


def _objects(content: Tagged, name: str) -> list[Tagged]:
    return cast(list[Tagged], content.get(name, []))


def _encode_edit(edit: Edit) -> Json:
    differing: list[Json] = [[one.field, encode_value(one.before), encode_value(one.after)] for one in edit.fields]
    return {"kind": edit.kind.value, "key": edit.key, "act": edit.act.value, "fields": differing}


def _decode_edit(content: Tagged) -> Edit:
    kind = RecordKind(cast(str, content["kind"]))
    names = _FIELDS[CLASS_OF[kind]]
    triples = cast("list[tuple[str, Json, Json]]", content["fields"])
    edits = tuple(
        FieldEdit(name, _typed(kind, name, before), _typed(kind, name, after))
        for name, before, after in triples
        if name in names
    )
    return Edit(kind, cast(str, content["key"]), EditAct(cast(str, content["act"])), edits)
