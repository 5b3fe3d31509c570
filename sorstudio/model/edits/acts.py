"""Acts as data: one named act with its fields, as `sorstudio apply` and the repairs of findings write them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from datetime import date

from sorstudio.model.change import Change, new_id
from sorstudio.model.edits import accepting, closing, messages, numbers, offers, restructure, settings, units
from sorstudio.model.edits.base import unit_ref
from sorstudio.model.edits.restructure import Part
from sorstudio.model.errors import Unusable
from sorstudio.model.plan import Day, Plan, When
from sorstudio.model.records import Address, AddressUse, Contact, NumberState, UnitKind, Value

_COMMON = frozenset({"act", "date", "reason", "as"})


@dataclass(frozen=True, slots=True)
class Act:
    """One act: its name, its fields, and the key that a record it makes will get (the same each time it is tried)."""

    name: str
    fields: Mapping[str, object]
    alias: str | None = None
    new_key: str = field(default_factory=new_id)


Aliases = Mapping[str, str]
Verb = Callable[[Plan, Act, Aliases], Change]


def parse_act(data: object) -> Act:
    """An act from decoded JSON, or what is wrong with it."""
    if not isinstance(data, dict) or not isinstance(data.get("act"), str):
        raise Unusable("act.no_name")
    name = data["act"]
    if name not in VERBS:
        raise Unusable("act.unknown", act=name, known=", ".join(sorted(VERBS)))
    unknown = sorted(set(data) - _COMMON - FIELDS[name])
    if unknown:
        raise Unusable("act.unknown_field", act=name, field=unknown[0], known=", ".join(sorted(FIELDS[name] | _COMMON)))
    alias = data.get("as")
    if alias is not None and not isinstance(alias, str):
        raise Unusable("act.field_type", act=name, field="as")
    return Act(name, {key: value for key, value in data.items() if key not in ("act", "as")}, alias)


def change_for(plan: Plan, act: Act, aliases: Aliases) -> Change:
    """The change that an act makes on the plan as it stands; refuses like the verb it calls."""
    return VERBS[act.name](plan, act, aliases)


def aliases_after(act: Act, aliases: Aliases) -> dict[str, str]:
    """The aliases that hold for the acts that follow."""
    found = dict(aliases)
    for alias, key in _named(act, aliases):
        if alias in found:
            raise Unusable("act.alias_taken", alias=alias)
        found[alias] = key
    return found


def _named(act: Act, aliases: Aliases) -> Iterator[tuple[str, str]]:
    """The aliases an act gives: to what it makes, to the existing unit that takes over, or to each part of a split."""
    existing = next((text for name in ("into", "by") if isinstance(text := act.fields.get(name), str)), None)
    if act.alias is not None:
        yield act.alias, aliases.get(existing, existing) if existing else act.new_key
    parts = act.fields.get("into")
    for place, part in enumerate(parts if isinstance(parts, list) else ()):
        if isinstance(part, dict) and isinstance(part.get("as"), str):
            yield part["as"], _part_key(act, place)


def _part_key(act: Act, place: int) -> str:
    return f"{act.new_key}.{place + 1}"


_PART_FIELDS = frozenset({"name", "children", "offers", "number", "as"})


def _text(act: Act, name: str) -> str:
    value = _wording(act, name)
    if not value.strip():
        raise Unusable("act.field_type", act=act.name, field=name)
    return value


def _wording(act: Act, name: str) -> str:
    """A text that may be blank: what it may hold is the verb's to refuse."""
    value = act.fields.get(name)
    if not isinstance(value, str):
        raise Unusable("act.field_missing" if value is None else "act.field_type", act=act.name, field=name)
    return value


def _optional(act: Act, name: str) -> str | None:
    value = act.fields.get(name)
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise Unusable("act.field_type", act=act.name, field=name)
    return value


def _texts(act: Act, name: str) -> list[str]:
    """A text or a list of texts."""
    value = act.fields.get(name)
    if value is None:
        return []
    items = [value] if isinstance(value, str) else value
    if not isinstance(items, list) or not all(isinstance(item, str) for item in items):
        raise Unusable("act.field_type", act=act.name, field=name)
    return list(items)


def _flag(act: Act, name: str) -> bool:
    value = act.fields.get(name, False)
    if not isinstance(value, bool):
        raise Unusable("act.field_type", act=act.name, field=name)
    return value


def _unit(plan: Plan, act: Act, aliases: Aliases, name: str = "unit") -> str:
    return _ref(plan, _text(act, name), aliases)


def _ref(plan: Plan, text: str, aliases: Aliases) -> str:
    return aliases[text] if text in aliases else unit_ref(plan, text.strip())


