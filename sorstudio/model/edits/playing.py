"""Verbs on plays: a message that somebody sends, and what is to come of it, kept with the plan. Never goes to SOR."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sorstudio.model.change import Change, created, new_id, now, removed, updated
from sorstudio.model.edits.base import scene
from sorstudio.model.edits.offers import known_offer
from sorstudio.model.errors import Refused
from sorstudio.model.plan import Plan
from sorstudio.model.records import ROUTE_REASONS, SENDERS, Play, RecordKind
from sorstudio.model.state import State


def keep_play(
    plan: Plan,
    title: str,
    *,
    sender: str | None = None,
    area: str | None = None,
    offer: str | None = None,
    message: str | None = None,
    version: str | None = None,
    day: date | None = None,
    unit: str | None = None,
    expect_reason: str | None = None,
    must: bool = True,
    standard: str | None = None,
    note: str | None = None,
    play: str | None = None,
    key: str | None = None,
    reason: str | None = None,
) -> Change:
    """A new play, or with `play` another form of one that is there. `day` is the day on which the message is sent.

    `expect_reason` is why it is to reach nobody; `reason` is that of the act, as with every verb.
    """
    old = known_play(plan.state(), play) if play is not None else None
    code, exact = _message(plan, message, version)
    new = Play(
        old.key if old is not None else key or new_id(),
        _title(title),
        _one_of(sender, SENDERS, "play.sender"),
        known_area(plan, area),
        known_offer(plan, offer) if offer else None,
        code,
        exact,
        day,
        _unit(plan, unit, old),
        _one_of(expect_reason, ROUTE_REASONS, "play.reason"),
        must,
        standard or None,
        (note or "").strip() or None,
        plan.author,
        now(),
    )
    _check(new)
    return _kept(plan, old, new, reason)


def drop_play(plan: Plan, play: str, *, reason: str | None = None) -> Change:
    """Take a play away."""
    found = known_play(plan.state(), play)
    edit = removed(RecordKind.PLAY, found)
    return scene(plan, None).change("play.dropped", [edit], reason=reason, title=found.title)


def known_play(state: State, text: str) -> Play:
    """The play of a key, or the only one of a title."""
    plays = state.plays()
    found = [one for one in plays if one.key == text] or [one for one in plays if one.title == text]
    if len(found) != 1:
        raise Refused("play.several" if found else "play.unknown", play=text)
    return found[0]


def known_area(plan: Plan, area: str | None) -> str | None:
    """The code of an area, or None where none is named; refuses an unknown one."""
    if area and plan.codes.area(area) is None:
        raise Refused("offer.area_unknown", area=area)
    return area or None


def known_message(plan: Plan, message: str | None) -> str | None:
    """The code of a message type, however it is written, or None where none is named; refuses an unknown one."""
    return _message(plan, message, None)[0]


def _kept(plan: Plan, old: Play | None, new: Play, reason: str | None) -> Change:
    if old is None:
        edit, code = created(RecordKind.PLAY, new), "play.kept"
        return scene(plan, None).change(code, [edit], reason=reason, title=new.title)
    is_same = replace(old, author="", time=None) == replace(new, author="", time=None)
    changed = None if is_same else updated(RecordKind.PLAY, old, new)
    return scene(plan, None).change("play.changed", [changed], reason=reason, title=new.title)


def _title(title: str) -> str:
    """On one line."""
    text = " ".join(title.split())
    if not text:
        raise Refused("play.no_title")
    return text


def _check(play: Play) -> None:
    if play.area and play.offer:
        raise Refused("play.area_and_offer", title=play.title)
    if not (play.area or play.offer or play.message):
        raise Refused("play.asks_nothing", title=play.title)
    if play.unit and play.reason:
        raise Refused("play.unit_and_reason", title=play.title)


def _one_of(text: str | None, known: tuple[str, ...], code: str) -> str | None:
    if text and text not in known:
        raise Refused(code, value=text, known=", ".join(known))
    return text or None


def _unit(plan: Plan, unit: str | None, old: Play | None) -> str | None:
    """A play that is there may keep expecting a unit that is gone since: that is what it is to tell."""
    is_kept = old is not None and old.unit == unit
    if unit and not is_kept and unit not in plan.state().units:
        raise Refused("unit.unknown", unit=unit)
    return unit or None


def _message(plan: Plan, message: str | None, version: str | None) -> tuple[str | None, str | None]:
    """Code and version of a message type; a version may stand in the name, as in "XREF15 (XH1530R)"."""
    if not message:
        if version:
            raise Refused("play.version_alone", version=version)
        return None, None
    found = plan.codes.message_type(message, version or None)
    if found is None:
        known = plan.codes.message_versions(message)
        versions = ", ".join(one.version for one in known)
        raise Refused("message.unknown_version" if known else "message.unknown", **_told(message, version, versions))
    is_exact = bool(version or plan.codes.messages.split(message)[1])
    return found.code, found.version if is_exact else None


def _told(message: str, version: str | None, versions: str) -> dict[str, str]:
    return {"type": message, "version": version or "", "versions": versions}
