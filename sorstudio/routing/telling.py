"""An answer in words, and as the JSON that the command line and other programs speak."""

from __future__ import annotations

from collections.abc import Sequence

from sorstudio.model.state import State
from sorstudio.model.texts import Texts
from sorstudio.routing.answer import Alternative, Answer, Receiver
from sorstudio.routing.confusing import Confusion


def headline(answer: Answer, state: State, texts: Texts) -> str:
    """The answer in one sentence: the receiver, or the reason."""
    receiver = answer.receiver
    if receiver is not None:
        params = {
            "unit": state.units[receiver.unit].name,
            "gln": receiver.gln,
            "type": receiver.type,
            "version": receiver.version,
        }
        return texts.sentence("routing.answer", params)
    return texts.sentence(f"routing.reason.{answer.reason}")


def steps(answer: Answer, texts: Texts) -> tuple[str, ...]:
    """How the answer was found, sentence by sentence."""
    return tuple(texts.sentence(one.code, one.params) for one in answer.steps)


def number_line(receiver: Receiver, state: State, texts: Texts) -> str:
    """The number, and whose it is."""
    if not receiver.is_inherited:
        return texts.sentence("routing.number.own", {"gln": receiver.gln})
    giver = state.units[receiver.giver].name
    return texts.sentence("routing.number.inherited", {"gln": receiver.gln, "giver": giver})


def alternative_line(one: Alternative, state: State, texts: Texts) -> str:
    """An alternative in one sentence."""
    params = {
        "unit": state.units[one.unit].name,
        "gln": one.gln,
        "type": one.type,
        "version": one.version,
        "phone": one.phone,
    }
    return texts.sentence(f"routing.alternative.{one.kind}", params)


def confusion_line(one: Confusion, state: State, texts: Texts) -> str:
    """A unit that is easily taken for the receiver: its number, why, and whether the message would arrive there."""
    number = one.gln or texts.sentence("routing.lure.unknown" if one.is_unknown else "routing.lure.no_number")
    params = {"unit": state.units[one.unit].name, "number": number, "why": texts.sentence(f"routing.lure.{one.lure}")}
    return texts.sentence("routing.lure.arrives" if one.takes else "routing.lure.line", params)


def answer_json(answer: Answer, state: State) -> dict[str, object]:
    """The answer as an object; exactly one of `location_number` and `reason` is set.

    `unit` and `location_number_from` are keys of units (the SOR-ID where SOR has issued one before the plan), `path`
    holds the names from the owner down to the unit.
    """
    receiver = answer.receiver
    return {
        "unit": receiver.unit if receiver else None,
        "unit_name": state.units[receiver.unit].name if receiver else None,
        "path": list(state.path(receiver.unit)) if receiver else None,
        "location_number": receiver.gln if receiver else None,
        "location_number_from": receiver.giver if receiver else None,
        "message_type": receiver.type if receiver else next(iter(answer.types), None),
        "version": receiver.version if receiver else None,
        "phone": receiver.phone if receiver else None,
        "reason": answer.reason.value if answer.reason else None,
        "alternatives": alternatives_json(answer.alternatives, state),
    }


def alternatives_json(alternatives: Sequence[Alternative], state: State) -> list[dict[str, object]]:
    """What comes nearest, each with why it is there."""
    return [
        {
            "kind": one.kind.value,
            "unit": one.unit,
            "unit_name": state.units[one.unit].name,
            "location_number": one.gln,
            "location_number_from": one.giver,
            "message_type": one.type,
            "version": one.version,
            "phone": one.phone,
        }
        for one in alternatives
    ]
