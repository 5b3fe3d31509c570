"""What a new register file says, as rows: grouped by outcome, the doubtful ones first because they are asked about."""

from __future__ import annotations

from collections.abc import Iterator

from sorstudio.model.texts import Clause, Texts
from sorstudio.requests.confirm import Confirmation, Outcome, Result
from sorstudio.requests.matching import Match
from sorstudio.ui.days import short_day
from sorstudio.ui.requests.model import RowGroup, Sign, SignedRow

DOUBT = "doubt"
_LOOK = {
    Outcome.DONE: ("circle-check", "new"),
    Outcome.DIFFERENT: ("arrows-diff", "warning"),
    Outcome.PENDING: ("clock", "info"),
    Outcome.REFUSED: ("ban", "error"),
    Outcome.FOREIGN: ("users", "moved"),
}


class OutcomeRows:
    """The rows of one confirmation, and what each of them stands for."""

    def __init__(self, confirmation: Confirmation, names: dict[str, str], texts: Texts) -> None:
        self._texts = texts
        self._names = names
        self.results: dict[str, Result] = {}
        self.doubts: dict[str, Match] = {}
        self.groups = tuple(self._groups(confirmation))

    def sign(self, outcome: Outcome) -> Sign:
        """Icon, colour and word of an outcome."""
        return Sign(*_LOOK[outcome], self._texts.sentence(f"panes.outcome.{outcome}"))

    def _groups(self, confirmation: Confirmation) -> Iterator[RowGroup]:
        doubts = tuple(self._doubt(one) for one in confirmation.doubtful())
        if doubts:
            sign = Sign("help-circle", "warning", "")
            yield RowGroup(SignedRow(DOUBT, self._texts.sentence("panes.outcome.doubts"), sign), doubts)
        for outcome in Outcome:
            found = [(place, one) for place, one in enumerate(confirmation.results) if one.outcome is outcome]
            if found:
                rows = tuple(self._row(f"{outcome}:{place}", one) for place, one in found)
                title = self._texts.sentence(f"panes.outcome.{outcome}.title")
                yield RowGroup(SignedRow(outcome.value, title, Sign(*_LOOK[outcome], "")), rows)

    def _doubt(self, match: Match) -> SignedRow:
        key = f"{DOUBT}:{match.unit}"
        self.doubts[key] = match
        texts = self._texts
        params = {"name": match.name, "sor_id": match.sor_id, "percent": round(match.score * 100)}
        sign = Sign("help-circle", "warning", texts.sentence("panes.outcome.doubt"))
        return SignedRow(
            key,
            self._names.get(match.unit, match.unit),
            sign,
            match.unit,
            texts.sentence("panes.outcome.maybe", params),
        )

    def _row(self, key: str, result: Result) -> SignedRow:
        self.results[key] = result
        texts = self._texts
        wish, status = (result.detail.params.get(name) for name in ("wish", "status"))
        if not isinstance(wish, Clause) or not isinstance(status, Clause):
            told = texts.sentence(result.detail.code, result.detail.params)
            return SignedRow(key, told, self.sign(result.outcome), result.unit)
        day = short_day(result.day, texts.language) if result.day else ""
        detail = " · ".join(filter(None, (self._status(status), day)))
        return SignedRow(key, texts.sentence(wish.code, wish.params), self.sign(result.outcome), result.unit, detail)

    def _status(self, status: Clause) -> str:
        """What is doubtful is asked about above, with its candidates; the words here need not say it again."""
        code = "panes.outcome.maybe" if status.code == "confirm.doubtful" else status.code
        return self._texts.sentence(code, status.params)
