from sorstudio.rules.kept import Kept


def test_a_question_is_worked_out_once_for_each_unit() -> None:
    kept, asked = Kept(), []
    for unit in ("a", "b", "a"):
        kept.of("areas", unit, lambda unit=unit: asked.append(unit))  # type: ignore[misc]
    assert asked == ["a", "b"]


def test_what_is_forgotten_is_asked_again() -> None:
    kept = Kept()
    assert kept.of("giver", "a", lambda: 1) == 1
    kept.forget({"a", "nobody"})
    assert kept.of("giver", "a", lambda: 2) == 2


def test_nothing_is_an_answer_too() -> None:
    kept = Kept()
    assert kept.of("giver", "a", lambda: None) is None
    assert kept.of("giver", "a", lambda: "later") is None
