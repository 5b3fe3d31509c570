"""Pages of set text as a PDF file, numbered at the foot."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import QColor, QPageLayout, QPageSize, QPainter, QPdfWriter

from sorstudio.ui.paper.application import ensure_application
from sorstudio.ui.paper.layout import FOOT, LEFT, RIGHT, UNITS, Fill, Flow, Text, wrapping

RESOLUTION = 1200
POINTS = 72
MARGIN = 56.0
FOOT_HEIGHT = 30.0


@dataclass(frozen=True, slots=True)
class Foot:
    """What stands at the foot of every page: the title, and {page} of {pages} in words."""

    title: str
    page_words: str


def pages_pdf(foot: Foot, set_on: Callable[[Flow], None]) -> bytes:
    """What is set on the flow as A4 pages, in memory."""
    ensure_application()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = pdf_writer(buffer, foot.title)
    area = writer.pageLayout().paintRect(QPageLayout.Unit.Point)
    flow = Flow(area.width() * UNITS, (area.height() - FOOT_HEIGHT) * UNITS)
    set_on(flow)
    painter = QPainter(writer)
    painter.scale(RESOLUTION / POINTS / UNITS, RESOLUTION / POINTS / UNITS)
    for number, page in enumerate(flow.pages, start=1):
        if number > 1:
            writer.newPage()
        draw_items(painter, [*page, *_foot(flow, foot, number)])
    painter.end()
    return bytes(buffer.data().data())


def pdf_writer(buffer: QBuffer, title: str) -> QPdfWriter:
    """A writer for A4 pages with our margins."""
    writer = QPdfWriter(buffer)
    writer.setResolution(RESOLUTION)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN), QPageLayout.Unit.Point)
    writer.setTitle(title)
    writer.setCreator("SOR Studio")
    return writer


def _foot(flow: Flow, foot: Foot, number: int) -> list[Text | Fill]:
    box = QRectF(0, flow.height + (FOOT_HEIGHT - 12) * UNITS, flow.width, 12 * UNITS)
    words = foot.page_words.format(page=number, pages=len(flow.pages))
    return [Text(box, foot.title, FOOT, LEFT), Text(box, words, FOOT, RIGHT)]


def draw_items(painter: QPainter, items: list[Text | Fill]) -> None:
    """Draw what stands on one page."""
    for item in items:
        if isinstance(item, Fill):
            painter.fillRect(item.box, QColor(item.colour))
        else:
            painter.setFont(item.style.font())
            painter.setPen(Qt.GlobalColor.black)
            painter.drawText(item.box, item.text, wrapping(item.side))
