"""What a unit has several of, and SOR has nothing of: the offers it provides, and the notes on it."""

from __future__ import annotations

from collections import Counter
from functools import partial

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from sorstudio.model.edits import offers, units
from sorstudio.model.edits.offers import offer_name
from sorstudio.model.records import Note, RecordKind
from sorstudio.ui.fields import LineField, Words, button, label
from sorstudio.ui.inspector.choices import Choice, PickField
from sorstudio.ui.inspector.group import Group, clear, row
from sorstudio.ui.inspector.subject import Subject


class OffersGroup(Group):
    """The offers that the unit provides; new ones from the list, or by drag from the board."""

    def build(self) -> None:
        self.title(self.tr("Offers"))
        self.list = QWidget()
        self.column = QVBoxLayout(self.list)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(2)
        self.error = label("", "error", wraps=True)
        self.add = PickField(self.theme, self.tr("Add offer"), self.tr("Search by name"))
        self.add.picked.connect(self._add)
        for widget in (self.list, self.error, self.add):
            self.body.addWidget(widget)

    def is_for(self, subject: Subject) -> bool:
        return True

    def refresh(self, subject: Subject) -> None:
        clear(self.column)
        language, all_ = subject.texts.language, len(subject.keys)
        for code, count in _placed(subject).items():
            name = offer_name(subject.plan, code, language)
            away = button("×", "quiet", partial(self._remove, code), name=f"{self.tr('Remove')}: {name}")
            some = subject.say("panes.offer_at", number=count, all=all_) if count < all_ else ""
            self.column.addLayout(row(Words(self.theme, name), label(some, "caption"), away, spacing=0))
        self.error.hide()
        self.add.offer(offer_choices(subject), self.tr("Add offer"), quiet=True)

    def _add(self, code: str) -> None:
        keys = [key for key in self._keys() if not self._provides(key, code)] or self._keys()
        self._say(self.attempt(lambda key: partial(offers.place_offer, offers=[code], unit=key), keys))

    def _remove(self, code: str) -> None:
        keys = [key for key in self._keys() if self._provides(key, code)]
        self._say(self.attempt(lambda key: partial(offers.remove_offer, offer=code, unit=key), keys))

    def _keys(self) -> tuple[str, ...]:
        return self.subject.keys if self.subject is not None else ()

    def _provides(self, key: str, code: str) -> bool:
        return any(one.offer == code for one in self.editor.plan.shown().placements(key))

    def _say(self, reason: str) -> None:
        self.error.setText(reason)
        self.error.setVisible(bool(reason))


class NotesGroup(Group):
    """Remarks that never go to SOR."""

    def build(self) -> None:
        self.title(self.tr("Notes"))
        self.list = QWidget()
        self.column = QVBoxLayout(self.list)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(self.theme.px(4))
        self.new = LineField(self.tr("New note"))
        self.new.committed.connect(self._add)
        for widget in (self.list, self.new):
            self.body.addWidget(widget)

    def refresh(self, subject: Subject) -> None:
        clear(self.column)
        self.note.setText(subject.say("panes.notes_stay"))
        for key in subject.state.owned.get((RecordKind.NOTE, subject.key), ()):
            note = subject.state.record(RecordKind.NOTE, key)
            if isinstance(note, Note):
                self._show_note(note)
        self.new.show_value("", placeholder=self.tr("Write a note and press Enter"))

    def field(self) -> QLineEdit:
        """Where a new note is written."""
        return self.new.line

    def _show_note(self, note: Note) -> None:
        away = button("×", "quiet", partial(self._remove, note.key), name=f"{self.tr('Remove')}: {note.text}")
        words = label(note.text, "muted", wraps=True)
        line = row(words, away, spacing=0)
        line.setStretch(0, 1)
        self.column.addLayout(line)

    def _add(self, words: str) -> None:
        author = self.editor.plan.author
        if words.strip():
            self.commit(self.new, lambda key: partial(units.add_note, unit=key, text=words, author=author))

    def _remove(self, key: str) -> None:
        self.attempt(lambda _unit: partial(units.remove_note, note=key))


def _placed(subject: Subject) -> Counter[str]:
    """The offers that any of the units provides, with how many of them do."""
    return Counter(one.offer for key in subject.keys for one in subject.state.placements(key))


def offer_choices(subject: Subject) -> list[Choice]:
    """The catalogue in its order, then the municipality's own."""
    language, codes = subject.texts.language, subject.plan.codes
    catalogue = [
        Choice(offer.code, offer.name(language), heading.name(language), offer.legal_basis)
        for heading, group in codes.offers_by_heading()
        for offer in group
    ]
    own = [Choice(offer.key, offer.name, subject.say("panes.own_offer")) for offer in subject.state.offers()]
    return [*catalogue, *own]
