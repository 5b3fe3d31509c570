"""The change request before it is written."""

from collections import defaultdict
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sorstudio.model.edits import numbers, units
from sorstudio.model.edits.settings import set_setting, setting
from sorstudio.model.plan import Plan
from sorstudio.rules.accepting import accept
from sorstudio.rules.chosen import chosen
from sorstudio.rules.finding import Finding, Severity
from sorstudio.rules.standing import Standing
from sorstudio.ui.editor import Editor
from sorstudio.ui.requesting.dialog import RequestDialog
from sorstudio.ui.theme import Theme
from sorstudio.ui.translate import Language, Tongue, texts_in
from tests.model.outline import key


@pytest.fixture
def busy(editor: Editor) -> Editor:
    editor.do(lambda plan: units.rename(plan, key(plan, "Åkanden"), "Åen"))
    editor.do(lambda plan: numbers.order_location_number(plan, key(plan, "Solgården")))
    return editor


def shown(editor: Editor, theme: Theme, folder: Path, qtbot: QtBot) -> RequestDialog:
    dialog = RequestDialog(editor, theme, folder)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_each_receiver_has_a_tab_with_its_count(
    busy: Editor, theme: Theme, tongue: Tongue, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = shown(busy, theme, tmp_path, qtbot)
    titles = [dialog.tabs.tabText(place) for place in range(3)]
    assert titles == ["Egne rettelser i SOR · 1", "Sundhedsdatastyrelsen · 1", "MedCom · 0"]


def test_what_to_know_beforehand_is_told(
    busy: Editor, theme: Theme, tongue: Tongue, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = shown(busy, theme, tmp_path, qtbot)
    assert {"responsible_name", "responsible_email", "system"} <= {one.code for one in dialog.missing.found}


def test_saved_is_said_only_when_the_files_are_there(
    busy: Editor, theme: Theme, tongue: Tongue, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = shown(busy, theme, tmp_path, qtbot)
    with qtbot.waitSignal(dialog.written):
        result = dialog.save()
    assert result is not None
    assert all(path.is_file() for path in result.files)
    assert dialog.outcome.text().startswith("Anmodningen er gemt")
    assert dialog.open_button.isVisible()


def test_a_folder_that_cannot_be_is_told(
    busy: Editor, theme: Theme, tongue: Tongue, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "fil").write_text("")
    dialog = shown(busy, theme, tmp_path, qtbot)
    dialog.folder.set_text(str(tmp_path / "fil" / "under"))
    assert dialog.save() is None
    assert not dialog.outcome.text().startswith("Anmodningen er gemt")
    assert dialog.outcome.text()


def test_medcoms_address_is_asked_for_where_it_is_needed(
    editor: Editor, theme: Theme, tongue: Tongue, tmp_path: Path, qtbot: QtBot
) -> None:
    from sorstudio.model.edits import messages

    both = messages.directions_of("both")
    editor.do(lambda plan: messages.add_message_type(plan, key(plan, "Tandplejen"), "FDIS91", None, both))
    dialog = shown(editor, theme, tmp_path, qtbot)
    dialog.missing.fields["mail_medcom"].setText("ikke en adresse")
    dialog.missing.use("mail_medcom")
    assert "e-mailadresse" in dialog.outcome.text()
    dialog.missing.fields["mail_medcom"].setText("post@eksempel.dk")
    dialog.missing.use("mail_medcom")
    assert setting(editor.plan, "mail_medcom") == "post@eksempel.dk"
    assert "mail_medcom" not in dialog.missing.fields


def test_without_changes_there_is_nothing_to_save(
    editor: Editor, theme: Theme, tongue: Tongue, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = shown(editor, theme, tmp_path, qtbot)
    assert not dialog.save_button.isEnabled()
    assert dialog.outcome.text()


def test_after_saving_it_can_be_marked_as_sent_in_one_step(
    busy: Editor, theme: Theme, tongue: Tongue, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = shown(busy, theme, tmp_path, qtbot)
    assert not dialog.sent_button.isVisible()
    dialog.save()
    qtbot.mouseClick(dialog.sent_button, Qt.MouseButton.LeftButton)
    assert [one.addressee for one in busy.plan.state().requests()] == ["municipality", "sds"]
    assert dialog.outcome.text() == "Noteret som sendt. Svarene følges under Anmodninger."
    assert not dialog.sent_button.isVisible()
    busy.undo()
    assert busy.plan.state().requests() == ()


def test_where_it_is_not_ready_the_reds_are_named_and_asked_about_once(
    busy: Editor, theme: Theme, tongue: Tongue, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = shown(busy, theme, tmp_path, qtbot)
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    folder = Path(dialog.folder.text())
    assert not folder.exists()
    asked = dialog.outcome.text()
    assert asked.startswith("Ikke klar endnu:")
    assert "• Afsenderen mangler: " in asked
    assert asked.endswith("Vil du gemme anmodningen alligevel?")
    assert dialog.save_button.text() == "Gem alligevel"
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert any(folder.iterdir())
    assert dialog.outcome.text().startswith("Anmodningen er gemt")
    assert dialog.save_button.text() == "Gem"


def test_where_nothing_is_red_it_is_saved_at_once(
    small: Plan, theme: Theme, tongue: Tongue, tmp_path: Path, qtbot: QtBot
) -> None:
    editor = Editor(small, texts_in(Language.DANISH))
    editor.do(lambda plan: units.rename(plan, key(plan, "Åkanden"), "Åen"))
    for name, value in (("responsible_name", "Ida Prøve"), ("responsible_email", "ida@eksempel.dk")):
        editor.do(partial(set_setting, name=name, value=value))
    _accept_all_errors(editor)
    dialog = shown(editor, theme, tmp_path, qtbot)
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert dialog.outcome.text().startswith("Anmodningen er gemt")


def _accept_all_errors(editor: Editor) -> None:
    found = Standing(editor.plan, chosen(editor.plan).book).findings()
    groups: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for one in found:
        if one.severity is Severity.ERROR:
            groups[one.code, one.unit].append(one)
    for group in groups.values():
        editor.do(partial(accept, findings=group, reason="Det er rigtigt"))
