"""The question as a story, and what a sender easily picks instead as a line."""

from __future__ import annotations

from sorstudio.model.codes import CodeLists
from sorstudio.model.texts import Texts
from sorstudio.routing.answer import Answer
from sorstudio.routing.confusing import Confusion
from sorstudio.ui.routes.asking import Found
from sorstudio.ui.routes.unit_lines import UnitLine
from sorstudio.ui.translate import tr


def story(answer: Answer, codes: CodeLists, language: str, *, who: str, subject: str) -> str:
    """Who sends what, about which task."""
    type_ = answer.receiver.type if answer.receiver else next(iter(answer.types), "")
    known = codes.message_type(type_)
    what = known.name(language) if known is not None else type_
    words = tr("{who} sends “{what}” about “{subject}”.") if subject else tr("{who} sends “{what}”.")
    return words.format(who=_capital(who), what=what, subject=subject)


def lure_line(one: Confusion, found: Found, texts: Texts) -> UnitLine:
    """The unit with its number, why it is picked, and whether the message would lie there."""
    missing = "routing.lure.unknown" if one.is_unknown else "routing.lure.no_number"
    number = one.gln or texts.sentence(missing)
    why = _capital(texts.sentence(f"routing.lure.{one.lure}"))
    if one.takes:
        why = tr("{why}. The message would arrive there.").format(why=why)
    return UnitLine(one.unit, f"{found.state.units[one.unit].name} · {number}", why, one.takes)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