def _units(plan: Plan, act: Act, aliases: Aliases, *names: str) -> list[str]:
    return [_ref(plan, text, aliases) for name in names for text in _texts(act, name)]


def _day(act: Act) -> When:
    """No date is the working date; null is a correction."""
    if "date" not in act.fields:
        return Day.WORKING
    value = act.fields["date"]
    if value is None:
        return None
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise Unusable("act.date", act=act.name, date=str(value)) from None


def _reason(act: Act) -> str | None:
    return _optional(act, "reason")


def _create(plan: Plan, act: Act, aliases: Aliases) -> Change:
    parent = None if act.fields.get("parent") is None else _unit(plan, act, aliases, "parent")
    kind = _optional(act, "kind")
    if kind is not None and kind not in list(UnitKind):
        raise Unusable("act.value", act=act.name, field="kind", value=kind, known=", ".join(UnitKind))
    return units.create(
        plan,
        parent,
        _wording(act, "name"),
        kind=UnitKind(kind) if kind else None,
        unit_type=_optional(act, "unit_type"),
        key=act.new_key,
        day=_day(act),
        reason=_reason(act),
    )


def _rename(plan: Plan, act: Act, aliases: Aliases) -> Change:
    unit = _unit(plan, act, aliases)
    return units.rename(plan, unit, _wording(act, "name"), day=_day(act), reason=_reason(act))


def _move(plan: Plan, act: Act, aliases: Aliases) -> Change:
    moved = _units(plan, act, aliases, "unit", "units")
    if not moved:
        raise Unusable("act.field_missing", act=act.name, field="unit")
    ahead_of = _optional(act, "before")
    before = _ref(plan, ahead_of, aliases) if ahead_of else None
    parent = _unit(plan, act, aliases, "parent")
    return units.move(plan, moved, parent, before=before, day=_day(act), reason=_reason(act))


def _set_unit_type(plan: Plan, act: Act, aliases: Aliases) -> Change:
    wanted = _optional(act, "code") or _optional(act, "name")
    if wanted is None and not {"code", "name"} & set(act.fields):
        raise Unusable("act.field_missing", act=act.name, field="code")
    return units.set_unit_type(plan, _unit(plan, act, aliases), wanted, day=_day(act), reason=_reason(act))


def _set_specialities(plan: Plan, act: Act, aliases: Aliases) -> Change:
    if "codes" not in act.fields:
        raise Unusable("act.field_missing", act=act.name, field="codes")
    codes = _texts(act, "codes")
    return units.set_specialities(plan, _unit(plan, act, aliases), codes, day=_day(act), reason=_reason(act))


def _set_address(plan: Plan, act: Act, aliases: Aliases) -> Change:
    use = _optional(act, "which") or AddressUse.POSTAL.value
    if use not in list(AddressUse):
        raise Unusable("act.value", act=act.name, field="which", value=use, known=", ".join(AddressUse))
    names = [item.name for item in fields(Address)]
    address = None if _flag(act, "inherit") else Address(**{name: _optional(act, name) for name in names})
    unit = _unit(plan, act, aliases)
    return units.set_address(plan, unit, AddressUse(use), address, day=_day(act), reason=_reason(act))


def _set_contact(plan: Plan, act: Act, aliases: Aliases) -> Change:
    names = [item.name for item in fields(Contact)]
    contact = None if _flag(act, "inherit") else Contact(**{name: _optional(act, name) for name in names})
    return units.set_contact(plan, _unit(plan, act, aliases), contact, day=_day(act), reason=_reason(act))


def _change_fields(plan: Plan, act: Act, aliases: Aliases) -> Change:
    values = _values(act, act.fields.get("fields"))
    return units.change_fields(plan, _unit(plan, act, aliases), values, day=_day(act), reason=_reason(act))


def _values(act: Act, data: object) -> dict[str, Value]:
    if not isinstance(data, dict) or not data:
        raise Unusable("act.field_missing", act=act.name, field="fields")
    if not all(value is None or isinstance(value, str | bool) for value in data.values()):
        raise Unusable("act.field_type", act=act.name, field="fields")
    return {str(name): value for name, value in data.items()}


def _set_location_number(plan: Plan, act: Act, aliases: Aliases) -> Change:
    state = _text(act, "state")
    if state not in list(NumberState):
        raise Unusable("act.value", act=act.name, field="state", value=state, known=", ".join(NumberState))
    unit, gln = _unit(plan, act, aliases), _optional(act, "gln")
    return numbers.set_location_number(plan, unit, NumberState(state), gln, day=_day(act), reason=_reason(act))


