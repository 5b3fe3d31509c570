"""One act as data, and its fields read one by one: each is what it should be, or a refusal says which is not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from sorstudio.model.change import new_id
from sorstudio.model.errors import Unusable

Aliases = Mapping[str, str]
"""The names that acts have given, and the keys they stand for."""


@dataclass(frozen=True, slots=True)
class Act:
    """One act: its name, its fields, and the key that a record it makes will get (the same each time it is tried)."""

    name: str
    fields: Mapping[str, object]
    alias: str | None = None
    new_key: str = field(default_factory=new_id)


def text_of(act: Act, name: str) -> str:
    """A text that says something."""
    value = wording_of(act, name)
    if not value.strip():
        raise Unusable("act.field_type", act=act.name, field=name)
    return value


def wording_of(act: Act, name: str) -> str:
    """A text that may be blank: what it may hold is the verb's to refuse."""
    value = act.fields.get(name)
    if not isinstance(value, str):
        raise Unusable("act.field_missing" if value is None else "act.field_type", act=act.name, field=name)
    return value


def optional_text(act: Act, name: str) -> str | None:
    """A text, or None where there is none."""
    value = act.fields.get(name)
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise Unusable("act.field_type", act=act.name, field=name)
    return value


def texts_of(act: Act, name: str) -> list[str]:
    """A text or a list of texts."""
    value = act.fields.get(name)
    if value is None:
        return []
    items = [value] if isinstance(value, str) else value
    if not isinstance(items, list) or not all(isinstance(item, str) for item in items):
        raise Unusable("act.field_type", act=act.name, field=name)
    return list(items)


def number_of(act: Act, name: str) -> int | None:
    """A whole number, or None where there is none."""
    value = act.fields.get(name)
    if value is not None and (isinstance(value, bool) or not isinstance(value, int)):
        raise Unusable("act.field_type", act=act.name, field=name)
    return value


def flag_of(act: Act, name: str, *, unsaid: bool = False) -> bool:
    """Yes or no; `unsaid` where nothing is said."""
    value = act.fields.get(name, unsaid)
    if not isinstance(value, bool):
        raise Unusable("act.field_type", act=act.name, field=name)
    return value


def date_of(act: Act, name: str) -> date | None:
    """A day, or None where there is none."""
    value = act.fields.get(name)
    if value is None:
        return None
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise Unusable("act.date", act=act.name, date=str(value)) from None
