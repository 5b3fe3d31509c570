"""What a drop on the picture means: units move, offers are placed; asked of the verbs beforehand."""

from __future__ import annotations

from functools import partial

from sorstudio.model.edits import offers, units
from sorstudio.ui.editor import Editor


class PictureDrops:
    """The judges that the canvas asks, and what letting go does."""

    def __init__(self, editor: Editor) -> None:
        self._editor = editor

    def may_move(self, keys: tuple[str, ...], target: str) -> str | None:
        """Why these units may not go below that one, or None."""
        return self._editor.ask(partial(units.move, units=keys, parent=target))

    def may_place(self, codes: tuple[str, ...], target: str) -> str | None:
        """Why that unit may not provide these offers, or None."""
        return self._editor.ask(partial(offers.place_offer, offers=codes, unit=target))

    def move(self, keys: tuple[str, ...], target: str) -> None:
        """The units go below the target."""
        self._editor.do(partial(units.move, units=keys, parent=target))

    def place(self, codes: tuple[str, ...], target: str) -> None:
        """The target provides the offers, and is chosen."""
        if self._editor.do(partial(offers.place_offer, offers=codes, unit=target)) is not None:
            self._editor.select([target])
