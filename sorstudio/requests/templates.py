"""The running texts of a request (letter, mails, instructions) with what the plan knows filled in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from string import Template

from sorstudio import resources
from sorstudio.requests.envelope import Request
from sorstudio.requests.line import Addressee


def template(name: str, request: Request, extra: Mapping[str, str] | None = None) -> str:
    """The text of resources/templates/<name>.txt; a line whose every blank is empty is left out."""
    text = resources.resource(f"templates/{name}.txt").read_text(encoding="utf-8")
    values = {**blanks(request), **(extra or {})}
    lines = (_filled(line, values) for line in text.splitlines())
    filled = "\n".join(line for line in lines if line is not None)
    return re.sub(r"\n{3,}", "\n\n", filled).strip() + "\n"


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


def _filled(line: str, values: Mapping[str, str]) -> str | None:
    names = Template(line).get_identifiers()
    if names and not any(values.get(name) for name in names):
        return None
    return Template(line).substitute(values)
