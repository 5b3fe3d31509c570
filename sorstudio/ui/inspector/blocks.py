"""Addresses and contact details: each a whole block, the unit's own or inherited."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from sorstudio.model.change import Change
from sorstudio.model.edits import units
from sorstudio.model.inherit import Held, address_at, contact_at
from sorstudio.model.plan import Plan
from sorstudio.model.records import UNKNOWN, Address, AddressUse, Contact, Unit, Unknown
from sorstudio.ui.editor import Make
from sorstudio.ui.fields import Check, Chip, LineField, button, label
from sorstudio.ui.inspector.group import Group, row
from sorstudio.ui.inspector.subject import Subject
from sorstudio.ui.theme import Theme

Values = Mapping[str, str]
ChangeBlock = Callable[[Values | None], str]


@dataclass(frozen=True, slots=True)
class Shown:
    """What a block shows: the fields as they hold, those that differ between units, and where they come from."""

    held: Values
    line: str
    mixed: frozenset[str] = frozenset()
    is_own: bool = False
    is_part_own: bool = False
    can_copy: bool = False


class Block(QWidget):
    """One block: its name, a chip, the line it reads as, and its fields once it is the unit's own."""

    def __init__(
        self,
        theme: Theme,
        words: str,
        fields: Values,
        rows: Sequence[Sequence[str]],
        checks: Mapping[str, Check],
    ) -> None:
        super().__init__()
        self.words = label(words, "muted")
        self.chip = Chip(theme)
        self.own = button(self.tr("Make own"), "quiet", self._make_own, name=f"{self.tr('Make own')}: {words}")
        self.inherit = button(
            self.tr("Inherit"), "quiet", lambda: self._change(None), name=f"{self.tr('Inherit')}: {words}"
        )
        self.line = LineField("")
        self.line.line.setAccessibleName(words)
        self.fields = {name: LineField(caption, check=checks.get(name)) for name, caption in fields.items()}
        self.error = label("", "error", wraps=True)
        self._change: ChangeBlock = lambda _values: ""
        self._can_copy = False
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

    def show_block(self, shown: Shown, mixed: str, change: ChangeBlock) -> None:
        """Show a block; `change` is called with the fields that were typed, or with None to inherit."""
        self._change, self._can_copy = self._saying(change), shown.can_copy
        self.chip.say(is_own=shown.is_own)
        self.chip.setVisible(not shown.is_part_own and (shown.is_own or any(shown.held.values())))
        self.own.setVisible(not shown.is_own)
        self.inherit.setVisible(shown.is_own or shown.is_part_own)
        self.line.setVisible(not shown.is_own)
        self.line.show_value(shown.line, placeholder="–", editable=False, inherited=True)
        for name, field in self.fields.items():
            field.setVisible(shown.is_own)
            field.show_value(shown.held.get(name, ""), placeholder=mixed if name in shown.mixed else "")
        self.error.hide()

    def _saying(self, change: ChangeBlock) -> ChangeBlock:
        def tell(values: Values | None) -> str:
            reason = change(values)
            self.error.setText(reason)
            self.error.setVisible(bool(reason))
            return reason

        return tell

    def _commit(self, name: str, words: str) -> None:
        """Only what was typed: what is the same or differs from unit to unit stays."""
        typed = {key: field.value() for key, field in self.fields.items() if field.value() != field.line.shown}
        self._change(typed | {name: words})

    def _make_own(self) -> None:
        """The inherited block is copied as it stands; where there is nothing to copy the fields open empty."""
        if self._can_copy:
            self._change({})
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
        checks = {"postcode": self.checked(units.check_postcode)}
        self.blocks = {use: Block(self.theme, words, fields, rows, checks) for use, words in names.items()}
        for block in self.blocks.values():
            self.body.addWidget(block)

    def is_for(self, subject: Subject) -> bool:
        return True

    def refresh(self, subject: Subject) -> None:
        for use, block in self.blocks.items():
            held = [address_at(subject.state, key, use) for key in subject.keys]
            own = [isinstance(own_address(unit, use), Address) for unit in subject.units]
            block.show_block(_shown(subject, held, own, _PARTS), subject.say("panes.mixed"), partial(self._change, use))

    def _change(self, use: AddressUse, values: Values | None) -> str:
        return self.attempt(lambda key: partial(_set_address, key, use, values))


