"""Lines and their values as JSON and as words; only here do they meet a language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import date
from typing import TypeAlias

from sorstudio.model.records import UNKNOWN, Address, Contact
from sorstudio.model.texts import Texts
from sorstudio.requests.line import Action, Earlier, FieldChange, FieldValue, Line
from sorstudio.requests.phrases import Phrases

Json: TypeAlias = str | int | float | bool | Sequence["Json"] | Mapping[str, "Json"] | None


def line_json(line: Line, texts: Texts) -> dict[str, Json]:
    """One line of `changes`, and of the request file."""
    return {
        "id": line.id,
        "unit": line.unit or None,
        "unit_name": line.unit_name or None,
        "sor_id": line.sor_id,
        "action": line.action.value,
        "addressee": line.addressee.value if line.addressee else None,
        "fields": [field_json(one) for one in line.fields],
        "sentence": sentence(line, texts),
        "reason": line.reason,
        "date": line.day.isoformat() if line.day else None,
        "waits_for": list(line.waits_for),
        "waits_for_sent": [earlier_json(one) for one in line.waits_for_sent],
        "replaces": earlier_json(line.earlier) if line.earlier and line.action is not Action.WITHDRAW else None,
        "withdraws": earlier_json(line.earlier) if line.earlier and line.action is Action.WITHDRAW else None,
        "held_back": line.held_back,
        "warnings": list(warnings(line, texts)),
    }


def earlier_json(earlier: Earlier) -> dict[str, Json]:
    """A line of a request that was sent: the request by its number and day, its line, and what that asked for."""
    return {
        "request": earlier.number,
        "sent": earlier.sent.isoformat(),
        "line": earlier.line,
        "action": earlier.action.value,
    }


def sentence(line: Line, texts: Texts) -> str:
    """What the line asks for, in words."""
    return texts.sentence(line.code, line.params)


def warnings(line: Line, texts: Texts) -> tuple[str, ...]:
    """What the sender of the line should know, in words."""
    return tuple(texts.sentence(warning.code, warning.params) for warning in line.warnings)


def field_json(change: FieldChange) -> dict[str, Json]:
    """One field, before and after."""
    return {"field": change.field, "before": json_value(change.before), "after": json_value(change.after)}


def json_value(value: FieldValue) -> Json:
    """A value as JSON: dates in ISO form, blocks as objects, the unknown told apart from the empty."""
    if value is UNKNOWN:
        return {"unknown": True}
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Address | Contact):
        parts = ((item.name, getattr(value, item.name)) for item in fields(value))
        return {name: part for name, part in parts if part is not None}
    if isinstance(value, tuple):
        return list(value)
    return str(value) if isinstance(value, str) else value


class Wording:
    """Fields and values of lines in the words of one language."""

    def __init__(self, phrases: Phrases, texts: Texts) -> None:
        self._phrases = phrases
        self.texts = texts

    def label(self, field: str) -> str:
        """What a field is called."""
        return self.texts.value(f"word.field.{field}")

    def value(self, field: str, value: FieldValue) -> str:
        """A value as people read it; codes with their names."""
        return self.texts.value(self._phrases.word(field, value))

    def change(self, change: FieldChange) -> str:
        """A field with its new value."""
        return f"{self.label(change.field)}: {self.value(change.field, change.after)}"

    def before(self, changes: Sequence[FieldChange]) -> str:
        """What the fields were, one a line."""
        return "\n".join(f"{self.label(one.field)}: {self.value(one.field, one.before)}" for one in changes)

    def after(self, changes: Sequence[FieldChange]) -> str:
        """What the fields become, one a line."""
        return "\n".join(self.change(one) for one in changes)
