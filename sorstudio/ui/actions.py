"""Every act of the window in one table: its name, its words, its keys, its icon and the menu it stands in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from sorstudio.ui.icons import icon
from sorstudio.ui.theme import Theme
from sorstudio.ui.translate import tr

Handlers = Mapping[str, Callable[[], None]]


class Needs(Enum):
    """What must be there before an act can be called."""

    NOTHING = auto()
    PLAN = auto()
    WRITING = auto()
    CHOSEN = auto()
    UNIT = auto()
    UNDO = auto()
    REDO = auto()


@dataclass(frozen=True)
class Act:
    """One line of the table; `group` makes it one of several of which one is chosen.

    The keys of a local act belong to the outline alone, because other fields need them themselves.
    """

    name: str
    words: str
    keys: tuple[str, ...] = ()
    needs: Needs = Needs.PLAN
    icon: str = ""
    group: str = ""
    is_local: bool = False


@dataclass(frozen=True)
class Menu:
    """A menu of the menu bar: acts and further menus, None where a line divides them."""

    words: str
    items: tuple[Act | Menu | None, ...]
    name: str = ""


def _choice(group: str, name: str, words: str) -> Act:
    return Act(f"{group}_{name}", words, needs=Needs.NOTHING, group=group)


FILE = Menu(
    "&File",
    (
        Act("new_plan", "New plan from file…", ("Ctrl+N",), Needs.NOTHING, "file-import"),
        Act("open_plan", "Open plan…", ("Ctrl+O",), Needs.NOTHING, "folder-open"),
        Menu("Recent plans", (), "recent"),
        Act("open_example", "Open the exercise municipality", (), Needs.NOTHING, "school"),
        None,
        Act("add_units", "Add units from a list…", ("Ctrl+Shift+N",), Needs.WRITING, "list-tree"),
        Act("ready", "Ready to send?", (), Needs.PLAN, "list-check"),
        Act("export_request", "Change request…", ("Ctrl+E",), Needs.PLAN, "mail-forward"),
        Act("requests", "Requests", ("Ctrl+R",)),
        Act("confirm_file", "Confirm with a new register file…", (), Needs.PLAN, "file-import"),
        Act("save_picture", "Save the picture…", (), Needs.PLAN, "photo"),
        Act("save_seen", "Save what is seen of the picture…"),
        Menu("Picture on several sheets", (Act("print_a4", "A4…"), Act("print_a3", "A3…"))),
        Act("save_copy", "Save a copy…", ("Ctrl+Shift+S",), Needs.PLAN, "device-floppy"),
        None,
        Act("plan_settings", "Plan settings…", ("Ctrl+,",), Needs.PLAN, "adjustments"),
        Act("close_plan", "Close the plan", ("Ctrl+W",), Needs.PLAN),
        Act("quit", "Quit", ("Ctrl+Q",), Needs.NOTHING),
    ),
)
EDIT = Menu(
    "&Edit",
    (
        Act("undo", "Undo", ("Ctrl+Z",), Needs.UNDO, "arrow-back-up"),
        Act("redo", "Redo", ("Ctrl+Y", "Ctrl+Shift+Z"), Needs.REDO, "arrow-forward-up"),
        None,
        Act("cut", "Cut", ("Ctrl+X",), Needs.UNIT, "cut"),
        Act("copy", "Copy", ("Ctrl+C",), Needs.CHOSEN, "copy"),
        Act("paste", "Paste below", ("Ctrl+V",), Needs.UNIT, "clipboard"),
        None,
        Act("back", "Back", ("Alt+Left",), Needs.PLAN, "arrow-left"),
        Act("forward", "Forward", ("Alt+Right",), Needs.PLAN, "arrow-right"),
        Act("search", "Search and do", ("Ctrl+K",), Needs.PLAN, "search"),
        Act("filter", "Filter the units", ("Ctrl+F",), Needs.PLAN, "filter"),
    ),
)
GUIDES = Menu(
    "Guide me…",
    (
        Act("guide_merge", "Join units, step by step…", (), Needs.UNIT, "arrow-merge"),
        Act("guide_split", "Split a unit, step by step…", (), Needs.UNIT, "arrows-split"),
        Act("guide_move", "Move an administration, step by step…", (), Needs.UNIT, "arrow-narrow-right"),
        Act("guide_close", "Close a care home, step by step…", (), Needs.UNIT, "x"),
        Act("guide_number", "Order a location number, step by step…", (), Needs.UNIT, "hash"),
    ),
    "guides",
)
UNIT = Menu(
    "&Unit",
    (
        Act("new_unit", "New unit below…", ("Ctrl+Return", "Ins"), Needs.UNIT, "plus"),
        Act("rename", "Rename", ("F2",), Needs.UNIT, "pencil"),
        Act("use_name", "Use the suggested name", ("Shift+F2",), Needs.UNIT, "sparkles"),
        Act("move", "Move to…", ("Ctrl+M",), Needs.UNIT, "arrow-narrow-right"),
        None,
        Act("new_sibling", "New unit beside", ("Return", "Enter"), Needs.UNIT, is_local=True),
        Act("indent", "Indent", ("Tab",), Needs.UNIT, is_local=True),
        Act("outdent", "Outdent", ("Shift+Tab",), Needs.UNIT, is_local=True),
        Act("move_up", "Move up", ("Alt+Up",), Needs.UNIT, "arrow-narrow-up", is_local=True),
        Act("move_down", "Move down", ("Alt+Down",), Needs.UNIT, is_local=True),
        None,
        Act("set_type", "Set unit type…", ("Ctrl+T",), Needs.UNIT, "tag"),
        Act("order_number", "Order location number…", (), Needs.UNIT, "hash"),
        Act("note", "Note…", (), Needs.UNIT, "note"),
        None,
        Act("replace", "Replace…", (), Needs.UNIT, "replace"),
        Act("split", "Split…", (), Needs.UNIT, "arrows-split"),
        Act("merge", "Merge…", (), Needs.UNIT, "arrow-merge"),
        None,
        Act("ask_unit", "Ask as a sender about the unit", (), Needs.CHOSEN, "mail-forward"),
        GUIDES,
        Act("close_unit", "Close…", ("Del",), Needs.UNIT, "x"),
        Act("reopen", "Do not close after all", (), Needs.UNIT, "refresh"),
    ),
)
LOOK = Menu(
    "Appearance",
    (
        _choice("mode", "system", "As the system"),
        _choice("mode", "light", "Light"),
        _choice("mode", "dark", "Dark"),
        _choice("mode", "contrast", "High contrast"),
        None,
        Act("text_larger", "Larger text", ("Ctrl++", "Ctrl+="), Needs.NOTHING, "zoom-in"),
        Act("text_smaller", "Smaller text", ("Ctrl+-",), Needs.NOTHING, "zoom-out"),
        Act("text_normal", "Normal text", ("Ctrl+0",), Needs.NOTHING),
        None,
        Act("less_motion", "Less motion", (), Needs.NOTHING, group="motion"),
    ),
    "look",
)
TONGUE = Menu("Language", (_choice("language", "da", "Dansk"), _choice("language", "en", "English")), "language")
VIEW = Menu(
    "&View",
    (
        Act("near", "Cards", ("1",)),
        Act("names", "Names", ("2",)),
        Act("far", "Overview", ("3",)),
        Act("fit", "Show everything", ("0",), Needs.PLAN, "focus-centered"),
        Act("picture_alone", "Picture alone", ("F11",), Needs.PLAN, "maximize"),
        Act("neighbourhood", "Neighbourhood of the unit", ("F4",), Needs.CHOSEN, "hierarchy"),
        Act("picture_list", "Picture as numbered list", ("Ctrl+L",), Needs.PLAN, "list-numbers"),
        None,
        Act("open_all", "Open all branches"),
        Act("close_all", "Close all branches"),
        Act("closed_shown", "Show units closed long ago", group="closed"),
        Act("columns", "Choose columns…"),
        Act("show_changes", "Show changes", ("F7",), group="changes"),
        None,
        Act("offers", "Offers", ("Ctrl+B",), Needs.PLAN, "heart-handshake"),
        Act("next_pane", "Next pane", ("F6",)),
        Act("next_finding", "Next finding", ("F8",)),
        Act("previous_finding", "Previous finding", ("Shift+F8",)),
        Act("repair", "Repair the finding", ("Ctrl+.",), Needs.WRITING),
        Act("repair_safely", "Repair all that can be repaired safely…", (), Needs.WRITING),
        Act("rule_book", "Rule book…"),
        None,
        LOOK,
        TONGUE,
    ),
)
RECEIVERS = Menu(
    "&Receivers",
    (
        Act("ask_sender", "Ask as a sender", ("F9",), Needs.PLAN, "mail-forward"),
        Act("ask_large", "Ask as a sender, in full screen", ("Shift+F9",), Needs.PLAN, "maximize"),
        None,
        Act("coverage", "Coverage", ("Ctrl+F9",), Needs.PLAN, "table"),
        Act("referral_table", "Referral table", ("Ctrl+Shift+F9",), Needs.PLAN, "list-check"),
        None,
        Act("message_guide", "Which message?", (), Needs.PLAN, "help-circle"),
        Act("plays", "Plays"),
    ),
    "receivers",
)
HELP = Menu(
    "&Help",
    (
        Act("help", "User guide", ("F1",), Needs.NOTHING, "help-circle"),
        Act("tour", "Show me around", (), Needs.NOTHING, "map"),
        Act("about", "About SOR Studio", (), Needs.NOTHING, "info-circle"),
    ),
)
MENUS = (FILE, EDIT, UNIT, VIEW, RECEIVERS, HELP)
ALONE = frozenset({"closed", "changes", "motion"})
"""Groups of one act, which is on or off."""


def acts_of(menu: Menu) -> list[Act]:
    """Every act of a menu and of the menus in it."""
    found: list[Act] = []
    for item in menu.items:
        found.extend(acts_of(item) if isinstance(item, Menu) else [item] if item is not None else [])
    return found


def all_acts() -> list[Act]:
    """The whole table."""
    return [act for menu in MENUS for act in acts_of(menu)]


class Actions(QObject):
    """The table as Qt's actions, with their menus; words and icons follow language and look."""

    def __init__(self, handlers: Handlers, parent: QObject) -> None:
        super().__init__(parent)
        self.by_name: dict[str, QAction] = {}
        self.menus: dict[str, QMenu] = {}
        self._groups: dict[str, QActionGroup] = {}
        for act in all_acts():
            self.by_name[act.name] = self._action(act, handlers[act.name])

    def fill(self, bar: QMenuBar) -> None:
        """Put the menus into the menu bar."""
        for menu in MENUS:
            self._fill(bar.addMenu(menu.words), menu)

    def unit_menu(self, parent: QMenu) -> None:
        """The acts on units, for a menu at the pointer."""
        self._put(parent, UNIT, passing=True)
        parent.addSeparator()
        parent.addActions([self.by_name[name] for name in ("cut", "copy", "paste")])

    def local(self) -> list[QAction]:
        """The acts whose keys belong to the outline alone."""
        return [self.by_name[act.name] for act in all_acts() if act.is_local]

    def retranslate(self) -> None:
        """The words in the language of the window."""
        for act in all_acts():
            self.by_name[act.name].setText(tr(act.words))
        for words, menu in self.menus.items():
            menu.setTitle(tr(words))

    def set_theme(self, theme: Theme) -> None:
        """The icons in the colours of the look."""
        for act in all_acts():
            if act.icon:
                self.by_name[act.name].setIcon(icon(theme, act.icon))

    def enable(self, there: frozenset[Needs]) -> None:
        """Only the acts can be called whose needs are met."""
        for act in all_acts():
            self.by_name[act.name].setEnabled(act.needs in there)

    def check(self, name: str, is_checked: bool = True) -> None:
        """Show that a choice is the one that holds."""
        self.by_name[name].setChecked(is_checked)

    def _action(self, act: Act, handler: Callable[[], None]) -> QAction:
        action = QAction(self)
        action.setObjectName(act.name)
        action.setShortcuts([QKeySequence(keys) for keys in act.keys])
        if act.is_local:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setMenuRole(_ROLE.get(act.name, QAction.MenuRole.NoRole))
        if act.group:
            action.setCheckable(True)
            if act.group not in ALONE:
                self._groups.setdefault(act.group, QActionGroup(self)).addAction(action)
        action.triggered.connect(lambda _checked=False: handler())
        return action

    def _fill(self, made: QMenu, menu: Menu) -> None:
        self.menus[menu.words] = made
        self._put(made, menu)

    def _put(self, made: QMenu, menu: Menu, *, passing: bool = False) -> None:
        """A menu that passes, such as one at the pointer, is not kept for another language."""
        for item in menu.items:
            if item is None:
                made.addSeparator()
            elif isinstance(item, Menu) and passing:
                self._put(made.addMenu(tr(item.words)), item, passing=True)
            elif isinstance(item, Menu):
                self._fill(made.addMenu(item.words), item)
            else:
                made.addAction(self.by_name[item.name])


_ROLE = {
    "quit": QAction.MenuRole.QuitRole,
    "about": QAction.MenuRole.AboutRole,
}
