"""The request as sentences that can stand in minutes or a mail as they are."""

from __future__ import annotations

from collections.abc import Iterator

from sorstudio.requests.envelope import Request
from sorstudio.requests.line import Action, Line
from sorstudio.requests.words import sentence


def minutes_bytes(request: Request) -> bytes:
    """The file, with the line ends that every text editor understands."""
    return ("\n".join(minutes_lines(request)) + "\n").replace("\n", "\r\n").encode("utf-8-sig")


def minutes_lines(request: Request) -> Iterator[str]:
    """A heading for each addressee and day, and a sentence for each line."""
    texts = request.texts
    words = {
        "municipality": request.sender.municipality,
        "data": texts.day(request.plan.baseline.day),
        "today": texts.day(request.today),
    }
    yield texts.sentence("request.minutes.title", words)
    yield texts.sentence("request.minutes.intro", words)
    for envelope in request.envelopes:
        yield ""
        yield texts.sentence(f"request.minutes.{envelope.addressee}")
        for line in envelope.lines:
            yield f"- {_told(request, line)}"


def _told(request: Request, line: Line) -> str:
    texts = request.texts
    parts = [sentence(line, texts)]
    if line.day and line.action is not Action.CLOSE:  # a closing says its day itself
        parts.append(texts.sentence("request.minutes.day", {"day": texts.day(line.day)}))
    if line.reason:
        parts.append(texts.sentence("request.worklist.reason", {"reason": line.reason.rstrip(".")}) + ".")
    return " ".join(parts)
