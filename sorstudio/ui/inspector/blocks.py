"""Addresses and contact details: each a whole block, the unit's own or inherited."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from sorstudio.model.change import Change
from sorstudio.model.edits import units
from sorstudio.model.inherit import Held, address_at, contact_at
from sorstudio.model.plan import Plan
from sorstudio.model.records import UNKNOWN, Address, AddressUse, Contact, Unit
from sorstudio.ui.editor import Make
from sorstudio.ui.fields import Chip, LineField, button, label
from sorstudio.ui.inspector.group import Group, row
from sorstudio.ui.inspector.subject import Subject
from sorstudio.ui.theme import Theme

Verb = Callable[[Mapping[str, str]], str]


class Block(QWidget):
    """One block: its name, a chip, the line it reads as, and its fields once it is the unit's own."""

    def __init__(self, theme: Theme, words: str, fields: Mapping[str, str], rows: Sequence[Sequence[str]]) -> None:
        super().__init__()
        self.words = label(words, "muted")
        self.chip = Chip(theme)
        self.own = button(self.tr("Make own"), "quiet", self._make_own, name=f"{self.tr('Make own')}: {words}")
        self.inherit = button(
            self.tr("Inherit"), "quiet", lambda: self._change(None), name=f"{self.tr('Inherit')}: {words}"
        )
        self.line = LineField("")
        self.line.line.setAccessibleName(words)
        self.fields = {name: LineField(caption) for name, caption in fields.items()}
        self.error = label("", "error", wraps=True)
        self._change: Callable[[Mapping[str, str] | None], str] = lambda _values: ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addLayout(row(self.words, None, self.chip, self.own, self.inherit, spacing=theme.size("xs")))
        column.addWidget(self.line)
        for names in rows:
            column.addLayout(row(*(self.fields[name] for name in names), spacing=theme.size("s")))
        column.addWidget(self.error)
        for name, field in self.fields.items():
            field.committed.connect(partial(self._commit, name))

    def show_block(
        self,
        held: Mapping[str, str],
        line: str,
        *,
        is_own: bool,
        can_inherit: bool,
        change: Callable[[Mapping[str, str] | None], str],
    ) -> None:
        """Show a block; `change` is called with the fields, or with None to inherit, and answers a refusal."""
        self._change = self._saying(change)
        self._held = held
        self.chip.say(is_own=is_own)
        self.chip.setVisible(is_own or any(held.values()))
        self.own.setVisible(not is_own)
        self.inherit.setVisible(is_own and can_inherit)
        self.line.setVisible(not is_own)
        self.line.show_value(line, placeholder="–", editable=False, inherited=True)
        for name, field in self.fields.items():
            field.setVisible(is_own)
            field.show_value(held.get(name, ""))
        self.error.hide()

    _held: Mapping[str, str] = {}

    def _saying(self, change: Callable[[Mapping[str, str] | None], str]) -> Callable[[Mapping[str, str] | None], str]:
        def tell(values: Mapping[str, str] | None) -> str:
            reason = change(values)
            self.error.setText(reason)
            self.error.setVisible(bool(reason))
            return reason

        return tell

    def _commit(self, name: str, words: str) -> None:
        typed = {key: field.value() for key, field in self.fields.items()} | {name: words}
        self._change(typed)

    def _make_own(self) -> None:
        """The inherited block is copied as it stands; where there is nothing to copy the fields open empty."""
        if any(self._held.values()):
            self._change(self._held)
            return
        self.line.hide()
        self.own.hide()
        for field in self.fields.values():
            field.show()
        next(iter(self.fields.values())).line.setFocus()


