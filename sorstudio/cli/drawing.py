"""The only place where the command line reaches for the window's room: the picture, the window, a picture of it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sorstudio.model.errors import Unusable
from sorstudio.model.plan import Plan
from sorstudio.model.texts import Texts

if TYPE_CHECKING:
    from sorstudio.requests.paper import Paper


def has_screen() -> bool:
    """Whether a window could be seen here."""
    if os.environ.get("QT_QPA_PLATFORM") in ("offscreen", "minimal"):
        return False
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def draw_picture(plan: Plan, path: Path, texts: Texts) -> None:
    """The whole tree as SVG, PNG or PDF by the file's ending."""
    _draw(plan, path, texts)


def draw_pages(plan: Plan, path: Path, texts: Texts, paper: str) -> int:
    """The whole tree as a PDF of sheets of A3 or A4; says how many they are."""
    with _drawing_library():
        from sorstudio.ui.picture.pages import PAPERS
    if paper.upper() not in PAPERS:
        raise Unusable("cli.render.paper", paper=paper, known=", ".join(sorted(PAPERS)))
    return _draw(plan, path, texts, paper)


def _draw(plan: Plan, path: Path, texts: Texts, paper: str = "") -> int:
    """As one sheet as large as the picture, or on sheets of this paper; says how many sheets."""
    with _drawing_library():
        from sorstudio.ui.editor import Editor
        from sorstudio.ui.feed import picture_data
        from sorstudio.ui.paper.application import ensure_application
        from sorstudio.ui.picture.export import Choice, export_picture
        from sorstudio.ui.picture.pages import print_pages
        from sorstudio.ui.signs import FindingSign
        from sorstudio.ui.theme import Theme
    check_folder(path)
    ensure_application()
    signs = {unit: FindingSign[name] for unit, name in _worst_findings(plan).items()}
    editor, choice = Editor(plan, texts, read_only=True), Choice(language=texts.language)
    try:
        data = picture_data(editor, signs)
        if paper:
            return print_pages(data, path, paper, Theme(), choice)
        export_picture(data, path, Theme(), choice)
    finally:
        editor.close()
    return 1


def _worst_findings(plan: Plan) -> dict[str, str]:
    """The gravest severity found at each unit, by its name."""
    from sorstudio.rules.check import by_weight, check

    return {finding.unit: finding.severity.name for finding in reversed(by_weight(check(plan)))}


def paper_pdf(paper: Paper) -> bytes:
    """A document of blocks as a PDF file in memory."""
    with _drawing_library():
        from sorstudio.ui.paper.drawing import pdf
    return pdf(paper)


def picture_of_window(plan: Plan, path: Path, texts: Texts) -> None:
    """The window on a plan, as it would be seen."""
    if not has_screen():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with _drawing_library():
        from sorstudio.ui.shots import render_window
    render_window(plan, path, language=texts.language)


def open_window(path: Path | None) -> int:
    """The window on a plan or on its start page; answers when it is closed."""
    if not has_screen() and not os.environ.get("QT_QPA_PLATFORM"):
        raise Unusable("cli.no_screen")
    with _drawing_library():
        from sorstudio.ui.app import run
    return run(path)


@contextmanager
def _drawing_library() -> Iterator[None]:
    """A machine may lack the system's drawing libraries; that is said in words."""
    try:
        yield
    except ImportError as error:
        if error.name and error.name.startswith("sorstudio"):
            raise
        raise Unusable("cli.no_drawing", reason=error) from error


def check_folder(path: Path) -> None:
    """Refuse a file in a folder that is not there, and a folder where a file is meant."""
    if path.is_dir():
        raise Unusable("storage.is_a_folder", path=path)
    if not path.absolute().parent.is_dir():
        raise Unusable("cli.no_folder", path=path.absolute().parent)
