"""The promise of an answer."""

import pytest

from sorstudio.routing.answer import Answer, Reason, Receiver
from sorstudio.routing.question import Question

HERE = Receiver("u", "u", "5790000000000", "GGOP", "GGOP100")


def test_a_receiver_or_a_reason() -> None:
    assert Answer(Question(area="a"), HERE).reason is None
    assert Answer(Question(area="a"), None, Reason.NO_UNIT).receiver is None


@pytest.mark.parametrize(("receiver", "reason"), [(None, None), (HERE, Reason.NO_UNIT)])
def test_never_both_and_never_neither(receiver: Receiver | None, reason: Reason | None) -> None:
    with pytest.raises(ValueError, match="either"):
        Answer(Question(area="a"), receiver, reason)


def test_a_number_from_above_is_inherited() -> None:
    assert not HERE.is_inherited
    assert Receiver("u", "v", "5790000000000", "GGOP", "GGOP100").is_inherited
