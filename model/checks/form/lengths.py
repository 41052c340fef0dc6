"""Checks of how long texts may be on a form."""

from __future__ import annotations

from collections.abc import Iterator

from model.checks.case import Case
from model.checks.narrative import narrative
from model.checks.rule import Found, WholeCheck
from model.names.text_limits import length_of, limit_at
from model.request import place


@WholeCheck.rule(
    "text-limit",
    "事業名と本文は、様式の字数までで書く。",
    "様式の設定（文の字数）",
    "warning",
    state="data",
    why="様式の設定に字数があるとき",
)
def texts_are_as_long_as_the_form_has_room(case: Case) -> Iterator[Found]:
    """事業名 and the texts of the narrative have no more characters than the form allows (``limits`` of the Standard)."""
    form = case.totals.form.page
    if not form.limits:
        return
    texts = [
        ("header/name", "事業名", case.request.header.name),
        ("header/subtitle", "事業名の2行目", case.request.header.subtitle),
    ]
    texts += [
        (place.section(section.id, "text"), narrative(section.heading), section.text)
        for section in case.request.sections
    ]
    for where, name, text in texts:
        limit, length = limit_at(case.request, form, where), length_of(text)
        if limit is not None and length > limit:
            yield Found(
                where,
                f"{name}は{length:,}字で、様式の{limit:,}字を{length - limit:,}字こえています。短くしてください。",
            )
