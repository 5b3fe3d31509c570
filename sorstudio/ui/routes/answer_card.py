"""One answer: the receiver with path, number, message and telephone; or the reason in words and what comes nearest."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from sorstudio.model.texts import Texts
from sorstudio.routing.answer import Alternative, Receiver
from sorstudio.routing.telling import alternative_line, headline
from sorstudio.ui.fields import button, label, set_kind
from sorstudio.ui.flow import FlowLayout
from sorstudio.ui.paint import FINDING_SIDE, MARK_SIDE, Ink, change_mark, finding_mark, number_text, smooth, text
from sorstudio.ui.palette.gather import BETWEEN
from sorstudio.ui.routes.asking import Found
from sorstudio.ui.routes.comparing import is_unknown
from sorstudio.ui.routes.unit_lines import UnitLine, UnitLines
from sorstudio.ui.signs import CHANGE_TOKEN, ChangeSign, FindingSign, NumberSign
from sorstudio.ui.theme import Theme, Weight


class NumberLine(QWidget):
    """The digits as everywhere in the window: semibold where they are the unit's own, with an arrow where inherited."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme, self._size = theme, "title"
        self.gln, self.is_inherited = "", False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_number(self, receiver: Receiver, words: str, size: str) -> None:
        """The receiver's number, in the size of a token; `words` are for who cannot see it."""
        self.gln, self.is_inherited, self._size = receiver.gln, receiver.is_inherited, size
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        wide = self.theme.width(self.gln, self._size, Weight.STRONG, tabular=True)
        arrow = self.theme.px(14) if self.is_inherited else 0
        return QSize(round(wide) + arrow + 4, round(self.theme.font(self._size).pixelSize() * 1.3))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        sign = NumberSign.INHERITED if self.is_inherited else NumberSign.OWN
        number_text(painter, self.theme, QRectF(self.rect()), self.gln, sign, size=self._size, hanging=False)
        painter.end()


_TOKEN = {FindingSign.WARNING: "warning", FindingSign.INFO: "info"}


