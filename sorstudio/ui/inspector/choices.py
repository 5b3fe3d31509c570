"""Long lists that are searched: the choices, the list that pops up, and the field that opens it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QLineEdit,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from sorstudio.model.naming import fold
from sorstudio.ui.icons import draw_icon
from sorstudio.ui.paint import RIGHT, Ink, box, smooth, text
from sorstudio.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
TOP = QModelIndex()
MOST_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Choice:
    """One entry: its code, how it is called, what stands beside it, and other words it is found by."""

    code: str
    title: str
    detail: str = ""
    also: str = ""

    def words(self) -> str:
        """Everything it can be found by."""
        return fold(f"{self.title} {self.detail} {self.also} {self.code}")


class ChoiceModel(QAbstractListModel):
    """The choices that hold every word typed; those that begin with it stand first."""

    def __init__(self, choices: Sequence[Choice], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all = [(one.words(), one) for one in choices]
        self.shown = list(choices)

    def search(self, typed: str) -> None:
        """Narrow the list."""
        wanted = fold(typed)
        fitting = [one for words, one in self._all if all(word in words for word in wanted.split())]
        self.beginResetModel()
        self.shown = sorted(fitting, key=lambda one: not fold(one.title).startswith(wanted)) if wanted else fitting
        self.endResetModel()

    def rowCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else len(self.shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | Choice | None:
        if not index.isValid():
            return None
        choice = self.shown[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return choice
        if role == Qt.ItemDataRole.ToolTipRole:
            return " · ".join(filter(None, (choice.title, choice.detail, choice.also)))
        return choice.title if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) else None


class _RowDelegate(QStyledItemDelegate):
    """Title at the left, the detail in grey at the right."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._theme.px(120), self._theme.size("row"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        choice = index.data(Qt.ItemDataRole.UserRole)
        theme, area = self._theme, QRectF(option.rect)
        painter.save()
        smooth(painter)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, theme.color("select"))
        inner = area.adjusted(theme.size("s"), 0, -theme.size("s"), 0)
        beside = min(theme.width(choice.detail, "caption") + theme.size("s"), inner.width() * 0.55)
        text(painter, theme, inner.adjusted(0, 0, -beside, 0), choice.title, Ink("small"))
        right = QRectF(inner.right() - beside, inner.top(), beside, inner.height())
        text(painter, theme, right, choice.detail, Ink("caption", color="muted", align=RIGHT))
        painter.restore()


class ChoicePopup(QFrame):
    """A search field above a list: type, move with the arrows, take with Enter, leave with Escape."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, choices: Sequence[Choice], prompt: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("pane")
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.model = ChoiceModel(choices, self)
        self.field, self.list = QLineEdit(self), QListView(self)
        self.field.setPlaceholderText(prompt)
        self.field.setAccessibleName(prompt)
        self.list.setModel(self.model)
        self.list.setAccessibleName(prompt)
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setItemDelegate(_RowDelegate(theme, self.list))
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.size("s")] * 4)
        column.addWidget(self.field)
        column.addWidget(self.list)
        rows = min(MOST_SHOWN, max(3, len(choices)))
        self.list.setFixedHeight(rows * theme.size("row") + 4)
        self.field.textChanged.connect(self._search)
        self.list.clicked.connect(lambda index: self._take(index.row()))
        self.field.installEventFilter(self)
        self._point(0)

    def open_below(self, widget: QWidget, width: int) -> None:
        """Show it under a field, or above where there is no room below."""
        self.resize(max(width, widget.width()), self.sizeHint().height())
        corner = widget.mapToGlobal(QPoint(widget.width() - self.width(), widget.height() + 2))
        room = widget.screen().availableGeometry()
        if corner.y() + self.height() > room.bottom():
            corner.setY(widget.mapToGlobal(QPoint(0, 0)).y() - self.height() - 2)
        self.move(max(room.left(), corner.x()), max(room.top(), corner.y()))
        self.show()
        self.field.setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("raised"))
        box(painter, self._theme, QRectF(self.rect()), line="line_control")
        painter.end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            steps = {
                Qt.Key.Key_Down: 1,
                Qt.Key.Key_Up: -1,
                Qt.Key.Key_PageDown: MOST_SHOWN,
                Qt.Key.Key_PageUp: -MOST_SHOWN,
            }
            if event.key() in steps:
                self._point(self.list.currentIndex().row() + steps[Qt.Key(event.key())])
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take(self.list.currentIndex().row())
                return True
        return super().eventFilter(watched, event)

    def _search(self, typed: str) -> None:
        self.model.search(typed)
        self._point(0)

    def _point(self, row: int) -> None:
        last = self.model.rowCount() - 1
        if last >= 0:
            self.list.setCurrentIndex(self.model.index(max(0, min(row, last)), 0))

    def _take(self, row: int) -> None:
        if 0 <= row < len(self.model.shown):
            code = self.model.shown[row].code
            self.close()
            self.chosen.emit(code)


class PickField(QAbstractButton):
    """Looks like a field, opens a list; its words are what is chosen."""

    picked = Signal(str)

    def __init__(self, theme: Theme, name: str, prompt: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._name, self._prompt = theme, name, prompt
        self._choices: Sequence[Choice] = ()
        self._is_quiet = False
        self.popup: ChoicePopup | None = None
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self.open)

    def offer(self, choices: Sequence[Choice], words: str, *, quiet: bool = False) -> None:
        """What can be chosen, and what stands in the field now; quiet for a value that is no value."""
        self._choices, self._is_quiet = choices, quiet
        self.setText(words)
        self.setToolTip(words)
        self.setAccessibleName(f"{self._name}: {words}" if words else self._name)
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def open(self) -> None:
        """Open the list."""
        self.popup = ChoicePopup(self._theme, self._choices, self._prompt, self)
        self.popup.chosen.connect(self.picked)
        self.popup.open_below(self, self._theme.px(380))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self._theme.size("control"))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, area = self._theme, QRectF(self.rect())
        painter = QPainter(self)
        smooth(painter)
        focused = self.hasFocus()
        line, width = ("accent", theme.size("focus")) if focused else ("line_control", 1)
        fill = "hover" if self.underMouse() and self.isEnabled() else "surface"
        box(painter, theme, area, fill=fill, line=line, width=width, radius=theme.size("control_radius"))
        side = theme.px(14)
        inner = area.adjusted(theme.px(9), 0, -side - theme.px(10), 0)
        quiet = self._is_quiet or not self.isEnabled()
        text(painter, theme, inner, self.text(), Ink("body", color="muted" if quiet else "text"))
        corner = area.center()
        corner.setX(area.right() - side - theme.px(7))
        corner.setY(corner.y() - side / 2)
        draw_icon(painter, theme, "chevron-down", corner, "muted", 14)
        painter.end()
