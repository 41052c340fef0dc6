"""The words for places, for the form and the menus."""

from __future__ import annotations

import pytest

from model.edits.fields import value_at
from model.names import fields
from model.names.fields import label_of
from model.request import place
from tests.samples import sample


@pytest.mark.parametrize(
    ("where", "label"),
    [
        ("header/name", "事業名"),
        ("contact/section", "課"),
        ("request/amount", "要求額"),
        ("funding_words", "財源"),
        ("assessment/held", "保留額"),
        ("assessment/comment", "財政課処理欄"),
        (place.line("line-1-1", "amount"), "金額"),
        (place.line("line-1-1", "previous"), "前年度予算額"),
        (place.group("group-1", "amount"), "合計"),
        (place.section("section-1", "text"), "本文"),
        (place.commitment("commitment-1", "period"), "債務負担行為の期間"),
        (place.headcount("request", "regular"), "人役"),
        (place.cost("assessed", "labour"), "人件費(B)"),
        (place.funding("held", "general"), "財源"),
        ("elsewhere/x", "値"),
    ],
)
def test_label(where: str, label: str) -> None:
    """Undo names what it takes back by the words of the sheet."""
    assert label_of(where) == label


def test_fields_are_places_of_the_sheet() -> None:
    """Each field of the form stands for a place that a request has, under a name of its own."""
    listed = [
        *fields.HEADER_FIELDS,
        *fields.CONTACT_FIELDS,
        *fields.REQUEST_FIELDS,
        *fields.COMPONENT_FIELDS,
        *fields.ASSESSMENT_FIELDS,
        fields.COMMENT_FIELD,
    ]
    for field in listed:
        assert label_of(field.place) == field.label
        if not field.place.startswith(("request/", "component/", "assessment/")):
            assert isinstance(value_at(sample(), field.place), str)
    assert len({field.place for field in listed}) == len(listed)
    assert {field.place for field in fields.HEADER_FIELDS} == {
        f"header/{name}" for name in sample().header.__struct_fields__
    }
    assert {field.place for field in fields.CONTACT_FIELDS} == {
        f"contact/{name}" for name in sample().contact.__struct_fields__
    }
    asked = {field.place for field in (*fields.ASSESSMENT_FIELDS, fields.COMMENT_FIELD)}
    assert asked == {f"assessment/{name}" for name in sample().assessment.__struct_fields__}
