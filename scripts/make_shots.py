"""Writes docs/img: pictures of the window on the bundled example after its acts. Meant to be looked at."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from make_request import make_plan
from numpy.typing import NDArray
from PySide6.QtGui import QImage, qRgb

from sorstudio.ui.main_window import MainWindow
from sorstudio.ui.requesting.dialog import RequestDialog
from sorstudio.ui.shots import save_picture, settle, shown_window
from sorstudio.ui.workspace import Workspace

TARGET = Path(__file__).parents[1] / "docs" / "img"
CHOSEN = "Sundhedscenter Eksempelby"
CHANGES = 1
COLOURS = 256


def choose(work: Workspace) -> None:
    """The unit that the pictures show, with the changes of the plan below."""
    state = work.editor.plan.state()
    key = next(key for key, unit in state.units.items() if unit.name == CHOSEN)
    work.outline.view.outline.reveal(key)
    work.editor.select((key,))
    work.strip.show_pane(CHANGES)
    settle()
    work.canvas.fit()


def main_picture(window: MainWindow, path: Path) -> None:
    """Outline, picture, inspector and the changes."""
    if window.workspace is not None:
        choose(window.workspace)
    save_picture(window, path)


def offers_picture(window: MainWindow, path: Path) -> None:
    """The offers board below."""
    if window.workspace is not None:
        choose(window.workspace)
        window.workspace.toggle_offers()
    save_picture(window, path)


def request_picture(window: MainWindow, path: Path) -> None:
    """The preview of the three envelopes."""
    if window.workspace is not None:
        dialog = RequestDialog(window.workspace.editor, window.look.theme, Path("sor-anmodning"), window)
        dialog.show()
        save_picture(dialog, path)
        dialog.close()


Colours = NDArray[np.float64]
Shot = Callable[[MainWindow, Path], None]
SHOTS: dict[str, tuple[Shot, str, str]] = {
    "main-light": (main_picture, "light", "da"),
    "main-dark": (main_picture, "dark", "da"),
    "main-english": (main_picture, "light", "en"),
    "offers": (offers_picture, "light", "da"),
    "request": (request_picture, "light", "da"),
}


def write(folder: Path) -> Iterator[Path]:
    """Every picture, one after the other."""
    folder.mkdir(parents=True, exist_ok=True)
    with shown_window(None, size=(1280, 800)) as window:
        yield _kept(folder / "start.png", window, save_picture)
    for name, (draw, theme, language) in SHOTS.items():
        with shown_window(make_plan(), theme=theme, language=language, size=(1600, 1000)) as window:
            yield _kept(folder / f"{name}.png", window, draw)


def _kept(path: Path, window: MainWindow, draw: Shot) -> Path:
    """Drawn, then kept in few colours, which a window of plain surfaces does not show."""
    draw(window, path)
    fewer_colours(QImage(str(path))).save(str(path), quality=0)
    return path


def fewer_colours(image: QImage) -> QImage:
    """The same picture in few colours, each other one as the nearest of them."""
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    size = (image.height(), image.width(), 4)
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(size)[..., :3].reshape(-1, 3)
    codes = (pixels >> 2).astype(np.uint32) @ np.array([1, 1 << 6, 1 << 12], np.uint32)
    _, places, which, counts = np.unique(codes, return_index=True, return_inverse=True, return_counts=True)
    palette, nearest = chosen_colours(pixels[places].astype(np.float64), counts)
    indexes = nearest[which.reshape(-1)].reshape(size[:2])
    made = QImage(indexes.tobytes(), size[1], size[0], size[1], QImage.Format.Format_Indexed8).copy()
    made.setColorTable([qRgb(int(red), int(green), int(blue)) for blue, green, red in palette])
    return made


def chosen_colours(found: Colours, counts: NDArray[np.int64]) -> tuple[Colours, NDArray[np.uint8]]:
    """The most frequent colour, then always the one that is missed most; and which of them stands for each."""
    chosen = [int(counts.argmax())]
    missed = ((found - found[chosen[0]]) ** 2).sum(axis=1)
    nearest = np.zeros(len(found), np.uint8)
    while len(chosen) < min(COLOURS, len(found)):
        chosen.append(int((missed * np.sqrt(counts)).argmax()))
        distance = ((found - found[chosen[-1]]) ** 2).sum(axis=1)
        nearest[distance < missed] = len(chosen) - 1
        missed = np.minimum(missed, distance)
    return found[chosen], nearest


def main() -> None:
    """Write the pictures, and say which."""
    for path in write(TARGET):
        sys.stdout.write(f"{path} {path.stat().st_size // 1000} kB\n")


if __name__ == "__main__":
    main()