class AddressesGroup(Group):
    """Postal, visiting and activity address."""

    def build(self) -> None:
        self.title(self.tr("Addresses"))
        fields = {
            "street": self.tr("Street"),
            "building": self.tr("No."),
            "floor": self.tr("Floor"),
            "suite": self.tr("Door"),
            "extra": self.tr("Place"),
            "postcode": self.tr("Postcode"),
            "city": self.tr("City"),
        }
        rows = (("street", "building"), ("floor", "suite"), ("extra",), ("postcode", "city"))
        names = {
            AddressUse.POSTAL: self.tr("Postal address"),
            AddressUse.VISITING: self.tr("Visiting address"),
            AddressUse.ACTIVITY: self.tr("Activity address"),
        }
        self.blocks = {use: Block(self.theme, words, fields, rows) for use, words in names.items()}
        for block in self.blocks.values():
            self.body.addWidget(block)

    def is_for(self, subject: Subject) -> bool:
        return True

    def refresh(self, subject: Subject) -> None:
        for use, block in self.blocks.items():
            shared = subject.is_shared(partial(own_address, use=use))
            held = address_at(subject.state, subject.key, use)
            value = held.value if isinstance(held, Held) else None
            address = value if isinstance(value, Address) else Address()
            own = own_address(subject.unit, use)
            line = address.line() if shared else subject.say("panes.mixed")
            block.show_block(
                _parts(address) if shared else {},
                subject.say("ui.not_in_extract") if held is UNKNOWN and shared else line,
                is_own=shared and isinstance(own, Address),
                can_inherit=True,
                change=partial(self._change, use),
            )

    def _change(self, use: AddressUse, values: Mapping[str, str] | None) -> str:
        return self.attempt(lambda key: partial(_set_address, key, use, values))


class ContactGroup(Group):
    """Telephone, e-mail, website."""

    def build(self) -> None:
        self.title(self.tr("Contact details"))
        fields = {"phone": self.tr("Telephone"), "email": self.tr("E-mail"), "website": self.tr("Website")}
        self.block = Block(self.theme, self.tr("Contact"), fields, (("phone",), ("email",), ("website",)))
        self.body.addWidget(self.block)

    def refresh(self, subject: Subject) -> None:
        held = contact_at(subject.state, subject.key)
        value = held.value if isinstance(held, Held) else None
        contact = value if isinstance(value, Contact) else Contact()
        self.block.show_block(
            {name: getattr(contact, name) or "" for name in ("phone", "email", "website")},
            subject.say("ui.not_in_extract") if held is UNKNOWN else contact.line(),
            is_own=isinstance(subject.unit.contact, Contact),
            can_inherit=True,
            change=self._change,
        )

    def _change(self, values: Mapping[str, str] | None) -> str:
        return self.attempt(lambda key: _contact_maker(key, values))


def own_address(unit: Unit, use: AddressUse) -> object:
    """What the unit itself says about one of its addresses."""
    return {AddressUse.POSTAL: unit.postal, AddressUse.VISITING: unit.visiting, AddressUse.ACTIVITY: unit.activity}[use]


_PARTS = ("street", "building", "floor", "suite", "extra", "postcode", "city")


def _parts(address: Address) -> dict[str, str]:
    return {name: getattr(address, name) or "" for name in _PARTS}


def _set_address(key: str, use: AddressUse, values: Mapping[str, str] | None, plan: Plan) -> Change:
    """The fields that the inspector does not show stay as they are."""
    if values is None:
        return units.set_address(plan, key, use, None)
    held = address_at(plan.state(), key, use)
    base = held.value if isinstance(held, Held) and isinstance(held.value, Address) else Address()
    return units.set_address(plan, key, use, replace(base, **_cleaned(values)))


def _contact_maker(key: str, values: Mapping[str, str] | None) -> Make:
    def make(plan: Plan) -> Change:
        if values is None:
            return units.set_contact(plan, key, None)
        held = contact_at(plan.state(), key)
        base = held.value if isinstance(held, Held) and isinstance(held.value, Contact) else Contact()
        return units.set_contact(plan, key, replace(base, **_cleaned(values)))

    return make


def _cleaned(values: Mapping[str, str]) -> dict[str, str | None]:
    return {name: words.strip() or None for name, words in values.items()}
