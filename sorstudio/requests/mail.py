"""Mail drafts as .eml files: opened in any mail program, read through and sent by the SOR-responsible."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import PurePath

from sorstudio.requests.envelope import Request
from sorstudio.requests.forms import forms
from sorstudio.requests.letter import asked, brief, gln_of, system_of
from sorstudio.requests.line import NUMBER_ACTIONS, Addressee, Line
from sorstudio.requests.templates import template
from sorstudio.requests.words import sentence

_TYPES: Mapping[str, tuple[str, str]] = {
    ".xlsx": ("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ".pdf": ("application", "pdf"),
    ".json": ("application", "json"),
    ".xml": ("application", "xml"),
}


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with a mail."""

    name: str
    content: bytes


def mail_bytes(request: Request, addressee: Addressee, attachments: Sequence[Attachment]) -> bytes:
    """A draft (X-Unsent) with what is asked for in the text itself and the files attached.

    Without a known address the field To is left out: an address is asked for, never invented.
    """
    message = EmailMessage(policy=SMTP)
    to = request.sender.mail_sds if addressee is Addressee.SDS else request.sender.mail_medcom
    if to:
        message["To"] = _address(to)
    if request.sender.email:
        message["From"] = _address(request.sender.email, request.sender.name)
    message["Subject"] = _one_line(template(f"subject-{addressee}", request))
    message["X-Unsent"] = "1"
    message.set_content(_body(request, addressee, [one.name for one in attachments]))
    for one in attachments:
        main, sub = _TYPES.get(PurePath(one.name).suffix, ("application", "octet-stream"))
        message.add_attachment(one.content, maintype=main, subtype=sub, filename=one.name)
    return message.as_bytes()


def _address(text: str, name: str | None = None) -> Address:
    """Domains with æ, ø or å travel in their ASCII form; a name typed over two lines becomes one."""
    user, _, domain = text.rpartition("@")
    return Address(display_name=_one_line(name or ""), username=user, domain=domain.encode("idna").decode("ascii"))


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _body(request: Request, addressee: Addressee, names: Sequence[str]) -> str:
    envelope = request.envelope(addressee)
    lines = envelope.lines if envelope else ()
    if addressee is Addressee.SDS:
        rows = [_number_row(request, line) for line in lines if line.action in NUMBER_ACTIONS]
        rows += [f"- {sentence(line, request.texts)}" for line in lines if line.action not in NUMBER_ACTIONS]
        parts = {
            "asked": "\n".join(asked(request, forms(request))),
            "numbers": "\n".join(rows),
            "attached": "\n".join(f"• {name}" for name in names),
        }
        return template("mail-sds", request, parts)
    ready = [f"- {sentence(line, request.texts)}" for line in lines if not line.held_back]
    held = [f"- {sentence(line, request.texts)}" for line in lines if line.held_back]
    if held:
        held.insert(0, request.texts.sentence("request.mail.held"))
    return template("mail-medcom", request, {"numbers": "\n".join(ready), "held": "\n".join(held)})


def _number_row(request: Request, line: Line) -> str:
    """SOR-ID, location number and journal system: what Sundhedsdatastyrelsen must have for every number."""
    texts = request.texts
    values = {
        "reference": request.reference(line.unit),
        "gln": gln_of(request, line),
        "system": system_of(request, line),
        "action": brief(line, texts),
    }
    return texts.sentence("request.mail.number", values)
