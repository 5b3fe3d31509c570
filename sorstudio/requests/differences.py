"""Two places in the history side by side, as sentences: what is only in one of them, and what is otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sorstudio.model.codes import CodeLists
from sorstudio.model.compare import Difference, What, compare
from sorstudio.model.edits.settings import RULE_EDITION
from sorstudio.model.plan import Plan
from sorstudio.model.records import (
    Acceptance,
    Agreement,
    Answer,
    LocationNumber,
    MessageCapability,
    Note,
    Offer,
    OfferText,
    Placement,
    Play,
    Record,
    RecordKind,
    SentRequest,
    Setting,
    SpecialityMember,
    Succession,
    Unit,
)
from sorstudio.model.state import State
from sorstudio.requests.drafts import message_label
from sorstudio.requests.phrases import Phrases


@dataclass(frozen=True, slots=True)
class Told:
    """One difference: the unit it is about (empty for what belongs to none), and the code of its sentence."""

    unit: str
    what: What
    code: str
    params: Mapping[str, object]


def plan_at(plan: Plan, place: str | None) -> Plan:
    """A copy of the plan that stands at a place in the history and stores nothing."""
    copy = plan.snapshot()
    copy.go_to(place)
    return copy


def state_at(plan: Plan, place: str | None) -> State:
    """Everything planned as it stands at a place in the history, without going there."""
    return plan_at(plan, place).state()


def differences_between(before: State, after: State, codes: CodeLists, names: tuple[str, str]) -> tuple[Told, ...]:
    """Every difference, in the order of the tree; `names` are what the two places are called."""
    words = _Wording(before, after, codes, names)
    found = [words.told(one) for one in compare(before, after)]
    order = {unit.key: place for state in (before, after) for place, (_, unit) in enumerate(state.walk())}
    return tuple(sorted(found, key=lambda one: order.get(one.unit, -1)))


class _Wording:
    """Puts differences into codes and parameters."""

    def __init__(self, before: State, after: State, codes: CodeLists, names: tuple[str, str]) -> None:
        self._before, self._after, self._names = before, after, names
        self._phrases = Phrases(after, before, codes)

    def told(self, one: Difference) -> Told:
        record = self._after.record(one.kind, one.key) or self._before.record(one.kind, one.key)
        if record is None:
            raise LookupError(one.key)
        unit = self._unit_of(record)
        told = {"unit": self._phrases.word("unit", unit) if unit else self._label(record)}
        if not one.field:
            place = self._names[one.what is What.ADDED]
            return Told(
                unit, one.what, f"compare.only.{one.kind}", {**told, "label": self._label(record), "place": place}
            )
        if one.field == "rank":
            return Told(unit, one.what, "compare.rank", told)
        if record.key == RULE_EDITION:
            return Told(unit, one.what, "compare.rules", {"a": self._names[0], "b": self._names[1]})
        values = {
            "field": f"word.field.{one.field}",
            "before": self._phrases.word(one.field, one.before),
            "after": self._phrases.word(one.field, one.after),
        }
        code = "compare.setting" if isinstance(record, Setting) else "compare.field"
        return Told(unit, one.what, code, {**told, **values, "a": self._names[0], "b": self._names[1]})

    def _unit_of(self, record: Record) -> str:
        if isinstance(record, Unit):
            return record.key
        if isinstance(record, MessageCapability):
            number = self._after.numbers.get(record.number) or self._before.numbers.get(record.number)
            return number.unit if number else ""
        return "" if isinstance(record, Offer | Setting | SentRequest | Play | OfferText | Agreement) else record.unit

    def _label(self, record: Record) -> object:
        match record:
            case LocationNumber():
                return record.gln or "word.number_to_come"
            case MessageCapability():
                return message_label(record)
            case SpecialityMember():
                return self._phrases.word("specialities", record.code)
            case Succession():
                return self._phrases.word("successor", record.successor)
            case Placement() | OfferText():
                return self._phrases.word("offer", record.offer if isinstance(record, Placement) else record.key)
            case Note() | Agreement() | Play() | Acceptance():
                return _worded(record)
            case SentRequest() | Answer() | Setting():
                return _coded(record)
            case _:
                return record.name


def _worded(record: Note | Agreement | Play | Acceptance) -> str:
    """What is called as somebody has written it."""
    if isinstance(record, Note | Agreement):
        return record.text
    return record.title if isinstance(record, Play) else record.rule


def _coded(record: SentRequest | Answer | Setting) -> str:
    """What has a word of its own in each language."""
    if isinstance(record, SentRequest):
        return f"word.addressee.{record.addressee}"
    return f"word.reply.{record.reply}" if isinstance(record, Answer) else f"word.setting.{record.key}"


def kinds_told() -> tuple[str, ...]:
    """The codes of what is only in one place, one for each kind of record."""
    return tuple(f"compare.only.{kind}" for kind in RecordKind)
