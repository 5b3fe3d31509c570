"""The closed lists that the painters know: what a unit's number is, what happened to it, what is wrong with it."""

from __future__ import annotations

from enum import IntEnum


class NumberSign(IntEnum):
    """Where a unit's location number comes from."""

    NONE = 0
    OWN = 1
    INHERITED = 2
    UNKNOWN = 3


class ChangeSign(IntEnum):
    """What the plan does with a unit; the one that shows when several are so."""

    NONE = 0
    NEW = 1
    CHANGED = 2
    MOVED = 3
    CLOSED = 4


class FindingSign(IntEnum):
    """The worst finding of a unit; the higher the graver."""

    NONE = 0
    INFO = 1
    WARNING = 2
    ERROR = 3


CHANGE_TOKEN = {
    ChangeSign.NEW: "new",
    ChangeSign.CHANGED: "changed",
    ChangeSign.MOVED: "moved",
    ChangeSign.CLOSED: "closed",
}
FINDING_TOKEN = {FindingSign.INFO: "info", FindingSign.WARNING: "warning", FindingSign.ERROR: "error"}
