"""The letter to Sundhedsdatastyrelsen as words and tables; how it is drawn on paper is another matter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from sorstudio.model.texts import Texts
from sorstudio.requests.envelope import Request
from sorstudio.requests.forms import Form, FormKind, forms
from sorstudio.requests.line import Action, Line
from sorstudio.requests.templates import template


@dataclass(frozen=True, slots=True)
class LetterTable:
    """A table under a heading; `widths` are the shares of the page that the columns get."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter. `page_words` turns page numbers into the words at the foot: it holds {page} and {pages}."""

    sender: tuple[str, ...]
    receiver: tuple[str, ...]
    day: str
    subject: str
    paragraphs: tuple[str, ...]
    tables: tuple[LetterTable, ...]
    closing: tuple[str, ...]
    page_words: str = "{page} / {pages}"
    language: str = field(default="da")
    enclosures: tuple[str, ...] = ()


def sds_letter(request: Request, enclosures: Sequence[str] = ()) -> Letter:
    """What the municipality asks Sundhedsdatastyrelsen to do, as an official letter before the forms."""
    sender, texts = request.sender, request.texts
    address = (sender.municipality, sender.name, sender.phone, sender.email)
    closing = (texts.sentence("request.letter.greeting"), sender.name, _role(request), sender.municipality)
    found = forms(request)
    words = template("letter-sds", request, {"asked": "\n".join(asked(request, found))})
    return Letter(
        sender=tuple(filter(None, address)),
        receiver=tuple(template("receiver-sds", request).strip().splitlines()),
        day=texts.day(request.today),
        subject=template("subject-sds", request).strip(),
        paragraphs=tuple(part.strip() for part in words.split("\n\n")),
        tables=(_overview(request, found),) if found else (),
        closing=tuple(filter(None, closing)),
        enclosures=(texts.sentence("request.letter.enclosures"), *enclosures) if enclosures else (),
        page_words=texts.sentences.get("request.letter.page", "{page} / {pages}"),
        language=texts.language,
    )


def asked(request: Request, found: Sequence[Form]) -> tuple[str, ...]:
    """What is asked for in counts, a line for each kind."""
    counts = Counter(form.kind for form in found)
    kinds = (kind for kind in FormKind if counts[kind])
    return tuple(f"• {request.texts.sentence(f'request.asked.{kind}', {'count': counts[kind]})}" for kind in kinds)


def _role(request: Request) -> str:
    return request.texts.sentence("request.letter.responsible") if request.sender.name else ""


def _overview(request: Request, found: Sequence[Form]) -> LetterTable:
    names = ("form", "kind", "unit", "sor_id", "gln", "wished_date")
    header = tuple(request.texts.sentence(f"request.column.{name}") for name in names)
    rows = tuple(_row(request, form) for form in found)
    return LetterTable(request.texts.sentence("request.letter.overview"), header, rows, (9, 20, 23, 20, 16, 12))


def _row(request: Request, form: Form) -> tuple[str, ...]:
    line, kind = form.line, str(form.cells["kind"])
    gln = gln_of(request, line) if form.is_about_number else ""
    return str(form.number), kind, line.unit_name, request.reference(line.unit), gln, _day(line)


def gln_of(request: Request, line: Line) -> str:
    """The location number that a line is about, own or inherited, or that there is none yet."""
    number = request.number(line)
    if number is None:
        return request.texts.value("word.none")
    return number.gln or request.texts.value("word.not_issued")


def system_of(request: Request, line: Line) -> str:
    """The journal system of the number that a line is about; it must always be said, also that it is not known."""
    number = request.number(line)
    system = number.system if number else None
    return system if isinstance(system, str) else request.texts.value("word.not_stated")


def brief(line: Line, texts: Texts) -> str:
    """The sentence of a number line where the journal system is said beside it."""
    code = "request.line.order_location_number.brief" if line.action is Action.ORDER_NUMBER else line.code
    return texts.sentence(code, line.params)


def _day(line: Line) -> str:
    return f"{line.day:%d.%m.%Y}" if line.day else ""
