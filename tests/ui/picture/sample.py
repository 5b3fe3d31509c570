"""Pictures from indented text: one unit a line, two spaces a level; a star after the name means an own number."""

from sorstudio.ui.picture.arrays import Columns, PictureData, arrange

MUNICIPALITY = """
Kommune*
  Sundhed*
    Nord*
      Team Lind
      Team Birk
    Syd*
      Team Eg
    Akut
  Børn*
    PPR
"""


def parents_of(lines: list[str]) -> list[int]:
    path: list[int] = []
    parents = []
    for number, line in enumerate(lines):
        depth = (len(line) - len(line.lstrip())) // 2
        del path[depth:]
        parents.append(path[-1] if path else -1)
        path.append(number)
    return parents


def picture(text: str = MUNICIPALITY, **columns: object) -> PictureData:
    """Keys are the names; what is given by keyword replaces a column."""
    lines = [line for line in text.splitlines() if line.strip()]
    names = [line.strip().rstrip("*") for line in lines]
    given: dict[str, object] = {
        "keys": names,
        "parents": parents_of(lines),
        "names": names,
        "number_signs": [1 if line.endswith("*") else 2 for line in lines],
    }
    return arrange(Columns(**(given | columns)))  # type: ignore[arg-type]
