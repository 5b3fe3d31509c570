"""What is done with several plays at once, each as one change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from sorstudio.model.change import Change
from sorstudio.model.edits.composed import composed
from sorstudio.model.edits.playing import drop_play, keep_play
from sorstudio.model.plan import Plan
from sorstudio.model.records import Play
from sorstudio.routing.keeping import keep_standard
from sorstudio.routing.plays import Outcome
from sorstudio.ui.editor import Editor


class Keeper:
    """Does it through the editor; where there is nothing to do it with, nothing happens."""

    def __init__(self, editor: Editor) -> None:
        self._editor = editor

    def keep(self, outcomes: Sequence[Outcome]) -> None:
        """Standard plays become the plan's own."""
        if outcomes:
            self._editor.do(partial(keep_standard, outcomes=outcomes, language=self._editor.texts.language))

    def drop(self, plays: Sequence[Play]) -> None:
        """Take plays away."""
        if plays:
            self._editor.do(partial(drop_plays, plays=plays))

    def hold(self, plays: Sequence[Play], *, must: bool) -> None:
        """Plays must pass, or need not."""
        if plays:
            self._editor.do(partial(hold_plays, plays=plays, must=must))


def drop_plays(plan: Plan, plays: Sequence[Play]) -> Change:
    """Take plays away."""
    return _told(composed(plan, [partial(drop_play, play=one.key) for one in plays]), "play.dropped_several")


def hold_plays(plan: Plan, plays: Sequence[Play], *, must: bool) -> Change:
    """Plays must pass before the request is sent, or need not."""
    return _told(composed(plan, [partial(_held, play=one, must=must) for one in plays]), "play.changed_several")


def _told(change: Change, code: str) -> Change:
    count = len(change.edits)
    return replace(change, code=code, params={"count": str(count)}) if count > 1 else change


def _held(plan: Plan, *, play: Play, must: bool) -> Change:
    return keep_play(
        plan,
        play.title,
        sender=play.sender,
        area=play.area,
        offer=play.offer,
        message=play.message,
        version=play.version,
        day=play.day,
        unit=play.unit,
        expect_reason=play.reason,
        must=must,
        standard=play.standard,
        note=play.note,
        play=play.key,
    )
