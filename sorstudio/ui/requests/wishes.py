"""Every wish as a row, by addressee: what is not sent yet, and of each request that was sent, what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sorstudio.model.plan import Plan
from sorstudio.model.records import Answer, Reply, SentRequest
from sorstudio.model.texts import Texts
from sorstudio.requests.asked import next_lines
from sorstudio.requests.life import LifeState, RequestLife, SentLine, requests_of
from sorstudio.requests.line import Addressee, Line
from sorstudio.requests.words import sentence
from sorstudio.ui.days import short_day
from sorstudio.ui.requests.model import RowGroup, Sign, SignedRow

_LOOK = {
    LifeState.SENT: ("clock", "info"),
    LifeState.ANSWERED: ("clock", "info"),
    LifeState.OVERDUE: ("alert-triangle", "warning"),
    LifeState.DONE: ("circle-check", "new"),
    LifeState.DIFFERENT: ("arrows-diff", "warning"),
    LifeState.REFUSED: ("ban", "error"),
    LifeState.REPLACED: ("refresh", "muted"),
    LifeState.WITHDRAWN: ("arrow-back-up", "muted"),
}
_HEADS = {Addressee.MUNICIPALITY: "pencil", Addressee.SDS: "mail-forward", Addressee.MEDCOM: "message"}


@dataclass(frozen=True)
class Wanted:
    """A line, and where it was sent (None: not yet) with how it stands there."""

    line: Line
    life: RequestLife | None = None
    sent: SentLine | None = None

    @property
    def request(self) -> SentRequest | None:
        """The request it was sent with."""
        return self.life.request if self.life is not None else None

    @property
    def answer(self) -> Answer | None:
        """What was answered."""
        return self.sent.answer if self.sent is not None else None


class WishRows:
    """The rows of one plan, and what each of them stands for."""

    def __init__(self, plan: Plan, texts: Texts) -> None:
        self._plan, self._texts = plan, texts
        self.wishes: dict[str, Wanted] = {}
        self.waiting = next_lines(plan)
        self._lives = requests_of(plan, plan.today)
        self.groups = tuple(group for addressee in Addressee for group in self._groups(addressee))

    def unsent(self) -> tuple[Addressee, ...]:
        """The addressees that are asked for something that has not been sent."""
        return tuple(one for one in Addressee if any(line.addressee is one for line in self.waiting))

    def overdue(self) -> int:
        """How many wishes nobody has answered in time."""
        return sum(_is_late(one) for one in self.wishes.values())

    def _groups(self, addressee: Addressee) -> Iterator[RowGroup]:
        name, icon = self._texts.value(f"word.addressee.{addressee}"), _HEADS[addressee]
        lines = [line for line in self.waiting if line.addressee is addressee]
        if lines:
            rows = tuple(self._row(f"{addressee}:{line.id}", Wanted(line)) for line in lines)
            told = self._texts.sentence("panes.requests.unsent")
            yield RowGroup(SignedRow(f"{addressee}:", name, Sign(icon, "muted", ""), detail=told), rows)
        for life in reversed(self._lives):
            if life.addressee is addressee:
                yield self._sent(life, name, icon)

    def _sent(self, life: RequestLife, name: str, icon: str) -> RowGroup:
        request = life.request
        rows = tuple(self._row(f"{request.key}:{one.line.id}", Wanted(one.line, life, one)) for one in life.lines)
        params = {"day": request.sent, "author": request.author}
        told = self._texts.sentence("panes.requests.sent" if request.author else "panes.requests.sent.unsigned", params)
        detail = " · ".join(filter(None, (told, request.note)))
        return RowGroup(SignedRow(request.key, name, Sign(icon, "accent", ""), detail=detail), rows)

    def _row(self, key: str, wanted: Wanted) -> SignedRow:
        self.wishes[key] = wanted
        line, texts = wanted.line, self._texts
        day = short_day(line.day, texts.language) if line.day else texts.sentence("panes.changes.corrects")
        reason = (wanted.answer.reason if wanted.answer else None) or ""
        own = line.addressee is Addressee.MUNICIPALITY
        sign = self._sign(wanted)
        ticked = (wanted.answer is not None and wanted.answer.reply is Reply.DONE) if own else None
        told = " · ".join(filter(None, (reason, day)))
        return SignedRow(key, sentence(line, texts), sign, line.unit, told, ticked)

    def _sign(self, wanted: Wanted) -> Sign:
        texts, sent, life = self._texts, wanted.sent, wanted.life
        if sent is None or life is None:
            return Sign("note", "muted", texts.sentence("panes.requests.state.unsent"))
        state = LifeState.SENT if sent.state is LifeState.OVERDUE and not _is_late(wanted) else sent.state
        code = "shown" if sent.in_register else state.value
        days = -(life.days_left or 0)
        return Sign(*_LOOK[state], texts.sentence(f"panes.requests.state.{code}", {"count": days}))


def _is_late(wanted: Wanted) -> bool:
    """One's own edits wait for nobody's answer."""
    is_own = wanted.line.addressee is Addressee.MUNICIPALITY
    return wanted.sent is not None and wanted.sent.state is LifeState.OVERDUE and not is_own
