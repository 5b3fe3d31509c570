"""The words in the picture, in the language that is chosen."""

from __future__ import annotations

from dataclasses import dataclass

from sorstudio.resources import texts


@dataclass(frozen=True)
class Words:
    """Codes of resources/texts to words."""

    language: str = "da"

    def __call__(self, code: str, **parameters: object) -> str:
        return texts(self.language)[code].format(**parameters)
