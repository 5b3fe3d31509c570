"""Scores in words, the same in the window and on the command line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from sorstudio.model.texts import Texts
from sorstudio.rules.entry import RuleBook
from sorstudio.rules.quality import PartScore, RuleCost, Score, rounded
from sorstudio.rules.rulebook import core_rules
from sorstudio.rules.trend import DayPoint
from sorstudio.rules.weights import core_weights


class Telling:
    """Puts scores into words."""

    def __init__(self, texts: Texts, book: RuleBook | None = None) -> None:
        self._texts, self._book = texts, book or core_rules()

    def words(self, code: str) -> str:
        """A sentence without parameters."""
        return self._texts.sentence(code)

    def day(self, day: date) -> str:
        """A day written out."""
        return self._texts.day(day)

    def number(self, score: float | None) -> str:
        """A score with one decimal, as the language writes it."""
        shown = rounded(score)
        return self._texts.sentence("quality.none") if shown is None else self.decimal(shown)

    def decimal(self, value: float, *, signed: bool = False) -> str:
        """A number with one decimal; a minus is a real one."""
        sign = "+" if signed and value > 0 else ""
        words = f"{sign}{value:.1f}".replace("-", "−")
        return words.replace(".", ",") if self._texts.language == "da" else words

    def level(self, score: float | None) -> str:
        """A score in a word or two."""
        code = "quality.none" if score is None else f"quality.level.{core_weights().level(score)}"
        return self._texts.sentence(code)

    def sentence(self, score: Score) -> str:
        """A whole score in one line."""
        if score.score is None:
            return self._texts.sentence("quality.no_score", {"name": score.name})
        params = {"name": score.name, "score": self.number(score.score), "level": self.level(score.score)}
        return self._texts.sentence("quality.score", {**params, "units": score.units, "findings": score.findings})

    def part_name(self, code: str) -> str:
        """What a part is called."""
        return self._texts.sentence(f"quality.part.{code}")

    def part(self, part: PartScore) -> str:
        """One part in one line: number, word, and how many units cannot be judged."""
        if part.score is None:
            return f"{self.part_name(part.code)}: {self.beside(part) or self._texts.sentence('quality.none')}"
        words = f"{self.part_name(part.code)}: {self.number(part.score)} – {self.level(part.score)}"
        return "; ".join(filter(None, (words, self.beside(part))))

    def beside(self, part: PartScore) -> str:
        """At how many units a part cannot be judged; empty where there are none."""
        return self._texts.sentence("quality.unjudged", {"count": part.unjudged}) if part.unjudged else ""

    def change(self, before: Score, after: Score) -> Iterator[str]:
        """Before against after the plan, where both can be told."""
        old, new = rounded(before.score), rounded(after.score)
        if old is not None and new is not None:
            params = {"before": self.number(old), "after": self.number(new)}
            params["change"] = self.decimal(new - old, signed=True)
            yield self._texts.sentence("quality.change", params)

    def costs(self, score: Score, most: int) -> Iterator[str]:
        """The rules that cost most, and that nothing does."""
        if score.score is None:
            return
        if not score.costs:
            yield self._texts.sentence("quality.no_costs")
            return
        yield self._texts.sentence("quality.costs")
        yield from (f"  {self.cost(one)}" for one in score.costs[:most])

    def cost(self, cost: RuleCost) -> str:
        """What one rule costs."""
        entry = self._book.entry(cost.code)
        title = entry.title(self._texts.language) if entry else cost.code
        params = {"title": title.rstrip("."), "code": cost.code, "points": self.decimal(cost.points)}
        return self._texts.sentence("quality.cost", {**params, "count": cost.count})

    def trend(self, scores: Sequence[Score]) -> str:
        """The history in one line; the first score is the one before the plan."""
        if len(scores) < 2:
            return self._texts.sentence("quality.trend.none")
        params = {"before": self.number(scores[0].score), "after": self.number(scores[-1].score)}
        return self._texts.sentence("quality.trend", {"count": len(scores) - 1, **params})

    def days(self, points: Sequence[DayPoint]) -> str:
        """The register files in one line; empty where there are none."""
        if not points:
            return ""
        first, last = points[0], points[-1]
        params: dict[str, object] = {"first": first.day, "last": last.day, "count": len(points)}
        params |= {"before": self.number(first.score.score), "after": self.number(last.score.score)}
        return self._texts.sentence("quality.trend.days", params)
