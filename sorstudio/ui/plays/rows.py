"""What came of the plays as signed rows: the plan's own first, then the standard set under the ten headings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from sorstudio.model.plan import Plan
from sorstudio.model.records import Play
from sorstudio.model.texts import Texts
from sorstudio.routing.play_set import StandardPlay, standard_plays
from sorstudio.routing.plays import Days, Outcome, days_of, run_all
from sorstudio.routing.plays_telling import explanation, mark, title
from sorstudio.ui.requests.model import RowGroup, Sign, SignedRow
from sorstudio.ui.translate import tr

OWN = "own"
"""The key of the head above the plan's own plays."""


class Kind(StrEnum):
    """Which plays are looked at."""

    ALL = "all"
    FAILING = "failing"
    OWN = "own"
    STANDARD = "standard"


@dataclass(frozen=True)
class Played:
    """What came of the plan's own plays and of the standard ones, and what they were asked of."""

    days: Days
    own: tuple[Outcome, ...]
    standard: tuple[Outcome, ...]

    @property
    def passed(self) -> int:
        """How many pass."""
        return sum(one.passed for one in self.by_key.values())

    @cached_property
    def by_key(self) -> dict[str, Outcome]:
        """What came of the play of each row."""
        return {row_key(one): one for one in (*self.own, *self.standard)}

    @cached_property
    def kept(self) -> frozenset[str]:
        """The codes of the standard plays that the plan has among its own."""
        return frozenset(one.play.standard for one in self.own if isinstance(one.play, Play) and one.play.standard)

    def can_be_kept(self, outcome: Outcome) -> bool:
        """Whether it came of a standard play that the plan does not have yet."""
        return isinstance(outcome.play, StandardPlay) and outcome.play.code not in self.kept

    def keepable(self) -> list[Outcome]:
        """The standard plays that pass and that the plan does not have yet."""
        return [one for one in self.standard if one.passed and self.can_be_kept(one)]


def play_all(plan: Plan) -> Played:
    """Every play, as the plan stands."""
    days = days_of(plan)
    return Played(days, run_all(days, plan.state().plays()), run_all(days, standard_plays()))


def row_key(outcome: Outcome) -> str:
    """What the row of a play is known by."""
    play = outcome.play
    return f"own:{play.key}" if isinstance(play, Play) else f"standard:{play.code}"


def sign(outcome: Outcome, texts: Texts) -> Sign:
    """Passed, failed, or failed where it must not."""
    words = mark(outcome, texts)
    if outcome.passed:
        return Sign("circle-check", "new", words)
    return Sign("alert-octagon", "error", words) if outcome.is_deciding else Sign("alert-triangle", "warning", words)


def play_groups(played: Played, kind: Kind, texts: Texts) -> list[RowGroup]:
    """The rows to show; a head without rows is left out."""
    found: list[RowGroup] = []
    if kind is not Kind.STANDARD:
        found.append(_group(OWN, tr("The plan's own plays"), played, _shown(played.own, kind), texts))
    if kind is not Kind.OWN:
        for heading in played.days.codes.headings:
            these = [one for one in played.standard if _heading(one) == heading.code]
            name = heading.name(texts.language)
            found.append(_group(f"heading:{heading.code}", name, played, _shown(these, kind), texts))
    return [one for one in found if one.rows]


def _heading(outcome: Outcome) -> str:
    return outcome.play.heading if isinstance(outcome.play, StandardPlay) else ""


def _shown(outcomes: Sequence[Outcome], kind: Kind) -> list[Outcome]:
    return [one for one in outcomes if kind is not Kind.FAILING or not one.passed]


def _group(key: str, name: str, played: Played, outcomes: Sequence[Outcome], texts: Texts) -> RowGroup:
    passed = sum(one.passed for one in outcomes)
    told = tr("{passed} of {count} pass").format(passed=passed, count=len(outcomes)) if passed else ""
    whole = Sign("circle-check", "new", "") if passed == len(outcomes) else Sign("alert-triangle", "warning", "")
    rows = tuple(_row(one, played, texts) for one in outcomes)
    return RowGroup(SignedRow(key, name, whole, detail=told), rows)


def _row(outcome: Outcome, played: Played, texts: Texts) -> SignedRow:
    receiver = outcome.answer.receiver
    detail = " · ".join((*_beside(outcome, played), explanation(outcome, texts)))
    unit = receiver.unit if receiver is not None else ""
    return SignedRow(row_key(outcome), title(outcome.play, texts), sign(outcome, texts), unit, detail)


def _beside(outcome: Outcome, played: Played) -> Iterator[str]:
    play = outcome.play
    if isinstance(play, Play):
        if not play.must:
            yield tr("may fail")
    elif play.code in played.kept:
        yield tr("kept in the plan")
