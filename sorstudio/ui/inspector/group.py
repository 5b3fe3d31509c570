"""What every group of the inspector is: a title, a quiet note at its right, and its fields below; no frame."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QMargins
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from sorstudio.model.errors import Refused
from sorstudio.ui.editor import Editor, Make
from sorstudio.ui.fields import Check, LineField, label
from sorstudio.ui.inspector.subject import Subject, attempt
from sorstudio.ui.paint import Ink
from sorstudio.ui.theme import Theme


class Group(QWidget):
    """A group follows the subject it was given last; it never edits while it is being shown."""

    def __init__(self, editor: Editor, theme: Theme) -> None:
        super().__init__()
        self.editor, self.theme = editor, theme
        self.subject: Subject | None = None
        self._title, self.note = label("", "group"), label("", "caption")
        self.body = QVBoxLayout(self)
        edge = theme.size("l")
        self.body.setContentsMargins(edge, 0, edge, theme.size("m"))
        self.body.setSpacing(theme.px(6))
        self.body.addWidget(rule())
        self.body.addSpacing(theme.px(6))
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self.note)
        self.body.addLayout(head)
        self.build()

    def title(self, words: str) -> None:
        """What the group is called."""
        self._title.setText(words)
        self.setAccessibleName(words)

    def build(self) -> None:
        """Make the widgets; called once."""

    def present(self, subject: Subject) -> None:
        """Show the units."""
        self.subject = subject
        self.setVisible(self.is_for(subject))
        if self.is_for(subject):
            self.refresh(subject)

    def is_for(self, subject: Subject) -> bool:
        """Most groups hold for one unit at a time."""
        return subject.is_single

    def refresh(self, subject: Subject) -> None:
        """Fill the widgets; called only where the group holds."""

    def attempt(self, make_for: Callable[[str], Make], keys: Sequence[str] | None = None) -> str:
        """Make a change on all the units shown, or on some of them; answers why it cannot be, or nothing."""
        if self.subject is None:
            return ""
        return attempt(self.editor, self.subject.keys if keys is None else keys, make_for) or ""

    def checked(self, check: Callable[[str], None]) -> Check:
        """A rule of the verbs as the check of a field: a refusal becomes the words beside it; empty is no fault."""

        def problem(words: str) -> str | None:
            try:
                if words.strip():
                    check(words.strip())
            except Refused as refusal:
                return self.editor.sentence(refusal)
            return None

        return problem

    def commit(self, field: LineField, make_for: Callable[[str], Make]) -> None:
        """Make the change that a field asks for; a refusal is shown beside it."""
        reason = self.attempt(make_for)
        if reason:
            field.refuse(reason)
        else:
            field.accept()

    def muted(self) -> Ink:
        """Grey text in the size of lists."""
        return Ink("small", color="muted")


def rule() -> QFrame:
    """A hairline."""
    line = QFrame()
    line.setProperty("kind", "rule")
    return line


def row(*widgets: QWidget | None, spacing: int) -> QHBoxLayout:
    """Widgets beside each other; None takes the room that is left."""
    made = QHBoxLayout()
    made.setContentsMargins(QMargins())
    made.setSpacing(spacing)
    for widget in widgets:
        if widget is None:
            made.addStretch(1)
        else:
            made.addWidget(widget)
    return made


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        inner = item.widget()
        if inner is not None:
            inner.hide()
            inner.deleteLater()
            continue
        below = item.layout()
        if below is not None:
            clear(below)
