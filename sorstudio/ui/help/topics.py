"""Which heading of the guide fits where the focus is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from sorstudio.ui.help.guide import Topic

if TYPE_CHECKING:
    from sorstudio.ui.workspace import Workspace


def topic_of(workspace: Workspace | None, focused: QWidget | None) -> Topic:
    """The topic of the pane that holds the focus; of the start page before a plan is open."""
    if workspace is None:
        return Topic.START
    if focused is None:
        return Topic.WINDOW
    return next(
        (topic for pane, topic in _topics(workspace) if pane is focused or pane.isAncestorOf(focused)), Topic.WINDOW
    )


def _topics(work: Workspace) -> Iterator[tuple[QWidget, Topic]]:
    findings, changes, history = work.panes[:3]
    yield from (
        (work.inspector, Topic.UNIT),
        (work.offers, Topic.OFFERS),
        (work.receiving, Topic.RECEIVERS),
        (findings, Topic.FINDINGS),
        (changes, Topic.REQUEST),
        (history, Topic.HISTORY),
        (work.requests, Topic.REQUEST),
        (work.outline, Topic.TREE),
        (work.top.date, Topic.DATES),
        (work.top.search, Topic.KEYS),
    )
