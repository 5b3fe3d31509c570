"""Verbs on the plan's own settings; like every act they stand in the journal and can be undone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from sorstudio.model.change import Change, Edit, altered, created
from sorstudio.model.edits.base import scene
from sorstudio.model.errors import Refused
from sorstudio.model.plan import Plan
from sorstudio.model.records import RecordKind, Setting

RULE_EDITION = "rule_edition"
"""The setting that holds the text of the plan's own edition of the rule book; set by `set_rule_edition` alone."""
ROUTES = ("sor_editor", "fk_org")


def set_setting(plan: Plan, name: str, value: str | None) -> Change:
    """One setting of the plan; None or empty takes it away."""
    if name not in SETTINGS:
        raise Refused("setting.unknown", setting=name, known=", ".join(SETTINGS))
    text = (value or "").strip() or None
    if text is not None:
        text = SETTINGS[name](plan, text)
    view = scene(plan, None)
    return view.change("setting.set", [_edit(plan, name, text)], setting=f"word.setting.{name}", value=text or "")


def set_rule_edition(plan: Plan, text: str | None, name: str = "", *, reason: str | None = None) -> Change:
    """The plan's own edition of the rule book as the text of a file, and what it is called; None is the shipped book.

    Whether the text can be read is for the rules to say, which know how.
    """
    edit = _edit(plan, RULE_EDITION, text or None)
    return scene(plan, None).change("rules.chosen", [edit], reason=reason, name=name)


def _edit(plan: Plan, name: str, text: str | None) -> Edit | None:
    found = plan.state().record(RecordKind.SETTING, name)
    edit = altered(RecordKind.SETTING, found or Setting(name), value=text)
    return created(RecordKind.SETTING, Setting(name, text)) if edit and found is None else edit


def default_setting(plan: Plan, name: str) -> str | None:
    """What holds where nobody has set anything: only what is known for certain."""
    if name == "mail_sds":
        return "SORpost@sundhedsdata.dk"
    if name == "own_edits_route":
        return ROUTES[0]
    if name == "working_date":
        return plan.working_date.isoformat()
    if name == "municipality":
        return _owner_municipality(plan)
    return None


def setting(plan: Plan, name: str) -> str | None:
    """The value that holds, set or default."""
    return plan.state().setting(name) or default_setting(plan, name)


def _owner_municipality(plan: Plan) -> str | None:
    roots = plan.state().roots()
    found = plan.codes.municipality(plan.state().units[roots[0]].name) if roots else None
    return found.code if found else None


def _plain(plan: Plan, text: str) -> str:
    return text


def _date(plan: Plan, text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise Refused("setting.date", value=text) from None


def _mail(plan: Plan, text: str) -> str:
    name, at, domain = text.partition("@")
    if not (name and at and "." in domain) or any(letter.isspace() for letter in text):
        raise Refused("setting.mail", value=text)
    return text


def _route(plan: Plan, text: str) -> str:
    if text not in ROUTES:
        raise Refused("setting.route", value=text, known=", ".join(ROUTES))
    return text


def _municipality(plan: Plan, text: str) -> str:
    found = plan.codes.municipality(text)
    if found is None:
        raise Refused("setting.municipality", value=text)
    return found.code


SETTINGS: dict[str, Callable[[Plan, str], str]] = {
    "municipality": _municipality,
    "responsible_name": _plain,
    "responsible_phone": _plain,
    "responsible_email": _mail,
    "journal_systems": _plain,
    "working_date": _date,
    "own_edits_route": _route,
    "mail_sds": _mail,
    "mail_medcom": _mail,
}
