"""What the outline remembers: per plan what was open, chosen and in sight; for all plans the columns."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QTimer

from sorstudio.ui.outline.rows_view import RowsView
from sorstudio.ui.outline.wording import Column
from sorstudio.ui.preferences import Preferences

MOST_OPEN = 5_000
_COLUMNS = "outline/columns"
_Values = Mapping[str, object]


class OutlineMemory:
    """Reads and writes the preferences; what cannot be read counts as not remembered."""

    def __init__(self, preferences: Preferences, plan: Path | None) -> None:
        self._preferences = preferences
        self._plan = f"outline/{hashlib.sha256(str(plan).encode()).hexdigest()[:16]}" if plan is not None else ""

    def restore(self, view: RowsView) -> None:
        """The outline as it was left."""
        columns = self._read(_COLUMNS)
        view.columns.hidden = {Column(one) for one in _numbers(columns.get("hidden")) if one in list(Column)[1:]}
        widths = zip(list(Column)[1:], _numbers(columns.get("widths")), strict=False)
        view.columns.widths.update({column: width for column, width in widths if width > 0})
        view.columns.apply()
        was = self._read(self._plan) if self._plan else {}
        opened = [key for key in _texts(was.get("opened")) if key in view.outline.state.units]
        if opened:
            view.outline.folding.opened = set(opened)
            view.outline.filter("")
            view.editor.select(_texts(was.get("selection")))
            scroll = next(iter(_numbers([was.get("scroll")])), 0)
            QTimer.singleShot(0, view, lambda: view.verticalScrollBar().setValue(scroll))

    def keep(self, view: RowsView) -> None:
        """Remember how it stands now."""
        columns = {
            "hidden": sorted(view.columns.hidden),
            "widths": [view.columns.widths[one] for one in list(Column)[1:]],
        }
        self._preferences.set_text(_COLUMNS, json.dumps(columns))
        if self._plan:
            stands = {
                "opened": sorted(view.outline.folding.opened)[:MOST_OPEN],
                "selection": view.editor.selection,
                "scroll": view.verticalScrollBar().value(),
            }
            self._preferences.set_text(self._plan, json.dumps(stands))

    def _read(self, name: str) -> _Values:
        try:
            found = json.loads(self._preferences.text(name, "{}"))
        except ValueError:
            return {}
        return found if isinstance(found, dict) else {}


def _texts(value: object) -> list[str]:
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []


def _numbers(value: object) -> list[int]:
    return [one for one in value if isinstance(one, int)] if isinstance(value, list) else []
