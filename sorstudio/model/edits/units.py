"""Verbs on the units themselves: create, rename, move and reorder, and change their own fields."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sorstudio.model import identifiers
from sorstudio.model.change import Change, Edit, altered, created, new_id, removed
from sorstudio.model.edits.base import Scene, scene, unit_scene
from sorstudio.model.errors import Refused
from sorstudio.model.invariants import ALLOWED_PARENT
from sorstudio.model.plan import Day, Plan, When
from sorstudio.model.records import (
    Address,
    AddressUse,
    Contact,
    Note,
    RecordKind,
    SpecialityMember,
    Unit,
    UnitKind,
    Value,
    speciality_key,
)

LONGEST_NAME = 60
"""SOR XML 1.0.0, SorName."""
MOST_SPECIALITIES = 8
PLAIN_FIELDS = frozenset(
    {
        "cvr", "p_number", "provider_number", "shak", "local_code", "pharmacy_number", "kombit_id",
        "organisational_level", "geographic_relation", "geographic_parent",
        "ambulant", "admits_patients", "reporting_level",
    }
)  # fmt: skip
FLAGS = frozenset({"ambulant", "admits_patients", "reporting_level"})
_FIELD_PROBLEM = {
    "cvr": identifiers.cvr_problem,
    "p_number": identifiers.p_number_problem,
    "provider_number": identifiers.provider_number_problem,
    "shak": identifiers.shak_problem,
}
_ADDRESS_FIELD = {
    AddressUse.POSTAL: "postal",
    AddressUse.VISITING: "visiting",
    AddressUse.ACTIVITY: "activity",
}


def create(
    plan: Plan,
    parent: str | None,
    name: str,
    *,
    kind: UnitKind | None = None,
    unit_type: str | None = None,
    key: str | None = None,
    day: When = Day.WORKING,
    reason: str | None = None,
) -> Change:
    """A new unit as the last child of `parent` (None: the owner itself). It has no SOR-ID until SOR issues one."""
    view = unit_scene(plan, day, *([parent] if parent else []))
    above = view.unit(parent) if parent else None
    chosen = kind or _natural_kind(above)
    _check_place(chosen, above)
    unit = Unit(
        key or new_id(),
        chosen,
        checked_name(name),
        parent,
        rank=_last_rank(view, parent),
        unit_type=_type_code(plan, unit_type) if unit_type else None,
        valid_from=view.day,
        first_from=view.day,
    )
    _check_new_key(plan, unit.key)
    return view.change(
        "unit.created",
        [created(RecordKind.UNIT, unit)],
        reason=reason,
        unit=unit.name,
        parent=above.name if above else "",
    )


def rename(plan: Plan, unit: str, name: str, *, day: When = Day.WORKING, reason: str | None = None) -> Change:
    """Another name, at most 60 characters."""
    view = unit_scene(plan, day, unit)
    found = view.unit(unit)
    edit = altered(RecordKind.UNIT, found, name=checked_name(name))
    return view.change("unit.renamed", [edit], reason=reason, before=found.name, after=name.strip())


def move(
    plan: Plan,
    units: Sequence[str],
    parent: str,
    *,
    before: str | None = None,
    day: When = Day.WORKING,
    reason: str | None = None,
) -> Change:
    """One or several units, with all below them, to a parent; ahead of the child `before`, or last.

    Moving within the same parent is reordering, which SOR does not know. A unit in `units` whose ancestor is there too
    follows its ancestor.
    """
    view = unit_scene(plan, day, *units, parent)
    target = view.unit(parent)
    tops = _tops(view, units)
    for unit in tops:
        _check_move(view, view.unit(unit), target)
    edits = [*_placed(view, tops, parent, before)]
    moved = [view.unit(unit) for unit in tops]
    code = "unit.reordered" if all(unit.parent == parent for unit in moved) else "unit.moved"
    names = ", ".join(unit.name for unit in moved)
    return view.change(code, edits, reason=reason, unit=names, parent=target.name, count=len(moved))


def set_unit_type(
    plan: Plan, unit: str, unit_type: str | None, *, day: When = Day.WORKING, reason: str | None = None
) -> Change:
    """A type by code or Danish or English name; None takes it away."""
    view = unit_scene(plan, day, unit)
    found = view.unit(unit)
    code = _type_code(plan, unit_type) if unit_type else None
    edit = altered(RecordKind.UNIT, found, unit_type=code)
    label = plan.codes.unit_type(code) if code else None
    named = label.name_da if label else ""
    return view.change(
        "unit.type_set" if code else "unit.type_removed", [edit], reason=reason, unit=found.name, type=named
    )


def set_unit_types(
    plan: Plan, types: Mapping[str, str], *, day: When = Day.WORKING, reason: str | None = None
) -> Change:
    """A type for each of several units, as one act."""
    view = unit_scene(plan, day, *types)
    codes = {unit: _type_code(plan, text) for unit, text in types.items()}
    edits = [altered(RecordKind.UNIT, view.unit(unit), unit_type=code) for unit, code in codes.items()]
    labels = (plan.codes.unit_type(code) for code in dict.fromkeys(codes.values()))
    named = ", ".join(label.name_da for label in labels if label)
    names = ", ".join(view.unit(unit).name for unit in types)
    return view.change("unit.types_set", edits, reason=reason, unit=names, type=named, count=len(types))


def set_specialities(
    plan: Plan, unit: str, codes: Sequence[str], *, day: When = Day.WORKING, reason: str | None = None
) -> Change:
    """The specialities in order of priority, at most 8; each is a set member of its own."""
    view = unit_scene(plan, day, unit)
    found = view.unit(unit)
    wanted = list(dict.fromkeys(_speciality_code(plan, code) for code in codes))
    if len(wanted) > MOST_SPECIALITIES:
        raise Refused("speciality.too_many", unit=found.name, most=MOST_SPECIALITIES)
    old = {item.code: item for item in view.state.specialities(unit)}
    edits = [removed(RecordKind.SPECIALITY, item) for code, item in old.items() if code not in wanted]
    for priority, code in enumerate(wanted, start=1):
        edits.extend(_speciality_edit(unit, code, priority, old.get(code)))
    known = altered(RecordKind.UNIT, found, specialities_known=True)
    return view.change("unit.specialities_set", [*edits, known], reason=reason, unit=found.name, count=len(wanted))


def set_address(
    plan: Plan,
    unit: str,
    use: AddressUse,
    address: Address | None,
    *,
    day: When = Day.WORKING,
    reason: str | None = None,
) -> Change:
    """An address of the unit's own as a whole block; None makes it inherit."""
    view = unit_scene(plan, day, unit)
    found = view.unit(unit)
    if address is not None and address == Address():
        raise Refused("address.empty", unit=found.name)
    if address is not None and address.postcode:
        check_postcode(address.postcode)
    edit = altered(RecordKind.UNIT, found, **{_ADDRESS_FIELD[use]: address})
    code = "unit.address_set" if address else "unit.address_inherited"
    return view.change(
        code,
        [edit],
        reason=reason,
        unit=found.name,
        use=f"word.use.{use.value}",
        address=address.line() if address else "",
    )


