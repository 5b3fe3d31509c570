"""README.txt: what each file of a change request is for, and in which order they are used."""

from __future__ import annotations

from collections.abc import Iterator

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


def readme_bytes(request: Request, *, with_letter: bool) -> bytes:
    """The file, with the line ends that every text editor understands."""
    parts = {
        "steps": "\n\n".join(_steps(request, with_letter)) or request.texts.sentence("request.step.nothing"),
        "missing": "\n".join(_missing(request)),
        "warnings": "\n".join(_warnings(request)),
    }
    return template("readme", request, parts).replace("\n", "\r\n").encode("utf-8-sig")


def _steps(request: Request, with_letter: bool) -> Iterator[str]:
    for number, envelope in enumerate(request.envelopes, start=1):
        one = envelope.addressee
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
