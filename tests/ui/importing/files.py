"""Register files for the import, small enough to read in the test."""

from pathlib import Path

from sorstudio.model.identifiers import make_gln, make_sor_id

HEAD = "sor_id;name;parent_sor_id;sor_type;level;gln"


def sor_id(number: int) -> str:
    return make_sor_id(9_100_000 + number)


def rows(owner: str = "Ærø Kommune", first: int = 1) -> list[str]:
    top, health, home = (sor_id(first + step) for step in range(3))
    return [
        f"{top};{owner};;IE;1;",
        f"{health};Sundhed;{top};SI;2;{make_gln(f'5790990{first:05d}')}",
        f"{home};Hjemmepleje;{health};OE;3;",
    ]


def write(path: Path, *lines: str, head: str = HEAD) -> Path:
    path.write_text("\n".join((head, *lines)) + "\n", encoding="utf-8")
    return path


def register(folder: Path) -> Path:
    return write(folder / "ærø.csv", *rows())


def two_owners(folder: Path) -> Path:
    return write(folder / "to.csv", *rows(), *rows("Ebeltoft Kommune", 11))
