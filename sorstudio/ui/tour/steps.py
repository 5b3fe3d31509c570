"""The five steps of the tour: words, the control that each points at, and what must be open for it to be seen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QScrollArea, QWidget

from sorstudio.ui.translate import tr

if TYPE_CHECKING:
    from sorstudio.ui.workspace import Workspace

_CHANGES = 1


@dataclass(frozen=True)
class Step:
    """`find` is asked again each time, because panes make their fields anew; `open` shows what may be hidden."""

    title: str
    words: str
    find: Callable[[Workspace], QWidget]
    open: Callable[[Workspace], None]


def steps() -> tuple[Step, ...]:
    """In the order of the work, in the language now spoken."""
    return (
        Step(
            tr("Your units"),
            tr(
                "All units as they stand in SOR. Filter at the top, rename with F2, "
                "and drag a unit to another parent. Everything can be undone."
            ),
            lambda work: work.outline,
            lambda work: work.leave_picture_alone(),
        ),
        Step(
            tr("Offers"),
            tr(
                "What the municipality offers, under ten headings. Drag an offer onto the unit that provides it. "
                "Ctrl B opens and closes the board."
            ),
            lambda work: work.offers,
            _open_offers,
        ),
        Step(
            tr("Unit type"),
            tr(
                "All fields of the chosen unit stand here. Where name and siblings point to a type, it is suggested "
                "with the reason. You decide."
            ),
            _type_field,
            _open_type,
        ),
        Step(
            tr("Changes"),
            tr(
                "What you do is kept at once and stands here in sentences, divided by who is to carry it out. "
                "Each can be taken back alone."
            ),
            lambda work: work.strip,
            _open_changes,
        ),
        Step(
            tr("Change request"),
            tr("When you are done, you get the finished request from here. The program itself sends nothing."),
            lambda work: work.top.request,
            lambda work: work.leave_picture_alone(),
        ),
    )


def _open_offers(work: Workspace) -> None:
    work.leave_picture_alone()
    if not work.places.shows_offers():
        work.toggle_offers()


def _open_changes(work: Workspace) -> None:
    work.leave_picture_alone()
    if work.places.shows_offers():
        work.toggle_offers()
    work.strip.show_pane(_CHANGES)


def _open_type(work: Workspace) -> None:
    work.leave_picture_alone()
    if not work.editor.selection:
        work.outline.view.select_row(0)
    field = _type_field(work)
    above = field.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    if above is not None:
        above.ensureWidgetVisible(field)


def _type_field(work: Workspace) -> QWidget:
    from sorstudio.ui.inspector.basics import BasicsGroup

    group = work.inspector.groups[BasicsGroup]
    return group.type if isinstance(group, BasicsGroup) else group
