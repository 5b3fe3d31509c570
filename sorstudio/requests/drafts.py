"""The net differences of a plan, gathered into what is one line: same unit, same action, same day, same addressee."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from sorstudio.model.change import Change, EditAct
from sorstudio.model.edits.settings import RULE_EDITION
from sorstudio.model.net import FieldStep, NetStep
from sorstudio.model.records import (
    LocationNumber,
    MessageCapability,
    Note,
    NumberState,
    Offer,
    Placement,
    Record,
    RecordKind,
    Setting,
    SpecialityMember,
    Succession,
    UnitKind,
)
from sorstudio.requests.line import (
    MESSAGE_ACTIONS,
    NOWHERE_ACTIONS,
    NUMBER_ACTIONS,
    Action,
    Addressee,
    FieldChange,
)

ACTION_OF_FIELD = {
    "name": Action.RENAME,
    "parent": Action.MOVE,
    "unit_type": Action.SET_UNIT_TYPE,
    "postal": Action.SET_ADDRESS,
    "visiting": Action.SET_ADDRESS,
    "activity": Action.SET_ADDRESS,
    "contact": Action.SET_CONTACT,
    "number_state": Action.SET_NUMBER,
    "rank": Action.REORDER,
}
_NEVER_ASKED_FOR = frozenset({"sor_id", "specialities_known", "messages_known", "valid_from", "first_from"})
_NOT_IN_A_CREATE = _NEVER_ASKED_FOR | {"rank", "number_state"}
_ABOUT_THE_PLAN = frozenset(
    {
        RecordKind.ACCEPTANCE,
        RecordKind.REQUEST,
        RecordKind.ANSWER,
        RecordKind.PLAY,
        RecordKind.OFFER_TEXT,
        RecordKind.AGREEMENT,
    }
)
DraftKey = tuple[str, Action, date | None]
UnitDay = tuple[str, date | None]


@dataclass(slots=True)
class Draft:
    """A line in the making."""

    unit: str
    action: Action
    day: date | None
    fields: list[FieldChange] = field(default_factory=list)
    steps: list[NetStep] = field(default_factory=list)
    changes: dict[str, Change] = field(default_factory=dict)
    number: str | None = None


class Gathering:
    """Collects net steps into drafts; `number_of` finds a location number by key, as it is or as it was."""

    def __init__(self, steps: Sequence[NetStep], number_of: Callable[[str], LocationNumber | None]) -> None:
        self.drafts: dict[DraftKey, Draft] = {}
        self._number_of = number_of
        self._numbers = _number_events(steps)
        self._leaving = _handed_over(steps)
        self._closed = {(step.key, step.day) for step in steps if _closes(step)}
        self._created = {(step.key, step.day) for step in steps if _is_unit(step) and step.act is EditAct.CREATE}
        for step in steps:
            if not _asks_for_nothing(step):
                self._take(step)

    def _take(self, step: NetStep) -> None:
        if step.kind is RecordKind.UNIT:
            self._unit(step)
            return
        match step.record:
            case LocationNumber() as number:
                self._number(step, number)
            case MessageCapability() as capability:
                self._capability(step, capability)
            case SpecialityMember() as member:
                self._speciality(step, member)
            case Succession() as succession:
                self._succession(step, succession)
            case Offer() | Placement() | Note() | Setting() as record:
                self._elsewhere(step, record)

    def _unit(self, step: NetStep) -> None:
        if step.act is EditAct.CREATE:
            self._add(step.key, Action.CREATE, step, [one for one in step.fields if one.field not in _NOT_IN_A_CREATE])
        moved = any(one.field == "parent" for one in step.fields)
        for one in step.fields:
            action = self._unit_action(step, one, moved)
            if action is not None:
                self._add(step.key, action, step, [one])

    def _unit_action(self, step: NetStep, one: FieldStep, moved: bool) -> Action | None:
        """The action that a unit's field calls for; None where another line says it."""
        if one.field in _NEVER_ASKED_FOR or (one.field == "rank" and moved):
            return None
        if one.field == "number_state":
            return self._state_action(step, one)
        if step.act is EditAct.CREATE:
            return None
        if one.field == "valid_to":
            return Action.CLOSE if one.after is not None else Action.REOPEN
        return ACTION_OF_FIELD.get(one.field, Action.EDIT)

    def _state_action(self, step: NetStep, one: FieldStep) -> Action | None:
        """How a unit stands to numbers belongs to the line about its number, where there is one."""
        if one.after is NumberState.INHERITED:
            return Action.SET_NUMBER
        event = self._numbers.get((step.key, step.day))
        if event is not None:
            return event
        if (step.key, step.day) in self._leaving or (step.key, step.day) in self._closed:
            return None
        return None if step.act is EditAct.CREATE and one.after is not NumberState.OWN else Action.SET_NUMBER

    def _number(self, step: NetStep, number: LocationNumber) -> None:
        shown = [one for one in step.fields if one.field not in _NEVER_ASKED_FOR]
        if step.act is not EditAct.UPDATE:
            shown = [one for one in shown if one.field not in ("unit", "valid_to")]
        if shown or step.act is not EditAct.UPDATE:
            self._add(number.unit, _number_action(step, number), step, shown, number.key)

    def _capability(self, step: NetStep, capability: MessageCapability) -> None:
        number = self._number_of(capability.number)
        action = Action.REMOVE_MESSAGE if step.act is EditAct.REMOVE else Action.ADD_MESSAGE
        if number is not None and step.act is not EditAct.UPDATE:
            draft = self._add(number.unit, action, step, [], number.key)
            draft.fields.append(_member_change("message_type", message_label(capability), step.act))

    def _speciality(self, step: NetStep, member: SpecialityMember) -> None:
        """The list is shown as a whole by the line itself."""
        created = (member.unit, step.day) in self._created
        self._add(member.unit, Action.CREATE if created else Action.SET_SPECIALITIES, step, [])

    def _succession(self, step: NetStep, succession: Succession) -> None:
        closed = (succession.unit, step.day) in self._closed
        draft = self._add(succession.unit, Action.CLOSE if closed else Action.REPLACE, step, [])
        draft.fields.append(_member_change("successor", succession.successor, step.act))

    def _elsewhere(self, step: NetStep, record: Offer | Placement | Note | Setting) -> None:
        unit = record.unit if isinstance(record, Placement | Note) else ""
        draft = self._add(unit, _ELSEWHERE_ACTION[step.kind](step.act), step, [])
        draft.fields.extend(_elsewhere_fields(step, record))

    def _add(
        self, unit: str, action: Action, step: NetStep, shown: Sequence[FieldStep], number: str | None = None
    ) -> Draft:
        draft = self.drafts.setdefault((unit, action, step.day), Draft(unit, action, step.day))
        draft.fields.extend(FieldChange(one.field, one.before, one.after) for one in shown)
        if not draft.steps or draft.steps[-1] is not step:
            draft.steps.append(step)
        sources = [one.change for one in shown] or step.changes
        draft.changes.update((change.id, change) for change in sources)
        draft.number = draft.number or number
        return draft


