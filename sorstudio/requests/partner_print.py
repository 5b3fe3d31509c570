"""The overview of all offers for partners as words: on paper, as a page for a browser, and as data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from html import escape
from string import Template

from sorstudio.model.message_types import MessageIndex
from sorstudio.model.texts import Texts
from sorstudio.requests.letter import LetterTable
from sorstudio.requests.paper import Block, Print
from sorstudio.resources import resource
from sorstudio.routing.directory import Directory
from sorstudio.routing.partners import Entry, HeadingPart, Provider, partners
from sorstudio.routing.telling import answer_json, headline

_WIDTHS = (30, 34, 36)
_RECEIPTS = "CTL"


def partner_print(directory: Directory, texts: Texts, today: date) -> Print:
    """The overview as a document of blocks, one a heading's offer."""
    head, *intro = _head(directory, texts, today)
    blocks = [block for part in partners(directory) for block in _blocks(directory, part, texts)]
    words = texts.sentences.get("request.letter.page", "{page} / {pages}")
    return Print(head, tuple(intro), tuple(blocks), words, language=texts.language)


def partner_html(directory: Directory, texts: Texts, today: date) -> str:
    """The same as one page for a browser, with nothing fetched from elsewhere."""
    head, *intro = _head(directory, texts, today)
    body = [f"<h1>{escape(head)}</h1>", *(f"<p>{escape(line)}</p>" for line in intro)]
    for part in partners(directory):
        body.append(f"<h2>{escape(texts.value(part.heading))}</h2>")
        if not part.entries:
            body.append(f"<p>{escape(texts.sentence('partners.nothing'))}</p>")
        for entry in part.entries:
            body.append(f"<h3>{escape(texts.value(entry.title))}</h3>")
            body.append(_html_table(_table(directory, entry, texts)))
            body.extend(f"<p>{escape(line)}</p>" for line in _notes(directory, entry, texts))
    page = Template(resource("templates/partners.html").read_text(encoding="utf-8"))
    return page.substitute(language=texts.language, title=escape(head), body="\n".join(body))


def partner_json(directory: Directory, texts: Texts, today: date) -> dict[str, object]:
    """The same as data: headings with entries, each with its units and the answer to each sender."""
    found = directory.municipality
    return {
        "municipality": found.code if found else None,
        "municipality_name": found.official_name if found else None,
        "day": (directory.day or today).isoformat(),
        "headings": [_heading_json(directory, part, texts) for part in partners(directory)],
    }


def _heading_json(directory: Directory, part: HeadingPart, texts: Texts) -> dict[str, object]:
    return {
        "heading": part.heading.code,
        "name": texts.value(part.heading),
        "entries": [_entry_json(directory, entry, texts) for entry in part.entries],
    }


def _entry_json(directory: Directory, entry: Entry, texts: Texts) -> dict[str, object]:
    text = entry.text
    return {
        "name": texts.value(entry.title),
        "area": entry.area or None,
        "offer": entry.offer,
        "units": [_provider_json(one) for one in entry.providers],
        "senders": {sender.value: answer_json(answer, directory.state) for sender, answer in entry.ways},
        "criteria": text.criteria if text else None,
        "phone": text.phone if text else None,
        "phone_hours": text.phone_hours if text else None,
        "description_url": text.description_url if text else None,
        "patient_url": text.patient_url if text else None,
    }


def _provider_json(one: Provider) -> dict[str, object]:
    return {
        "unit": one.unit,
        "unit_name": one.name,
        "address": one.address,
        "phone": one.phone,
        "location_number": one.gln,
        "location_number_from": one.giver,
        "messages": [{"message_type": type_, "version": version} for type_, version in one.messages],
    }


def _head(directory: Directory, texts: Texts, today: date) -> tuple[str, ...]:
    found = directory.municipality
    roots = [directory.state.units[key].name for key in directory.state.roots()]
    name = found.official_name if found else next(iter(roots), "")
    title = texts.sentence("partners.title", {"municipality": name})
    return title, texts.sentence("partners.intro"), texts.sentence("partners.day", {"day": directory.day or today})


def _blocks(directory: Directory, part: HeadingPart, texts: Texts) -> Iterator[Block]:
    heading = texts.value(part.heading)
    if not part.entries:
        yield Block(heading, (texts.sentence("partners.nothing"),))
    for place, entry in enumerate(part.entries):
        name = texts.value(entry.title)
        title = texts.sentence("partners.entry", {"heading": heading, "name": name}) if place == 0 else name
        yield Block(title, tuple(_notes(directory, entry, texts)), _table(directory, entry, texts))


def _table(directory: Directory, entry: Entry, texts: Texts) -> LetterTable:
    header = tuple(texts.sentence(f"partners.column.{one}") for one in ("unit", "number", "messages"))
    rows = tuple(tuple(_cells(directory, one, texts)) for one in entry.providers)
    return LetterTable("", header, rows, _WIDTHS)


def _cells(directory: Directory, one: Provider, texts: Texts) -> Iterator[str]:
    yield ", ".join(filter(None, (one.name, one.address)))
    number = _number(directory, one, texts)
    phone = texts.sentence("partners.phone", {"phone": one.phone}) if one.phone else ""
    yield ". ".join(filter(None, (number, phone)))
    yield ", ".join(_message_names(directory.codes.messages, one.messages, texts)) or texts.sentence("partners.none")


def _number(directory: Directory, one: Provider, texts: Texts) -> str:
    if one.gln is None:
        return texts.sentence("partners.no_number")
    if one.giver == one.unit or one.giver is None:
        return one.gln
    giver = directory.state.units[one.giver].name
    return texts.sentence("routing.number.inherited", {"gln": one.gln, "giver": giver})


def _message_names(index: MessageIndex, messages: Sequence[tuple[str, str]], texts: Texts) -> Iterator[str]:
    """What arrives there, without the receipts, which nobody chooses."""
    for type_ in dict.fromkeys(type_ for type_, _ in messages):
        found = index.find(type_)
        if _RECEIPTS not in type_:
            yield f"{type_} {texts.value(found)}" if found else type_


def _notes(directory: Directory, entry: Entry, texts: Texts) -> Iterator[str]:
    senders: dict[str, list[str]] = {}
    for sender, answer in entry.ways:
        senders.setdefault(headline(answer, directory.state, texts), []).append(f"word.sender.{sender}")
    for answer_, names in senders.items():
        yield texts.sentence("partners.way", {"sender": tuple(names), "answer": answer_})
    text = entry.text
    if text is None:
        return
    for name in ("criteria", "phone_hours", "phrase", "description_url", "patient_url"):
        value = getattr(text, name)
        if value:
            yield texts.sentence(f"partners.text.{name}", {"text": value})


def _html_table(table: LetterTable) -> str:
    head = "".join(f"<th>{escape(cell)}</th>" for cell in table.header)
    rows = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in table.rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
