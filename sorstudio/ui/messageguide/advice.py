"""The advice: which message, to whom, what goes with it, and what not to use."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sorstudio.routing.guide import Channel
from sorstudio.routing.guide_advice import Advice
from sorstudio.ui.editor import Editor
from sorstudio.ui.fields import button, label
from sorstudio.ui.flow import FlowLayout
from sorstudio.ui.messageguide.blocks import Block
from sorstudio.ui.messageguide.wording import area_names, named, not_this
from sorstudio.ui.theme import Theme


class AdviceView(QWidget):
    """`ask_wanted` and `again_wanted` are the two ways on from here."""

    ask_wanted = Signal()
    again_wanted = Signal()

    def __init__(self, editor: Editor, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self.name, self.type = label("", "page", wraps=True), label("", "title", wraps=True)
        self.explanation = label("", "", wraps=True)
        self.category, self.areas = label("", "", wraps=True), label("", "", wraps=True)
        self.must_have, self.follows, self.fallback = (Block(theme) for _ in range(3))
        self.ask_button = button("", "primary", self.ask_wanted.emit)
        self.again_button = button("", "quiet", self.again_wanted.emit)
        for one in (self.name, self.type, self.explanation, self.category, self.areas):
            one.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._lay_out()
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        self._column.setSpacing(theme.size("s"))
        self._acts.setSpacing(theme.size("s"))
        self._acts.setContentsMargins(0, theme.px(4), 0, theme.px(4))
        for one in (self.must_have, self.follows, self.fallback):
            one.set_theme(theme)

    def show_advice(self, advice: Advice) -> None:
        """Show another advice."""
        codes, language = self._editor.plan.codes, self._editor.texts.language
        message = advice.message
        phone = self.tr("Phone") if advice.channel is Channel.PHONE else self.tr("A web service")
        self.name.setText(message.name(language) if message is not None else phone)
        self.type.setText(message.label if message is not None else "")
        self.type.setVisible(message is not None)
        self.explanation.setText(advice.explanation.name(language))
        areas = area_names(advice.areas, codes, language)
        self.areas.setText(self.tr("Receiver: {areas}").format(areas=areas))
        self.areas.setVisible(bool(areas))
        category = advice.category
        words = category.text.name(language) if category is not None else ""
        self.category.setText(self.tr("Category: {category}").format(category=words))
        self.category.setVisible(category is not None)
        self._show_rest(advice, language)
        self._name(has_receiver=bool(advice.areas))

    def _show_rest(self, advice: Advice, language: str) -> None:
        self.must_have.say(self.tr("Remember"), [("", one.name(language)) for one in advice.must_have])
        self.follows.say(self.tr("What follows"), [("", named(one, language)) for one in advice.follows])
        fallback = [(one.message.label, one.reason.name(language)) for one in advice.fallback]
        self.fallback.say(self.tr("If that cannot be done"), fallback)

    def _name(self, *, has_receiver: bool) -> None:
        self.ask_button.setText(self.tr("Find the receiver"))
        self.again_button.setText(self.tr("Begin again"))
        for one in (self.ask_button, self.again_button):
            one.setAccessibleName(one.text())
        self.ask_button.setVisible(has_receiver)

    def _lay_out(self) -> None:
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        acts = QWidget()
        self._acts = FlowLayout(acts)
        self._acts.addWidget(self.ask_button)
        self._acts.addWidget(self.again_button)
        for one in (self.name, self.type, self.explanation, self.category, self.areas, acts):
            column.addWidget(one)
        for block in (self.must_have, self.follows, self.fallback):
            column.addWidget(block)


class Against(QWidget):
    """What not to use and why, and quietly the sources of the advice."""

    def __init__(self, editor: Editor, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self.never, self.sources = Block(theme), Block(theme, "caption")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.never)
        self._column.addWidget(self.sources)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        self._column.setSpacing(theme.size("m"))
        for one in (self.never, self.sources):
            one.set_theme(theme)

    def show_advice(self, advice: Advice) -> None:
        """Show what another advice warns of."""
        codes, language = self._editor.plan.codes, self._editor.texts.language
        self.never.say(self.tr("Do not use"), list(not_this(advice, codes, language)))
        told = "; ".join(one.name(language) for one in advice.sources.values())
        self.sources.say(self.tr("Sources"), [("", told)] if told else [])
