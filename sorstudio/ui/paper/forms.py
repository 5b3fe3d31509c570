"""Forms on A4 pages: each begins on a page of its own, with what it is and of whom at its head."""

from __future__ import annotations

from functools import partial

from sorstudio.requests.form_pages import FormPage, FormPages
from sorstudio.ui.paper.layout import FOOT, TITLE, UNITS, Flow, Style
from sorstudio.ui.paper.pages import Foot, pages_pdf

_UNIT = Style(12)
_SCALE = 1.2


def forms_pdf(forms: FormPages) -> bytes:
    """The forms as a PDF file in memory."""
    return pages_pdf(Foot(forms.title, forms.page_words), partial(set_forms, forms=forms))


def set_forms(flow: Flow, forms: FormPages) -> None:
    """Set one form after the other."""
    for form in forms.pages:
        flow.together(flow.height / UNITS)
        _set(flow, form)


def _set(flow: Flow, form: FormPage) -> None:
    flow.text(form.place, FOOT)
    flow.space(10)
    flow.text(form.title, TITLE)
    flow.space(2)
    flow.text(form.unit, _UNIT)
    for table in form.tables:
        flow.space(12)
        flow.table(table, scale=_SCALE)