def _order_location_number(plan: Plan, act: Act, aliases: Aliases) -> Change:
    details = {name: act.fields[name] for name in numbers.DETAILS - {"system"} if name in act.fields}
    return numbers.order_location_number(
        plan,
        _unit(plan, act, aliases),
        system=_optional(act, "system"),
        details=_values(act, details) if details else None,
        key=act.new_key,
        day=_day(act),
        reason=_reason(act),
    )


def _close_location_number(plan: Plan, act: Act, aliases: Aliases) -> Change:
    return numbers.close_location_number(plan, _unit(plan, act, aliases), day=_day(act), reason=_reason(act))


def _change_location_number(plan: Plan, act: Act, aliases: Aliases) -> Change:
    details = _values(act, {name: act.fields[name] for name in numbers.DETAILS if name in act.fields})
    return numbers.change_number(plan, _unit(plan, act, aliases), details, day=_day(act), reason=_reason(act))


def _add_message_type(plan: Plan, act: Act, aliases: Aliases) -> Change:
    return messages.add_message_type(
        plan,
        _unit(plan, act, aliases),
        _text(act, "type"),
        _optional(act, "version"),
        messages.directions_of(_text(act, "direction")),
        day=_day(act),
        reason=_reason(act),
    )


def _remove_message_type(plan: Plan, act: Act, aliases: Aliases) -> Change:
    return messages.remove_message_type(
        plan,
        _unit(plan, act, aliases),
        _text(act, "type"),
        _optional(act, "version"),
        messages.directions_of(_optional(act, "direction") or "both"),
        day=_day(act),
        reason=_reason(act),
    )


def _close(plan: Plan, act: Act, aliases: Aliases) -> Change:
    successors = _units(plan, act, aliases, "replaced_by")
    return closing.close(
        plan,
        _unit(plan, act, aliases),
        successors=successors,
        with_below=_flag(act, "with_below"),
        day=_day(act),
        reason=_reason(act),
    )


def _reopen(plan: Plan, act: Act, aliases: Aliases) -> Change:
    return closing.reopen(plan, _unit(plan, act, aliases), reason=_reason(act))


def _replace(plan: Plan, act: Act, aliases: Aliases) -> Change:
    by = _optional(act, "by")
    return restructure.replace_unit(
        plan,
        _unit(plan, act, aliases),
        by=_ref(plan, by, aliases) if by else None,
        name=_optional(act, "name"),
        key=act.new_key,
        day=_day(act),
        reason=_reason(act),
    )


def _merge(plan: Plan, act: Act, aliases: Aliases) -> Change:
    into, parent, holder = (_optional(act, name) for name in ("into", "parent", "number_from"))
    return restructure.merge(
        plan,
        _units(plan, act, aliases, "units"),
        into=_ref(plan, into, aliases) if into else None,
        name=_optional(act, "name"),
        parent=_ref(plan, parent, aliases) if parent else None,
        number_from=_ref(plan, holder, aliases) if holder else None,
        key=act.new_key,
        day=_day(act),
        reason=_reason(act),
    )


def _split(plan: Plan, act: Act, aliases: Aliases) -> Change:
    data = act.fields.get("into")
    if not isinstance(data, list) or not data:
        raise Unusable("act.field_missing", act=act.name, field="into")
    parts = [_part(plan, act, aliases, item, place) for place, item in enumerate(data)]
    unit = _unit(plan, act, aliases)
    return restructure.split(plan, unit, parts, keep=_flag(act, "keep"), day=_day(act), reason=_reason(act))


def _part(plan: Plan, act: Act, aliases: Aliases, data: object, place: int) -> Part:
    if not isinstance(data, dict):
        raise Unusable("act.field_type", act=act.name, field="into")
    unknown = sorted(set(data) - _PART_FIELDS)
    if unknown:
        known = ", ".join(sorted(_PART_FIELDS))
        raise Unusable("act.unknown_field", act=act.name, field=unknown[0], known=known)
    sub = Act(act.name, data)
    children = tuple(_units(plan, sub, aliases, "children"))
    return Part(_text(sub, "name"), _part_key(act, place), children, tuple(_texts(sub, "offers")), _flag(sub, "number"))


def _place_offer(plan: Plan, act: Act, aliases: Aliases) -> Change:
    codes = [aliases.get(code, code) for code in (*_texts(act, "offer"), *_texts(act, "offers"))]
    if not codes:
        raise Unusable("act.field_missing", act=act.name, field="offer")
    return offers.place_offer(plan, codes, _unit(plan, act, aliases), day=_day(act), reason=_reason(act))


def _remove_offer(plan: Plan, act: Act, aliases: Aliases) -> Change:
    code = _text(act, "offer")
    unit = _unit(plan, act, aliases)
    return offers.remove_offer(plan, aliases.get(code, code), unit, day=_day(act), reason=_reason(act))


