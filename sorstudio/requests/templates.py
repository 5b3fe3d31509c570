"""The running texts of a request (letter, mails, instructions) with what the plan knows filled in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from string import Template

from sorstudio import resources
from sorstudio.model.errors import Unusable
from sorstudio.requests.envelope import Request
from sorstudio.requests.line import Addressee


def template(name: str, request: Request, extra: Mapping[str, str] | None = None) -> str:
    """The text of <name>.txt, the sender's own or the shipped one; a line whose every blank is empty is left out.

    Raises Unusable with the file and the word at fault where an own text cannot be read or asks for what is not there.
    """
    path = _path(name, request.templates)
    values = {**blanks(request), **(extra or {})}
    lines = (_filled(line, values, path) for line in _text(path).splitlines())
    filled = "\n".join(line for line in lines if line is not None)
    return re.sub(r"\n{3,}", "\n\n", filled).strip() + "\n"


def shipped() -> tuple[Path, ...]:
    """The running texts that come with the program."""
    return tuple(sorted(resources.resource("templates").glob("*.txt")))


def lay_out(folder: Path) -> tuple[Path, ...]:
    """Put a copy of each shipped text into the folder, to be edited; a text that is there stays as it is."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        missing = [path for path in shipped() if not (folder / path.name).exists()]
        for path in missing:
            (folder / path.name).write_bytes(path.read_bytes())
    except OSError as problem:
        raise Unusable("request.templates.unwritable", folder=folder, reason=problem.strerror or "") from problem
    return tuple(folder / path.name for path in missing)


def _path(name: str, own: Path | None) -> Path:
    file = f"{name}.txt"
    return own / file if own is not None and (own / file).is_file() else resources.resource(f"templates/{file}")


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as problem:
        raise Unusable("request.templates.unreadable", path=path) from problem


def blanks(request: Request) -> dict[str, str]:
    """What every template may ask for."""
    sender, texts = request.sender, request.texts
    baseline = request.plan.baseline
    return {
        "municipality": sender.municipality,
        "name": sender.name or "",
        "phone": sender.phone or "",
        "email": sender.email or "",
        "mail_sds": sender.mail_sds or "",
        "mail_medcom": sender.mail_medcom or "",
        "systems": sender.systems or "",
        "contact": ", ".join(filter(None, (sender.name, sender.phone, sender.email))),
        "route": texts.value(f"word.route.{sender.route}"),
        "route_note": texts.sentence(f"request.route.{sender.route}"),
        "today": texts.day(request.today),
        "data_day": texts.day(baseline.day),
        "sources": ", ".join(baseline.sources),
        **{f"count_{one}": str(_count(request, one)) for one in Addressee},
    }


def _count(request: Request, addressee: Addressee) -> int:
    envelope = request.envelope(addressee)
    return len(envelope.lines) if envelope else 0


def _filled(line: str, values: Mapping[str, str], path: Path) -> str | None:
    words = Template(line)
    unknown = [name for name in words.get_identifiers() if name not in values]
    if unknown or not words.is_valid():
        known = ", ".join(f"${name}" for name in sorted(values))
        raise Unusable("request.templates.blank", path=path, line=line.strip(), known=known)
    names = words.get_identifiers()
    if names and not any(values[name] for name in names):
        return None
    return words.substitute(values)
