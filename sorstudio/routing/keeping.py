"""Standard plays that a plan keeps as its own tests, held to the receivers that they reach today."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from sorstudio.model.change import Change
from sorstudio.model.edits.composed import composed
from sorstudio.model.edits.playing import keep_play
from sorstudio.model.plan import Plan
from sorstudio.model.records import Play
from sorstudio.model.state import State
from sorstudio.routing.plays import Outcome, pinned


def kept_as(state: State, code: str) -> Play | None:
    """The play of the plan that was taken from a standard play."""
    return next((one for one in state.plays() if one.standard == code), None)


def keep_standard(plan: Plan, outcomes: Sequence[Outcome], language: str = "da") -> Change:
    """One change that keeps standard plays; one that is kept already is held to what is the answer now.

    Refused where nothing would be different.
    """
    change = composed(plan, [partial(_keep, outcome=one, language=language) for one in outcomes])
    kept = len({edit.key for edit in change.edits})
    return replace(change, code="play.kept_several", params={"count": str(kept)}) if kept > 1 else change


def _keep(plan: Plan, *, outcome: Outcome, language: str) -> Change:
    fields: dict[str, Any] = dict(pinned(outcome, language))
    old = kept_as(plan.state(), str(fields["standard"]))
    if old is not None:
        fields |= {"title": old.title, "must": old.must, "note": old.note, "play": old.key}
    return keep_play(plan, **fields)
