"""What the plan does to an answer: what is another one after it than today."""

from __future__ import annotations

from sorstudio.routing.answer import Answer, Reason, Receiver
from sorstudio.ui.routes.asking import Found
from sorstudio.ui.translate import tr

_UNKNOWN = frozenset({Reason.NUMBER_UNKNOWN, Reason.TYPES_UNKNOWN})


def is_unknown(answer: Answer) -> bool:
    """Whether there may well be a receiver, and the register file does not say so."""
    return answer.reason in _UNKNOWN


def differences(before: Found, after: Found) -> tuple[str, ...]:
    """In a few words each; none where a sender notices nothing."""
    old, new = before.answer.receiver, after.answer.receiver
    if old is not None and new is not None:
        return _of_receivers(before, old, after, new)
    if is_unknown(before.answer) and not is_unknown(after.answer):
        return (tr("Not known today"),)
    if old is not None:
        return (tr("The plan takes the receiver away"),)
    if new is not None:
        return (tr("The plan gives a receiver"),)
    return (tr("Another reason than today"),) if before.answer.reason is not after.answer.reason else ()


def _of_receivers(before: Found, old: Receiver, after: Found, new: Receiver) -> tuple[str, ...]:
    same_unit = old.unit == new.unit
    same_name = same_unit and before.state.units[old.unit].name == after.state.units[new.unit].name
    moved = same_unit and before.state.path(old.unit)[:-1] != after.state.path(new.unit)[:-1]
    said = (
        (tr("another unit"), not same_unit),
        (tr("another name"), same_unit and not same_name),
        (tr("another place in the tree"), moved),
        (tr("another location number"), old.gln != new.gln),
        (tr("number from another unit"), old.gln == new.gln and old.giver != new.giver),
        (tr("another message"), (old.type, old.version) != (new.type, new.version)),
        (tr("another telephone"), old.phone != new.phone),
    )
    return tuple(words for words, differs in said if differs)


def in_words(parts: tuple[str, ...]) -> str:
    """The differences as one line."""
    words = ", ".join(parts)
    return words[:1].upper() + words[1:]
