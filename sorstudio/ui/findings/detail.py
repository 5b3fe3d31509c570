"""What is told about the chosen finding: what it is, what a sender experiences, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from sorstudio.model.texts import Texts
from sorstudio.rules.entry import RuleEntry
from sorstudio.rules.finding import Repair
from sorstudio.ui.fields import button, label
from sorstudio.ui.inspector.group import clear, row
from sorstudio.ui.theme import Theme


class FindingDetail(QScrollArea):
    """Follows the chosen row; the acts are the pane's."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("kind", "pane")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self.setWidget(inside)
        self.words: list[str] = []
        self.set_theme(theme)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(340), self._theme.px(96))

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        self._theme = theme
        self._column.setContentsMargins(theme.size("l"), theme.size("s"), theme.size("l"), theme.size("s"))
        self._column.setSpacing(theme.px(6))

    def show_nothing(self) -> None:
        """No row is chosen."""
        self.words = []
        clear(self._column)

    def show_rule(self, sentence: str, accepted: str, entry: RuleEntry | None, texts: Texts) -> None:
        """What is told of a finding or of a group, and who has accepted it; the acts follow with `offer`."""
        self.show_nothing()
        why = entry.explanation(texts.language) if entry else ""
        self._add(sentence, "")
        self._add(accepted, "muted")
        self._add(why, "muted")
        rule = f"{entry.code} · {entry.title(texts.language)}" if entry else ""
        self._add("" if rule.endswith(f"· {sentence}") else rule, "caption")
        self.setAccessibleName(" ".join(self.words))
        self._column.addStretch(1)

    def offer_repair(self, repair: Repair, texts: Texts, act: Callable[[], object]) -> None:
        """A change that would make it go, in words, with the button that makes it."""
        self.offer_change(texts.sentence(f"repair.{repair.code}", repair.params), act)

    def offer_change(self, words: str, act: Callable[[], object]) -> None:
        """A change in words, with the button that makes it."""
        told = label(words, "", wraps=True)
        made = button(self.tr("Repair"), "", act, name=self.tr("Repair: {what}").format(what=words))
        line = row(told, made, spacing=self._theme.size("s"))
        line.setStretch(0, 1)
        line.setAlignment(made, Qt.AlignmentFlag.AlignTop)
        self.words.append(words)
        self._column.insertLayout(self._column.count() - 1, line)

    def offer(self, words: str, act: Callable[[], object]) -> None:
        """A further act, quietly."""
        line = row(button(words, "quiet", act), None, spacing=0)
        self._column.insertLayout(self._column.count() - 1, line)

    def _add(self, words: str, kind: str) -> None:
        if words:
            made = label(words, kind, wraps=True)
            made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.words.append(words)
            self._column.addWidget(made)
