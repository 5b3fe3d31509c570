"""What is wrong with an identifier, said as a problem of the file it stands in."""

from __future__ import annotations

from sorstudio.formats.problems import Problem
from sorstudio.model.identifiers import IdProblem


def id_problems(found: IdProblem | None, line: int, column: str, value: str, source: str) -> list[Problem]:
    """The problem of one identifier, as a list of none or one; what is only unusual is none."""
    if found is None or not found.is_error:
        return []
    params = {key: param for key, param in found.params.items() if key != "value"}
    return [Problem(found.code, line, column, value, source, params)]
