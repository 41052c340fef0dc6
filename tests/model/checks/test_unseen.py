"""Characters that nobody sees, and sentences that are too long to be held against the tables."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from model.checks import Finding
from model.edits.fields import set_value
from model.edits.repair import repaired
from model.request.multi_year import Commitment
from model.request.request import Request
from model.values.unseen_characters import without_unseen
from tests.samples import one_line, snapshot

UNSEEN = ["\x00", "\x1b", "\x07", "\x7f", "\x9b", "\u202e", "\u2066", "\u200b", "\ufeff", "\u200f", "\u00ad"]


def said(request: Request, rule: str = "unseen") -> list[Finding]:
    """The findings of a rule."""
    return [finding for finding in snapshot(request).findings.all if finding.rule == rule]


@pytest.mark.parametrize("character", UNSEEN, ids=lambda character: f"U+{ord(character):04X}")
@pytest.mark.parametrize(
    "where",
    [
        *("header/name", "header/stage", "contact/phone", "funding_words", "assessment/comment"),
        *("section/costs/text", "section/costs/heading", "group/table/title", "group/table/note"),
        *("line/only/text", "line/only/remark", "line/only/object_class", "commitment/c/period"),
    ],
)
def test_unseen_characters_are_told_and_removed(where: str, character: str) -> None:
    """In any text of a request a character nobody sees is one finding, whose repair leaves the text that is seen."""
    request = replace(one_line(), commitments=(Commitment("c", "only"),))
    request = set_value(request, where, f"委託{character}料{character}")
    (finding,) = said(request)
    assert (finding.place, finding.severity) == (where, "warning")
    assert f"U+{ord(character):04X}" in finding.message
    assert character not in finding.message
    assert finding.fix is not None
    after = repaired(request, finding.fix)
    assert said(after) == []
    assert after == set_value(request, where, "委託料")


def test_marks_of_the_character_before_stay() -> None:
    """The selectors of kanji, the joiner of emoji, line breaks and tabs belong to a text."""
    text = "葛\U000e0100城\n\U0001f468\u200d\U0001f33e\tタブ\u3000\u00a0"
    assert without_unseen(text) == text
    assert said(set_value(one_line(), "section/costs/text", text)) == []


def test_long_sentence_is_not_read_in_silence() -> None:
    """A sentence of more than 1,000 characters is not held against the tables, and a finding says where it is."""
    text = "委託料\n" + "端末を更新する、" * 200
    (finding,) = said(set_value(one_line(), "section/costs/text", text), "long-sentence")
    assert "の2行目" in finding.message
    assert said(set_value(one_line(), "section/costs/text", text.replace("、", "。")), "long-sentence") == []
