"""Days as they are written where there is little room."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate

from sorstudio.model.texts import MONTHS


def short_day(day: date, language: str) -> str:
    """14. nov. 2026 in Danish, 14 Nov 2026 in English."""
    month = MONTHS[language][day.month - 1]
    if language != "da":
        return f"{day.day} {month[:3]} {day.year}"
    return f"{day.day}. {month if len(month) <= 4 else month[:3] + '.'} {day.year}"


def to_qdate(day: date) -> QDate:
    """Qt's form of a day."""
    return QDate(day.year, day.month, day.day)


def from_qdate(day: QDate) -> date:
    """A day from Qt's form."""
    return date(day.year(), day.month(), day.day())
