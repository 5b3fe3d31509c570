"""What the lines of an outline say: who owns it, what only heads the page, and names short enough for SOR."""

from __future__ import annotations

import re

NAME_LIMIT = 60

_OWNER = re.compile(
    r"\b((?:Høje )?[A-ZÆØÅ][\wæøåÆØÅ]*(?:-[A-ZÆØÅ][\wæøåÆØÅ]*)* [Kk]ommune|Region (?:Hovedstaden|Sjælland|Syddanmark|"
    r"Midtjylland|Nordjylland))\b"
)
_PAGE = re.compile(r"(?:(?:side|page)\s*)?\d{1,4}(?:\s*(?:af|of|/)\s*\d{1,4})?", re.IGNORECASE)
_HEADING = re.compile(
    r"(?:bilag|annex|appendiks)\b|.*\b(?:organisation\w*|organisering|organigram|oversigt\w*|struktur\w*|opgaver|"
    r"diagram|indhold\w*)\b|.*:$",
    re.IGNORECASE,
)
_ABBREVIATION = re.compile(
    r"m\.?[vm]|m\.?fl|fl|osv|o\.?lign|lign|pr|nr|jf|fx|inkl|ekskl|afd|st|skt|sct|dr|bl|a|m|v|kap|stk|evt|ca|vedr|suppl|lok|tlf"
)
# The dots that lead to the page number in a table of contents.
_LEADERS = re.compile(r"\s*(?:\.{3,}|…+)\s*\d*$")
_SENTENCE_END = re.compile(r"(\S+)\.\s+(?=[A-ZÆØÅ])")
_CONNECTIVE = re.compile(
    r"og|eller|samt|i|på|til|af|for|fra|med|mod|om|ved|inden|under|over|som|der|at|det|de|den|en|et|målrettet|fx"
)


def owner_in(text: str) -> str | None:
    """The municipality or region that a title line names."""
    found = _OWNER.search(text)
    return found.group(1).replace("kommune", "Kommune") if found else None


def is_page_line(text: str) -> bool:
    """Page numbers and the like that a PDF leaves between the lines."""
    return _PAGE.fullmatch(text) is not None


def is_heading(text: str) -> bool:
    """Whether a line before the list is the page's heading rather than a unit."""
    return _HEADING.match(text) is not None or len(text) > NAME_LIMIT


def split_name(text: str) -> tuple[str, str]:
    """A name of at most 60 characters, and the rest of the text where something had to go."""
    plain = _LEADERS.sub("", " ".join(text.split())).removesuffix(":").rstrip()
    whole = _without_full_stop(plain) or text.strip()
    if len(whole) <= NAME_LIMIT:
        return whole, ""
    sentence = _first_sentence(whole)
    if sentence:
        return sentence, whole[len(sentence) :].lstrip(". ")
    return _cut(whole) or whole[:NAME_LIMIT], whole


def _without_full_stop(text: str) -> str:
    if not text.endswith(".") or text.endswith(".."):
        return text
    last = text[:-1].rsplit(" ", 1)[-1].lower()
    return text if _ABBREVIATION.fullmatch(last) else text[:-1].rstrip()


def _first_sentence(text: str) -> str | None:
    for found in _SENTENCE_END.finditer(text):
        if found.end(1) > NAME_LIMIT:
            return None
        word = found.group(1).lower().lstrip("(")
        if not _ABBREVIATION.fullmatch(word) and not word.isdigit():
            return text[: found.end(1)]
    return None


def _cut(text: str) -> str:
    """At the last stop that leaves a name, else between two words that can part."""
    head = text[: NAME_LIMIT + 1]
    for stop, least in ((": ", 8), ("; ", 8), (" – ", 8), (" - ", 8), (" (", 8), (", ", 20)):
        place = head.rfind(stop)
        if place >= least:
            return head[:place].rstrip(" ,;:")
    return _cut_between_words(head)


def _cut_between_words(head: str) -> str:
    if " " not in head:
        return head[:NAME_LIMIT]
    words = head[: head.rfind(" ")].split()
    while len(words) > 1 and _CONNECTIVE.fullmatch(words[-1].strip(",;").lower()):
        words.pop()
    return " ".join(words).rstrip(" ,;:-–")[:NAME_LIMIT]
