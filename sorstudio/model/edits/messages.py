"""Verbs on message types: what a unit's own location number receives and sends."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sorstudio.model.change import Change, Edit, altered, created, removed
from sorstudio.model.codes import MessageType
from sorstudio.model.edits.base import Scene, number_scene
from sorstudio.model.edits.numbers import own_number
from sorstudio.model.errors import Refused
from sorstudio.model.plan import Day, Plan, When
from sorstudio.model.records import Direction, MessageCapability, RecordKind, Unit, capability_key

BOTH = (Direction.IN, Direction.OUT)


def add_message_type(
    plan: Plan,
    unit: str,
    type_: str,
    version: str | None,
    directions: Sequence[Direction],
    *,
    day: When = Day.WORKING,
    reason: str | None = None,
) -> Change:
    """A message type in one version (the current one unless named) on the unit's own number, in or out or both."""
    view, found = _number_scene(plan, day, unit)
    number = own_number(view.state, found)
    message = known_message(plan, type_, version)
    edits: list[Edit] = []
    for direction in directions:
        key = capability_key(number.key, message.code, message.version, direction)
        if view.state.record(RecordKind.CAPABILITY, key) is None:
            new = MessageCapability(key, number.key, message.code, message.version, direction)
            edits.append(created(RecordKind.CAPABILITY, new))
    if not edits:
        raise Refused("message.already_there", unit=found.name, type=message.code, version=message.version)
    return view.change("message.added", edits, reason=reason, **_words(found, message, directions))


def add_message_types(
    plan: Plan,
    unit: str,
    wanted: Iterable[tuple[str, Direction]],
    *,
    day: When = Day.WORKING,
    reason: str | None = None,
) -> Change:
    """Several message types in their current versions as one act; those that are there already are passed over."""
    view, found = _number_scene(plan, day, unit)
    number = own_number(view.state, found)
    edits: dict[str, Edit] = {}
    for type_, direction in sorted(wanted):
        message = known_message(plan, type_, None)
        key = capability_key(number.key, message.code, message.version, direction)
        if view.state.record(RecordKind.CAPABILITY, key) is None:
            new = MessageCapability(key, number.key, message.code, message.version, direction)
            edits[key] = created(RecordKind.CAPABILITY, new)
    types = ", ".join(dict.fromkeys(str(edit.after()["type"]) for edit in edits.values()))
    return view.change(
        "message.several_added", edits.values(), reason=reason, unit=found.name, count=len(edits), types=types
    )


def remove_message_type(
    plan: Plan,
    unit: str,
    type_: str,
    version: str | None,
    directions: Sequence[Direction] = BOTH,
    *,
    day: When = Day.WORKING,
    reason: str | None = None,
) -> Change:
    """Take a message type off the unit's own number; without a version, every version of it."""
    view, found = _number_scene(plan, day, unit)
    number = own_number(view.state, found)
    message = plan.codes.message_type(type_, version)
    code, exact = (message.code, message.version if version else None) if message else (type_, version)
    there = [
        item
        for item in view.state.capabilities(number.key)
        if item.type == code and item.direction in directions and exact in (None, item.version)
    ]
    if not there:
        refusal = "message.not_there" if number.messages_known else "message.not_known"
        raise Refused(refusal, unit=found.name, type=code, version=version or "")
    edits = [removed(RecordKind.CAPABILITY, item) for item in there]
    versions = ", ".join(dict.fromkeys(item.version for item in there))
    ways = [item.direction for item in there]
    return view.change(
        "message.removed",
        edits,
        reason=reason,
        unit=found.name,
        type=code,
        version=versions,
        direction=_direction(ways),
    )


def set_messages_known(plan: Plan, unit: str, known: bool) -> Edit | None:
    """The edit that says whether the list of types on the number is complete."""
    number = plan.state().number_of(unit)
    return altered(RecordKind.NUMBER, number, messages_known=known) if number else None


def known_message(plan: Plan, type_: str, version: str | None) -> MessageType:
    """The catalogue's entry for a type and version, or a refusal that names the versions there are."""
    found = plan.codes.message_type(type_, version)
    if found is not None:
        return found
    versions = ", ".join(item.version for item in plan.codes.message_versions(type_))
    if versions:
        raise Refused("message.unknown_version", type=type_, version=version or "", versions=versions)
    raise Refused("message.unknown", type=type_)


def directions_of(text: str) -> tuple[Direction, ...]:
    """The directions that in, out or both stand for."""
    if text == "both":
        return BOTH
    try:
        return (Direction(text),)
    except ValueError:
        raise Refused("message.direction", direction=text) from None


def _number_scene(plan: Plan, day: When, unit: str) -> tuple[Scene, Unit]:
    view = number_scene(plan, day, unit)
    return view, view.unit(unit)


def _direction(ways: Sequence[Direction]) -> str:
    return "word.direction." + ("both" if len(set(ways)) == len(BOTH) else ways[0].value)


def _words(unit: Unit, message: MessageType, ways: Sequence[Direction]) -> dict[str, str]:
    return {"unit": unit.name, "type": message.code, "version": message.version, "direction": _direction(ways)}
