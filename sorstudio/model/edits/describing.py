"""Verbs on what a sender is told about an offer, beside what the catalogue has. Never goes to SOR."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from sorstudio.model.change import Change, Edit, created, record_values, removed, updated
from sorstudio.model.edits.base import scene
from sorstudio.model.edits.offers import known_offer, offer_name
from sorstudio.model.errors import Refused
from sorstudio.model.plan import Plan
from sorstudio.model.records import OfferText, RecordKind

TEXT_FIELDS = ("criteria", "phone", "phone_hours", "description_url", "patient_url", "phrase", "authority")
DESCRIPTION_FIELDS = (*TEXT_FIELDS, "checked")
_LINK = re.compile(r"https?://[\w-]+(\.[\w-]+)+(:\d{1,5})?([/?#]\S*)?", re.IGNORECASE)
_LINKS = frozenset({"description_url", "patient_url"})


def describe_offer(
    plan: Plan, offer: str, values: Mapping[str, str | date | None], *, reason: str | None = None
) -> Change:
    """Give fields of an offer's text (`DESCRIPTION_FIELDS`) new values; the others stay as they are.

    None and blank text empty a field; where all are empty, nothing is kept about the offer.
    """
    key = known_offer(plan, offer)
    old = plan.state().offer_text(key)
    before = old or OfferText(key)
    new = replace(before, **{name: _checked(name, value) for name, value in values.items()})  # type: ignore[arg-type]
    changed = [name for name, value in record_values(new).items() if value != getattr(before, name)]
    code = "offer.described" if new != OfferText(key) else "offer.description_emptied"
    told = {"offer": offer_name(plan, key), "count": len(changed)}
    field = f"word.field.{changed[0]}" if changed else ""
    return scene(plan, None).change(code, [_edit(old, new)], reason=reason, field=field, **told)


def _edit(old: OfferText | None, new: OfferText) -> Edit | None:
    is_empty = new == OfferText(new.key)
    if old is None:
        return None if is_empty else created(RecordKind.OFFER_TEXT, new)
    return removed(RecordKind.OFFER_TEXT, old) if is_empty else updated(RecordKind.OFFER_TEXT, old, new)


def _checked(name: str, value: str | date | None) -> str | date | None:
    if name not in DESCRIPTION_FIELDS:
        raise Refused("field.unknown", field=name, known=", ".join(DESCRIPTION_FIELDS))
    if value is None:
        return None
    if isinstance(value, date) is not (name == "checked"):
        raise Refused("field.type", field=name, value=value)
    if isinstance(value, date):
        return value
    text = value.strip() or None
    if text is not None and name in _LINKS and not is_link(text):
        raise Refused("offer.no_link", link=text)
    return text


def is_link(text: str) -> bool:
    """Whether a text is the whole address of a page on the web."""
    return text.isprintable() and _LINK.fullmatch(text) is not None
