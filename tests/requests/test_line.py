from sorstudio.requests.line import (
    MESSAGE_ACTIONS,
    NOWHERE_ACTIONS,
    NUMBER_ACTIONS,
    Action,
    FieldChange,
    Line,
)


def test_a_line_answers_for_its_fields() -> None:
    line = Line("L1", "u", "U", None, None, Action.RENAME, None, (FieldChange("name", "A", "B"),), "x", {})
    assert (line.before("name"), line.after("name"), line.after("parent")) == ("A", "B", None)


def test_no_action_is_in_two_groups() -> None:
    assert not NUMBER_ACTIONS & MESSAGE_ACTIONS
    assert not NOWHERE_ACTIONS & (NUMBER_ACTIONS | MESSAGE_ACTIONS)
