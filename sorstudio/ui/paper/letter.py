"""A letter with tables on A4 pages: black on white, the sender to the right, the pages numbered."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import QColor, QPageLayout, QPageSize, QPainter, QPdfWriter

from sorstudio.requests.letter import Letter
from sorstudio.ui.paper.application import ensure_application
from sorstudio.ui.paper.layout import FOOT, HEADING, LEFT, RIGHT, TITLE, UNITS, Fill, Flow, Text, wrapping

RESOLUTION = 1200
POINTS = 72
MARGIN = 56.0
FOOT_HEIGHT = 30.0
_HEADING_AND_SOME_ROWS = 70.0


def draw_letter(letter: Letter, path: Path) -> None:
    """Draw the letter as a PDF file."""
    path.write_bytes(letter_pdf(letter))


def letter_pdf(letter: Letter) -> bytes:
    """The letter as a PDF file in memory."""
    ensure_application()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = _writer(buffer, letter)
    area = writer.pageLayout().paintRect(QPageLayout.Unit.Point)
    flow = Flow(area.width() * UNITS, (area.height() - FOOT_HEIGHT) * UNITS)
    set_letter(flow, letter)
    painter = QPainter(writer)
    painter.scale(RESOLUTION / POINTS / UNITS, RESOLUTION / POINTS / UNITS)
    for number, page in enumerate(flow.pages, start=1):
        if number > 1:
            writer.newPage()
        _draw(painter, [*page, *_foot(flow, letter, number)])
    painter.end()
    return bytes(buffer.data().data())


def _writer(buffer: QBuffer, letter: Letter) -> QPdfWriter:
    writer = QPdfWriter(buffer)
    writer.setResolution(RESOLUTION)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN), QPageLayout.Unit.Point)
    writer.setTitle(letter.subject)
    writer.setCreator("SOR Studio")
    return writer


def set_letter(flow: Flow, letter: Letter) -> None:
    """Set the letter from sender to signature."""
    for line in letter.sender:
        flow.text(line, side=RIGHT)
    for line in letter.receiver:
        flow.text(line)
    flow.text(letter.day, side=RIGHT)
    flow.space(22)
    flow.text(letter.subject, TITLE)
    flow.space(10)
    for paragraph in letter.paragraphs:
        flow.text(paragraph)
        flow.space(8)
    for table in letter.tables:
        flow.together(_HEADING_AND_SOME_ROWS)
        flow.space(8)
        flow.text(table.title, HEADING)
        flow.space(4)
        flow.table(table)
    flow.space(20)
    flow.together(len(letter.closing) * 14.0)
    for line in letter.closing:
        flow.text(line)


def _foot(flow: Flow, letter: Letter, number: int) -> list[Text | Fill]:
    box = QRectF(0, flow.height + (FOOT_HEIGHT - 12) * UNITS, flow.width, 12 * UNITS)
    words = letter.page_words.format(page=number, pages=len(flow.pages))
    return [Text(box, letter.subject, FOOT, LEFT), Text(box, words, FOOT, RIGHT)]


def _draw(painter: QPainter, items: list[Text | Fill]) -> None:
    for item in items:
        if isinstance(item, Fill):
            painter.fillRect(item.box, QColor(item.colour))
        else:
            painter.setFont(item.style.font())
            painter.setPen(Qt.GlobalColor.black)
            painter.drawText(item.box, item.text, wrapping(item.side))
