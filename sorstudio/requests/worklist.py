"""The municipality's own edits as a work list: one block for each unit and day, with every field as it must become.

The order of the lines is kept: lines of one unit stand together only where nothing is done before what it waits for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from sorstudio import resources
from sorstudio.requests.complete import CompleteField, CompleteUnit, Origin
from sorstudio.requests.envelope import Request
from sorstudio.requests.line import Action, Addressee, FieldChange, Line

TICK_BOX = "☐"
# SOR asks for no more than these when a unit is closed or its successors are noted.
_ONLY_WHAT_CHANGES = frozenset({Action.CLOSE, Action.REPLACE, Action.REOPEN})


@dataclass(frozen=True, slots=True)
class WorkField:
    """One field to key in. `before` is said where it changes; `is_kept` where the extract does not carry it."""

    field: str
    label: str
    value: str
    origin: str
    before: str = ""
    is_changed: bool = False
    is_kept: bool = False
    is_empty: bool = False
    is_inherited: bool = False


@dataclass(frozen=True, slots=True)
class WorkBlock:
    """What is done at one unit on one day, at its place in the work list."""

    number: int
    lines: tuple[Line, ...]
    fields: tuple[WorkField, ...]

    @property
    def unit(self) -> str:
        """The key of the unit."""
        return self.lines[0].unit

    @property
    def day(self) -> date | None:
        """The day on which it takes effect; a correction has none."""
        return self.lines[0].day


@cache
def keying_order() -> Mapping[str, int]:
    """The place of each field when a unit is keyed in."""
    return {name: place for place, name in enumerate(resources.read_toml("templates/worklist.toml")["order"])}


def work_blocks(request: Request, addressee: Addressee = Addressee.MUNICIPALITY) -> tuple[WorkBlock, ...]:
    """The work list of one addressee, in an order that works."""
    envelope = request.envelope(addressee)
    groups = _groups(envelope.lines if envelope else ())
    return tuple(
        WorkBlock(number, tuple(lines), _block_fields(request, lines)) for number, lines in enumerate(groups, start=1)
    )


def _groups(lines: Sequence[Line]) -> list[list[Line]]:
    groups: list[list[Line]] = []
    latest: dict[tuple[str, date | None], int] = {}
    stands: dict[str, int] = {}
    for line in lines:
        group = latest.get((line.unit, line.day))
        if group is None or any(stands.get(other, -1) > group for other in line.waits_for):
            group = len(groups)
            groups.append([])
            latest[line.unit, line.day] = group
        groups[group].append(line)
        stands[line.id] = group
    return groups


def _block_fields(request: Request, lines: Sequence[Line]) -> tuple[WorkField, ...]:
    complete = request.complete(lines[0])
    if complete is None or all(line.action in _ONLY_WHAT_CHANGES for line in lines):
        return tuple(_changed_field(request, change) for line in lines for change in line.fields)
    is_made = any(line.action is Action.CREATE for line in lines)
    changed = {} if is_made else {change.field: change for line in lines for change in line.fields}
    fields = [complete_field(request, complete.unit, one, changed.pop(one.field, None)) for one in ordered(complete)]
    return (*fields, *(_changed_field(request, change) for change in changed.values()))


def ordered(complete: CompleteUnit) -> list[CompleteField]:
    """The fields in the order in which they are keyed in; one that the order does not name comes last."""
    places = keying_order()
    return sorted(complete.fields, key=lambda one: places.get(one.field, len(places)))


def _changed_field(request: Request, change: FieldChange) -> WorkField:
    words = request.wording
    before, after = (words.value(change.field, value) for value in (change.before, change.after))
    return WorkField(change.field, words.label(change.field), after, "", before, is_changed=True)


def complete_field(request: Request, unit: str, one: CompleteField, change: FieldChange | None = None) -> WorkField:
    """One field of the complete new state in words; what the extract does not carry says what to do, never nothing."""
    return WorkField(
        one.field,
        request.wording.label(one.field),
        _value(request, unit, one),
        _origin(request, one),
        request.wording.value(one.field, change.before) if change else "",
        is_changed=change is not None,
        is_kept=one.origin is Origin.UNKNOWN,
        is_empty=one.origin is Origin.NONE and change is None,
        is_inherited=one.origin is Origin.INHERITED,
    )


def _value(request: Request, unit: str, one: CompleteField) -> str:
    if one.origin is Origin.UNKNOWN:
        return request.texts.sentence("request.decide" if request.is_new(unit) else "request.keep_as_in_sor")
    if one.origin is Origin.NONE:
        return request.texts.value("word.none")
    if one.field == "gln" and one.value is None:
        return request.texts.sentence("request.worklist.awaited")
    if one.field in ("parent", "geographic_parent"):
        return named(request, str(one.value))
    return request.wording.value(one.field, one.value)


def named(request: Request, key: str | None) -> str:
    """A unit by its name and what it is referred to by; what is no unit of the plan stands as it is."""
    unit = request.unit(key) if key else None
    if unit is None:
        return key or ""
    reference = request.reference(unit.key)
    return f"{unit.name} ({reference})" if reference else unit.name


def _origin(request: Request, one: CompleteField) -> str:
    if one.origin is Origin.UNKNOWN:
        return request.texts.value("word.unknown")
    giver = request.unit(one.giver) if one.giver else None
    origin = request.texts.value(f"word.origin.{one.origin}")
    return f"{origin}: {giver.name}" if giver else origin
