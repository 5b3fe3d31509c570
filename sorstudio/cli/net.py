"""The group that all commands hang on: its language, and the net that lets only words and an exit code through."""

from __future__ import annotations

import os
import re
import sys
import traceback
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

import typer
from typer.core import TyperGroup

from sorstudio.cli.helping import in_language, translate
from sorstudio.cli.session import DEFAULT_LANGUAGE, LANGUAGES, texts_of
from sorstudio.model.errors import Refused, SorError
from sorstudio.model.texts import Texts

REFUSED = 1
UNUSABLE = 2
_OPTION = "--language"
_FORMAT = "--format"
# Click is a library of its own or a part of typer, depending on typer's age; its class is reached through typer's.
_UsageError = typer.BadParameter.__mro__[1]
_PASSES: tuple[type[BaseException], ...] = (typer.Exit, typer.Abort, KeyboardInterrupt, SystemExit, BrokenPipeError)


class Commands(TyperGroup):
    """The commands in order of the work, helped in the chosen language, with the net below."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ANN401, typer and click disagree on the type
        """As they were added, which is the order of the work."""
        return list(self.commands)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401
        """The language may stand anywhere in the line, the format before the command too."""
        language, rest = hoisted(args)
        texts = texts_of(language if language in LANGUAGES else DEFAULT_LANGUAGE)
        self._texts = texts
        translate(self, texts)
        front = [_OPTION, language] if language is not None else []
        if not rest:
            return super().parse_args(ctx, front)  # which shows the help
        with Net(texts):
            return super().parse_args(ctx, [*front, *_format_behind(rest)])

    def get_help(self, ctx: Any) -> str:  # noqa: ANN401
        """The help as it is shown."""
        return in_language(super().get_help(ctx), self._texts)

    def invoke(self, ctx: Any) -> object:  # noqa: ANN401
        """Run the command above the net."""
        with Net(self._texts):
            return super().invoke(ctx)


def hoisted(args: Sequence[str]) -> tuple[str | None, list[str]]:
    """The language asked for anywhere in the line, and the rest of the line."""
    rest: list[str] = []
    language: str | None = None
    words = iter(args)
    for word in words:
        if word == "--":
            return language, [*rest, word, *words]
        if word == _OPTION:
            language = next(words, "")
        elif word.startswith(f"{_OPTION}="):
            language = word.partition("=")[2]
        else:
            rest.append(word)
    return language, rest


def _format_behind(args: list[str]) -> list[str]:
    """A format given ahead of the command, put where its option is known."""
    taken = 2 if args[:1] == [_FORMAT] else int(bool(args) and args[0].startswith(f"{_FORMAT}="))
    command, rest = args[taken : taken + 1], args[taken + 1 :]
    return [*command, *args[:taken], *rest]


class Net:
    """What a person can act on becomes a sentence, anything else a short report; never a traceback."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts

    def __enter__(self) -> None:
        return None

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None or isinstance(error, _PASSES):
            return
        if isinstance(error, _UsageError):
            self._usage(error)
        elif isinstance(error, SorError):
            for line in told(error, self._texts):
                _say(line)
        elif isinstance(error, OSError):
            _say(_system(error, self._texts))
        else:
            self._bug(error)
        raise typer.Exit(REFUSED if isinstance(error, Refused) else UNUSABLE) from None

    def _usage(self, error: BaseException) -> None:
        """The common slips in the chosen language, the rare ones in typer's own words."""
        context = getattr(error, "ctx", None)
        command = context.command_path if context else "sorstudio"
        code, params = _slip(error)
        _say(self._texts.sentence(code, params))
        _say(self._texts.sentence("cli.usage.help", {"command": command}))

    def _bug(self, error: BaseException) -> None:
        kind = type(error).__name__
        _say(self._texts.sentence("cli.bug", {"kind": kind, "detail": str(error)}))
        if os.environ.get("SORSTUDIO_DEBUG"):
            _say("".join(traceback.format_exception(error)))


def told(error: SorError, texts: Texts) -> list[str]:
    """An error in words; a refused file with its first problems."""
    from sorstudio.formats.problems import UnreadableFile

    reason = getattr(error, "reason", None)
    if isinstance(reason, SorError):
        return [texts.sentence(error.code, {**error.params, "reason": "; ".join(told(reason, texts))})]
    if not isinstance(error, UnreadableFile):
        return [texts.sentence(error.code, error.params)]
    from sorstudio.formats.report import shown_sentences

    return [texts.sentence(error.code, error.params), *shown_sentences(error.problems, texts)]


def _slip(error: BaseException) -> tuple[str, Mapping[str, object]]:
    kind = type(error).__name__
    param = getattr(error, "param", None)
    message = error.format_message()  # type: ignore[attr-defined]
    unknown = _NO_COMMAND.match(message)
    if unknown is not None:
        return "cli.usage.no_such_command", {"name": unknown[1]}
    valueless = _NO_VALUE.match(message)
    if valueless is not None:
        return "cli.usage.no_value", {"name": valueless[1]}
    if kind == "NoSuchOption":
        return "cli.usage.no_such_option", {"name": getattr(error, "option_name", "")}
    if param is None:
        return "cli.usage.other", {"message": message}
    name = _name_of(param)
    if kind == "MissingParameter":
        return "cli.usage.missing", {"name": name}
    choices = message.partition("is not one of")[2]
    if choices:
        return "cli.usage.choice", {"name": name, "known": ", ".join(re.findall(r"'(.*?)'", choices))}
    return "cli.usage.number", {"name": name}


def _name_of(param: Any) -> str:  # noqa: ANN401
    """An option as it is written, an argument as the help calls it."""
    options = [option for option in param.opts if option.startswith("-")]
    return str(options[0] if options else param.metavar or param.name.upper())


# Without a class of its own, but the same in every age of the library.
_NO_COMMAND = re.compile(r"No such command '(.*?)'")
_NO_VALUE = re.compile(r"Option '(.*?)' requires an argument")


def _system(error: OSError, texts: Texts) -> str:
    """What the operating system complains of, in our words where we have them."""
    from sorstudio.storage.errors import known_system_error

    known = known_system_error(error, Path(error.filename or ""))
    if known is not None:
        return texts.sentence(known.code, known.params)
    return texts.sentence("cli.system", {"path": error.filename or "", "reason": error.strerror or str(error)})


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)