def addressee_of(action: Action, kind: UnitKind | None) -> Addressee | None:
    """SDS has institutions and all location numbers, MedCom the message types, the municipality its own units."""
    if action in MESSAGE_ACTIONS:
        return Addressee.MEDCOM
    if action in NOWHERE_ACTIONS:
        return None
    if action in NUMBER_ACTIONS or kind is not UnitKind.OE:
        return Addressee.SDS
    return Addressee.MUNICIPALITY


def message_label(capability: MessageCapability) -> str:
    """A message type with version and direction, the same in every language."""
    return f"{capability.type} ({capability.version}) {capability.direction.value}"


def _number_events(steps: Sequence[NetStep]) -> dict[UnitDay, Action]:
    """The units and days where a location number itself comes, goes or changes, and what is asked for it."""
    found = (step for step in steps if step.kind is RecordKind.NUMBER)
    numbers = ((step, step.record) for step in found)
    return {
        (number.unit, step.day): _number_action(step, number)
        for step, number in numbers
        if isinstance(number, LocationNumber)
    }


def _handed_over(steps: Sequence[NetStep]) -> set[UnitDay]:
    """The units whose number moves to another unit, and the day."""
    return {
        (step.old.unit, step.day)
        for step in steps
        if isinstance(step.old, LocationNumber) and any(one.field == "unit" for one in step.fields)
    }


def _number_action(step: NetStep, number: LocationNumber) -> Action:
    names = {one.field for one in step.fields}
    if step.act is EditAct.REMOVE or ("valid_to" in names and number.valid_to is not None):
        return Action.CLOSE_NUMBER
    if step.act is EditAct.CREATE:
        return Action.SET_NUMBER if number.gln else Action.ORDER_NUMBER
    return Action.MOVE_NUMBER if "unit" in names else Action.SET_NUMBER


def _asks_for_nothing(step: NetStep) -> bool:
    """What is let stand, sent and answered, played, told to senders and agreed, and which rules count: not SOR's."""
    return step.kind in _ABOUT_THE_PLAN or (step.kind is RecordKind.SETTING and step.key == RULE_EDITION)


def _is_unit(step: NetStep) -> bool:
    return step.kind is RecordKind.UNIT


def _closes(step: NetStep) -> bool:
    return _is_unit(step) and any(one.field == "valid_to" and one.after is not None for one in step.fields)


def _member_change(name: str, value: str, act: EditAct) -> FieldChange:
    """One member of a set: it was there before, or is there after."""
    return FieldChange(name, value, None) if act is EditAct.REMOVE else FieldChange(name, None, value)


def _elsewhere_fields(step: NetStep, record: Record) -> Iterator[FieldChange]:
    if isinstance(record, Placement):
        yield _member_change("offer", record.offer, step.act)
    elif isinstance(record, Note):
        yield _member_change("text", record.text, step.act)
    elif isinstance(record, Setting):
        before = step.old.value if isinstance(step.old, Setting) else None
        after = step.new.value if isinstance(step.new, Setting) else None
        yield FieldChange(record.key, before, after)
    else:
        yield FieldChange("offer", _offer_name(step.old), _offer_name(step.new))


def _offer_name(record: Record | None) -> str | None:
    return record.name if isinstance(record, Offer) else None


_ELSEWHERE_ACTION: dict[RecordKind, Callable[[EditAct], Action]] = {
    RecordKind.OFFER: lambda act: Action.CREATE_OFFER,
    RecordKind.PLACEMENT: lambda act: Action.REMOVE_OFFER if act is EditAct.REMOVE else Action.PLACE_OFFER,
    RecordKind.NOTE: lambda act: Action.NOTE,
    RecordKind.SETTING: lambda act: Action.SETTING,
}
