"""What is dragged between the panes: units and offers, as lines of text under a name of our own."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QMimeData

UNITS = "application/x-sorstudio-units"
OFFERS = "application/x-sorstudio-offer"


def pack(kind: str, codes: Iterable[str]) -> QMimeData:
    """Keys of units or codes of offers, ready to be dragged."""
    data = QMimeData()
    data.setData(kind, "\n".join(codes).encode())
    return data


def unpack(data: QMimeData, kind: str) -> tuple[str, ...]:
    """What is dragged of this kind; nothing where it is something else."""
    if not data.hasFormat(kind):
        return ()
    return tuple(filter(None, bytes(data.data(kind).data()).decode().split("\n")))
