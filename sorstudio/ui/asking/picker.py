"""A field that finds one thing in a long list as one types."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from sorstudio.model.naming import fold


def give_room(completer: QCompleter) -> None:
    """Rows that can be hit with a finger and read at a glance, in the list below a field."""
    popup = completer.popup()
    if popup is not None:
        popup.setObjectName("floating")
        popup.setStyleSheet("QAbstractItemView::item { padding: 5px 8px; }")


class Picker(QLineEdit):
    """Offers every option that holds what is typed; its value is the option meant, or None."""

    def __init__(self, options: Iterable[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: dict[str, str] = {}
        for words, value in options:
            self._values.setdefault(words, value)
        completer = QCompleter(QStringListModel(list(self._values), self), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setMaxVisibleItems(12)
        self.setCompleter(completer)
        give_room(completer)

    def value(self) -> str | None:
        """The option that is typed out, the only one that begins so, or the only one that holds what is typed."""
        words = self.text().strip()
        if not words:
            return None
        if words in self._values:
            return self._values[words]
        wanted = fold(words)
        holding = {fold(text): value for text, value in self._values.items() if wanted in fold(text)}
        beginning = [value for text, value in holding.items() if text.startswith(wanted)]
        fitting = beginning if len(beginning) == 1 else list(holding.values())
        return fitting[0] if len(fitting) == 1 else None

    def typed_out(self) -> str | None:
        """The option that is typed out in full; anything else may be a new name."""
        return self._values.get(self.text().strip())

    def set_value(self, value: str | None) -> None:
        """Show the option with this value."""
        self.setText(next((words for words, other in self._values.items() if other == value), ""))