class ContactGroup(Group):
    """Telephone, e-mail, website."""

    def build(self) -> None:
        self.title(self.tr("Contact details"))
        fields = {"phone": self.tr("Telephone"), "email": self.tr("E-mail"), "website": self.tr("Website")}
        checks = {"phone": self.checked(units.check_phone), "email": self.checked(units.check_email)}
        self.block = Block(self.theme, self.tr("Contact"), fields, (("phone",), ("email",), ("website",)), checks)
        self.body.addWidget(self.block)

    def is_for(self, subject: Subject) -> bool:
        return True

    def refresh(self, subject: Subject) -> None:
        held = [contact_at(subject.state, key) for key in subject.keys]
        own = [isinstance(unit.contact, Contact) for unit in subject.units]
        self.block.show_block(_shown(subject, held, own, _WAYS), subject.say("panes.mixed"), self._change)

    def _change(self, values: Values | None) -> str:
        return self.attempt(lambda key: _contact_maker(key, values))


def own_address(unit: Unit, use: AddressUse) -> object:
    """What the unit itself says about one of its addresses."""
    return {AddressUse.POSTAL: unit.postal, AddressUse.VISITING: unit.visiting, AddressUse.ACTIVITY: unit.activity}[use]


_PARTS = ("street", "building", "floor", "suite", "extra", "postcode", "city")


_WAYS = ("phone", "email", "website")


def _shown(subject: Subject, held: Sequence[Held | Unknown | None], own: Sequence[bool], names: Sequence[str]) -> Shown:
    """The blocks of all units as one: what they share, and which fields differ."""
    blocks = [one.value if isinstance(one, Held) else None for one in held]
    first, alike = blocks[0], all(one == blocks[0] for one in blocks[1:])
    values = {name: {_part(one, name) for one in blocks} for name in names}
    line = first.line() if isinstance(first, Address | Contact) else ""
    unknown = alike and held[0] is UNKNOWN
    return Shown(
        {name: found.pop() for name, found in values.items() if len(found) == 1},
        subject.say("ui.not_in_extract") if unknown else line if alike else subject.say("panes.mixed"),
        frozenset(name for name, found in values.items() if len(found) > 1),
        is_own=all(own),
        is_part_own=any(own) and not all(own),
        can_copy=any(isinstance(one, Address | Contact) for one in blocks),
    )


def _part(block: object, name: str) -> str:
    found = getattr(block, name) if isinstance(block, Address | Contact) else None
    return found or ""


def _set_address(key: str, use: AddressUse, values: Values | None, plan: Plan) -> Change:
    """The fields that the inspector does not show stay as they are."""
    if values is None:
        return units.set_address(plan, key, use, None)
    held = address_at(plan.shown(), key, use)
    base = held.value if isinstance(held, Held) and isinstance(held.value, Address) else Address()
    return units.set_address(plan, key, use, replace(base, **_cleaned(values)))


def _contact_maker(key: str, values: Values | None) -> Make:
    def make(plan: Plan) -> Change:
        if values is None:
            return units.set_contact(plan, key, None)
        held = contact_at(plan.shown(), key)
        base = held.value if isinstance(held, Held) and isinstance(held.value, Contact) else Contact()
        return units.set_contact(plan, key, replace(base, **_cleaned(values)))

    return make


def _cleaned(values: Mapping[str, str]) -> dict[str, str | None]:
    return {name: words.strip() or None for name, words in values.items()}