class Sign(QWidget):
    """A mark with its words beside it: what the plan changes, or that there is no receiver."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme, self.words, self.finding = theme, "", FindingSign.NONE
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def say(self, words: str, finding: FindingSign = FindingSign.NONE) -> None:
        """Words with the mark of a finding, or with that of a change; none take no room."""
        self.words, self.finding = words, finding
        self.setVisible(bool(words))
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(120), self.theme.px(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, middle = self.theme, self.height() / 2
        painter = QPainter(self)
        smooth(painter)
        if self.finding is FindingSign.NONE:
            change_mark(painter, theme, ChangeSign.CHANGED, QPointF(0, middle - theme.px(MARK_SIDE) / 2))
        else:
            finding_mark(painter, theme, self.finding, QPointF(1, middle - theme.px(FINDING_SIDE) / 2))
        token = _TOKEN.get(self.finding, CHANGE_TOKEN[ChangeSign.CHANGED])
        area = QRectF(self.rect()).adjusted(theme.px(MARK_SIDE + 6), 0, 0, 0)
        text(painter, theme, area, self.words, Ink("small", Weight.MEDIUM, token))
        painter.end()


class AnswerCard(QWidget):
    """`unit_wanted` carries a unit to go to, `copy_wanted` the number. The main one has the larger name."""

    unit_wanted = Signal(str)
    copy_wanted = Signal(str)

    def __init__(self, theme: Theme, *, is_main: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme, self._is_main = theme, is_main
        self.found: Found | None = None
        self.caption = label("", "group")
        self.sign = Sign(theme)
        self.name = label("", "page" if is_main else "title", wraps=True)
        self.path = label("", "muted", wraps=True)
        self.number = NumberLine(theme)
        self.giver = label("", "muted", wraps=True)
        self.message, self.phone = label("", "", wraps=True), label("", "muted", wraps=True)
        self.copy = button("", "", self._copy)
        self.show_unit = button("", "quiet", self._show_unit)
        self.nearest_caption = label("", "muted")
        self.nearest = UnitLines(theme)
        self.nearest.wanted.connect(self.unit_wanted)
        for one in (self.name, self.path, self.message, self.phone):
            one.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._lay_out()
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        self.theme = self.number.theme = self.sign.theme = theme
        self.nearest.set_theme(theme)
        self._column.setSpacing(theme.px(4))
        self._acts.setSpacing(theme.size("s"))
        for one in (self.number, self.sign):
            one.updateGeometry()
            one.update()

    def say_title(self, words: str) -> None:
        """When the answer holds."""
        self.caption.setText(words)
        self.copy.setText(self.tr("Copy the number"))
        self.copy.setAccessibleName(f"{self.copy.text()}: {words}")
        self.show_unit.setText(self.tr("Show in tree and picture"))
        self.show_unit.setAccessibleName(f"{self.show_unit.text()}: {words}")
        self.nearest_caption.setText(self.tr("Nearest to it:"))

    def show_answer(self, found: Found, texts: Texts, *, changed: str = "") -> None:
        """The receiver or the reason; `changed` is what the plan does to it."""
        self.found = found
        receiver = found.answer.receiver
        self.sign.say(changed)
        for one in (self.path, self.number, self.giver, self.message, self.copy, self.show_unit):
            one.setVisible(receiver is not None)
        self.phone.setVisible(receiver is not None and receiver.phone is not None)
        set_kind(self.name, "page" if self._is_main and receiver is not None else "title")
        if receiver is None:
            self.name.setText(headline(found.answer, found.state, texts))
            if not changed:
                self._say_none(found)
        else:
            self._show_receiver(found, receiver, texts)
        lines = self._lines(found, texts)
        self.nearest_caption.setVisible(bool(lines))
        self.nearest.show_lines(self.tr("Nearest alternatives"), lines)

    def _say_none(self, found: Found) -> None:
        """Unknown is not the same as nobody."""
        if is_unknown(found.answer):
            self.sign.say(self.tr("Cannot be told"), FindingSign.INFO)
        else:
            self.sign.say(self.tr("No receiver"), FindingSign.WARNING)

    def leave_out(self, other: Found) -> None:
        """The way to a unit, and what comes nearest, are offered once only."""
        if self.found is None:
            return
        mine, theirs = self.found.answer, other.answer
        here, there = (one.receiver.unit if one.receiver is not None else None for one in (mine, theirs))
        self.show_unit.setVisible(here is not None and here != there)
        if mine.reason is theirs.reason:
            self.nearest_caption.hide()
            self.nearest.hide()

    def _show_receiver(self, found: Found, receiver: Receiver, texts: Texts) -> None:
        state = found.state
        self.name.setText(state.units[receiver.unit].name)
        self.path.setText(BETWEEN.join(state.path(receiver.unit)[:-1]))
        own = self.tr("the unit's own")
        giver = self.tr("inherited from {giver}").format(giver=state.units[receiver.giver].name)
        self.giver.setText(giver if receiver.is_inherited else own)
        self.number.show_number(receiver, f"{receiver.gln}, {self.giver.text()}", "page" if self._is_main else "title")
        self.message.setText(self._message(found, receiver, texts))
        self.phone.setText(self.tr("Telephone {phone}").format(phone=receiver.phone))

    def _message(self, found: Found, receiver: Receiver, texts: Texts) -> str:
        known = found.directory.codes.message_type(receiver.type, receiver.version)
        name = f" · {known.name(texts.language)}" if known is not None else ""
        return f"{receiver.type} ({receiver.version}){name}"

    def _lines(self, found: Found, texts: Texts) -> Sequence[UnitLine]:
        def line(one: Alternative) -> UnitLine:
            path = BETWEEN.join(found.state.path(one.unit)[:-1])
            return UnitLine(one.unit, alternative_line(one, found.state, texts), path)

        return [line(one) for one in found.answer.alternatives]

    def _lay_out(self) -> None:
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        holder = QWidget()
        self._acts = FlowLayout(holder)
        self._acts.setContentsMargins(0, 0, 0, 0)
        self._acts.addWidget(self.copy)
        self._acts.addWidget(self.show_unit)
        for one in (self.caption, self.sign, self.name, self.path, self.number, self.giver, self.message):
            column.addWidget(one)
        for below in (self.phone, holder, self.nearest_caption, self.nearest):
            column.addWidget(below)
        column.addStretch(1)

    def _copy(self) -> None:
        if self.found is not None and self.found.answer.receiver is not None:
            self.copy_wanted.emit(self.found.answer.receiver.gln)

    def _show_unit(self) -> None:
        if self.found is not None and self.found.answer.receiver is not None:
            self.unit_wanted.emit(self.found.answer.receiver.unit)