def set_contact(
    plan: Plan, unit: str, contact: Contact | None, *, day: When = Day.WORKING, reason: str | None = None
) -> Change:
    """Telephone, e-mail and website as one block; None makes it inherit. SOR demands a telephone."""
    view = unit_scene(plan, day, unit)
    found = view.unit(unit)
    if contact is not None:
        _check_contact(contact)
    edit = altered(RecordKind.UNIT, found, contact=contact)
    code = "unit.contact_set" if contact else "unit.contact_inherited"
    return view.change(code, [edit], reason=reason, unit=found.name, contact=contact.line() if contact else "")


def change_fields(
    plan: Plan, unit: str, values: Mapping[str, Value], *, day: When = Day.WORKING, reason: str | None = None
) -> Change:
    """Other fields of the unit (see PLAIN_FIELDS), several at once."""
    view = unit_scene(plan, day, unit)
    found = view.unit(unit)
    unknown = sorted(set(values) - PLAIN_FIELDS)
    if unknown:
        raise Refused("field.unknown", field=unknown[0], known=", ".join(sorted(PLAIN_FIELDS)))
    edit = altered(RecordKind.UNIT, found, **{name: _checked_field(name, value) for name, value in values.items()})
    return view.change("unit.fields_changed", [edit], reason=reason, unit=found.name, fields=", ".join(sorted(values)))