def _create_offer(plan: Plan, act: Act, aliases: Aliases) -> Change:
    return offers.create_offer(
        plan,
        _text(act, "name"),
        heading=_optional(act, "heading"),
        area=_optional(act, "area"),
        legal_basis=_optional(act, "legal_basis"),
        key=_optional(act, "code") or act.new_key,
    )


def _delete_offer(plan: Plan, act: Act, aliases: Aliases) -> Change:
    code = _text(act, "offer")
    return offers.delete_offer(plan, offers.known_offer(plan, aliases.get(code, code)))


def _note(plan: Plan, act: Act, aliases: Aliases) -> Change:
    return units.add_note(plan, _unit(plan, act, aliases), _text(act, "text"), author=plan.author, key=act.new_key)


def _remove_note(plan: Plan, act: Act, aliases: Aliases) -> Change:
    note = _text(act, "note")
    return units.remove_note(plan, aliases.get(note, note))


def _accept(plan: Plan, act: Act, aliases: Aliases) -> Change:
    unit = _unit(plan, act, aliases)
    return accepting.accept(plan, unit, _text(act, "rule"), reason=_text(act, "reason"), facts=_text(act, "facts"))


def _withdraw(plan: Plan, act: Act, aliases: Aliases) -> Change:
    return accepting.withdraw(plan, _unit(plan, act, aliases), _text(act, "rule"), reason=_reason(act))


def _set_sor_id(plan: Plan, act: Act, aliases: Aliases) -> Change:
    return units.set_sor_id(plan, _unit(plan, act, aliases), _text(act, "sor_id"), reason=_reason(act))


def _set_setting(plan: Plan, act: Act, aliases: Aliases) -> Change:
    return settings.set_setting(plan, _text(act, "name"), _optional(act, "value"))


VERBS: dict[str, Verb] = {
    "create": _create,
    "rename": _rename,
    "move": _move,
    "change_fields": _change_fields,
    "set_unit_type": _set_unit_type,
    "set_specialities": _set_specialities,
    "set_address": _set_address,
    "set_contact": _set_contact,
    "set_location_number": _set_location_number,
    "order_location_number": _order_location_number,
    "change_location_number": _change_location_number,
    "close_location_number": _close_location_number,
    "add_message_type": _add_message_type,
    "remove_message_type": _remove_message_type,
    "close": _close,
    "reopen": _reopen,
    "replace": _replace,
    "split": _split,
    "merge": _merge,
    "place_offer": _place_offer,
    "remove_offer": _remove_offer,
    "create_offer": _create_offer,
    "delete_offer": _delete_offer,
    "note": _note,
    "remove_note": _remove_note,
    "accept_finding": _accept,
    "withdraw_acceptance": _withdraw,
    "set_sor_id": _set_sor_id,
    "set_setting": _set_setting,
}


def _known(*names: str, also: Iterable[str] = ()) -> frozenset[str]:
    return frozenset(names).union(also)


FIELDS: dict[str, frozenset[str]] = {
    "create": _known("parent", "kind", "name", "unit_type"),
    "rename": _known("unit", "name"),
    "move": _known("unit", "units", "parent", "before"),
    "change_fields": _known("unit", "fields"),
    "set_unit_type": _known("unit", "code", "name"),
    "set_specialities": _known("unit", "codes"),
    "set_address": _known("unit", "which", "inherit", also=(item.name for item in fields(Address))),
    "set_contact": _known("unit", "inherit", also=(item.name for item in fields(Contact))),
    "set_location_number": _known("unit", "state", "gln"),
    "order_location_number": _known("unit", also=numbers.DETAILS),
    "change_location_number": _known("unit", also=numbers.DETAILS),
    "close_location_number": _known("unit"),
    "add_message_type": _known("unit", "type", "version", "direction"),
    "remove_message_type": _known("unit", "type", "version", "direction"),
    "close": _known("unit", "replaced_by", "with_below"),
    "reopen": _known("unit"),
    "replace": _known("unit", "by", "name"),
    "split": _known("unit", "into", "keep"),
    "merge": _known("units", "into", "name", "parent", "number_from"),
    "place_offer": _known("offer", "offers", "unit"),
    "remove_offer": _known("offer", "unit"),
    "create_offer": _known("name", "heading", "area", "legal_basis", "code"),
    "delete_offer": _known("offer"),
    "note": _known("unit", "text"),
    "remove_note": _known("note"),
    "accept_finding": _known("unit", "rule", "facts"),
    "withdraw_acceptance": _known("unit", "rule"),
    "set_sor_id": _known("unit", "sor_id"),
    "set_setting": _known("name", "value"),
}
"""The fields that each act knows, beside act, date, reason and as."""
