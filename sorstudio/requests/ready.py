"""Whether the plan is ready to be sent: each thing to look at in red, yellow or green, with what it leads to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from sorstudio.model.edits.settings import setting
from sorstudio.model.plan import NOTICE, Plan
from sorstudio.model.records import LocationNumber
from sorstudio.model.texts import Texts
from sorstudio.requests.line import Action, Addressee, Line
from sorstudio.requests.lines import change_lines
from sorstudio.routing.plays import days_of, run_all
from sorstudio.rules.accepting import split
from sorstudio.rules.finding import Finding, Json, Severity
from sorstudio.rules.standing import Standing


class Light(StrEnum):
    """Red asks to be mended first, but never forbids to send."""

    RED = "red"
    YELLOW = "yellow"
    GREEN = "green"


_NAMED = 5
"""Of the plays that fail; the others are counted."""
_GRAVITY = (Light.RED, Light.YELLOW, Light.GREEN)


@dataclass(frozen=True, slots=True)
class Item:
    """One thing on the page. `units`, `settings` and `lines` are what it leads to.

    Its sentence is `ready.<code>`, or `ready.<code>.fine` where it is green.
    """

    code: str
    light: Light
    params: Mapping[str, object] = field(default_factory=dict, hash=False)
    units: tuple[str, ...] = ()
    settings: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()


@dataclass(frozen=True)
class Ready:
    """The whole page."""

    items: tuple[Item, ...]

    @property
    def light(self) -> Light:
        """The gravest light of all."""
        return min((one.light for one in self.items), key=_GRAVITY.index, default=Light.GREEN)

    @property
    def reds(self) -> tuple[Item, ...]:
        """What should be mended first."""
        return tuple(one for one in self.items if one.light is Light.RED)


def ready(standing: Standing, plan: Plan) -> Ready:
    """Look over the plan before its request is sent; the findings must be those of the plan as it stands."""
    found = split(standing.findings(), plan.state()).open
    lines = change_lines(plan)
    return Ready(
        (
            _of_findings("errors", Light.RED, Severity.ERROR, found),
            _of_findings("warnings", Light.YELLOW, Severity.WARNING, found),
            _sender(plan, lines),
            *_medcom_mail(plan, lines),
            _anything(lines),
            _soon(plan, lines),
            _systems(plan, lines),
            _waiting(lines),
            _unjudged(standing),
            _plays(plan),
            _edition(standing),
        )
    )


def sentence(item: Item, texts: Texts) -> str:
    """One thing in words."""
    fine = ".fine" if item.light is Light.GREEN else ""
    return texts.sentence(f"ready.{item.code}{fine}", item.params)


def ready_json(found: Ready, texts: Texts) -> dict[str, Json]:
    """The answer of `sorstudio ready`."""
    return {
        "light": found.light.value,
        "items": [
            {
                "code": one.code,
                "light": one.light.value,
                "message": sentence(one, texts),
                "units": list(one.units),
                "settings": list(one.settings),
                "lines": list(one.lines),
            }
            for one in found.items
        ],
    }


def _of_findings(code: str, light: Light, severity: Severity, found: Sequence[Finding]) -> Item:
    these = [one for one in found if one.severity is severity]
    units = tuple(dict.fromkeys(one.unit for one in these if one.unit))
    return Item(code, light if these else Light.GREEN, {"count": len(these)}, units)


def _sender(plan: Plan, lines: Sequence[Line]) -> Item:
    missing = tuple(name for name in ("responsible_name", "responsible_email") if not setting(plan, name))
    light = Light.RED if missing and _asks(lines) else Light.YELLOW if missing else Light.GREEN
    return Item("sender", light, {"missing": tuple(f"word.setting.{name}" for name in missing)}, settings=missing)


def _medcom_mail(plan: Plan, lines: Sequence[Line]) -> Iterator[Item]:
    """Only where something is asked of MedCom."""
    if any(line.addressee is Addressee.MEDCOM for line in lines):
        has = bool(setting(plan, "mail_medcom"))
        yield Item("medcom_mail", Light.GREEN if has else Light.RED, settings=() if has else ("mail_medcom",))


def _anything(lines: Sequence[Line]) -> Item:
    count = sum(line.addressee is not None for line in lines)
    return Item("lines", Light.GREEN if count else Light.YELLOW, {"count": count})


def _soon(plan: Plan, lines: Sequence[Line]) -> Item:
    least = plan.today + NOTICE
    soon = [line for line in lines if line.action is Action.CREATE and line.day is not None and line.day < least]
    return _at_lines("soon", soon, {"days": NOTICE.days})


def _systems(plan: Plan, lines: Sequence[Line]) -> Item:
    return _at_lines("systems", [one for one in lines if one.action is Action.ORDER_NUMBER and _lacks(one)])


def _lacks(line: Line) -> bool:
    """Whether a number is ordered without telling which system is to have it."""
    ordered = [step.record for step in line.steps if isinstance(step.record, LocationNumber)]
    return any(not isinstance(number.system, str) or not number.system for number in ordered)


def _waiting(lines: Sequence[Line]) -> Item:
    held = [line for line in lines if line.held_back]
    return _at_lines("waiting", held, {"waits": sum(bool(line.waits_for) for line in lines)})


def _at_lines(code: str, lines: Sequence[Line], params: Mapping[str, object] | None = None) -> Item:
    units = tuple(dict.fromkeys(line.unit for line in lines))
    names = tuple(line.id for line in lines)
    light = Light.YELLOW if lines else Light.GREEN
    return Item(code, light, {"count": len(lines), **(params or {})}, units, lines=names)


def _unjudged(standing: Standing) -> Item:
    found = list(standing.unjudged())
    fields = sorted({name for _, _, name in found})
    units = tuple(dict.fromkeys(unit for _, unit, _ in found))
    params = {"fields": tuple(f"word.field.{name}" for name in fields), "count": len(units)}
    return Item("unjudged", Light.YELLOW if fields else Light.GREEN, params, units)


def _plays(plan: Plan) -> Item:
    """The plan's own plays that must pass, on the days that they ask about; a plan without any is as it may be."""
    must = [one for one in plan.state().plays() if one.must]
    if not must:
        return Item("no_plays", Light.GREEN)
    failing = [one for one, found in zip(must, run_all(days_of(plan), must), strict=True) if not found.passed]
    if not failing:
        return Item("plays", Light.GREEN, {"count": len(must)})
    units = plan.state().units
    concerned = tuple(dict.fromkeys(one.unit for one in failing if one.unit in units and one.unit))
    names = "; ".join(one.title for one in failing[:_NAMED])
    return Item("plays", Light.RED, {"count": len(failing), "plays": names}, concerned)


def _edition(standing: Standing) -> Item:
    edition = standing.book.edition
    return Item("edition", Light.GREEN, {"name": " ".join(filter(None, (edition.name, edition.edition)))})


def _asks(lines: Sequence[Line]) -> bool:
    return any(line.addressee is not None for line in lines)
