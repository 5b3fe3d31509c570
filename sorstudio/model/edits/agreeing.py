"""Verbs on local agreements: how to write to each other in an area or with a message type. Never goes to SOR."""

from __future__ import annotations

from sorstudio.model.change import Change, created, new_id, removed, updated
from sorstudio.model.edits.base import scene
from sorstudio.model.edits.playing import known_area, known_message
from sorstudio.model.errors import Refused
from sorstudio.model.plan import Plan
from sorstudio.model.records import Agreement, RecordKind
from sorstudio.model.state import State

MOST_ANSWER_DAYS = 365


def keep_agreement(
    plan: Plan,
    text: str,
    *,
    area: str | None = None,
    message: str | None = None,
    topic: str | None = None,
    category: str | None = None,
    answer_days: int | None = None,
    agreement: str | None = None,
    key: str | None = None,
    reason: str | None = None,
) -> Change:
    """A new agreement, or with `agreement` another form of one that is there."""
    old = known_agreement(plan.state(), agreement) if agreement is not None else None
    told = text.strip()
    if not told:
        raise Refused("agreement.no_text")
    new = Agreement(
        old.key if old is not None else key or new_id(),
        told,
        known_area(plan, area),
        known_message(plan, message),
        (topic or "").strip() or None,
        _category(plan, category),
        _days(answer_days),
    )
    edit = created(RecordKind.AGREEMENT, new) if old is None else updated(RecordKind.AGREEMENT, old, new)
    code = "agreement.kept" if old is None else "agreement.changed"
    return scene(plan, None).change(code, [edit], reason=reason, text=told)


def drop_agreement(plan: Plan, agreement: str, *, reason: str | None = None) -> Change:
    """Take an agreement away."""
    found = known_agreement(plan.state(), agreement)
    edit = removed(RecordKind.AGREEMENT, found)
    return scene(plan, None).change("agreement.dropped", [edit], reason=reason, text=found.text)


def known_agreement(state: State, text: str) -> Agreement:
    """The agreement of a key, or the only one of a text."""
    agreements = state.agreements()
    found = [one for one in agreements if one.key == text] or [one for one in agreements if one.text == text]
    if len(found) != 1:
        raise Refused("agreement.several" if found else "agreement.unknown", agreement=text)
    return found[0]


def _category(plan: Plan, text: str | None) -> str | None:
    if not text:
        return None
    found = plan.codes.category(text)
    if found is None:
        raise Refused("agreement.category", category=text, known=", ".join(one.code for one in plan.codes.categories))
    return found.code


def _days(days: int | None) -> int | None:
    if days is not None and not 1 <= days <= MOST_ANSWER_DAYS:
        raise Refused("agreement.answer_days", days=days, most=MOST_ANSWER_DAYS)
    return days
