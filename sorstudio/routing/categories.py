"""A CareCommunication by its category: the receiver among the areas that letters of the category belong to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sorstudio.model.codes import Category
from sorstudio.model.errors import Unusable
from sorstudio.model.naming import fold
from sorstudio.model.texts import Clause
from sorstudio.routing.answer import Answer, Reason
from sorstudio.routing.directory import Directory
from sorstudio.routing.question import Question, Sender
from sorstudio.routing.route import route


def known_category(directory: Directory, text: str) -> Category:
    """A category by code or name, or by a topic word that the municipality has agreed on; Unusable for any other."""
    found = directory.codes.category(text)
    if found is None:
        topics = {fold(one.topic): one.category for one in directory.state.agreements() if one.topic and one.category}
        found = directory.codes.category(topics.get(fold(text)) or "")
    if found is None:
        known = ", ".join(one.code for one in directory.codes.categories)
        raise Unusable("routing.unknown_category", category=text, known=known)
    return found


def route_category(
    directory: Directory, category: Category, sender: Sender | None = None, day: date | None = None
) -> Answer:
    """The first area of the category that has a receiver; the reason of the nearest area where none has."""
    message = directory.book.correspondence[0]
    said = Clause("routing.step.category", {"category": category})
    answers = [route(directory, Question(area=one, message=message, sender=sender, day=day)) for one in category.areas]
    if not answers:
        nowhere = Clause("routing.step.category_nowhere", {"category": category})
        return Answer(
            Question(message=message, sender=sender, day=day), None, Reason.NO_UNIT, (nowhere,), types=(message,)
        )
    found = next((one for one in answers if one.receiver is not None), answers[0])
    return replace(found, steps=(said, *found.steps))