def set_sor_id(plan: Plan, unit: str, sor_id: str, *, reason: str | None = None) -> Change:
    """The SOR-ID that SOR issued to a planned unit. A field is filled in; the key stays."""
    view = unit_scene(plan, None, unit)
    found = view.known(unit)
    text = identifiers.clean_id(sor_id)
    problem = identifiers.sor_id_problem(text)
    if problem is not None and problem.is_error:
        raise Refused(problem.code, **problem.params)
    if found.sor_id is not None and not plan.timeline.is_planned(RecordKind.UNIT, unit):
        raise Refused("sor_id.has_one", unit=found.name, sor_id=found.sor_id)
    owner = next((one for one in plan.state().units.values() if one.sor_id == text and one.key != unit), None)
    if owner is not None:
        raise Refused("sor_id.taken", sor_id=text, unit=owner.name)
    edit = altered(RecordKind.UNIT, found, sor_id=text)
    return view.change("unit.sor_id_issued", [edit], reason=reason, unit=found.name, sor_id=text)


def add_note(plan: Plan, unit: str, text: str, *, author: str = "", key: str | None = None) -> Change:
    """A remark that never goes to SOR."""
    view = unit_scene(plan, None, unit)
    found = view.known(unit)
    if not text.strip():
        raise Refused("note.empty")
    note = Note(key or new_id(), unit, text.strip(), author)
    return view.change("note.added", [created(RecordKind.NOTE, note)], unit=found.name, text=note.text)


def remove_note(plan: Plan, note: str) -> Change:
    """Take a remark away."""
    view = scene(plan, None, (RecordKind.NOTE, note))
    found = view.state.record(RecordKind.NOTE, note)
    if not isinstance(found, Note):
        raise Refused("note.unknown", note=note)
    return view.change("note.removed", [removed(RecordKind.NOTE, found)], unit=view.known(found.unit).name)


def checked_name(name: str) -> str:
    """A name that SOR can hold, or a refusal."""
    text = name.strip()
    if not text:
        raise Refused("name.empty")
    if len(text) > LONGEST_NAME:
        raise Refused("name.too_long", name=text, length=len(text), most=LONGEST_NAME)
    if any(ord(letter) < 32 for letter in text):
        raise Refused("name.control_characters", name=text)
    return text


def _checked_field(name: str, value: Value) -> Value:
    """A value that the field can hold, blanks trimmed and empty text as None, or a refusal."""
    if name in FLAGS:
        if value is not None and not isinstance(value, bool):
            raise Refused("field.type", field=name, value=value)
        return value
    if value is not None and not isinstance(value, str):
        raise Refused("field.type", field=name, value=value)
    text = (value or "").strip() or None
    problem = _FIELD_PROBLEM[name](text) if text and name in _FIELD_PROBLEM else None
    if problem is not None and problem.is_error:
        raise Refused(problem.code, **problem.params)
    return text


def _natural_kind(above: Unit | None) -> UnitKind:
    if above is None:
        return UnitKind.IE
    return UnitKind.SI if above.kind is UnitKind.IE else UnitKind.OE


def _check_place(kind: UnitKind, above: Unit | None) -> None:
    if above is None and kind is not UnitKind.IE:
        raise Refused("tree.kind_needs_parent", kind=f"word.kind.{kind}")
    if above is not None and above.kind not in ALLOWED_PARENT[kind]:
        raise Refused("tree.kind_not_here", kind=f"word.kind.{kind}", parent=above.name)


