"""A letter with tables on A4 pages: black on white, the sender to the right, the pages numbered."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPainter, QPdfWriter, QTextDocument

from sorstudio.requests.letter import Letter, LetterTable
from sorstudio.ui.paper.application import ensure_application, paper_family

RESOLUTION = 1200
POINTS = 72
MARGIN = 56.0
FOOT = 30.0
_RULED = "border-collapse: collapse; border-style: solid; border-color: #C8CDD3"
_STYLE = """
p { margin: 0 0 8px 0; }
p.right { text-align: right; margin: 0; }
p.plain { margin: 0; }
h1 { font-size: 15px; font-weight: 600; margin: 22px 0 12px 0; }
h2 { font-size: 11px; font-weight: 600; margin: 16px 0 6px 0; }
th { font-size: 7.5px; font-weight: 600; text-align: left; background-color: #ECEEF1; }
td { font-size: 7.5px; vertical-align: top; }
"""


def draw_letter(letter: Letter, path: Path) -> None:
    """Draw the letter as a PDF file."""
    path.write_bytes(letter_pdf(letter))


def letter_pdf(letter: Letter) -> bytes:
    """The letter as a PDF file in memory."""
    ensure_application()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(RESOLUTION)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN), QPageLayout.Unit.Point)
    writer.setTitle(letter.subject)
    writer.setCreator("SOR Studio")
    painter = QPainter(writer)
    painter.scale(RESOLUTION / POINTS, RESOLUTION / POINTS)
    _draw_pages(painter, writer, letter)
    painter.end()
    return bytes(buffer.data().data())


def _draw_pages(painter: QPainter, writer: QPdfWriter, letter: Letter) -> None:
    area = writer.pageLayout().paintRect(QPageLayout.Unit.Point)
    body = QSizeF(area.width(), area.height() - FOOT)
    document = _document(letter, body)
    pages = document.pageCount()
    for page in range(pages):
        if page:
            writer.newPage()
        painter.save()
        painter.translate(0, -page * body.height())
        document.drawContents(painter, QRectF(0, page * body.height(), body.width(), body.height()))
        painter.restore()
        _draw_foot(painter, area.width(), area.height(), letter, page + 1, pages)


def _document(letter: Letter, body: QSizeF) -> QTextDocument:
    document = QTextDocument()
    font = QFont(paper_family())
    font.setPixelSize(10)
    document.setDefaultFont(font)
    document.setDefaultStyleSheet(_STYLE)
    document.setDocumentMargin(0)
    document.setHtml(letter_html(letter))
    document.setPageSize(body)
    return document


def _draw_foot(painter: QPainter, width: float, height: float, letter: Letter, page: int, pages: int) -> None:
    font = QFont(paper_family())
    font.setPixelSize(8)
    painter.setFont(font)
    box = QRectF(0, height - FOOT / 2, width, FOOT / 2)
    words = letter.page_words.format(page=page, pages=pages)
    painter.drawText(box, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom), words)
    painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom), letter.subject)


def letter_html(letter: Letter) -> str:
    """The letter as the simple HTML that a text document understands."""
    parts = [
        *(f'<p class="right">{escape(line)}</p>' for line in letter.sender),
        *(f'<p class="plain">{escape(line)}</p>' for line in letter.receiver),
        f'<p class="right">{escape(letter.day)}</p>',
        f"<h1>{escape(letter.subject)}</h1>",
        *(f"<p>{escape(text)}</p>" for text in letter.paragraphs),
        *(_table_html(table) for table in letter.tables),
        "<p>&nbsp;</p>",
        *(f'<p class="plain">{escape(line)}</p>' for line in letter.closing),
    ]
    return "".join(parts)


def _table_html(table: LetterTable) -> str:
    head = _row_html("th", table.header, table.widths)
    rows = "".join(_row_html("td", row, table.widths) for row in table.rows)
    frame = f'width="100%" cellspacing="0" cellpadding="3" border="1" style="{_RULED}"'
    return f"<h2>{escape(table.title)}</h2><table {frame}><thead>{head}</thead>{rows}</table>"


def _row_html(tag: str, cells: Sequence[str], widths: Sequence[int]) -> str:
    parts = (f'<{tag} width="{width}%">{escape(cell)}</{tag}>' for cell, width in zip(cells, widths, strict=True))
    return f"<tr>{''.join(parts)}</tr>"
