"""README.txt: what each file of a change request is for, and in which order they are used."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sorstudio.requests.envelope import Request, request_warnings
from sorstudio.requests.line import Addressee
from sorstudio.requests.templates import template

WORKBOOKS = {
    Addressee.MUNICIPALITY: "1-egne-rettelser.xlsx",
    Addressee.SDS: "2-sundhedsdatastyrelsen.xlsx",
    Addressee.MEDCOM: "3-medcom.xlsx",
}
LETTER = "2-sundhedsdatastyrelsen.pdf"
FORMS = "2-sundhedsdatastyrelsen-skemaer.pdf"
MAILS = {Addressee.SDS: "2-sundhedsdatastyrelsen.eml", Addressee.MEDCOM: "3-medcom.eml"}


_OVERVIEW = ("0-resume.pdf", "0-foer-og-efter.pdf", "0-referat.txt")
_BESIDE = ("1-egne-rettelser.pdf", "1-fk-org.csv")


def readme_bytes(
    request: Request, *, with_letter: bool, names: Sequence[str] = (), only: Addressee | None = None
) -> bytes:
    """The file, with the line ends that every text editor understands.

    `names` are the files that lie beside it; with `only` it speaks of one addressee alone.
    """
    texts = request.texts
    steps = "\n\n".join(_steps(request, with_letter, names, only))
    parts = {
        "steps": steps or texts.sentence("request.step.nothing" if only is None else f"request.missing.{only}"),
        "missing": "\n".join(_missing(request)) if only is None else "",
        "overview": "\n".join(_overview(request, [name for name in _OVERVIEW if name in names])),
        "warnings": "\n".join(_warnings(request)),
        "addressee": texts.value(f"word.addressee.{only}") if only else "",
    }
    text = template("readme" if only is None else "readme-only", request, parts)
    return text.replace("\n", "\r\n").encode("utf-8-sig")


def _overview(request: Request, names: Sequence[str]) -> Iterator[str]:
    if names:
        yield request.texts.sentence("request.overview")
        yield from _files(request, names)


def _files(request: Request, names: Sequence[str]) -> Iterator[str]:
    """What each file is, who gets it and what they do with it."""
    for name in names:
        code = f"request.file.{name.rpartition('.')[0]}"
        yield f"  {name:<23}{request.texts.sentence(code)}"


def _steps(request: Request, with_letter: bool, names: Sequence[str], only: Addressee | None) -> Iterator[str]:
    for number, envelope in enumerate(request.envelopes, start=1):
        one = envelope.addressee
        if only not in (None, one):
            continue
        code = f"request.step.{one}"
        if one is Addressee.SDS and not with_letter:
            code = "request.step.sds_bare"
        params: dict[str, object] = {
            "number": number,
            "count": len(envelope.lines),
            "file": WORKBOOKS[one],
            "mail": MAILS.get(one, ""),
            "letter": LETTER,
            "forms": FORMS,
            "route": request.texts.sentence(f"request.route.{request.sender.route}"),
            "to": (request.sender.mail_sds if one is Addressee.SDS else request.sender.mail_medcom) or "",
        }
        text = request.texts.sentence(code, params)
        if one is Addressee.MUNICIPALITY:
            text = "\n".join([text, *(f" {line}" for line in _files(request, [x for x in _BESIDE if x in names]))])
        held = sum(line.held_back for line in envelope.lines)
        yield f"{text}\n{request.texts.sentence('request.step.held', {'count': held})}" if held else text


def _missing(request: Request) -> Iterator[str]:
    if request.envelopes:
        for one in Addressee:
            if request.envelope(one) is None:
                yield request.texts.sentence(f"request.missing.{one}")


def _warnings(request: Request) -> Iterator[str]:
    found = [
        f"  {line + ': ' if line else ''}{request.texts.sentence(warning.code, warning.params)}"
        for line, warning in request_warnings(request)
    ]
    if found:
        yield request.texts.sentence("request.remember")
        yield from found
