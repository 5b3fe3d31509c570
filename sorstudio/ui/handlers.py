"""What each act of the table calls."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from sorstudio.ui.actions import Handlers
from sorstudio.ui.picture.detail import Detail
from sorstudio.ui.translate import Language, tr

if TYPE_CHECKING:
    from sorstudio.ui.editor import Editor
    from sorstudio.ui.main_window import MainWindow
    from sorstudio.ui.workspace import Workspace


def handlers(window: MainWindow) -> Handlers:
    """By the names of the table; those that need a plan do nothing without one."""

    def on_plan(act: Callable[[Workspace], object]) -> Callable[[], None]:
        def call() -> None:
            if window.workspace is not None:
                act(window.workspace)

        return call

    def show_changes(work: Workspace) -> None:
        work.show_changes(window.acts.by_name["show_changes"].isChecked())

    acts: Handlers = {
        "show_changes": on_plan(show_changes),
        "help": window.show_help,
        "tour": lambda: _show_around(window),
    }
    return {**_of_files(window), **_of_plan(on_plan), **_of_look(window), **acts}


def _of_files(window: MainWindow) -> Handlers:
    files = window.files
    return {
        "new_plan": files.new_plan,
        "open_plan": files.open_plan,
        "open_example": files.open_example,
        "add_units": files.add_units,
        "ready": files.show_ready,
        "export_request": files.export_request,
        "save_picture": files.save_picture,
        "save_seen": partial(files.save_picture, only_seen=True),
        "print_a4": partial(files.print_picture, "A4"),
        "print_a3": partial(files.print_picture, "A3"),
        "save_copy": files.save_copy,
        "plan_settings": files.plan_settings,
        "rule_book": files.rule_book,
        "close_plan": window.close_plan,
        "quit": lambda: _quit(window),
        "about": lambda: window.tell(_about()),
    }


def _of_plan(on_plan: Callable[[Callable[[Workspace], object]], Callable[[], None]]) -> Handlers:
    acts: dict[str, Callable[[Workspace], object]] = {
        "undo": lambda work: work.editor.undo(),
        "redo": lambda work: work.editor.redo(),
        "search": lambda work: work.focus_search(),
        "filter": lambda work: work.focus_filter(),
        "new_unit": lambda work: work.questions.new_unit(),
        "rename": lambda work: work.rename(),
        "use_name": lambda work: _use_names(work.editor),
        "move": lambda work: work.questions.move_units(),
        "set_type": lambda work: work.questions.set_type(),
        "order_number": lambda work: work.questions.order_number(),
        "note": lambda work: work.questions.add_note(),
        "close_unit": lambda work: work.questions.close_units(),
        "replace": lambda work: work.questions.restructuring.replace(),
        "split": lambda work: work.questions.restructuring.split(),
        "merge": lambda work: work.questions.restructuring.merge(),
        "reopen": lambda work: work.questions.reopen(),
        **_of_branches(),
        **{f"guide_{name}": partial(_guide, name) for name in ("merge", "split", "move", "close", "number")},
        "near": lambda work: work.canvas.zoom_to(Detail.NEAR),
        "names": lambda work: work.canvas.zoom_to(Detail.NAMES),
        "far": lambda work: work.canvas.zoom_to(Detail.FAR),
        "fit": lambda work: work.canvas.fit(),
        "picture_alone": lambda work: work.picture_alone(),
        "neighbourhood": lambda work: work.picture.show_nearby(),
        "picture_list": lambda work: work.picture.toggle_list(),
        "open_all": lambda work: work.outline.view.outline.open_all(),
        "close_all": lambda work: work.outline.view.outline.close_all(),
        "closed_shown": lambda work: work.toggle_closed(),
        "offers": lambda work: work.toggle_offers(),
        "ask_sender": lambda work: work.receiving.show_pane(work.receiving.asker),
        "ask_large": lambda work: work.receiving.ask_alone(),
        "coverage": lambda work: work.receiving.show_pane(work.receiving.coverage),
        "referral_table": lambda work: work.receiving.show_pane(work.receiving.table),
        "message_guide": lambda work: work.receiving.show_pane(work.receiving.guide),
        "plays": lambda work: work.receiving.show_pane(work.receiving.plays),
        "ask_unit": lambda work: work.receiving.ask_about(work.editor.selection[:1]),
        "next_pane": lambda work: work.next_pane(),
        "next_finding": lambda work: work.show_in_strip(work.findings).next_finding(),
        "previous_finding": lambda work: work.show_in_strip(work.findings).next_finding(-1),
        "repair": lambda work: work.findings.doing.repair_current(),
        "requests": lambda work: work.show_in_strip(work.requests),
        "confirm_file": lambda work: work.show_in_strip(work.requests).choose_file(),
        "repair_safely": lambda work: work.show_in_strip(work.findings).doing.repair_safely(),
    }
    return {name: on_plan(act) for name, act in acts.items()}


def _of_branches() -> dict[str, Callable[[Workspace], object]]:
    return {
        "back": lambda work: work.outline.visits.back(),
        "forward": lambda work: work.outline.visits.forward(),
        "columns": lambda work: work.outline.choose_columns(),
        "new_sibling": lambda work: work.outline.view.begin_sibling(),
        "indent": lambda work: work.outline.branches.indent(),
        "outdent": lambda work: work.outline.branches.outdent(),
        "move_up": lambda work: work.outline.branches.up(),
        "move_down": lambda work: work.outline.branches.down(),
        "cut": lambda work: work.outline.branches.cut(),
        "copy": lambda work: work.outline.branches.copy(),
        "paste": lambda work: work.outline.branches.paste(),
    }


def _of_look(window: MainWindow) -> Handlers:
    appearance = window.appearance
    modes = {f"mode_{mode}": partial(appearance.set_mode, mode) for mode in ("system", "light", "dark", "contrast")}
    return {
        **modes,
        "text_larger": partial(appearance.enlarge, 1),
        "text_smaller": partial(appearance.enlarge, -1),
        "text_normal": partial(appearance.enlarge, 0),
        "less_motion": appearance.toggle_motion,
        **{f"language_{one}": partial(appearance.speak, one) for one in Language},
    }


def _guide(name: str, work: Workspace) -> None:
    work.outline.guide.begin(name)


def _show_around(window: MainWindow) -> None:
    from sorstudio.ui.tour.begin import show_around

    show_around(window)


def _use_names(editor: Editor) -> None:
    # Only here: the start page has no use for the rules on names.
    from sorstudio.ui.inspector.name_hint import use_names

    editor.do(partial(use_names, keys=editor.selection))


def _quit(window: MainWindow) -> None:
    window.close()


def _about() -> str:
    # Read only here: the library that knows it takes a tenth of the time to the first paint.
    from importlib.metadata import PackageNotFoundError, version

    try:
        number = version("sorstudio")
    except PackageNotFoundError:
        number = ""
    return tr("SOR Studio {version}. Licence MPL-2.0. Nothing is sent from this program.").format(version=number)
