"""The plan's settings, issued SOR-IDs, and the catalogue of offers."""

from __future__ import annotations

from typing import Annotated

import typer

from sorstudio import resources
from sorstudio.cli.options import Author, FormatOption, PlanPath, sound_text
from sorstudio.cli.session import Format, Json, print_json, session_of
from sorstudio.model.codes import CatalogueOffer
from sorstudio.model.edits.base import unit_ref
from sorstudio.model.edits.settings import SETTINGS, set_setting, setting
from sorstudio.model.edits.units import set_sor_id
from sorstudio.model.errors import Unusable
from sorstudio.model.plan import Plan


def settings(
    context: typer.Context,
    plan: PlanPath,
    values: Annotated[list[str] | None, typer.Argument(metavar="KEY=VALUE", help="cli.help.values")] = None,
    author: Author = None,
    output: FormatOption = Format.TEXT,
) -> None:
    """Show the settings, or set some; an empty value takes one away."""
    session = session_of(context)
    pairs = [_pair(text) for text in values or ()]
    if pairs:
        with session.write(plan, author) as opened:
            _set(opened.plan, pairs)
            shown = shown_settings(opened.plan)
    else:
        with session.read(plan) as opened:
            shown = shown_settings(opened.plan)
    if output is Format.JSON:
        print_json(shown)
        return
    for name, value in shown.items():
        print(f"{name}={value or ''}")


def shown_settings(plan: Plan) -> dict[str, Json]:
    """Every setting with the value that holds."""
    return {name: setting(plan, name) for name in SETTINGS}


def _pair(text: str) -> tuple[str, str]:
    name, sign, value = sound_text(text).partition("=")
    if not sign:
        raise Unusable("cli.settings.form", text=text)
    return name.strip(), value


def _set(plan: Plan, pairs: list[tuple[str, str]]) -> None:
    """All on trial first, so that a refusal sets none."""
    trial = plan.snapshot()
    changes = []
    for name, value in pairs:
        if (value.strip() or None) == trial.state().setting(name):
            continue
        change = set_setting(trial, name, value)
        trial.apply(change)
        changes.append(change)
    plan.apply_all(changes)


def sor_id(
    context: typer.Context,
    plan: PlanPath,
    unit: Annotated[str, typer.Argument(metavar="UNIT", help="cli.help.unit", show_default=False)],
    number: Annotated[str, typer.Argument(metavar="SORID", help="cli.help.sor_id_text", show_default=False)],
    author: Author = None,
) -> None:
    """Fill in the SOR-ID that SOR has issued to a planned unit."""
    session = session_of(context)
    with session.write(plan, author) as opened:
        change = opened.plan.apply(set_sor_id(opened.plan, unit_ref(opened.plan, unit), number))
        print(session.texts.sentence(change.code, change.params))


def offers(context: typer.Context, output: FormatOption = Format.TEXT) -> None:
    """The catalogue of offers, heading by heading."""
    session = session_of(context)
    language = session.texts.language
    codes = resources.code_lists()
    if output is Format.JSON:
        print_json([offer_data(offer, language) for offer in codes.offers])
        return
    for heading, listed in codes.offers_by_heading():
        print(heading.name(language))
        for offer in listed:
            print(f"  {offer.code:<40} {offer.name(language)}")


def offer_data(offer: CatalogueOffer, language: str) -> dict[str, Json]:
    """One offer of the catalogue as data."""
    return {
        "code": offer.code,
        "name": offer.name(language),
        "heading": offer.heading,
        "area_code": offer.area_code,
        "kind": offer.kind.value,
        "special_task": offer.is_special_task,
        "legal_basis": offer.legal_basis or None,
        "unit_types": list(offer.unit_types),
        "receives": list(offer.receives),
        "sends": list(offer.sends),
    }