def _check_new_key(plan: Plan, key: str) -> None:
    if key in plan.state().units:
        raise Refused("unit.exists", unit=key)


def _check_move(view: Scene, unit: Unit, target: Unit) -> None:
    if unit.key == target.key or unit.key in view.state.ancestors(target.key):
        raise Refused("move.below_itself", unit=unit.name, parent=target.name)
    if unit.parent is None:
        raise Refused("move.owner", unit=unit.name)
    _check_place(unit.kind, target)


def _tops(view: Scene, units: Sequence[str]) -> list[str]:
    chosen = set(units)
    return [unit for unit in dict.fromkeys(units) if chosen.isdisjoint(view.state.ancestors(view.known(unit).key))]


def _placed(view: Scene, units: Sequence[str], parent: str, before: str | None) -> list[Edit | None]:
    """Edits that put `units` in order among the children; siblings are renumbered only where there is no room."""
    moving = set(units)
    siblings = [view.state.units[key] for key in view.state.children(parent) if key not in moving]
    at = _place(view, parent, before, [unit.key for unit in siblings])
    low = siblings[at - 1].rank if at > 0 else (siblings[0].rank - 1 - len(units) if siblings else -1.0)
    high = siblings[at].rank if at < len(siblings) else low + len(units) + 1
    step = (high - low) / (len(units) + 1)
    found = [view.state.units[unit] for unit in units]
    if step < 1e-9:
        ordered = [*siblings[:at], *found, *siblings[at:]]
        return [altered(RecordKind.UNIT, unit, parent=parent, rank=float(i)) for i, unit in enumerate(ordered)]
    return [altered(RecordKind.UNIT, unit, parent=parent, rank=low + step * i) for i, unit in enumerate(found, start=1)]


def _place(view: Scene, parent: str, before: str | None, staying: Sequence[str]) -> int:
    """Where among the children that stay: ahead of `before`, or of the next that stays where `before` moves too."""
    if before is None:
        return len(staying)
    children = view.state.children(parent)
    if before not in children:
        raise Refused("move.before_foreign", before=view.known(before).name, parent=view.known(parent).name)
    following = children[children.index(before) :]
    return next((staying.index(key) for key in following if key in staying), len(staying))


def _last_rank(view: Scene, parent: str | None) -> float:
    siblings = view.state.children(parent) if parent else view.state.roots()
    return max((view.state.units[key].rank for key in siblings), default=-1.0) + 1.0


def _type_code(plan: Plan, text: str) -> str:
    found = plan.codes.unit_type(text.strip())
    if found is None:
        raise Refused("unit_type.unknown", type=text)
    return found.code


def _speciality_code(plan: Plan, text: str) -> str:
    found = plan.codes.speciality(text.strip())
    if found is None:
        raise Refused("speciality.unknown", speciality=text)
    return found.code


def _speciality_edit(unit: str, code: str, priority: int, old: SpecialityMember | None) -> list[Edit]:
    if old is None:
        return [created(RecordKind.SPECIALITY, SpecialityMember(speciality_key(unit, code), unit, code, priority))]
    edit = altered(RecordKind.SPECIALITY, old, priority=priority)
    return [edit] if edit else []


def check_postcode(postcode: str) -> None:
    """Four digits, or a refusal."""
    if not (postcode.isdigit() and len(postcode) == 4):
        raise Refused("address.postcode", postcode=postcode)


def check_phone(phone: str) -> None:
    """A telephone number that SOR can hold, or a refusal."""
    if not phone.strip():
        raise Refused("contact.phone_missing")
    if not 8 <= len(phone.strip()) <= 20:
        raise Refused("contact.phone_length", phone=phone)


def check_email(email: str) -> None:
    """An address with an @, or a refusal."""
    if "@" not in email:
        raise Refused("contact.email", email=email)


def _check_contact(contact: Contact) -> None:
    check_phone(contact.phone or "")
    if contact.email:
        check_email(contact.email)
