"""Names in two languages, and names compared without regard to how they were typed."""

_FOLDED = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "-": " ", "_": " "})


class Bilingual:
    """A code with a Danish and an English name."""

    __slots__ = ()
    name_da: str
    name_en: str

    def name(self, language: str = "da") -> str:
        """The name in that language."""
        return self.name_en if language == "en" else self.name_da


def fold(text: str) -> str:
    """A name without regard to case, hyphens, repeated blanks and the ways to write æ, ø and å."""
    return " ".join(text.casefold().translate(_FOLDED).split())
