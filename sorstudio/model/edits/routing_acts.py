"""The acts on plays, on what senders are told about offers, and on local agreements, as `acts` reads them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from sorstudio.model.change import Change
from sorstudio.model.edits import agreeing, describing, playing
from sorstudio.model.edits.act import Act, Aliases, date_of, flag_of, number_of, optional_text, text_of
from sorstudio.model.edits.base import unit_ref
from sorstudio.model.errors import Unusable
from sorstudio.model.plan import Plan
from sorstudio.model.records import Agreement, Play

_PLAY_TEXTS = ("sender", "area", "message", "version", "standard", "note")
_AGREEMENT_TEXTS = ("area", "message", "topic", "category")


def _keep_play(plan: Plan, act: Act, aliases: Aliases) -> Change:
    """A play; of one that is there, only what is said changes."""
    play = _named(act, aliases, "play")
    old = playing.known_play(plan.state(), play) if play else None
    said = {name: _said(act, name, old) for name in _PLAY_TEXTS}
    offer = _said(act, "offer", old)
    return playing.keep_play(
        plan,
        text_of(act, "title") if old is None or "title" in act.fields else old.title,
        offer=aliases.get(offer, offer) if offer else None,
        day=date_of(act, "day") if old is None or "day" in act.fields else old.day,
        unit=_unit(plan, act, aliases) if old is None or "unit" in act.fields else old.unit,
        expect_reason=_said(act, "expect_reason", old, "reason"),
        must=flag_of(act, "must", unsaid=old is None or old.must),
        play=old.key if old is not None else None,
        key=act.new_key,
        reason=optional_text(act, "reason"),
        **said,
    )


def _drop_play(plan: Plan, act: Act, aliases: Aliases) -> Change:
    play = text_of(act, "play")
    return playing.drop_play(plan, aliases.get(play, play), reason=optional_text(act, "reason"))


def _describe_offer(plan: Plan, act: Act, aliases: Aliases) -> Change:
    offer = text_of(act, "offer")
    values: dict[str, str | date | None] = {
        name: optional_text(act, name) for name in describing.TEXT_FIELDS if name in act.fields
    }
    if "checked" in act.fields:
        values["checked"] = date_of(act, "checked")
    if not values:
        raise Unusable("act.field_missing", act=act.name, field=describing.TEXT_FIELDS[0])
    return describing.describe_offer(plan, aliases.get(offer, offer), values, reason=optional_text(act, "reason"))


def _keep_agreement(plan: Plan, act: Act, aliases: Aliases) -> Change:
    """An agreement; of one that is there, only what is said changes."""
    agreement = _named(act, aliases, "agreement")
    old = agreeing.known_agreement(plan.state(), agreement) if agreement else None
    said = {name: _said(act, name, old) for name in _AGREEMENT_TEXTS}
    return agreeing.keep_agreement(
        plan,
        text_of(act, "text") if old is None or "text" in act.fields else old.text,
        answer_days=number_of(act, "answer_days") if old is None or "answer_days" in act.fields else old.answer_days,
        agreement=old.key if old is not None else None,
        key=act.new_key,
        reason=optional_text(act, "reason"),
        **said,
    )


def _drop_agreement(plan: Plan, act: Act, aliases: Aliases) -> Change:
    agreement = text_of(act, "agreement")
    return agreeing.drop_agreement(plan, aliases.get(agreement, agreement), reason=optional_text(act, "reason"))


def _named(act: Act, aliases: Aliases, name: str) -> str | None:
    text = optional_text(act, name)
    return aliases.get(text, text) if text else None


def _said(act: Act, name: str, old: Play | Agreement | None, field: str = "") -> str | None:
    """What the act says, or what is there where it says nothing."""
    if old is not None and name not in act.fields:
        kept: str | None = getattr(old, field or name)
        return kept
    return optional_text(act, name)


def _unit(plan: Plan, act: Act, aliases: Aliases) -> str | None:
    text = optional_text(act, "unit")
    if not text:
        return None
    return aliases[text] if text in aliases else unit_ref(plan, text.strip())


VERBS: dict[str, Callable[[Plan, Act, Aliases], Change]] = {
    "keep_play": _keep_play,
    "drop_play": _drop_play,
    "describe_offer": _describe_offer,
    "keep_agreement": _keep_agreement,
    "drop_agreement": _drop_agreement,
}
FIELDS: dict[str, frozenset[str]] = {
    "keep_play": frozenset({"title", "offer", "day", "unit", "expect_reason", "must", "play", *_PLAY_TEXTS}),
    "drop_play": frozenset({"play"}),
    "describe_offer": frozenset({"offer", *describing.DESCRIPTION_FIELDS}),
    "keep_agreement": frozenset({"text", "answer_days", "agreement", *_AGREEMENT_TEXTS}),
    "drop_agreement": frozenset({"agreement"}),
}
