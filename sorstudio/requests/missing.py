"""What each envelope lacks before it is sent, and where it is given: a setting of the plan, or a field of a unit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sorstudio.model.edits.numbers import LONGEST_NOTE
from sorstudio.model.edits.settings import setting
from sorstudio.model.records import LocationNumber
from sorstudio.model.texts import Texts
from sorstudio.requests.envelope import Request
from sorstudio.requests.line import MESSAGE_ACTIONS, NUMBER_ACTIONS, Action, Addressee, Line
from sorstudio.requests.number_facts import number_fact
from sorstudio.requests.schedule import Item, schedule

_SENDER = ("responsible_name", "responsible_phone", "responsible_email")
_MAILS = {Addressee.SDS: "mail_sds", Addressee.MEDCOM: "mail_medcom"}
_OF_A_NEW_NUMBER = ("vendor", "net_operator", "region", "internal_only")
TOLD_HERE = frozenset(
    {f"request.warning.{name}" for name in ("no_responsible", "no_medcom_mail", "no_journal_system", "past", "notice")}
)
"""Warnings of a request that say the same as something here."""


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing. It is given in `setting`, or in `field` at each of `units`; `lines` are those it stands in the way of.

    Its sentence is `request.lacks.<code>`.
    """

    addressees: tuple[Addressee, ...]
    code: str
    params: Mapping[str, object] = field(default_factory=dict, hash=False)
    setting: str | None = None
    field: str | None = None
    units: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()


def missing(request: Request) -> tuple[Missing, ...]:
    """Everything that is lacking, the sender's own first; empty where the request can be sent."""
    return (*_settings(request), *_names(request), *_systems(request), *_number_details(request), *_dates(request))


def sentence(one: Missing, request: Request, texts: Texts) -> str:
    """What is lacking, and where to give it, in words."""
    names = tuple(unit.name or key for key in one.units if (unit := request.unit(key)) is not None)
    told = {**one.params, "count": len(names), "units": names}
    where = f"word.setting.{one.setting}" if one.setting else f"word.field.{one.field}"
    code = "request.lacks.in_settings" if one.setting else "request.lacks.at_unit"
    return f"{texts.sentence(f'request.lacks.{one.code}', told)} {texts.sentence(code, {'where': where})}"


def _settings(request: Request) -> Iterator[Missing]:
    asked = tuple(one for one in _MAILS if request.envelope(one))
    for name in _SENDER if asked else ():
        if not setting(request.plan, name):
            yield Missing(asked, name, setting=name)
    for addressee in asked:
        if not setting(request.plan, _MAILS[addressee]):
            yield Missing((addressee,), _MAILS[addressee], setting=_MAILS[addressee])


def _names(request: Request) -> Iterator[Missing]:
    """A unit that is asked about must be called something, and a new institution be of a type."""
    found = [line for line in request.lines if line.addressee and line.unit]
    yield from _at("unit_name", "name", [line for line in found if not line.unit_name.strip()])
    fresh = [line for line in found if line.addressee is Addressee.SDS and line.action is Action.CREATE]
    yield from _at("unit_type", "unit_type", [line for line in fresh if not line.after("unit_type")])


def _systems(request: Request) -> Iterator[Missing]:
    """The journal system must be told for every number, also to MedCom, which looks up what it is approved for."""
    about = [line for line in request.lines if line.action in NUMBER_ACTIONS | MESSAGE_ACTIONS]
    yield from _at("system", "system", [line for line in about if _lacks(request, line, "system")])


def _number_details(request: Request) -> Iterator[Missing]:
    """What a number that is ordered is registered with, and a note that SOR has no room for."""
    ordered = [line for line in request.lines if line.action is Action.ORDER_NUMBER]
    for name in _OF_A_NEW_NUMBER:
        yield from _at(name, name, [line for line in ordered if _lacks(request, line, name)])
    about = [line for line in request.lines if line.action in NUMBER_ACTIONS]
    long = [line for line in about if len(_note(request.number(line))) > LONGEST_NOTE]
    yield from _at("note", "note", long, {"most": LONGEST_NOTE})


def _note(number: LocationNumber | None) -> str:
    return number.note if number is not None and isinstance(number.note, str) else ""


def _lacks(request: Request, line: Line, name: str) -> bool:
    number = request.number(line)
    return number is not None and not number_fact(request, number, name).is_given


def _dates(request: Request) -> Iterator[Missing]:
    """A day that cannot be kept, or none where there must be one."""
    asked = [item for item in schedule(request.plan, request.lines).items() if item.line.addressee is not None]
    undated = [item.line for item in asked if item.line.action is Action.CREATE and item.line.day is None]
    yield from _at("no_date", "valid_from", undated)
    for item in asked:
        if item.is_too_early:
            yield from _too_early(item)


def _too_early(item: Item) -> Iterator[Missing]:
    yield from _at("early", "valid_from", [item.line], {"day": item.line.day, "earliest": item.earliest})


def _at(code: str, name: str, lines: Sequence[Line], params: Mapping[str, object] | None = None) -> Iterator[Missing]:
    """One thing for all the lines that lack it."""
    if lines:
        units = tuple(dict.fromkeys(line.unit for line in lines))
        names = tuple(line.id for line in lines)
        yield Missing(_addressees(lines), code, params or {}, field=name, units=units, lines=names)


def _addressees(lines: Iterable[Line]) -> tuple[Addressee, ...]:
    found = {line.addressee for line in lines}
    return tuple(one for one in Addressee if one in found)
