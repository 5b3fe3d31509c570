"""Acts as data: one named act with its fields, as `sorstudio apply` and the repairs of findings write them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, replace
from functools import partial

from sorstudio.model.change import Change
from sorstudio.model.edits import (
    accepting,
    closing,
    messages,
    numbers,
    offers,
    requesting,
    restructure,
    routing_acts,
    settings,
    units,
)
from sorstudio.model.edits.act import Act, Aliases, date_of, flag_of, optional_text, text_of, texts_of, wording_of
from sorstudio.model.edits.base import unit_ref
from sorstudio.model.edits.branches import Make
from sorstudio.model.edits.composed import composed
from sorstudio.model.edits.requesting import Wish
from sorstudio.model.edits.restructure import Part
from sorstudio.model.errors import Unusable
from sorstudio.model.plan import Day, Plan, When
from sorstudio.model.records import Address, AddressUse, Contact, NumberState, Reply, UnitKind, Value

_COMMON = frozenset({"act", "date", "reason", "as"})
_EXISTING = ("into", "by", "play", "agreement")

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
    """The aliases an act gives: to what it makes, to what is there and named by it, or to each part of a split."""
    existing = next((text for name in _EXISTING if isinstance(text := act.fields.get(name), str)), None)
    if act.alias is not None:
        yield act.alias, aliases.get(existing, existing) if existing else act.new_key
    parts = act.fields.get("into")
    for place, part in enumerate(parts if isinstance(parts, list) else ()):
        if isinstance(part, dict) and isinstance(part.get("as"), str):
            yield part["as"], _part_key(act, place)


def _part_key(act: Act, place: int) -> str:
    return f"{act.new_key}.{place + 1}"


_PART_FIELDS = frozenset({"name", "children", "offers", "number", "as"})


def _unit(plan: Plan, act: Act, aliases: Aliases, name: str = "unit") -> str:
    return _ref(plan, text_of(act, name), aliases)


def _ref(plan: Plan, text: str, aliases: Aliases) -> str:
    return aliases[text] if text in aliases else unit_ref(plan, text.strip())


def _units(plan: Plan, act: Act, aliases: Aliases, *names: str) -> list[str]:
    return [_ref(plan, text, aliases) for name in names for text in texts_of(act, name)]


def _day(act: Act) -> When:
    """No date is the working date; null is a correction."""
    return date_of(act, "date") if "date" in act.fields else Day.WORKING


def _reason(act: Act) -> str | None:
    return optional_text(act, "reason")


def _create(plan: Plan, act: Act, aliases: Aliases) -> Change:
    parent = None if act.fields.get("parent") is None else _unit(plan, act, aliases, "parent")
    kind = optional_text(act, "kind")
    if kind is not None and kind not in list(UnitKind):
        raise Unusable("act.value", act=act.name, field="kind", value=kind, known=", ".join(UnitKind))
    return units.create(
        plan,
        parent,
        wording_of(act, "name"),
        kind=UnitKind(kind) if kind else None,
        unit_type=optional_text(act, "unit_type"),
        key=act.new_key,
        day=_day(act),
        reason=_reason(act),
    )


def _rename(plan: Plan, act: Act, aliases: Aliases) -> Change:
    unit = _unit(plan, act, aliases)
    return units.rename(plan, unit, wording_of(act, "name"), day=_day(act), reason=_reason(act))


def _move(plan: Plan, act: Act, aliases: Aliases) -> Change:
    moved = _units(plan, act, aliases, "unit", "units")
    if not moved:
        raise Unusable("act.field_missing", act=act.name, field="unit")
    ahead_of = optional_text(act, "before")
    before = _ref(plan, ahead_of, aliases) if ahead_of else None
    parent = _unit(plan, act, aliases, "parent")
    return units.move(plan, moved, parent, before=before, day=_day(act), reason=_reason(act))


def _set_unit_type(plan: Plan, act: Act, aliases: Aliases) -> Change:
    wanted = optional_text(act, "code") or optional_text(act, "name")
    if wanted is None and not {"code", "name"} & set(act.fields):
        raise Unusable("act.field_missing", act=act.name, field="code")
    return units.set_unit_type(plan, _unit(plan, act, aliases), wanted, day=_day(act), reason=_reason(act))


def _set_specialities(plan: Plan, act: Act, aliases: Aliases) -> Change:
    if "codes" not in act.fields:
        raise Unusable("act.field_missing", act=act.name, field="codes")
    codes = texts_of(act, "codes")
    return units.set_specialities(plan, _unit(plan, act, aliases), codes, day=_day(act), reason=_reason(act))


def _set_address(plan: Plan, act: Act, aliases: Aliases) -> Change:
    use = optional_text(act, "which") or AddressUse.POSTAL.value
    if use not in list(AddressUse):
        raise Unusable("act.value", act=act.name, field="which", value=use, known=", ".join(AddressUse))
    names = [item.name for item in fields(Address)]
    address = None if flag_of(act, "inherit") else Address(**{name: optional_text(act, name) for name in names})
    unit = _unit(plan, act, aliases)
    return units.set_address(plan, unit, AddressUse(use), address, day=_day(act), reason=_reason(act))


def _set_contact(plan: Plan, act: Act, aliases: Aliases) -> Change:
    names = [item.name for item in fields(Contact)]
    contact = None if flag_of(act, "inherit") else Contact(**{name: optional_text(act, name) for name in names})
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
    state = text_of(act, "state")
    if state not in list(NumberState):
        raise Unusable("act.value", act=act.name, field="state", value=state, known=", ".join(NumberState))
    unit, gln = _unit(plan, act, aliases), optional_text(act, "gln")
    return numbers.set_location_number(plan, unit, NumberState(state), gln, day=_day(act), reason=_reason(act))


def _order_location_number(plan: Plan, act: Act, aliases: Aliases) -> Change:
    details = {name: act.fields[name] for name in numbers.DETAILS - {"system"} if name in act.fields}
    return numbers.order_location_number(
        plan,
        _unit(plan, act, aliases),
        system=optional_text(act, "system"),
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
        text_of(act, "type"),
        optional_text(act, "version"),
        messages.directions_of(text_of(act, "direction")),
        day=_day(act),
        reason=_reason(act),
    )


def _remove_message_type(plan: Plan, act: Act, aliases: Aliases) -> Change:
    return messages.remove_message_type(
        plan,
        _unit(plan, act, aliases),
        text_of(act, "type"),
        optional_text(act, "version"),
        messages.directions_of(optional_text(act, "direction") or "both"),
        day=_day(act),
        reason=_reason(act),
    )


def _close(plan: Plan, act: Act, aliases: Aliases) -> Change:
    successors = _units(plan, act, aliases, "replaced_by")
    return closing.close(
        plan,
        _unit(plan, act, aliases),
        successors=successors,
        with_below=flag_of(act, "with_below"),
        day=_day(act),
        reason=_reason(act),
    )


def _reopen(plan: Plan, act: Act, aliases: Aliases) -> Change:
    return closing.reopen(plan, _unit(plan, act, aliases), reason=_reason(act))


def _replace(plan: Plan, act: Act, aliases: Aliases) -> Change:
    by = optional_text(act, "by")
    return restructure.replace_unit(
        plan,
        _unit(plan, act, aliases),
        by=_ref(plan, by, aliases) if by else None,
        name=optional_text(act, "name"),
        key=act.new_key,
        day=_day(act),
        reason=_reason(act),
    )


def _merge(plan: Plan, act: Act, aliases: Aliases) -> Change:
    into, parent, holder = (optional_text(act, name) for name in ("into", "parent", "number_from"))
    return restructure.merge(
        plan,
        _units(plan, act, aliases, "units"),
        into=_ref(plan, into, aliases) if into else None,
        name=optional_text(act, "name"),
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
    return restructure.split(plan, unit, parts, keep=flag_of(act, "keep"), day=_day(act), reason=_reason(act))


def _part(plan: Plan, act: Act, aliases: Aliases, data: object, place: int) -> Part:
    if not isinstance(data, dict):
        raise Unusable("act.field_type", act=act.name, field="into")
    unknown = sorted(set(data) - _PART_FIELDS)
    if unknown:
        known = ", ".join(sorted(_PART_FIELDS))
        raise Unusable("act.unknown_field", act=act.name, field=unknown[0], known=known)
    sub = Act(act.name, data)
    children = tuple(_units(plan, sub, aliases, "children"))
    return Part(
        text_of(sub, "name"), _part_key(act, place), children, tuple(texts_of(sub, "offers")), flag_of(sub, "number")
    )


def _place_offer(plan: Plan, act: Act, aliases: Aliases) -> Change:
    codes = [aliases.get(code, code) for code in (*texts_of(act, "offer"), *texts_of(act, "offers"))]
    if not codes:
        raise Unusable("act.field_missing", act=act.name, field="offer")
    return offers.place_offer(plan, codes, _unit(plan, act, aliases), day=_day(act), reason=_reason(act))


def _remove_offer(plan: Plan, act: Act, aliases: Aliases) -> Change:
    code = text_of(act, "offer")
    unit = _unit(plan, act, aliases)
    return offers.remove_offer(plan, aliases.get(code, code), unit, day=_day(act), reason=_reason(act))


def _create_offer(plan: Plan, act: Act, aliases: Aliases) -> Change:
    return offers.create_offer(
        plan,
        text_of(act, "name"),
        heading=optional_text(act, "heading"),
        area=optional_text(act, "area"),
        legal_basis=optional_text(act, "legal_basis"),
        key=optional_text(act, "code") or act.new_key,
    )


def _delete_offer(plan: Plan, act: Act, aliases: Aliases) -> Change:
    code = text_of(act, "offer")
    return offers.delete_offer(plan, offers.known_offer(plan, aliases.get(code, code)))


def _note(plan: Plan, act: Act, aliases: Aliases) -> Change:
    return units.add_note(plan, _unit(plan, act, aliases), text_of(act, "text"), author=plan.author, key=act.new_key)


def _remove_note(plan: Plan, act: Act, aliases: Aliases) -> Change:
    note = text_of(act, "note")
    return units.remove_note(plan, aliases.get(note, note))


def _accept(plan: Plan, act: Act, aliases: Aliases) -> Change:
    unit = _unit(plan, act, aliases)
    return accepting.accept(
        plan, unit, text_of(act, "rule"), reason=text_of(act, "reason"), facts=text_of(act, "facts")
    )


def _withdraw(plan: Plan, act: Act, aliases: Aliases) -> Change:
    return accepting.withdraw(plan, _unit(plan, act, aliases), text_of(act, "rule"), reason=_reason(act))


def _send_request(plan: Plan, act: Act, aliases: Aliases) -> Change:
    return requesting.send_request(
        plan,
        text_of(act, "addressee"),
        sent=date_of(act, "sent"),
        fingerprint=optional_text(act, "fingerprint") or "",
        note=optional_text(act, "note"),
        anew=flag_of(act, "anew"),
        key=act.new_key,
    )


def _answer_request(plan: Plan, act: Act, aliases: Aliases) -> Change:
    reply = text_of(act, "reply")
    if reply not in list(Reply):
        raise Unusable("act.value", act=act.name, field="reply", value=reply, known=", ".join(Reply))
    request, wish = _request(plan, act, aliases), _wish(plan, act, aliases)
    day = date_of(act, "answered")
    return requesting.answer_request(plan, request, [wish], Reply(reply), reason=_reason(act), day=day)


def _withdraw_answer(plan: Plan, act: Act, aliases: Aliases) -> Change:
    return requesting.withdraw_answer(plan, _request(plan, act, aliases), [_wish(plan, act, aliases)])


def _request(plan: Plan, act: Act, aliases: Aliases) -> str:
    text = text_of(act, "request")
    return requesting.known_request(plan.state(), aliases.get(text, text)).key


def _wish(plan: Plan, act: Act, aliases: Aliases) -> Wish:
    """A line of a request; the unit may be gone from the plan since, and stands by its key then."""
    named = aliases.get(text_of(act, "unit"), text_of(act, "unit").strip())
    by_sor_id = (unit.key for unit in plan.state().units.values() if unit.sor_id == named)
    unit = named if named in plan.state().units else next(by_sor_id, named)
    return Wish(unit, text_of(act, "wish"), date_of(act, "wanted"))


def _set_sor_id(plan: Plan, act: Act, aliases: Aliases) -> Change:
    return units.set_sor_id(plan, _unit(plan, act, aliases), text_of(act, "sor_id"), reason=_reason(act))


def _set_setting(plan: Plan, act: Act, aliases: Aliases) -> Change:
    return settings.set_setting(plan, text_of(act, "name"), optional_text(act, "value"))


def _together(plan: Plan, act: Act, aliases: Aliases) -> Change:
    """The acts of a list as one change; what one of them makes, the later ones may name."""
    data = act.fields.get("acts")
    if not isinstance(data, list) or not data:
        raise Unusable("act.field_missing", act=act.name, field="acts")
    known, makes = dict(aliases), list[Make]()
    for place, item in enumerate(data):
        part = replace(parse_act(item), new_key=_part_key(act, place))
        if part.name == act.name:
            raise Unusable("act.in_itself", act=act.name)
        makes.append(partial(_part_of_many, part, dict(known)))
        known = aliases_after(part, known)
    return composed(plan, makes)


def _part_of_many(act: Act, aliases: Aliases, plan: Plan) -> Change:
    return change_for(plan, act, aliases)


VERBS: dict[str, Verb] = {
    "together": _together,
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
    "send_request": _send_request,
    "answer_request": _answer_request,
    "withdraw_answer": _withdraw_answer,
    "set_sor_id": _set_sor_id,
    "set_setting": _set_setting,
    **routing_acts.VERBS,
}


def _known(*names: str, also: Iterable[str] = ()) -> frozenset[str]:
    return frozenset(names).union(also)


FIELDS: dict[str, frozenset[str]] = {
    "together": _known("acts"),
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
    "send_request": _known("addressee", "sent", "fingerprint", "note", "anew"),
    "answer_request": _known("request", "unit", "wish", "wanted", "reply", "answered"),
    "withdraw_answer": _known("request", "unit", "wish", "wanted"),
    "set_sor_id": _known("unit", "sor_id"),
    "set_setting": _known("name", "value"),
    **routing_acts.FIELDS,
}
"""The fields that each act knows, beside act, date, reason and as."""
