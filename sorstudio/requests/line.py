"""What a line of the change request is: one act at one unit on one day for one addressee."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from sorstudio.model.change import Change
from sorstudio.model.net import NetStep
from sorstudio.model.records import UnitKind, Value

FieldValue: TypeAlias = Value | tuple[str, ...]
"""The value of one field; the members of a set (specialities, successors) stand together."""


class Addressee(StrEnum):
    """Whose hands a line is for; what SOR does not hold is for nobody's."""

    MUNICIPALITY = "municipality"
    SDS = "sds"
    MEDCOM = "medcom"


class Action(StrEnum):
    """What a line asks for."""

    CREATE = "create"
    RENAME = "rename"
    MOVE = "move"
    CLOSE = "close"
    REOPEN = "reopen"
    REPLACE = "replace"
    SET_UNIT_TYPE = "set_unit_type"
    SET_SPECIALITIES = "set_specialities"
    SET_ADDRESS = "set_address"
    SET_CONTACT = "set_contact"
    EDIT = "edit"
    SET_NUMBER = "set_location_number"
    ORDER_NUMBER = "order_location_number"
    CLOSE_NUMBER = "close_location_number"
    MOVE_NUMBER = "move_location_number"
    ADD_MESSAGE = "add_message_type"
    REMOVE_MESSAGE = "remove_message_type"
    PLACE_OFFER = "place_offer"
    REMOVE_OFFER = "remove_offer"
    CREATE_OFFER = "create_offer"
    NOTE = "note"
    REORDER = "reorder"
    SETTING = "setting"
    WITHDRAW = "withdraw"


NUMBER_ACTIONS = frozenset({Action.SET_NUMBER, Action.ORDER_NUMBER, Action.CLOSE_NUMBER, Action.MOVE_NUMBER})
MESSAGE_ACTIONS = frozenset({Action.ADD_MESSAGE, Action.REMOVE_MESSAGE})
OFFER_ACTIONS = frozenset({Action.PLACE_OFFER, Action.REMOVE_OFFER, Action.CREATE_OFFER})
NOWHERE_ACTIONS = OFFER_ACTIONS | {Action.NOTE, Action.REORDER, Action.SETTING}


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field, before and after."""

    field: str
    before: FieldValue
    after: FieldValue


@dataclass(frozen=True, slots=True)
class LineWarning:
    """Something the sender of a line should know; it never holds the line back."""

    code: str
    params: Mapping[str, object] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Earlier:
    """A line of a request that was sent before: the request's key and number, the day it was sent, and its line."""

    request: str
    number: int
    sent: date
    line: str
    action: Action


@dataclass(frozen=True, slots=True)
class Line:
    """One line. `code` and `params` read as a sentence; `waits_for` names the lines that must be done first.

    `steps` are the net differences that the line stands for. `held_back` marks message types for a number that is not
    issued yet. `earlier` is the wish that the line replaces, or takes back where the action is to withdraw;
    `waits_for_sent` are lines of sent requests that must be done first and are not known to be done.
    """

    id: str
    unit: str
    unit_name: str
    kind: UnitKind | None
    sor_id: str | None
    action: Action
    addressee: Addressee | None
    fields: tuple[FieldChange, ...]
    code: str
    params: Mapping[str, object] = field(hash=False)
    reason: str | None = None
    day: date | None = None
    number: str | None = None
    gln: str | None = None
    waits_for: tuple[str, ...] = ()
    held_back: bool = False
    warnings: tuple[LineWarning, ...] = ()
    steps: tuple[NetStep, ...] = ()
    changes: tuple[Change, ...] = ()
    earlier: Earlier | None = None
    waits_for_sent: tuple[Earlier, ...] = ()

    def after(self, name: str) -> FieldValue:
        """The value that the line gives a field, or None."""
        return next((item.after for item in self.fields if item.field == name), None)

    def before(self, name: str) -> FieldValue:
        """The value that a field had, or None."""
        return next((item.before for item in self.fields if item.field == name), None)
