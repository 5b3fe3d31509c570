"""One page for the management: what is asked and why, how much of whom, when, and what it means for others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from sorstudio.model.impact import impact_between, sentences
from sorstudio.model.plan import Plan
from sorstudio.requests.envelope import Request
from sorstudio.requests.letter import LetterTable
from sorstudio.requests.line import NOWHERE_ACTIONS, Line
from sorstudio.requests.paper import Block, Print
from sorstudio.rules.chosen import chosen
from sorstudio.rules.quality import quality, rounded
from sorstudio.rules.standing import Standing

_MOST_REASONS, _MOST_DAYS, _MOST_RISKS = 8, 6, 12
_LONGEST = 260
_ADDRESSEE_WIDTHS, _DAY_WIDTHS = (38, 12, 50), (30, 12, 58)


def management_summary(request: Request) -> Print:
    """The summary as one page."""
    texts = request.texts
    words = {
        "municipality": request.sender.municipality,
        "data": texts.day(request.plan.baseline.day),
        "today": texts.day(request.today),
    }
    blocks = (_why(request), _who(request), _when(request), _quality(request), _risks(request))
    return Print(
        title=texts.sentence("request.summary.title", words),
        intro=(texts.sentence("request.worklist.intro", words), _what(request)),
        blocks=tuple(block for block in blocks if block is not None),
        page_words=texts.sentences.get("request.worklist.page", "{page} / {pages}"),
        one_page=True,
        language=texts.language,
    )


def _asked(request: Request) -> list[Line]:
    return [line for line in request.lines if line.action not in NOWHERE_ACTIONS]


def _what(request: Request) -> str:
    lines = _asked(request)
    units = len({line.unit for line in lines})
    return request.texts.sentence("request.summary.what", {"count": len(lines), "units": units})


def _why(request: Request) -> Block | None:
    reasons = Counter(change.reason for line in _asked(request) for change in line.changes if change.reason)
    if not reasons:
        return None
    told = [reason for reason, _ in reasons.most_common()]
    return Block(request.texts.sentence("request.summary.why"), tuple(_some(request, told, _MOST_REASONS)))


def _who(request: Request) -> Block:
    texts = request.texts
    rows = tuple(
        (texts.value(f"word.addressee.{one.addressee}"), str(len(one.lines)), _actions(request, one.lines))
        for one in request.envelopes
    )
    heads = tuple(texts.sentence(f"request.summary.head.{one}") for one in ("addressee", "lines", "what"))
    return Block(texts.sentence("request.summary.who"), table=LetterTable("", heads, rows, _ADDRESSEE_WIDTHS))


def _actions(request: Request, lines: Sequence[Line]) -> str:
    """The acts with their counts, the most frequent first."""
    counts = Counter(line.action for line in lines)
    return ", ".join(
        f"{request.texts.value(f'word.action.{action}').lower()} ({count})" for action, count in counts.most_common()
    )


def _when(request: Request) -> Block | None:
    days: dict[date | None, list[Line]] = {}
    for line in _asked(request):
        days.setdefault(line.day, []).append(line)
    dated = sorted(day for day in days if day is not None)
    texts = request.texts
    rows = [(texts.day(day), str(len(days[day])), _actions(request, days[day])) for day in dated[:_MOST_DAYS]]
    later = [line for day in dated[_MOST_DAYS:] for line in days[day]]
    if later:
        rows.append((texts.sentence("request.summary.later"), str(len(later)), _actions(request, later)))
    if None in days:
        rows.append((texts.sentence("request.summary.undated"), str(len(days[None])), _actions(request, days[None])))
    heads = tuple(texts.sentence(f"request.summary.head.{one}") for one in ("day", "lines", "what"))
    return Block(texts.sentence("request.summary.when"), table=LetterTable("", heads, tuple(rows), _DAY_WIDTHS))


def _quality(request: Request) -> Block | None:
    """The score of the register data before and after, where the rules can judge it."""
    before, after = (_score(plan) for plan in (_without_changes(request.plan), request.plan))
    if before is None or after is None:
        return None
    texts = request.texts
    scores = {"before": f"{before:.0f}", "after": f"{after:.0f}"}
    return Block(texts.sentence("request.summary.quality"), (texts.sentence("request.summary.score", scores),))


def _without_changes(plan: Plan) -> Plan:
    before = plan.snapshot()
    before.go_to(None)
    return before


def _score(plan: Plan) -> float | None:
    return rounded(quality(Standing(plan, chosen(plan).book), plan).whole.score)


def _risks(request: Request) -> Block:
    plan, texts = request.plan, request.texts
    changes = {change.id: change for line in _asked(request) for change in line.changes}
    found = impact_between(_without_changes(plan).timeline, plan.timeline, plan.codes, list(changes.values()))
    told = sentences(found, texts, plan.codes)
    title = texts.sentence("request.summary.risks")
    return Block(title, tuple(_some(request, told, _MOST_RISKS)) or (texts.sentence("request.summary.no_risks"),))


def _some(request: Request, sentences_: Sequence[str], most: int) -> Iterator[str]:
    """The first of them, each short enough for a page, and how many more there are."""
    shown = sentences_ if len(sentences_) <= most else sentences_[: most - 1]
    for words in shown:
        short = words if len(words) <= _LONGEST else f"{words[:_LONGEST].rsplit(' ', 1)[0]} …"
        yield f"•  {short}"
    if len(shown) < len(sentences_):
        yield request.texts.sentence("request.summary.more", {"count": len(sentences_) - len(shown)})
