"""Verbs on location numbers: own, ordered, inherited, none; and the details that an order needs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sorstudio.model import identifiers
from sorstudio.model.change import Change, Edit, altered, created, new_id, removed
from sorstudio.model.edits.base import Scene, number_scene, unit_scene
from sorstudio.model.errors import Refused
from sorstudio.model.inherit import inherits_by_kind, nearest_number_above
from sorstudio.model.plan import Day, Plan, When
from sorstudio.model.records import LocationNumber, NumberState, RecordKind, Unit, Value
from sorstudio.model.state import State, apply_edit

DETAILS = frozenset(
    {"system", "vendor", "net_operator", "region", "administrator", "internal_only", "inactive", "note"}
)
LONGEST_NOTE = 254
"""SOR XML 1.0.0, SorNote."""


def set_location_number(
    plan: Plan,
    unit: str,
    state: NumberState,
    gln: str | None = None,
    *,
    day: When = Day.WORKING,
    reason: str | None = None,
) -> Change:
    """Own (with its GLN, or keeping the one it has), inherited from above, or none.

    Giving up an own number closes it, with its message types. A number that was ordered gets its GLN this way. Without
    a named day the act waits for a number that the plan gives the unit later.
    """
    view = _number_view(plan, day, unit)
    found = view.unit(unit)
    if state is NumberState.OWN:
        return _own(view, found, gln, reason)
    if gln:
        raise Refused("number.gln_without_own", unit=found.name)
    if state is NumberState.INHERITED:
        return _inherit(view, found, reason)
    edits = [*without_number(view.state, unit), altered(RecordKind.UNIT, found, number_state=NumberState.NONE)]
    return view.change("number.removed", edits, reason=reason, unit=found.name, gln=_gln_text(view.state, unit))


def order_location_number(
    plan: Plan,
    unit: str,
    *,
    system: str | None = None,
    details: Mapping[str, Value] | None = None,
    key: str | None = None,
    day: When = Day.WORKING,
    reason: str | None = None,
) -> Change:
    """An own number that is not issued yet; `system` is the journal system that will receive on it (MC-20)."""
    view = _number_view(plan, day, unit)
    found = view.unit(unit)
    present_number = view.state.number_of(unit) or plan.state().number_of(unit)
    if present_number is not None:
        code = "number.already_own" if present_number.gln else "number.already_ordered"
        raise Refused(code, unit=found.name, gln=present_number.gln or "")
    number = _ordered(LocationNumber(key or new_id(), unit), _details(plan, {**(details or {}), "system": system}))
    edits = [
        altered(RecordKind.UNIT, found, number_state=NumberState.OWN),
        created(RecordKind.NUMBER, number),
    ]
    return view.change("number.ordered", edits, reason=reason, unit=found.name, system=number.system or "")


def close_location_number(plan: Plan, unit: str, *, day: When = Day.WORKING, reason: str | None = None) -> Change:
    """Give up the unit's own number, with its message types; the unit then has none."""
    view = number_scene(plan, day, unit)
    found = view.unit(unit)
    if view.state.number_of(unit) is None:
        raise Refused("number.not_own", unit=found.name)
    return set_location_number(plan, unit, NumberState.NONE, day=day, reason=reason)


def change_number(
    plan: Plan, unit: str, details: Mapping[str, Value], *, day: When = Day.WORKING, reason: str | None = None
) -> Change:
    """System, vendor, net operator and the other details of the unit's own number."""
    view = number_scene(plan, day, unit)
    found = view.unit(unit)
    number = own_number(view.state, found)
    edit = altered(RecordKind.NUMBER, number, **_details(plan, details))
    return view.change("number.changed", [edit], reason=reason, unit=found.name, gln=number.gln or "")


