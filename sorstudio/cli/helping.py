"""Help in the chosen language, also the words that the library puts there itself."""

from __future__ import annotations

import re
from typing import Any

from typer.core import TyperCommand, TyperGroup

from sorstudio.model.texts import Texts

# What the library writes, and the code of what we say instead.
_WORDS = {
    "Usage:": "cli.word.usage",
    "[OPTIONS]": "cli.word.any_options",
    "COMMAND [ARGS]...": "cli.word.any_command",
    "Arguments:": "cli.word.arguments",
    "Options:": "cli.word.options",
    "Commands:": "cli.word.commands",
    "Show this message and exit.": "cli.word.help",
    "[required]": "cli.word.required",
    "[default: ": "cli.word.default",
}
_BRACES = re.compile(r"\{(\S+)\}")


def in_language(text: str, texts: Texts) -> str:
    """The library's help with its own words put into ours."""
    head, *rest = text.split("\n")
    lines = "\n".join([_BRACES.sub(r"\1", head), *rest])
    for word, code in _WORDS.items():
        lines = lines.replace(word, texts.sentence(code))
    return lines


def translate(group: TyperGroup, texts: Texts) -> None:
    """Help is written as codes; they become sentences when the language is known."""
    for command in (group, *group.commands.values()):
        # Without a short form of its own the list of commands would cut at the first full stop, as in "pr.".
        command.help = command.short_help = texts.sentence(command.help) if command.help else None
        if isinstance(command, Command):
            command.texts = texts
        for param in command.params:
            code = getattr(param, "help", None)
            if code:
                param.help = texts.sentence(code)  # type: ignore[attr-defined]


class Command(TyperCommand):
    """A command whose help is in one language throughout."""

    texts: Texts | None = None

    def get_help(self, ctx: Any) -> str:  # noqa: ANN401, typer and click disagree on the type
        """The help as it is shown."""
        text: str = super().get_help(ctx)
        return in_language(text, self.texts) if self.texts else text
