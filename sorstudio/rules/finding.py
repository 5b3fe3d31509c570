"""What a rule has found at a unit: a code, parameters that become a sentence, and acts that would put it right."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from sorstudio.model.naming import Bilingual
from sorstudio.model.texts import Texts

_FINGERPRINT = 16
Json: TypeAlias = str | int | float | bool | Sequence["Json"] | Mapping[str, "Json"] | None


class Severity(StrEnum):
    """How much a finding weighs."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Repair:
    """What makes the finding go away: an act in the words of `sorstudio apply`, and those that must come with it.

    `code` and `params` say it. A repair mends the cause; accepting a finding is never a repair. `is_safe` says that it
    can be made at once for many units alike: nothing is lost by it, and there is no choice that a person should make.
    """

    code: str
    act: Mapping[str, Json] = field(hash=False)
    params: Mapping[str, object] = field(default_factory=dict, hash=False)
    more: tuple[Mapping[str, Json], ...] = field(default=(), hash=False)
    is_safe: bool = False

    @property
    def acts(self) -> tuple[Mapping[str, Json], ...]:
        """All acts, in the order in which they are made."""
        return (self.act, *self.more)


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding. `unit` is empty for what concerns the whole plan; `text` is the code of its sentence.

    `own_message` is the rule book's own sentence, Danish and English, where it brings one.
    """

    code: str
    severity: Severity
    unit: str
    unit_name: str
    text: str
    params: Mapping[str, object] = field(default_factory=dict, hash=False)
    repairs: tuple[Repair, ...] = ()
    own_message: tuple[str, ...] = ()


def facts(finding: Finding) -> str:
    """A short fingerprint of what was found: the same as long as rule, sentence and parameters are the same."""
    told = [finding.code, finding.text, {name: _plain(value) for name, value in finding.params.items()}]
    written = json.dumps(told, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(written.encode("utf-8", "surrogatepass")).hexdigest()[:_FINGERPRINT]


def message(finding: Finding, texts: Texts) -> str:
    """The finding in words."""
    if not finding.own_message:
        return texts.sentence(finding.text, finding.params)
    danish, english = finding.own_message
    return texts.fill(english if texts.language == "en" else danish, finding.params)


def finding_json(finding: Finding, texts: Texts) -> dict[str, Json]:
    """One finding of `check`."""
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "unit": finding.unit or None,
        "unit_name": finding.unit_name or None,
        "parameters": {name: _plain(value) for name, value in finding.params.items()},
        "message": message(finding, texts),
        "repairs": [repair_json(repair, texts) for repair in finding.repairs],
    }


def repair_json(repair: Repair, texts: Texts) -> dict[str, Json]:
    """One repair: its code, what it does in words, and the act itself."""
    return {
        "code": repair.code,
        "message": texts.sentence(f"repair.{repair.code}", repair.params),
        "act": dict(repair.act),
        "more": [dict(act) for act in repair.more],
        "safe": repair.is_safe,
    }


def _plain(value: object) -> Json:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if isinstance(value, Bilingual):
        return value.name_da
    return value if isinstance(value, int | float | None) else str(value)
