"""What is told beside the list."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from sorstudio.rules.finding import Repair
from sorstudio.rules.rulebook import core_rules
from sorstudio.ui.findings.detail import FindingDetail
from sorstudio.ui.theme import Theme
from sorstudio.ui.translate import Language, texts_in

TEXTS = texts_in(Language.DANISH)


def test_it_says_what_and_what_a_sender_experiences_and_offers_the_repair_in_words(theme: Theme, qtbot: QtBot) -> None:
    detail = FindingDetail(theme)
    qtbot.addWidget(detail)
    entry = core_rules().entry("SOR-020")
    assert entry is not None
    detail.show_rule("Nummeret lukker.", "", entry, TEXTS)
    assert detail.words[:2] == ["Nummeret lukker.", entry.explanation("da")]
    made: list[bool] = []
    repair = Repair("rename", {"act": "rename"}, {"unit": "Åkanden", "name": "Åen"})
    detail.offer_repair(repair, TEXTS, lambda: made.append(True))
    detail.show()
    button = detail.findChildren(QPushButton)[0]
    assert "Åkanden" in button.accessibleName()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert made == [True]
    detail.show_nothing()
    assert detail.words == []
