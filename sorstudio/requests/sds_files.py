"""The papers to Sundhedsdatastyrelsen: the letter, which names its enclosures, and the forms."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sorstudio.requests.envelope import Request
from sorstudio.requests.form_pages import sds_forms
from sorstudio.requests.letter import sds_letter
from sorstudio.requests.line import Addressee
from sorstudio.requests.paper import Paper
from sorstudio.requests.readme import FORMS, LETTER, WORKBOOKS


def sds_papers(request: Request, drawn: Callable[[Paper], bytes]) -> dict[str, bytes]:
    """Letter and forms as PDF files."""
    pages = sds_forms(request)
    letter = sds_letter(request, tuple(_enclosures(request, len(pages.pages))))
    return {LETTER: drawn(letter), FORMS: drawn(pages)}


def _enclosures(request: Request, count: int) -> Iterator[str]:
    texts = request.texts
    yield texts.sentence("request.letter.enclosure.forms", {"count": count, "file": FORMS})
    yield texts.sentence("request.letter.enclosure.sheet", {"file": WORKBOOKS[Addressee.SDS]})
