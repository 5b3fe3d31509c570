"""What the window remembers between two days of work: language, look, sizes, recent plans, column mappings."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, astuple, dataclass
from pathlib import Path

from platformdirs import user_config_path
from PySide6.QtCore import QByteArray, QSettings

MOST_RECENT = 8
TOUR = "tour"
"""The name under which it stands that somebody was shown around."""
_YES = "yes"


@dataclass(frozen=True)
class Recent:
    """A plan that was open, with what the start page says about it without opening it."""

    path: str
    municipality: str
    data_day: str = ""
    changes: int = 0
    opened: str = ""


class Preferences:
    """A small file in the user's configuration folder. Values that cannot be read count as not set."""

    def __init__(self, path: Path | None = None) -> None:
        self._file = path or user_config_path("sorstudio", appauthor=False) / "window.ini"
        self._settings = QSettings(str(self._file), QSettings.Format.IniFormat)

    def text(self, name: str, otherwise: str = "") -> str:
        value = self._settings.value(name, otherwise)
        return value if isinstance(value, str) else otherwise

    def set_text(self, name: str, value: str) -> None:
        self._settings.setValue(name, value)
        self._settings.sync()

    def number(self, name: str, otherwise: float) -> float:
        try:
            return float(self.text(name))
        except ValueError:
            return otherwise

    def has_seen(self, name: str) -> bool:
        """Whether what is shown only once has been seen."""
        return self.text(f"seen/{name}") == _YES

    def set_seen(self, name: str) -> None:
        """It need not be shown of itself again."""
        self.set_text(f"seen/{name}", _YES)

    def state(self, name: str) -> QByteArray:
        """The saved geometry of a window or splitter; empty where there is none."""
        return QByteArray.fromBase64(self.text(name).encode("ascii", "ignore"))

    def set_state(self, name: str, state: QByteArray) -> None:
        self.set_text(name, state.toBase64().toStdString())

    def recent(self) -> tuple[Recent, ...]:
        """The plans opened last, newest first; a line that makes no sense is left out."""
        try:
            items = json.loads(self.text("recent", "[]"))
        except ValueError:
            return ()
        read = [_recent(item) for item in items] if isinstance(items, list) else []
        return tuple(one for one in read if one is not None)[:MOST_RECENT]

    def add_recent(self, recent: Recent) -> None:
        others = [item for item in self.recent() if item.path != recent.path]
        self._set_recent([recent, *others][:MOST_RECENT])

    def forget_recent(self, path: str) -> None:
        self._set_recent([item for item in self.recent() if item.path != path])

    def mapping(self, headers: str) -> Mapping[str, str]:
        """How a person matched the columns of a file with these headers."""
        try:
            found = json.loads(self.text(f"mapping/{headers}", "{}"))
        except ValueError:
            return {}
        return {str(name): str(header) for name, header in found.items()} if isinstance(found, dict) else {}

    def set_mapping(self, headers: str, mapping: Mapping[str, str]) -> None:
        self.set_text(f"mapping/{headers}", json.dumps(dict(mapping)))

    def _set_recent(self, items: list[Recent]) -> None:
        self.set_text("recent", json.dumps([asdict(item) for item in items]))


def _recent(item: object) -> Recent | None:
    try:
        made = Recent(**item)  # type: ignore[arg-type]
    except TypeError:
        return None
    return made if all(isinstance(value, kind) for value, kind in zip(astuple(made), _KINDS, strict=True)) else None


_KINDS = (str, str, str, int, str)
