"""The change request for machines: request.json, described by resources/schemas/request.schema.json."""

from __future__ import annotations

import json
from importlib.metadata import PackageNotFoundError, version

from sorstudio import resources
from sorstudio.model.change import EditAct
from sorstudio.model.records import LocationNumber, MessageCapability
from sorstudio.requests.complete import CompleteUnit
from sorstudio.requests.envelope import Request, request_warnings
from sorstudio.requests.line import MESSAGE_ACTIONS, NUMBER_ACTIONS, Action, Addressee, Line, LineWarning
from sorstudio.requests.wishes import fingerprint
from sorstudio.requests.words import Json, json_value, line_json

SCHEMA_VERSION = "1.1"
SCHEMA_FILE = "request.schema.json"


def document_bytes(request: Request, files: dict[Addressee, list[str]]) -> bytes:
    """request.json as a file; `files` names what belongs to each envelope."""
    return (json.dumps(document(request, files), ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def schema_bytes() -> bytes:
    """The published schema, to lie beside the file."""
    return resources.resource(f"schemas/{SCHEMA_FILE}").read_bytes()


def document(request: Request, files: dict[Addressee, list[str]]) -> dict[str, Json]:
    """The whole request as JSON."""
    return {
        "$schema": SCHEMA_FILE,
        "schema_version": SCHEMA_VERSION,
        "generator": f"SOR Studio {_version()}",
        "created": request.today.isoformat(),
        "language": request.texts.language,
        "plan": _plan(request),
        "sender": _sender(request),
        "new_units": [_new_unit(request, key) for key in request.local_keys],
        "envelopes": [_envelope(request, one, files.get(one, [])) for one in Addressee if request.envelope(one)],
        "warnings": [_warning(request, lines, warning) for lines, warning in request_warnings(request)],
    }


def _plan(request: Request) -> Json:
    plan = request.plan
    roots = request.state.roots()
    owner = request.state.units[roots[0]] if roots else None
    baseline = plan.baseline
    return {
        "municipality": request.sender.municipality,
        "owner": {"name": owner.name, "sor_id": owner.sor_id} if owner else None,
        "baseline": {
            "id": baseline.id,
            "date": baseline.day.isoformat(),
            "layout": baseline.layout,
            "fingerprint": baseline.fingerprint,
            "sources": list(baseline.sources),
        },
        "head": plan.head,
    }


def _sender(request: Request) -> Json:
    sender = request.sender
    return {"name": sender.name, "phone": sender.phone, "email": sender.email, "own_edits_route": sender.route}


def _new_unit(request: Request, key: str) -> Json:
    unit = request.state.units[key]
    parent = request.unit(unit.parent) if unit.parent else None
    return {
        "local_key": request.local_keys[key],
        "unit": key,
        "name": unit.name,
        "parent": unit.parent,
        "parent_sor_id": parent.sor_id if parent else None,
    }


def _envelope(request: Request, addressee: Addressee, files: list[str]) -> Json:
    envelope = request.envelope(addressee)
    lines = [_line(request, line) for line in envelope.lines] if envelope else []
    mail = {Addressee.SDS: request.sender.mail_sds, Addressee.MEDCOM: request.sender.mail_medcom}.get(addressee)
    return {
        "addressee": addressee.value,
        "mail": mail,
        "files": list(files),
        "fingerprint": fingerprint(envelope.lines if envelope else ()),
        "lines": lines,
    }


def _line(request: Request, line: Line) -> Json:
    """The line with what its addressee needs: the whole unit, the number, or the message types one by one."""
    data = line_json(line, request.texts)
    data["local_key"] = request.local_keys.get(line.unit)
    if line.action in NUMBER_ACTIONS:
        data["location_number"] = _number(request.number(line))
    elif line.action in MESSAGE_ACTIONS:
        data["location_number"] = _number(request.number(line))
        data["message_types"] = [
            _message(step.record, step.act) for step in line.steps if isinstance(step.record, MessageCapability)
        ]
    elif line.action not in (Action.CLOSE, Action.WITHDRAW):
        complete = request.complete(line)
        data["complete"] = _complete(complete, is_new=request.is_new(line.unit)) if complete else None
    return data


def _number(number: LocationNumber | None) -> Json:
    if number is None:
        return None
    names = ("gln", "system", "vendor", "net_operator", "region", "administrator", "internal_only", "note")
    return {name: json_value(getattr(number, name)) for name in names}


def _message(capability: MessageCapability, act: EditAct) -> Json:
    return {
        "type": capability.type,
        "version": capability.version,
        "direction": capability.direction.value,
        "before": act is EditAct.REMOVE,
        "after": act is not EditAct.REMOVE,
    }


def _complete(complete: CompleteUnit, *, is_new: bool) -> Json:
    fields: list[Json] = [
        {"field": one.field, "value": json_value(one.value), "origin": one.origin.value, "from": one.giver}
        for one in complete.fields
    ]
    preserve = [] if is_new else list(complete.missing)
    return {"is_complete": complete.is_complete, "preserve": preserve, "fields": fields}


def _warning(request: Request, lines: str, warning: LineWarning) -> Json:
    message = request.texts.sentence(warning.code, warning.params)
    return {"lines": lines or None, "code": warning.code, "message": message}


def _version() -> str:
    try:
        return version("sorstudio")
    except PackageNotFoundError:
        return ""
