"""What is asked of the plan and of today's register, and that it is made ready once a state."""

from datetime import date
from functools import partial

from sorstudio.model.edits import units
from sorstudio.routing.answer import Reason
from sorstudio.routing.question import Question, Sender
from sorstudio.ui.editor import Editor
from sorstudio.ui.routes.asking import Asking
from tests.model.outline import key
from tests.routing.asking import take_off, town

PLAN = Question(area="traening", sender=Sender.HOSPITAL)


def test_the_plan_answers_beside_the_register_of_today() -> None:
    work = town()
    take_off(work, "Genoptræningen", "GGOP")
    asking = Asking(work)
    assert asking.planned(PLAN).answer.reason is Reason.NUMBER_LACKS_TYPE
    receiver = asking.today(PLAN).answer.receiver
    assert receiver is not None
    assert receiver.unit == key(work, "Genoptræningen")


def test_a_directory_is_built_once_for_a_state_and_anew_after_an_act(editor: Editor) -> None:
    asking = Asking(editor.plan)
    first = asking.planned(PLAN).directory
    today = asking.today(PLAN).directory
    assert asking.planned(PLAN).directory is first
    editor.do(partial(units.rename, unit=key(editor.plan, "Rygestop"), name="Rygestop Nord"))
    assert asking.planned(PLAN).directory is not first
    assert asking.today(PLAN).directory is today


def test_a_day_has_a_directory_of_its_own(editor: Editor) -> None:
    asking = Asking(editor.plan)
    found = asking.planned(Question(area="traening", day=date(2027, 3, 1)))
    assert found.directory.day == date(2027, 3, 1)
    assert found.state is editor.plan.state(date(2027, 3, 1))
