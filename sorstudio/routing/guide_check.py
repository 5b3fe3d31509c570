"""Whether a message guide holds together: every answer leads somewhere, all is reached, and the codes exist."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sorstudio.model.codes import CodeLists
from sorstudio.model.errors import Unreadable
from sorstudio.routing.guide import CATEGORY, Channel, Choice, Guide, GuideQuestion, Leaf, put_to
from sorstudio.routing.question import Sender

QUESTIONS, ADVICE, CATEGORIES = "questions.toml", "advice.toml", "categories.toml"
NEEDS, NEVER, SOURCES = "needs.toml", "never.toml", "sources.toml"

_Reached = set[tuple[str, str]]


def flaw(file: str, place: str, what: str, **params: object) -> Unreadable:
    """A mistake in a file of the guide; `place` is the entry, or the number of the line."""
    return Unreadable("guide.at" if place else "guide.in", file=file, place=place, what=what, **params)


def check_guide(guide: Guide, codes: CodeLists) -> None:
    """Unreadable with the first mistake that is found."""
    _check_sender(guide)
    _check_targets(guide)
    _check_reach(guide)
    _check_keys(guide)
    _check_codes(guide, codes)


def _check_sender(guide: Guide) -> None:
    if not guide.questions:
        raise flaw(QUESTIONS, "", "guide.no_questions")
    senders = {one.key for one in guide.first.choices}
    if senders != set(Sender):
        raise flaw(QUESTIONS, f"question {guide.first.key}", "guide.senders", known=", ".join(Sender))


def _check_targets(guide: Guide) -> None:
    for question in guide.questions.values():
        for choice in question.choices:
            place = _place(question, choice)
            for name in _missing(choice.ask.values(), guide.questions):
                raise flaw(QUESTIONS, place, "guide.no_such_question", name=name)
            for name in _missing(choice.advise.values(), guide.leaves):
                raise flaw(QUESTIONS, place, "guide.no_such_advice", name=name)
            if not choice.ask and not choice.advise:
                raise flaw(QUESTIONS, place, "guide.leads_nowhere")
            if choice.ask.keys() & choice.advise.keys():
                raise flaw(QUESTIONS, place, "guide.leads_twice")


def _check_reach(guide: Guide) -> None:
    """Every way is walked for every sender; what nobody comes to is a mistake."""
    choices: _Reached = set()
    advised: set[str] = set()
    for sender in Sender:
        _walk(guide, guide.first, sender, (), (choices, advised))
    for question in guide.questions.values():
        if not any(key == question.key for key, _ in choices):
            raise flaw(QUESTIONS, f"question {question.key}", "guide.never_asked")
        for choice in question.choices:
            if (question.key, choice.key) not in choices:
                raise flaw(QUESTIONS, _place(question, choice), "guide.never_offered")
    for name in sorted(guide.leaves.keys() - advised):
        raise flaw(ADVICE, f"advice {name}", "guide.never_advised")


def _walk(
    guide: Guide, question: GuideQuestion, sender: str, behind: tuple[str, ...], reached: tuple[_Reached, set[str]]
) -> None:
    if question.key in behind:
        raise flaw(QUESTIONS, f"question {question.key}", "guide.loop")
    path = (*behind, question.key)
    asked = put_to(question, sender)
    if not asked.choices:
        raise flaw(QUESTIONS, f"question {question.key}", "guide.dead_end", sender=sender)
    for choice in asked.choices:
        reached[0].add((question.key, choice.key))
        if sender in choice.ask:
            _walk(guide, guide.questions[choice.ask[sender]], sender, path, reached)
        else:
            _arrive(guide.leaves[choice.advise[sender]], path, reached[1])


def _arrive(leaf: Leaf, path: tuple[str, ...], advised: set[str]) -> None:
    advised.add(leaf.key)
    if leaf.is_by_category and CATEGORY not in path:
        raise flaw(ADVICE, f"advice {leaf.key}", "guide.no_category")


def _check_keys(guide: Guide) -> None:
    """Needs, never and sources that are named exist, and those that exist are named."""
    kinds: tuple[tuple[str, str, Mapping[str, object]], ...] = (
        ("need", NEEDS, guide.needs),
        ("never", NEVER, guide.never),
        ("source", SOURCES, guide.sources),
    )
    for kind, own_file, known in kinds:
        used: set[str] = set()
        for file, place, names in _uses(guide, kind):
            used.update(names)
            for name in _missing(names, known):
                raise flaw(file, place, "guide.no_such_entry", name=name, file_of=own_file)
        for name in sorted(known.keys() - used):
            raise flaw(own_file, f"{kind} {name}", "guide.never_used")


def _uses(guide: Guide, kind: str) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for leaf in guide.leaves.values():
        names = {"need": leaf.needs, "never": leaf.never, "source": leaf.sources}[kind]
        yield ADVICE, f"advice {leaf.key}", names
    for category in guide.categories.values():
        yield CATEGORIES, f"category {category.key}", category.needs if kind == "need" else ()
    for never in guide.never.values():
        yield NEVER, f"never {never.key}", never.sources if kind == "source" else ()


def _check_codes(guide: Guide, codes: CodeLists) -> None:
    for leaf in guide.leaves.values():
        place = f"advice {leaf.key}"
        types = (*([leaf.message] if leaf.message else []), *leaf.follows, *(one.message for one in leaf.fallback))
        _check_types(codes, ADVICE, place, types)
        _check_areas(codes, ADVICE, place, leaf.areas)
        if leaf.channel is not Channel.PHONE:
            _check_receives(codes, (ADVICE, place), leaf.areas, str(leaf.message))
        if leaf.is_by_category:
            for one in guide.categories.values():
                _check_receives(codes, (CATEGORIES, f"category {one.key}"), one.areas, str(leaf.message))
    for never in guide.never.values():
        _check_types(codes, NEVER, f"never {never.key}", never.messages)
        _check_areas(codes, NEVER, f"never {never.key}", never.areas)


def _check_types(codes: CodeLists, file: str, place: str, types: Iterable[str]) -> None:
    for code in types:
        found = codes.message_type(code)
        if found is None or found.code != code:
            raise flaw(file, place, "guide.no_such_type", name=code)


def _check_areas(codes: CodeLists, file: str, place: str, areas: Iterable[str]) -> None:
    for code in areas:
        if codes.area(code) is None:
            raise flaw(file, place, "guide.no_such_area", name=code)


def _check_receives(codes: CodeLists, at: tuple[str, str], areas: Iterable[str], type_: str) -> None:
    """By areas.csv, so that the guide and the routes say the same."""
    for code in areas:
        _check_areas(codes, *at, (code,))
        area = codes.area(code)
        if area is not None and type_ not in area.receives:
            raise flaw(*at, "guide.not_received", area=code, type=type_)


def _missing(names: Iterable[str], known: Mapping[str, object]) -> Iterator[str]:
    return (name for name in names if name not in known)


def _place(question: GuideQuestion, choice: Choice) -> str:
    return f"question {question.key}, answer {choice.key}"
