"""Every wish as a row, by addressee: what is not sent yet, and of each request that was sent, what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sorstudio.model.edits.requesting import answer_of
from sorstudio.model.plan import Plan
from sorstudio.model.records import Answer, Reply, SentRequest
from sorstudio.model.texts import Texts
from sorstudio.model.working_days import working_days_between
from sorstudio.requests.asked import next_lines, request_lines
from sorstudio.requests.line import Addressee, Line
from sorstudio.requests.shown import missing
from sorstudio.requests.wishes import wish_of
from sorstudio.requests.words import sentence
from sorstudio.ui.days import short_day
from sorstudio.ui.requests.model import RowGroup, Sign, SignedRow

ANSWER_WITHIN = 10
"""Working days after which a wish that nobody has answered is overdue."""
_REPLIES = {
    Reply.DONE: ("circle-check", "new"),
    Reply.DIFFERENT: ("arrows-diff", "warning"),
    Reply.REFUSED: ("ban", "error"),
}
_HEADS = {Addressee.MUNICIPALITY: "pencil", Addressee.SDS: "mail-forward", Addressee.MEDCOM: "message"}


@dataclass(frozen=True)
class Wanted:
    """A line, the request it was sent with (None: not sent yet), and what was answered."""

    line: Line
    request: SentRequest | None = None
    answer: Answer | None = None


class WishRows:
    """The rows of one plan, and what each of them stands for."""

    def __init__(self, plan: Plan, texts: Texts) -> None:
        self._plan, self._texts = plan, texts
        self.wishes: dict[str, Wanted] = {}
        self.waiting = next_lines(plan)
        self.groups = tuple(group for addressee in Addressee for group in self._groups(addressee))

    def unsent(self) -> tuple[Addressee, ...]:
        """The addressees that are asked for something that has not been sent."""
        return tuple(one for one in Addressee if any(line.addressee is one for line in self.waiting))

    def overdue(self) -> int:
        """How many wishes nobody has answered in time."""
        found = (one for one in self.wishes.values() if one.request is not None)
        return sum(self._late(one) > 0 for one in found)

    def _groups(self, addressee: Addressee) -> Iterator[RowGroup]:
        name, icon = self._texts.value(f"word.addressee.{addressee}"), _HEADS[addressee]
        lines = [line for line in self.waiting if line.addressee is addressee]
        if lines:
            rows = tuple(self._row(f"{addressee}:{line.id}", Wanted(line)) for line in lines)
            told = self._texts.sentence("panes.requests.unsent")
            yield RowGroup(SignedRow(f"{addressee}:", name, Sign(icon, "muted", ""), detail=told), rows)
        for request in reversed(self._plan.state().requests()):
            if request.addressee == addressee:
                yield self._sent(request, name, icon)

    def _sent(self, request: SentRequest, name: str, icon: str) -> RowGroup:
        state = self._plan.state()
        rows = tuple(
            self._row(f"{request.key}:{line.id}", Wanted(line, request, answer_of(state, request.key, wish_of(line))))
            for line in request_lines(self._plan, request)
        )
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
        texts = self._texts
        if wanted.answer is not None:
            return Sign(*_REPLIES[wanted.answer.reply], texts.value(f"word.reply.{wanted.answer.reply}"))
        if wanted.request is None:
            return Sign("note", "muted", texts.sentence("panes.requests.state.unsent"))
        if self._is_shown(wanted.request, wanted.line):
            return Sign("circle-check", "new", texts.sentence("panes.requests.state.shown"))
        late = self._late(wanted)
        if late > 0:
            return Sign("alert-triangle", "warning", texts.sentence("panes.requests.state.overdue", {"count": late}))
        return Sign("clock", "info", texts.sentence("panes.requests.state.sent"))

    def _late(self, wanted: Wanted) -> int:
        """Working days beyond the time for an answer; 0 where nothing is late, and for one's own edits."""
        request, line = wanted.request, wanted.line
        if request is None or wanted.answer is not None or line.addressee is Addressee.MUNICIPALITY:
            return 0
        if self._is_shown(request, line):
            return 0
        return max(0, working_days_between(request.sent, self._plan.today) - ANSWER_WITHIN)

    def _is_shown(self, request: SentRequest, line: Line) -> bool:
        """Only a register file that came after the request can show what came of it."""
        baseline = self._plan.baseline.day
        return baseline >= request.sent and not missing(
            self._plan.timeline.plain(max(line.day or baseline, baseline)), line
        )
