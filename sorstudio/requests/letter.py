"""The letter to Sundhedsdatastyrelsen as words and tables; how it is drawn on paper is another matter."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from sorstudio.model.texts import Texts
from sorstudio.requests.envelope import Request
from sorstudio.requests.line import NUMBER_ACTIONS, Action, Addressee, Line
from sorstudio.requests.templates import template
from sorstudio.requests.words import sentence

RECEIVER = ("Sundhedsdatastyrelsen", "SOR")


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


def sds_letter(request: Request) -> Letter:
    """What the municipality asks Sundhedsdatastyrelsen to do, as an official letter."""
    sender, texts = request.sender, request.texts
    address = (sender.municipality, sender.name, sender.phone, sender.email)
    closing = (texts.sentence("request.letter.greeting"), sender.name, _role(request), sender.municipality)
    return Letter(
        sender=tuple(filter(None, address)),
        receiver=tuple(filter(None, (*RECEIVER, sender.mail_sds))),
        day=texts.day(request.today),
        subject=texts.sentence("request.subject.sds", {"municipality": sender.municipality}),
        paragraphs=tuple(part.strip() for part in template("letter-sds", request).split("\n\n")),
        tables=tuple(_tables(request)),
        closing=tuple(filter(None, closing)),
        page_words=texts.sentences.get("request.letter.page", "{page} / {pages}"),
        language=texts.language,
    )


def _role(request: Request) -> str:
    return request.texts.sentence("request.letter.responsible") if request.sender.name else ""


def _tables(request: Request) -> Iterable[LetterTable]:
    envelope = request.envelope(Addressee.SDS)
    lines = envelope.lines if envelope else ()
    institutions = [line for line in lines if line.action not in NUMBER_ACTIONS]
    numbers = [line for line in lines if line.action in NUMBER_ACTIONS]
    if institutions:
        rows = tuple(_institution_row(request, line) for line in institutions)
        yield _table(request, "institutions", ("line", "unit", "sor_id", "sentence", "date"), rows, (7, 23, 21, 38, 11))
    if numbers:
        rows = tuple(_number_row(request, line) for line in numbers)
        names = ("line", "unit", "sor_id", "gln", "system", "sentence", "date")
        yield _table(request, "numbers", names, rows, (6, 18, 17, 16, 13, 19, 11))


def _table(
    request: Request,
    title: str,
    names: tuple[str, ...],
    rows: tuple[tuple[str, ...], ...],
    widths: tuple[int, ...],
) -> LetterTable:
    header = tuple(request.texts.sentence(f"request.column.{name}") for name in names)
    return LetterTable(request.texts.sentence(f"request.letter.{title}"), header, rows, widths)


def _institution_row(request: Request, line: Line) -> tuple[str, ...]:
    return (line.id, line.unit_name, request.reference(line.unit), sentence(line, request.texts), _day(line))


def _number_row(request: Request, line: Line) -> tuple[str, ...]:
    return (
        line.id,
        line.unit_name,
        request.reference(line.unit),
        gln_of(request, line),
        system_of(request, line),
        brief(line, request.texts),
        _day(line),
    )


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
