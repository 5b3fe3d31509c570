"""The change request written to a folder: three envelopes for people, the same for machines, and how to use them."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from sorstudio import resources
from sorstudio.model.plan import Plan
from sorstudio.model.texts import Texts
from sorstudio.requests import sorus
from sorstudio.requests.document import SCHEMA_FILE, document_bytes, schema_bytes
from sorstudio.requests.envelope import Request, make_request, request_warnings
from sorstudio.requests.folder import write_folder
from sorstudio.requests.line import Addressee, LineWarning
from sorstudio.requests.mail import Attachment, mail_bytes
from sorstudio.requests.overview import OVERVIEW, overview_files
from sorstudio.requests.own_files import OWN_FILES, own_files
from sorstudio.requests.paper import Paper
from sorstudio.requests.readme import FORMS, LETTER, MAILS, WORKBOOKS, readme_bytes
from sorstudio.requests.sds_files import sds_papers
from sorstudio.requests.sheets import sheets
from sorstudio.requests.workbook import workbook_bytes

README, DOCUMENT, SORUS = "README.txt", "request.json", "sorus.xml"
OURS = frozenset(
    {
        *OVERVIEW,
        *OWN_FILES,
        *WORKBOOKS.values(),
        *MAILS.values(),
        LETTER,
        FORMS,
        README,
        DOCUMENT,
        SORUS,
        SCHEMA_FILE,
        sorus.SCHEMA_FILE,
    }
)

_NAMES: Mapping[Addressee, tuple[str, ...]] = {
    Addressee.MUNICIPALITY: OWN_FILES,
    Addressee.SDS: (LETTER, FORMS, WORKBOOKS[Addressee.SDS], MAILS[Addressee.SDS]),
    Addressee.MEDCOM: (WORKBOOKS[Addressee.MEDCOM], MAILS[Addressee.MEDCOM]),
}

DrawPdf = Callable[[Paper, Path], None]
"""Draws a paper as a PDF file; handed in, because only the window's room can draw."""


@dataclass(frozen=True, slots=True)
class RequestResult:
    """What was written: the files, how many lines each addressee got, and what the sender should know."""

    folder: Path
    files: tuple[Path, ...]
    counts: Mapping[Addressee, int]
    warnings: tuple[tuple[str, LineWarning], ...]


def write_request(
    plan: Plan,
    folder: Path,
    texts: Texts,
    *,
    today: date,
    draw_pdf: DrawPdf | None,
    templates: Path | None = None,
    only: Addressee | None = None,
    anew: bool = False,
) -> RequestResult:
    """Write the change request of a plan; an envelope with nothing in it is not written.

    An earlier request in the folder is replaced whole, files of others are left alone. Danish authorities read the
    files, so they are in Danish whatever language the program speaks. `templates` is a folder of own running texts.
    With `only` the files of one addressee are written, and those of the others are left as they lie. What was sent
    before is left out, unless everything is asked `anew`.
    """
    request = replace(make_request(plan, _danish(texts), today, anew=anew), templates=templates)
    if only is None:
        written = write_folder(folder, request_files(request, draw_pdf), OURS)
    else:
        ours = frozenset({README, *_NAMES[only]})
        written = write_folder(folder, addressee_files(request, only, draw_pdf), ours)
    asked = [envelope for envelope in request.envelopes if only in (None, envelope.addressee)]
    counts = {envelope.addressee: len(envelope.lines) for envelope in asked}
    return RequestResult(folder, written, counts, request_warnings(request))


def _danish(texts: Texts) -> Texts:
    return texts if texts.language == "da" else Texts(resources.texts("da"), "da")


def request_files(request: Request, draw_pdf: DrawPdf | None) -> dict[str, bytes]:
    """Every file of the request by name, in the order in which they are used."""
    files = overview_files(request, _drawer(draw_pdf)) if request.envelopes else {}
    by_envelope: dict[Addressee, list[str]] = {}
    for envelope in request.envelopes:
        own = _envelope_files(request, envelope.addressee, draw_pdf)
        by_envelope[envelope.addressee] = list(own)
        files.update(own)
    files[README] = readme_bytes(request, with_letter=LETTER in files, names=tuple(files))
    if request.envelopes:
        files[SORUS] = sorus.sorus_bytes(request)
        files[sorus.SCHEMA_FILE] = sorus.schema_bytes()
    files[SCHEMA_FILE] = schema_bytes()
    files[DOCUMENT] = document_bytes(request, by_envelope)
    return files


def addressee_files(request: Request, only: Addressee, draw_pdf: DrawPdf | None) -> dict[str, bytes]:
    """The files of one addressee, and a README that speaks of these alone."""
    files = _envelope_files(request, only, draw_pdf) if request.envelope(only) else {}
    files[README] = readme_bytes(request, with_letter=LETTER in files, names=tuple(files), only=only)
    return files


def _drawer(draw_pdf: DrawPdf | None) -> Callable[[Paper], bytes] | None:
    return partial(_drawn, draw_pdf=draw_pdf) if draw_pdf else None


def _envelope_files(request: Request, addressee: Addressee, draw_pdf: DrawPdf | None) -> dict[str, bytes]:
    if addressee is Addressee.MUNICIPALITY:
        return own_files(request, _drawer(draw_pdf))
    files = {WORKBOOKS[addressee]: workbook_bytes(sheets(request, addressee))}
    if addressee is Addressee.SDS and draw_pdf is not None:
        files = {**sds_papers(request, partial(_drawn, draw_pdf=draw_pdf)), **files}
    if addressee in MAILS:
        attachments = [Attachment(name, content) for name, content in files.items()]
        files[MAILS[addressee]] = mail_bytes(request, addressee, attachments)
    return files


def _drawn(paper: Paper, draw_pdf: DrawPdf) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "paper.pdf"
        draw_pdf(paper, path)
        return path.read_bytes()
