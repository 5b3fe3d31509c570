"""What is wrong with a file, in sentences: the first ones for the screen, all of them for a report file."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from sorstudio.formats.problems import Problem

SHOWN = 50


class Sentences(Protocol):
    """Turns a code and its parameters into a sentence."""

    def sentence(self, code: str, params: Mapping[str, object]) -> str:
        """The sentence in the language of the texts."""
        ...


def problem_sentence(problem: Problem, texts: Sentences) -> str:
    """One problem with its place: file, line, column, reason and value."""
    reason = texts.sentence(problem.code, {"value": problem.value, **problem.params})
    shows_value = reason != texts.sentence(problem.code, {"value": "", **problem.params})
    if problem.value and not shows_value:
        reason = texts.sentence("problem.with_value", {"reason": reason.rstrip("."), "value": problem.value})
    place = {"line": problem.line, "column": problem.column, "reason": reason}
    if problem.line and problem.column:
        return texts.sentence("problem.at_cell", place)
    return texts.sentence("problem.at_line", place) if problem.line else reason


def shown_sentences(problems: Sequence[Problem], texts: Sentences, most: int = SHOWN) -> list[str]:
    """The first problems, and a last line that says how many more there are."""
    shown = [problem_sentence(problem, texts) for problem in problems[:most]]
    more = len(problems) - len(shown)
    return [*shown, texts.sentence("problem.more", {"count": more})] if more else shown


def report_path() -> Path:
    """Where a report goes that nobody gave a place: among temporary files, never beside the plan."""
    handle, name = tempfile.mkstemp(prefix="sorstudio-", suffix=".txt")
    os.close(handle)
    return Path(name)


def write_report(path: Path, problems: Sequence[Problem], texts: Sentences) -> None:
    """Every problem, under the name of its file; written beside and put in place in one step."""
    text = "\n".join(_report_lines(problems, texts)) + "\n"
    handle, beside = tempfile.mkstemp(prefix=path.name, suffix=".part", dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.replace(beside, path)
    except OSError:
        Path(beside).unlink(missing_ok=True)
        raise


def _report_lines(problems: Sequence[Problem], texts: Sentences) -> Iterator[str]:
    yield texts.sentence("problem.report_title", {"count": len(problems)})
    source = None
    for problem in problems:
        if problem.source != source:
            source = problem.source
            yield from ("", source)
        yield "  " + problem_sentence(problem, texts)