def own_number(state: State, unit: Unit) -> LocationNumber:
    """The unit's own number, or a refusal that says where the number that holds there comes from."""
    number = state.number_of(unit.key)
    if number is not None:
        return number
    giver = nearest_number_above(state, unit.key) if unit.number_state is NumberState.INHERITED else None
    if giver is not None:
        raise Refused("number.inherited", unit=unit.name, giver=state.units[giver].name)
    raise Refused("number.not_own", unit=unit.name)


def without_number(state: State, unit: str) -> list[Edit]:
    """The edits that close a unit's own number with its message types; none where it has none."""
    number = state.number_of(unit)
    if number is None:
        return []
    types = [removed(RecordKind.CAPABILITY, item) for item in state.capabilities(number.key)]
    return [*types, removed(RecordKind.NUMBER, number)]


def checked_gln(plan: Plan, unit: str, gln: str) -> str:
    """A GLN with a right check digit that no other unit owns, or a refusal."""
    text = identifiers.clean_id(gln)
    problem = identifiers.gln_problem(text)
    if problem is not None:
        raise Refused(problem.code, **problem.params)
    state = plan.state()
    for number in state.numbers.values():
        if number.gln == text and number.unit != unit:
            raise Refused("number.taken", gln=text, unit=state.units[number.unit].name)
    return text


def _number_view(plan: Plan, day: When, unit: str) -> Scene:
    return unit_scene(plan, day, unit) if isinstance(day, date) else number_scene(plan, day, unit)


def _own(view: Scene, unit: Unit, gln: str | None, reason: str | None) -> Change:
    number = view.state.number_of(unit.key)
    if not gln:
        if number is None:
            raise Refused("number.gln_missing", unit=unit.name)
        raise Refused("number.already_own", unit=unit.name, gln=number.gln or "")
    text = checked_gln(view.plan, unit.key, gln)
    state = altered(RecordKind.UNIT, unit, number_state=NumberState.OWN)
    if number is None:
        new = LocationNumber(new_id(), unit.key, text)
        return view.change(
            "number.set", [state, created(RecordKind.NUMBER, new)], reason=reason, unit=unit.name, gln=text
        )
    code = "number.replaced" if number.gln else "number.issued"
    edit = altered(RecordKind.NUMBER, number, gln=text)
    return view.change(code, [state, edit], reason=reason, unit=unit.name, gln=text, before=number.gln or "")


def _inherit(view: Scene, unit: Unit, reason: str | None) -> Change:
    if not inherits_by_kind(unit.kind):
        raise Refused("number.owner_cannot_inherit", unit=unit.name)
    giver = nearest_number_above(view.state, unit.key)
    if giver is None:
        raise Refused("number.nothing_to_inherit", unit=unit.name)
    edits = [*without_number(view.state, unit.key), altered(RecordKind.UNIT, unit, number_state=NumberState.INHERITED)]
    return view.change("number.inherits", edits, reason=reason, unit=unit.name, giver=view.state.units[giver].name)


def _ordered(number: LocationNumber, details: Mapping[str, Value]) -> LocationNumber:
    edit = altered(RecordKind.NUMBER, number, **details)
    detailed = apply_edit(number, edit) if edit else number
    return detailed if isinstance(detailed, LocationNumber) else number


def _gln_text(state: State, unit: str) -> str:
    number = state.number_of(unit)
    return (number.gln or "") if number else ""


def _details(plan: Plan, details: Mapping[str, Value]) -> dict[str, Value]:
    unknown = sorted(set(details) - DETAILS)
    if unknown:
        raise Refused("field.unknown", field=unknown[0], known=", ".join(sorted(DETAILS)))
    note = details.get("note")
    if isinstance(note, str) and len(note) > LONGEST_NOTE:
        raise Refused("number.note_too_long", length=len(note), most=LONGEST_NOTE)
    cleaned = {name: value.strip() or None if isinstance(value, str) else value for name, value in details.items()}
    operator = cleaned.get("net_operator")
    known = plan.codes.net_operator(operator) if isinstance(operator, str) else None
    return {**cleaned, "net_operator": known.code} if known else cleaned
