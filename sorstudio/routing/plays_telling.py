"""What came of a play, in words and as the JSON that the command line and other programs speak."""

from __future__ import annotations

from collections.abc import Sequence

from sorstudio.model.records import Play
from sorstudio.model.texts import Texts
from sorstudio.routing.play_set import StandardPlay
from sorstudio.routing.plays import AnyPlay, Outcome, question_of
from sorstudio.routing.telling import answer_json


def title(play: AnyPlay, texts: Texts) -> str:
    """What the play is called."""
    return play.name(texts.language) if isinstance(play, StandardPlay) else play.title


def explanation(outcome: Outcome, texts: Texts) -> str:
    """What came of it, in one or two sentences."""
    return texts.sentence(outcome.why.code, outcome.why.params)


def mark(outcome: Outcome, texts: Texts) -> str:
    """Passed or failed, in a word."""
    return texts.sentence("plays.mark.passed" if outcome.passed else "plays.mark.failed")


def plays_json(outcomes: Sequence[Outcome], texts: Texts) -> dict[str, object]:
    """The answer of `sorstudio plays`."""
    passed = sum(one.passed for one in outcomes)
    return {
        "plays": [play_json(one, texts) for one in outcomes],
        "passed": passed,
        "failed": len(outcomes) - passed,
    }


def play_json(outcome: Outcome, texts: Texts) -> dict[str, object]:
    """One play with what is expected and what came of it. A play of the plan has a `key`, a standard one a `code`."""
    play, asked = outcome.play, question_of(outcome.play)
    return {
        **({"code": play.code} if isinstance(play, StandardPlay) else {"key": play.key}),
        "title": title(play, texts),
        "sender": asked.sender.value if asked.sender else None,
        "area": asked.area,
        "offer": asked.offer,
        "message": asked.message,
        "day": asked.day.isoformat() if asked.day else None,
        "expected": {
            "unit": play.unit if isinstance(play, Play) else None,
            "message_types": list(outcome.types),
            "reason": str(play.reason) if play.reason else None,
        },
        "must": play.must if isinstance(play, Play) else False,
        "standard": play.standard if isinstance(play, Play) else play.code,
        "passed": outcome.passed,
        "answer": answer_json(outcome.answer, outcome.state),
        "explanation": explanation(outcome, texts),
    }
