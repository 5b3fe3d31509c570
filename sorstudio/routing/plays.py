"""Plays: messages that senders write, asked of a municipality, and whether what comes of them is what is expected."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from sorstudio.model.codes import CodeLists, Municipality
from sorstudio.model.plan import Plan
from sorstudio.model.records import Play
from sorstudio.model.state import State
from sorstudio.model.texts import Clause
from sorstudio.model.timeline import END
from sorstudio.routing.answer import Answer, Reason, Receiver
from sorstudio.routing.directory import Directory
from sorstudio.routing.play_set import StandardPlay, standard_play
from sorstudio.routing.question import Question, Sender
from sorstudio.routing.route import route

AnyPlay = Play | StandardPlay


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a play. `why` says what was expected and is not so, or what is as it should be.

    `types` are the message types that are expected, empty where any will do. `state` is what was asked.
    """

    play: AnyPlay
    answer: Answer
    passed: bool
    why: Clause
    types: tuple[str, ...]
    state: State = field(repr=False, compare=False)

    @property
    def is_deciding(self) -> bool:
        """Whether it keeps a request from being ready: a play of the plan that must pass, and does not."""
        return isinstance(self.play, Play) and self.play.must and not self.passed


@dataclass(frozen=True)
class Days:
    """A municipality on the days that plays ask about, each made once. Plays without a day are asked on `day`."""

    on_day: Callable[[date | None], State]
    codes: CodeLists
    day: date | None = None
    municipality: Municipality | None = None
    _made: dict[date | None, Directory] = field(default_factory=dict, repr=False, compare=False)

    def on(self, day: date | None) -> Directory:
        """The municipality on a day, on the usual one where None."""
        asked = self.day if day is None else day
        found = self._made.get(asked)
        if found is None:
            found = self._made[asked] = Directory(self.on_day(asked), self.codes, asked, self.municipality)
        return found


def days_of(plan: Plan, municipality: Municipality | None = None) -> Days:
    """A plan on any day; without one after everything planned."""
    return Days(lambda day: plan.state(END if day is None else day), plan.codes, None, municipality)


def run_all(days: Days, plays: Iterable[AnyPlay]) -> tuple[Outcome, ...]:
    """What comes of plays, in their order."""
    return tuple(run(days.on(question_of(play).day), play) for play in plays)


def run(directory: Directory, play: AnyPlay) -> Outcome:
    """What comes of a play. The directory must be of the day that the play asks about."""
    answer = route(directory, question_of(play))
    expected = _expected(play)
    passed, why = _judged(directory, expected, answer)
    return Outcome(play, answer, passed, why, expected.types, directory.state)


def question_of(play: AnyPlay) -> Question:
    """What a play asks."""
    if isinstance(play, StandardPlay):
        return play.question
    sender = Sender(play.sender) if play.sender in list(Sender) else None
    return Question(play.area, play.offer, play.message, play.version, sender, play.day)


def pinned(outcome: Outcome, language: str = "da") -> Mapping[str, object]:
    """The fields of an act `keep_play` that keeps a standard play in the plan, held to what is the answer today.

    A play that fails is held to what it expects: that somebody receives it, or the reason why nobody does.
    """
    play, receiver = outcome.play, outcome.answer.receiver
    if not isinstance(play, StandardPlay):
        raise TypeError("only standard plays are pinned")
    asked = play.question
    return {
        "title": play.name(language),
        "sender": asked.sender.value if asked.sender else None,
        "area": asked.area,
        "offer": asked.offer,
        "message": asked.message,
        "day": asked.day,
        "unit": receiver.unit if receiver and outcome.passed else None,
        "expect_reason": play.reason.value if play.reason else None,
        "must": True,
        "standard": play.code,
    }


@dataclass(frozen=True, slots=True)
class _Expected:
    """What is to come of a play; without a reason there is to be a receiver, `unit` where it is named."""

    unit: str | None = None
    reason: str | None = None
    types: tuple[str, ...] = ()
    at: str | None = None
    may_move: bool = False
    """A task that the law has moved since answers so, and that is nobody's mistake."""


def _expected(play: AnyPlay) -> _Expected:
    if isinstance(play, StandardPlay):
        return _Expected(None, play.reason, play.types, play.at, may_move=play.question.day is None)
    origin = standard_play(play.standard) if play.standard else None
    asked = question_of(play)
    if origin is not None and replace(origin.question, day=asked.day, version=asked.version) == asked:
        return _Expected(play.unit, play.reason, origin.types, origin.at)
    return _Expected(play.unit, play.reason)


def _judged(directory: Directory, expected: _Expected, answer: Answer) -> tuple[bool, Clause]:
    if expected.reason is not None:
        return _judged_reason(directory, expected.reason, answer)
    if answer.receiver is None:
        if expected.may_move and answer.reason is Reason.WRONG_AUTHORITY:
            return True, Clause("plays.passed.moved")
        return False, _nobody(directory, expected, answer)
    return _judged_receiver(directory, expected, answer, answer.receiver)


def _judged_reason(directory: Directory, reason: str, answer: Answer) -> tuple[bool, Clause]:
    said = _reason(reason)
    if answer.receiver is not None:
        return False, Clause("plays.failed.received", {**_told(directory, answer.receiver), "reason": said})
    if answer.reason == reason:
        return True, Clause("plays.passed.reason", {"reason": said})
    return False, Clause("plays.failed.other_reason", {"reason": _reason(str(answer.reason)), "expected": said})


def _judged_receiver(
    directory: Directory, expected: _Expected, answer: Answer, receiver: Receiver
) -> tuple[bool, Clause]:
    told = _told(directory, receiver)
    if expected.unit is not None and receiver.unit != expected.unit:
        variant = "other_unit" if expected.unit in directory.places else "gone_other"
        return False, Clause(f"plays.failed.{variant}", {**told, "expected": _name(directory, expected.unit)})
    if expected.types and receiver.type not in expected.types:
        return False, Clause("plays.failed.type", {**told, "types": expected.types})
    if expected.at is not None and not _is_at(directory, expected.at, answer, receiver):
        return False, Clause("plays.failed.area", {**told, "area": directory.codes.area(expected.at) or expected.at})
    return True, Clause("plays.passed.receiver", told)


def _nobody(directory: Directory, expected: _Expected, answer: Answer) -> Clause:
    params: dict[str, object] = {"reason": _reason(str(answer.reason))}
    if expected.unit is None:
        return Clause("plays.failed.nobody", params)
    params["expected"] = _name(directory, expected.unit)
    if expected.unit in directory.places:
        return Clause("plays.failed.unit", params)
    if answer.reason is Reason.NOT_IN_FORCE:  # it would say the same twice
        params["reason"] = None
    return Clause("plays.failed.gone", params)


def _is_at(directory: Directory, area: str, answer: Answer, receiver: Receiver) -> bool:
    """Whether it was asked there, so that the administration may have answered, or somebody there reads that number."""
    if answer.area == area:
        return True
    units = (key for keys in directory.area(area).by_ground.values() for key in keys)
    return any(directory.places[key].giver == receiver.giver for key in units)


def _reason(reason: str) -> Clause:
    return Clause(f"routing.reason.{reason}")


def _told(directory: Directory, receiver: Receiver) -> dict[str, object]:
    return {"unit": _name(directory, receiver.unit), "gln": receiver.gln, "type": receiver.type}


def _name(directory: Directory, key: str) -> str:
    unit = directory.state.units.get(key)
    return unit.name if unit is not None else key
