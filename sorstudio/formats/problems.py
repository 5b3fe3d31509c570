"""What is wrong with a file, place by place, and the refusal that carries it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sorstudio.model.errors import Unreadable


@dataclass(frozen=True, slots=True)
class Problem:
    """One reason why a file is not read: where (line counts from 1, 0 is the whole file), what, and why."""

    code: str
    line: int = 0
    column: str = ""
    value: str = ""
    source: str = ""
    params: Mapping[str, object] = field(default_factory=dict)


class UnreadableFile(Unreadable):
    """A file that was refused as a whole; `problems` holds every reason found."""

    def __init__(self, problems: Sequence[Problem], source: str = "") -> None:
        super().__init__("file.problems", source=source, count=len(problems))
        self.problems = tuple(problems)


class Cancelled(Unreadable):
    """The reading was stopped on request; nothing was taken from the file."""

    def __init__(self) -> None:
        super().__init__("file.cancelled")
