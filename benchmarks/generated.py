"""Invented municipalities of any size, the same at every run: for measuring and for trying out."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from sorstudio.ui.picture.arrays import Columns, PictureData, arrange

_AREAS = ("Sundhed og Ældre", "Børn og Unge", "Social og Handicap", "Psykiatri og Rus", "Tandplejen")
_GROUPS = ("Hjemmesygeplejen", "Plejehjem", "Genoptræning", "Forebyggelse", "Visitation og hjælpemidler", "Bosteder")
_TYPES = ("Hjemmesygepleje", "Plejehjem", "Genoptræning", "Forebyggelse", "Sygeplejeklinik", "Døgnrehabilitering", "")
_LEAVES = ("Team Lind", "Team Birk", "Klinik Havnen", "Plejecenter Ny Mølle", "Plejehjemmet Åkanden", "Team Eg")


@dataclass
class _Growing:
    """Columns while they grow."""

    random: random.Random
    parents: list[int] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    types: list[str] = field(default_factory=list)
    signs: list[int] = field(default_factory=list)
    givers: list[str] = field(default_factory=list)
    numbers: list[str] = field(default_factory=list)

    def add(self, parent: int, name: str, unit_type: str, own_share: float) -> int:
        here = len(self.parents)
        chance = self.random.random()
        sign = 1 if parent < 0 or chance < own_share else 2 if chance < 0.94 else 0
        giver = "" if sign != 2 else self.givers[parent] or str(parent)
        self.parents.append(parent)
        self.names.append(name)
        self.types.append(unit_type)
        self.signs.append(sign)
        self.givers.append(giver)
        self.numbers.append("" if sign == 0 else self.numbers[parent] if sign == 2 else f"579099{here:07d}")
        return here


def municipality(size: int, seed: int = 7) -> PictureData:
    """A municipality of this many units, about seven levels deep when it is large."""
    grown = _Growing(random.Random(seed))
    root = grown.add(-1, "Eksempelby Kommune", "Kommune", 1)
    groups = [grown.add(root, name, "Forvaltning", 0.9) for name in _AREAS[: max(1, size // 4)]]
    while len(grown.parents) < size:
        parent = grown.random.choice(groups[-max(6, size // 12) :] if grown.random.random() < 0.7 else groups)
        if grown.random.random() < 0.16:
            name = f"{grown.random.choice(_GROUPS)} {len(groups)}"
            groups.append(grown.add(parent, name, grown.random.choice(_TYPES), 0.7))
        else:
            name = f"{grown.random.choice(_LEAVES)} {len(grown.parents)}"
            grown.add(parent, name, grown.random.choice(_TYPES), 0.3)
    return arrange(_columns(grown, size))


def _columns(grown: _Growing, size: int) -> Columns:
    chance = grown.random
    own = [sign == 1 for sign in grown.signs]
    return Columns(
        keys=[str(number) for number in range(size)],
        parents=grown.parents[:size],
        names=grown.names,
        types=grown.types,
        numbers=grown.numbers,
        number_signs=grown.signs,
        number_givers=grown.givers,
        changes=chance.choices((0, 1, 2, 3, 4), (90, 3, 4, 2, 1), k=size),
        findings=chance.choices((0, 1, 2, 3), (82, 4, 9, 5), k=size),
        received=[chance.randint(1, 9) if is_own else 0 for is_own in own],
        sent=[chance.randint(0, 6) if is_own else 0 for is_own in own],
        offers=chance.choices((0, 1, 2, 5), (60, 25, 10, 5), k=size),
        type_expected=[True] * size,
    )
