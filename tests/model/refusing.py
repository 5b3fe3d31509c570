"""Refusals as a person meets them: the code, and the Danish sentence with the names in it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from sorstudio.model.errors import SorError
from sorstudio.model.texts import Texts
from sorstudio.resources import texts


@contextmanager
def refused(code: str, *words: str) -> Iterator[None]:
    """What is done inside is refused with `code`, in a whole sentence that holds all `words`."""
    with pytest.raises(SorError) as caught:
        yield
    sentence = danish(caught.value)
    assert caught.value.code == code, sentence
    assert sentence[0].isupper() or sentence.startswith(words), sentence
    assert not {"{", "}"} & set(sentence), sentence
    assert [word for word in words if word not in sentence] == [], sentence


def danish(error: SorError) -> str:
    """The sentence that a person reads."""
    known = Texts(texts("da"))
    assert known.has(error.code), error.code
    return known.sentence(error.code, error.params)
