"""Writes docs/img: every screen of the program in every look, on the bundled example. Meant to be looked at.

With names behind it, only the pictures whose name holds one of them: `make_shots.py palette outline-dark`.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

os.environ["TZ"] = "Europe/Copenhagen"
time.tzset()

TARGET = Path(__file__).parents[1] / "docs" / "img"
WINDOW, WALL = (1600, 1000), (1920, 1080)
WORKERS = 2


@dataclass(frozen=True)
class Variant:
    """A look, a language and a text size; `ending` goes behind the name of the screen."""

    ending: str = ""
    theme: str = "light"
    language: str = "da"
    scale: float = 1.0
    size: tuple[int, int] = WINDOW


VARIANTS = (
    Variant(),
    Variant("-dark", theme="dark"),
    Variant("-contrast", theme="contrast"),
    Variant("-english", language="en"),
    Variant("-200", scale=2.0, size=WALL),
)
Wanted = tuple[str, Variant]


def wanted(words: Sequence[str]) -> Iterator[Wanted]:
    """Every screen in every variant, or those asked for."""
    from shot_screens import SCREENS

    for name in SCREENS:
        for variant in VARIANTS:
            if not words or any(word in f"{name}{variant.ending}" for word in words):
                yield name, variant


def draw(one: Wanted) -> Path:
    """One picture, in few colours."""
    from few_colours import fewer_colours
    from PySide6.QtGui import QGuiApplication, QImage
    from shot_screens import SCREENS

    from sorstudio.ui.shots import save_picture, shown_window

    name, look = one
    screen = SCREENS[name]
    path = TARGET / f"{name}{look.ending}.png"
    plan = screen.plan() if screen.plan else None
    with shown_window(plan, theme=look.theme, language=look.language, scale=look.scale, size=look.size) as window:
        QGuiApplication.styleHints().setCursorFlashTime(0)
        save_picture(screen.show(window), path)
    fewer_colours(QImage(str(path))).save(str(path), quality=0)
    return path


def write(words: Sequence[str]) -> Iterator[Path]:
    """The pictures, as they come from as many processes as there are cores to count on."""
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={_wall(Path(folder))}"
        with ProcessPoolExecutor(WORKERS, mp_context=get_context("spawn")) as pool:
            yield from pool.map(draw, wanted(words))


def _wall(folder: Path) -> Path:
    """A screen as large as the largest picture: on Qt's own of 800 x 800 lists and dialogs would be cut."""
    width, height = WALL
    screen = {"name": "wall", "x": 0, "y": 0, "width": width, "height": height}
    screen |= {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    path = folder / "screens.json"
    path.write_text(json.dumps({"synchronousWindowSystemEvents": True, "screens": [screen]}), "utf-8")
    return path


def main() -> None:
    """Write the pictures, and say which."""
    total = 0
    for path in write(sys.argv[1:]):
        total += path.stat().st_size
        sys.stdout.write(f"{path.name} {path.stat().st_size // 1000} kB\n")
    sys.stdout.write(f"{total / 1e6:.1f} MB in {TARGET}\n")


if __name__ == "__main__":
    main()
