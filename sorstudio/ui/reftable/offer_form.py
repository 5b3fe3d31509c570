"""What senders are told of an offer, edited once for all its rows; each field is a change when it is left."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from sorstudio.model.edits.describing import describe_offer
from sorstudio.model.records import OfferText
from sorstudio.ui.days import short_day
from sorstudio.ui.editor import Editor
from sorstudio.ui.fields import LineField, button, label
from sorstudio.ui.inspector.group import row
from sorstudio.ui.reftable.prose import ProseField
from sorstudio.ui.theme import Theme

ORDER = ("criteria", "phone", "phone_hours", "description_url", "patient_url", "phrase", "authority")
_PROSE = frozenset({"criteria", "phrase"})


class OfferForm(QScrollArea):
    """Follows the offer it was given last; what is being typed stays while other acts take effect."""

    def __init__(self, editor: Editor, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor, self._theme = editor, theme
        self.offer, self._name, self._count = "", "", 0
        self.title, self.holds = label("", "group", wraps=True), label("", "muted", wraps=True)
        self.fields: dict[str, LineField | ProseField] = {
            name: ProseField(theme) if name in _PROSE else LineField(" ") for name in ORDER
        }
        self.checked = label("", "muted", wraps=True)
        self.check_button = button("", "", self.check)
        self.setProperty("kind", "pane")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.addWidget(self.title)
        self._column.addWidget(self.holds)
        for name, field in self.fields.items():
            self._column.addWidget(field)
            field.committed.connect(partial(self._commit, name))
        foot = row(self.checked, self.check_button, spacing=8)
        foot.setStretch(0, 1)
        self._column.addLayout(foot)
        self._column.addStretch(1)
        self.setWidget(inside)
        self.set_theme(theme)
        self.retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        self._theme = theme
        edge = theme.size("l")
        self._column.setContentsMargins(edge, theme.size("s"), edge, theme.size("m"))
        self._column.setSpacing(theme.size("s"))
        for field in self.fields.values():
            if isinstance(field, ProseField):
                field.set_theme(theme)

    def show_offer(self, offer: str, name: str, count: int, otherwise: Mapping[str, str]) -> None:
        """The texts of an offer, which so many rows show; an empty one is nothing to describe.

        `otherwise` is what holds for a field that is left empty.
        """
        is_other = offer != self.offer
        self.offer, self._name, self._count = offer, name, count
        held = self._held()
        editable = bool(offer) and not self._editor.read_only
        for field_name, field in self.fields.items():
            value = getattr(held, field_name) or ""
            if is_other or value != _shown(field):
                field.show_value(value, editable=editable)
            if isinstance(field, LineField):
                field.line.setPlaceholderText(otherwise.get(field_name, ""))
            field.setVisible(bool(offer))
        self._say()

    def start(self) -> None:
        """Into the first field."""
        first = self.fields[ORDER[0]]
        if isinstance(first, ProseField) and self.offer:
            self.ensureWidgetVisible(first)
            first.lines.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def check(self) -> None:
        """Somebody has looked at the texts today, and they hold."""
        if self.offer:
            make = partial(describe_offer, offer=self.offer, values={"checked": self._editor.plan.today})
            self._editor.do(make)

    def retranslate(self) -> None:
        """The words in the language of the window."""
        words = {
            "criteria": self.tr("Criteria"),
            "phone": self.tr("Telephone for senders"),
            "phone_hours": self.tr("Telephone hours"),
            "description_url": self.tr("Link to the description"),
            "patient_url": self.tr("Link for the citizen"),
            "phrase": self.tr("Phrase that senders can copy"),
            "authority": self.tr("Authority"),
        }
        for name, field in self.fields.items():
            if isinstance(field, ProseField):
                field.name(words[name])
            else:
                field.caption.setText(words[name])
                field.line.setAccessibleName(words[name])
        self.check_button.setText(self.tr("Seen today"))
        self.check_button.setAccessibleName(self.tr("The texts were looked at today and hold"))
        self.check_button.setToolTip(self.check_button.accessibleName())
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _held(self) -> OfferText:
        return self._editor.plan.state().offer_text(self.offer) or OfferText(self.offer)

    def _say(self) -> None:
        texts, held = self._editor.texts, self._held()
        self.title.setText(self._name or self.tr("Texts of the offer"))
        if self.offer:
            self.holds.setText(texts.sentence("panes.reftable.shared", {"count": self._count}))
        elif self._name:
            self.holds.setText(self.tr("The area has no offer of its own, so there is nothing to describe here."))
        else:
            self.holds.setText(self.tr("Choose a row to see and write what senders are told of the offer."))
        day = held.checked
        words = (
            self.tr("Last seen {day}").format(day=short_day(day, texts.language)) if day else self.tr("Not seen yet")
        )
        self.checked.setText(words)
        for part in (self.checked, self.check_button):
            part.setVisible(bool(self.offer))
        self.check_button.setEnabled(not self._editor.read_only and day != self._editor.plan.today)

    def _commit(self, name: str, words: str) -> None:
        """A refusal stands at the field, with what was typed."""
        field, make = self.fields[name], partial(describe_offer, offer=self.offer, values={name: words})
        refusal = self._editor.ask(make)
        if refusal is not None:
            field.refuse(refusal)
            return
        field.accept()
        field.refuse("")
        self._editor.do(make)


def _shown(field: LineField | ProseField) -> str:
    return field.lines.shown if isinstance(field, ProseField) else field.line.shown
