"""What a request holds and its form or the Standard does not have."""

from __future__ import annotations

from msgspec.structs import replace

from model.edits.links import link
from model.request.linked_figure import LinkedFigure
from model.request.part import UnknownField
from model.request.request import Request
from model.request.source_question import SourceQuestion
from tests.samples import one_line, sample, set_values


def asked_of(request: Request, *places: str) -> Request:
    """The request with a question of its source at each of the places."""
    questions = (
        SourceQuestion(
            f"asked-{number}",
            where,
            "内訳!C4",
            "単位の書かれていない列を千円と読みました。",
            "千円",
            ("円", "百万円"),
            "合計が要求額と合う。",
        )
        for number, where in enumerate(places)
    )
    return replace(request, source_questions=tuple(questions))


def linked_to_amount(request: Request, words: str) -> Request:
    """The request with a text that is linked to the amount of its line."""
    where = f"section/{request.sections[0].id}/text"
    said = set_values(request, [(where, f"総額{words}。")])
    return link(said, LinkedFigure("linked", where, 2, words, "line/only/amount"))


BROKEN: dict[str, Request] = {
    "other-standard": replace(one_line(), standard="島根県"),
    "unknown-column": set_values(sample(), [("funding/request/tobacco", 5_000)]),
    "hidden-row": set_values(sample(), [("funding/revived/other", 100), ("funding/revived/bonds", 50)]),
    "source-question": asked_of(one_line(), "line/only/amount"),
    "unknown-word": set_values(one_line(), [("line/only/mark", "priority")]),
    "linked-figure": linked_to_amount(one_line(), "1,200千円"),
    "unknown-field": replace(one_line(), unknown=(UnknownField("only", "", "colour", '"青"'),)),
}
SOUND: dict[str, Request] = {
    "other-standard": replace(one_line(), standard="鳥取県"),
    "unknown-column": set_values(sample(), [("funding/request/bonds", 5_000)]),
    "hidden-row": set_values(
        replace(sample(), header=replace(sample().header, stage="一般事業調整")),
        [("funding/request/other", None), ("funding/revived/other", 100), ("funding/revived/bonds", 50)],
    ),
    "source-question": one_line(),
    "unknown-word": set_values(one_line(previous=None), [("line/only/mark", "new")]),
    "linked-figure": linked_to_amount(one_line(), "1,000千円"),
    "unknown-field": replace(one_line(), unknown=(UnknownField("gone", "", "colour", '"青"'),)),
}
