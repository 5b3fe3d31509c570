"""Rules on how a unit is reached: telephone, e-mail and addresses that can be used."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sorstudio.model.inherit import Held, contact_at, number_giver
from sorstudio.model.records import Address, AddressUse, Contact, NumberState, Unit, UnitKind, Unknown
from sorstudio.rules.bench import Bench
from sorstudio.rules.engine import Hit, Unjudged, Yield, check
from sorstudio.rules.entry import RuleEntry
from sorstudio.rules.finding import Json, Repair
from sorstudio.rules.parameters import Whole
from sorstudio.rules.reach import Reach
from sorstudio.rules.systems import order_repairs

_EMAIL = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+")
_POSTCODE = re.compile(r"\d{4}")


@check("phone_length", least=Whole(0, 100), most=Whole(0, 100))
def phone_length(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """A telephone or fax number is neither too short nor too long."""
    if not isinstance(unit.contact, Contact):
        return
    least, most = entry.whole("least"), entry.whole("most")
    for number in (unit.contact.phone, unit.contact.fax):
        if number and not least <= len(number) <= most:
            yield Hit({"phone": number, "least": least, "most": most})


@check("owner_can_be_reached")
def owner_can_be_reached(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """The owner must have a postal address and a telephone of its own: there is nobody to inherit from."""
    if unit.kind is not UnitKind.IE:
        return
    if isinstance(unit.postal, Unknown):
        yield Unjudged("postal")
    elif unit.postal is None:
        yield Hit(variant=".postal")
    if isinstance(unit.contact, Unknown):
        yield Unjudged("contact")
    elif unit.contact is None or not unit.contact.phone:
        yield Hit(variant=".phone")


@check("address_is_whole")
def address_is_whole(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """An address of one's own names street, postcode and town, and the postcode has four digits."""
    for use in AddressUse:
        address = getattr(unit, use.value)
        if isinstance(address, Address):
            yield from _faults(address, use)


@check("email_is_sound")
def email_is_sound(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """An e-mail address is one address: somebody, an at sign, and a domain with a dot."""
    if isinstance(unit.contact, Contact) and unit.contact.email and not _EMAIL.fullmatch(unit.contact.email):
        yield Hit({"email": unit.contact.email}, tuple(_tidied(unit, unit.contact)))


@check("can_be_reached", Reach.ABOVE | Reach.WORDS | Reach.SETTINGS)
def can_be_reached(bench: Bench, unit: Unit, entry: RuleEntry) -> Iterator[Yield]:
    """Somebody can write or telephone: a location number, a telephone or an e-mail, own or inherited.

    Told where the silence begins, and not of everybody below. Of the owner another rule speaks.
    """
    if unit.parent is None or bench.state.number_of(unit.key) is not None:
        return
    if unit.number_state is NumberState.INHERITED and number_giver(bench.state, unit.key) is not None:
        return
    held = contact_at(bench.state, unit.key)
    if isinstance(held, Unknown):
        yield Unjudged("contact")
    elif not _answers(held) and isinstance(unit.number_state, NumberState) and _reached(bench, unit.parent):
        yield Hit({}, (*order_repairs(bench, unit), *_with_the_parents(bench, unit)))


def _reached(bench: Bench, key: str) -> bool:
    """Whether somebody can reach the unit; the owner without a telephone is told of by another rule."""
    if key not in bench.state.units:
        return True
    held = contact_at(bench.state, key)
    return isinstance(held, Unknown) or _answers(held) or number_giver(bench.state, key) is not None


def _answers(held: Held | Unknown | None) -> bool:
    return isinstance(held, Held) and isinstance(held.value, Contact) and bool(held.value.phone or held.value.email)


def _with_the_parents(bench: Bench, unit: Unit) -> Iterator[Repair]:
    """Giving up details that reach nobody lets those of the parent hold; only where these do."""
    if isinstance(unit.contact, Contact) and unit.parent and _answers(contact_at(bench.state, unit.parent)):
        act: dict[str, Json] = {"act": "set_contact", "unit": unit.key, "inherit": True}
        yield Repair("inherit_contact", act, {"unit": unit.name, "giver": bench.name(unit.parent)})


def _faults(address: Address, use: AddressUse) -> Iterator[Hit]:
    where = f"word.use.{use}"
    if address.postcode and not _POSTCODE.fullmatch(address.postcode):
        yield Hit({"use": where, "postcode": address.postcode}, variant=".postcode")
    missing = [name for name in ("street", "postcode", "city") if not getattr(address, name)]
    if missing:
        yield Hit({"use": where, "missing": tuple(f"word.address.{name}" for name in missing)})


def _tidied(unit: Unit, contact: Contact) -> Iterator[Repair]:
    """The same address without blanks, where nothing else is wrong; SOR takes no contact details without telephone."""
    tidy = "".join((contact.email or "").split())
    if contact.phone and _EMAIL.fullmatch(tidy):
        values = {"phone": contact.phone, "email": tidy, "website": contact.website, "fax": contact.fax}
        act: dict[str, Json] = {"act": "set_contact", "unit": unit.key, **{k: v for k, v in values.items() if v}}
        yield Repair("set_email", act, {"unit": unit.name, "email": tidy}, is_safe=True)
