"""The forms to Sundhedsdatastyrelsen as pages of words and tables; how they are drawn on paper is another matter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from sorstudio.requests.complete import CompleteField, Origin
from sorstudio.requests.envelope import Request
from sorstudio.requests.forms import Form, FormKind, forms
from sorstudio.requests.letter import LetterTable

_FACTS, _CHANGES = (30, 70), (30, 35, 35)
_ABOUT = ("unit", "sor_id", "local_key", "path", "unit_type")
_NUMBER = ("gln", "system", "vendor", "net_operator", "region", "internal_only", "note")
_WISH = ("sentence", "wished_date", "earliest_date", "waits_for", "reason", "contact", "remarks")


@dataclass(frozen=True, slots=True)
class FormPage:
    """One form: which of how many, what it asks for, at which unit, and its tables. It begins on a page of its own."""

    place: str
    title: str
    unit: str
    tables: tuple[LetterTable, ...]


@dataclass(frozen=True, slots=True)
class FormPages:
    """All forms of a request. `page_words` turns page numbers into the words at the foot: {page} and {pages}."""

    title: str
    pages: tuple[FormPage, ...]
    page_words: str
    language: str = field(default="da")


def sds_forms(request: Request) -> FormPages:
    """Every form to Sundhedsdatastyrelsen."""
    texts, found = request.texts, forms(request)
    return FormPages(
        title=texts.sentence("request.forms.title", {"municipality": request.sender.municipality}),
        pages=tuple(_page(request, form, len(found)) for form in found),
        page_words=texts.sentences.get("request.letter.page", "{page} / {pages}"),
        language=texts.language,
    )


def _page(request: Request, form: Form, count: int) -> FormPage:
    place = {"number": form.number, "count": count, "municipality": request.sender.municipality, "day": request.today}
    return FormPage(
        request.texts.sentence("request.forms.place", place),
        str(form.cells["kind"]),
        form.line.unit_name,
        tuple(_tables(request, form)),
    )


def _tables(request: Request, form: Form) -> Iterator[LetterTable]:
    yield _facts(request, form, "wish", _WISH)
    yield _facts(request, form, "about", _ABOUT)
    if form.is_about_number:
        yield _facts(request, form, "number", _NUMBER)
    if form.kind is FormKind.UNIT_NEW:
        yield _complete(request, form)
    elif form.changes:
        yield _changes(request, form)


def _facts(request: Request, form: Form, title: str, names: Sequence[str]) -> LetterTable:
    texts = request.texts
    rows = [(texts.sentence(f"request.column.{name}"), _shown(request, form, name)) for name in names]
    said = tuple(row for row in rows if row[1])
    return LetterTable("", (texts.sentence(f"request.forms.{title}"), ""), said, _FACTS)


def _shown(request: Request, form: Form, name: str) -> str:
    value = form.cells[name]
    if name == "wished_date" and value is None:
        return request.texts.sentence("request.forms.correction")
    return request.texts.day(value) if isinstance(value, date) else value or ""


def _changes(request: Request, form: Form) -> LetterTable:
    texts, wording = request.texts, request.wording
    names = ("forms.changes", "column.before", "column.after")
    rows = tuple(
        (_capital(wording.label(one.field)), wording.value(one.field, one.before), wording.value(one.field, one.after))
        for one in form.changes
    )
    return LetterTable("", tuple(texts.sentence(f"request.{name}") for name in names), rows, _CHANGES)


def _complete(request: Request, form: Form) -> LetterTable:
    """All that is known of an institution to come; what is empty is left out."""
    complete = request.complete(form.line)
    rows = tuple(_row(request, one) for one in (complete.fields if complete else ()) if _is_said(one))
    return LetterTable("", (request.texts.sentence("request.forms.complete"), ""), rows, _FACTS)


def _is_said(one: CompleteField) -> bool:
    return one.origin not in (Origin.NONE, Origin.UNKNOWN) and one.value is not None


def _row(request: Request, one: CompleteField) -> tuple[str, str]:
    words = request.wording.value(one.field, one.value)
    if one.origin is Origin.INHERITED:
        words = f"{words} ({request.texts.value('word.origin.inherited')})"
    return _capital(request.wording.label(one.field)), words


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
