"""What every command works with: the language, the clock, who is asking, and how a plan is opened."""

from __future__ import annotations

import getpass
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import typer

from sorstudio import resources
from sorstudio.model.errors import Unreadable
from sorstudio.model.texts import Texts

if TYPE_CHECKING:
    from sorstudio.storage.plan_file import OpenPlan

LANGUAGES = ("da", "en")
DEFAULT_LANGUAGE = "da"
PATIENCE = 2.0
"""Seconds that a command stands in line for a plan that another one is writing."""

Json: TypeAlias = str | int | float | bool | Sequence["Json"] | Mapping[str, "Json"] | None


class Format(StrEnum):
    """For people or for programs."""

    TEXT = "text"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class Session:
    """One call of the command line."""

    texts: Texts
    today: date = field(default_factory=date.today)

    def words(self, code: str, **params: object) -> str:
        """A sentence in the language of the call."""
        return self.texts.sentence(code, params)

    def say(self, code: str, **params: object) -> None:
        """A sentence on the standard output."""
        print(self.words(code, **params), flush=True)

    def warn(self, code: str, **params: object) -> None:
        """A sentence beside the output."""
        print(self.words(code, **params), file=sys.stderr, flush=True)

    def read(self, path: Path) -> OpenPlan:
        """A plan for looking at, whoever else has it; half a plan is no answer, and a copy is saved in the window."""
        from sorstudio.storage.plan_file import open_plan

        opened = open_plan(path, resources.code_lists(), today=self.today, read_only=True)
        self._tell_damage(opened)
        if opened.damage:
            opened.close()
            raise Unreadable("cli.damaged", path=path)
        return opened

    def write(self, path: Path, author: str | None = None) -> OpenPlan:
        """A plan for changing; refused where it cannot be written now."""
        from sorstudio.storage.plan_file import open_plan

        signature = author or user_name()
        opened = open_plan(path, resources.code_lists(), today=self.today, author=signature, wait=PATIENCE)
        self._tell_damage(opened)
        if opened.kept is not None:
            self.warn("storage.migrated", path=opened.kept)
        if opened.obstacle is not None:
            opened.close()
            raise opened.obstacle
        return opened

    def _tell_damage(self, opened: OpenPlan) -> None:
        for damage in opened.damage:
            self.warn(damage.code, **damage.params)


def session_of(context: typer.Context) -> Session:
    """The session that the call began with."""
    found = context.find_object(Session)
    if found is None:
        raise RuntimeError("a command was called outside its group")
    return found


def texts_of(language: str) -> Texts:
    """The sentences of a language."""
    return Texts(resources.texts(language), language)


def user_name() -> str:
    """Who is asking, as the system knows them; empty where it does not."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return ""


def print_json(data: Json) -> None:
    """JSON alone on the standard output."""
    print(json.dumps(data, ensure_ascii=False, indent=2), flush=True)


def speak_utf8() -> None:
    """Danish letters survive a pipe on every system, and an odd one never stops a command."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
