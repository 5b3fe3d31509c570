"""What is wrong with an identifier, said as a problem of the file it stands in."""

from __future__ import annotations

from sorstudio.formats.problems import Problem
from sorstudio.model.identifiers import IdProblem, gln_problem


def id_problems(found: IdProblem | None, line: int, column: str, value: str, source: str) -> list[Problem]:
    """The problem of one identifier, as a list of none or one; what is only unusual is none."""
    if found is None or not found.is_error:
        return []
    params = {key: param for key, param in found.params.items() if key != "value"}
    return [Problem(found.code, line, column, value, source, params)]


_JUDGED_BY_RULES = frozenset({"gln.check_digit", "gln.length"})


def gln_damage(gln: str) -> IdProblem | None:
    """What a spreadsheet has done to a location number.

    A number that is only wrong (check digit, length) stands so in the register: the file is read and a rule says it.
    """
    found = gln_problem(gln)
    return None if found is None or found.code in _JUDGED_BY_RULES else found
