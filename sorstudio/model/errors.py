"""What a person can do something about: each error has a code and parameters that become a sentence."""

from __future__ import annotations

from collections.abc import Mapping


class SorError(Exception):
    """A condition a person can act on; `code` and `params` are turned into words by `texts`."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code, params)
        self.code = code
        self.params: Mapping[str, object] = params

    def __str__(self) -> str:
        """Code and parameters, for logs; people read the sentence made by `texts`."""
        return f"{self.code} {dict(self.params)}" if self.params else self.code


class Refused(SorError):
    """This edit cannot be; nothing has happened."""


class Conflict(SorError):
    """Someone else holds or has changed what we would write."""


class Unreadable(SorError):
    """This file cannot be read; nothing was taken from it."""


class TooNew(SorError):
    """This file was written by a newer program; it is left untouched."""


class Unusable(SorError):
    """This input cannot be used as it stands; nothing has happened."""
