"""The window's own words in Danish: English source texts, looked up in the shipped table."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from sorstudio.model.texts import Texts
from sorstudio.resources import read_toml, texts


class Language(StrEnum):
    """The languages that the window speaks."""

    DANISH = "da"
    ENGLISH = "en"


@cache
def danish() -> Mapping[str, str]:
    """Every source text with its Danish words; the tables of the file are only there for its readers."""
    merged: dict[str, str] = {}
    for words in read_toml("i18n/da.toml").values():
        merged.update(words)
    return merged


class TableTranslator(QTranslator):
    """Answers from the table, whatever class of the window asks."""

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        """None, not an empty text, lets the next translator answer."""
        return danish().get(source)

    def isEmpty(self) -> bool:
        return False


class Tongue(QObject):
    """The language now spoken; changing it reaches every widget as Qt's LanguageChange."""

    def __init__(self, app: QCoreApplication, language: Language = Language.DANISH) -> None:
        super().__init__(app)
        self._app = app
        self._own = TableTranslator(self)
        self._qt = QTranslator(self)
        self._qt.load("qtbase_da", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        self.language = Language.ENGLISH
        self.speak(language)

    def speak(self, language: Language) -> None:
        """Change the language of everything that stands on the screen."""
        if language is self.language:
            return
        self.language = language
        if language is Language.DANISH:
            QLocale.setDefault(QLocale(QLocale.Language.Danish, QLocale.Country.Denmark))
            self._app.installTranslator(self._qt)
            self._app.installTranslator(self._own)
        else:
            QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
            self._app.removeTranslator(self._own)
            self._app.removeTranslator(self._qt)

    def texts(self) -> Texts:
        """The sentences of the domain in this language."""
        return texts_in(self.language)


def texts_in(language: Language) -> Texts:
    """The sentences of the domain in one language."""
    return Texts(texts(language), language)


def tr(source: str) -> str:
    """A source text in the language of the window, for what is no QObject."""
    return QCoreApplication.translate("sorstudio", source)
