"""Search and replacement over a whole request."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from model.edits.basis import set_basis
from model.edits.fields import set_value, value_at
from model.request import place
from model.request.grounds import Answer
from model.request.request import Request
from model.search.folding import folded
from model.search.replacing import replace_matches, replaced_text, why_not
from model.search.searching import Match, Searched, entries_of
from tests.samples import sample, snapshot, standard

LINE = "line-1-2"


def found(request: Request, wanted: str, *, ignores_width: bool = True) -> list[Match]:
    """What is found in a request."""
    now = snapshot(request)
    entries = entries_of(request, now.totals, standard())
    return Searched(entries, ignores_width=ignores_width).matches(wanted)


def places_of(request: Request, wanted: str, *, ignores_width: bool = True) -> set[str]:
    """Where something is found."""
    return {match.entry.place for match in found(request, wanted, ignores_width=ignores_width)}


@pytest.mark.parametrize(
    ("where", "text"),
    [
        ("header/name", "とちのき事業"),
        ("contact/section", "とちのき課"),
        ("funding_words", "国1/2とちのき"),
        ("section/section-1/text", "一行目\nとちのき"),
        (place.line(LINE, "text"), "とちのき"),
        (place.line(LINE, "remark"), "とちのき"),
        (place.line(LINE, "basis"), "20,845円×11か月（とちのき）"),
        (place.group("group-1", "title"), "とちのき"),
        (place.group("group-1", "note"), "※とちのき"),
        ("assessment/comment", "とちのき"),
    ],
)
def test_every_text_is_searched(where: str, text: str) -> None:
    """Texts, remarks, titles and calculations are found where they stand, with their section."""
    sections = {section.id for section in sample().sections}
    where = where.replace("section-1", min(sections))
    request = set_value(sample(), where, text)
    [match] = found(request, "とちのき")
    assert match.entry.place == where
    assert match.entry.section
    assert match.context[1] == "とちのき"


@pytest.mark.parametrize("wanted", ["6468", "6,468", "６，４６８", "６４６８"])
def test_figures_are_found_with_and_without_commas(wanted: str) -> None:
    """A figure is found however it is typed: with or without commas, in full-width or half-width digits."""
    request = set_value(
        sample(), "section/" + sample().sections[0].id + "/text", "要求額は6468千円、6,468千円です。"
    )
    assert "line/line-1-2/amount" in places_of(set_value(request, place.line(LINE, "amount"), 6_468), wanted)
    assert len([match for match in found(request, wanted) if match.entry.place.startswith("section/")]) == 2


def test_calculated_figures_are_found_but_not_replaced() -> None:
    """要求額 and the sums are found; nothing is typed over them."""
    matches = found(sample(), "124767")
    assert "request/amount" in {match.entry.place for match in matches}
    derived = [match for match in matches if match.entry.kind == "derived"]
    assert all("計算した額" in why_not(match, "1") for match in derived)
    assert replace_matches(sample(), derived, "1") is sample()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("システム", "ｼｽﾃﾑ"), ("ｶﾞｽ料金", "ガス"), ("LGWAN", "ｌｇｗａｎ"), ("ＬＧＷＡＮ", "lgwan"), ("△80千円", "-80"),
        ("平成31年度～令和2年度", "31年度〜令和"), ("１，２００千円", "1200"),
    ],
)  # fmt: skip
def test_width_does_not_matter_unless_wanted(text: str, wanted: str) -> None:
    """Full-width and half-width, capital and small letters are the same; with the option off they are not."""
    request = set_value(Request(), "header/name", text)
    assert places_of(request, wanted) == {"header/name"}
    assert places_of(request, wanted, ignores_width=False) == set()


def test_a_part_of_a_character_is_not_found() -> None:
    """㍻ is 平成 to the search as a whole; half of it cannot be replaced and is not found."""
    request = set_value(Request(), "header/name", "㍻31年度")
    assert places_of(request, "平成") == {"header/name"}
    assert places_of(request, "成31") == set()


def test_a_calculation_of_a_fund_is_replaced_as_one() -> None:
    """The calculation behind a figure of the funds stays a calculation."""
    where = "funding/request/national"
    request = set_basis(sample(), where, "10,000千円×1/2")
    matches = [match for match in found(request, "1/2") if match.entry.place == where]
    changed = replace_matches(request, matches, "55/100")
    assert changed.bases[where] == "10,000千円×55/100"
    assert value_at(changed, where) is None


def test_what_would_be_no_figure_is_refused() -> None:
    """A figure is replaced by a figure; words in its place are refused with the reason."""
    request = set_value(sample(), place.line(LINE, "amount"), 6_468)
    [match] = [match for match in found(request, "468") if match.entry.place == place.line(LINE, "amount")]
    assert replaced_text(match, "500") == "6,500"
    assert value_at(replace_matches(request, [match], "500"), place.line(LINE, "amount")) == 6_500
    assert "額として読めない" in why_not(match, "約")
    assert replace_matches(request, [match], "約") is request


def test_an_answer_is_replaced_and_never_emptied() -> None:
    """The reason of 了解 is text of the request too; it is never left blank."""
    request = replace(sample(), answers=(Answer("rule", "header/name", "言葉", "H30と同じ"),))
    [match] = [match for match in found(request, "H30と同じ") if match.entry.kind == "answer"]
    assert replace_matches(request, [match], "H31と同じ").answers[0].text == "H31と同じ"
    assert "空" in why_not(match, "")
    assert replace_matches(request, [match], "") is request


def test_each_can_be_left_out() -> None:
    """Of several places in one text only those that are wanted change; the others stay."""
    where = "section/" + sample().sections[0].id + "/text"
    request = set_value(sample(), where, "くりは、くりと、くりへ")
    matches = [match for match in found(request, "くり") if match.entry.place == where]
    assert len(matches) == 3
    changed = replace_matches(request, [matches[0], matches[2]], "うめ")
    assert value_at(changed, where) == "うめは、くりと、うめへ"


@given(
    st.text(alphabet="aAａｱアガｶﾞ㍻平成1,１，0△-\n", max_size=30), st.text(alphabet="aAａアガ平1,0-", min_size=1, max_size=4),
    st.text(alphabet="xｘ2\n", max_size=3), st.booleans(),
)  # fmt: skip
def test_what_is_not_found_stays(text: str, wanted: str, words: str, ignores_width: bool) -> None:
    """Replacing changes the found spans and nothing else; each span means what was wanted; nothing is found twice."""
    key = folded(wanted, ignores_width=ignores_width).text
    spans = folded(text, ignores_width=ignores_width).spans(key) if key else []
    assert all(first_end <= second for (_, first_end), (second, _) in pairwise(spans))
    parts, done = [], 0
    for start, end in spans:
        parts.append(text[done:start])
        # with what follows it: a 「△」 is a minus only before a digit
        assert (
            folded(text[start:], ignores_width=ignores_width)
            .text.replace(",", "")
            .startswith(key.replace(",", ""))
        )
        assert end > start
        done = end
    rest = [*parts, text[done:]]
    request = set_value(Request(), "assessment/comment", text)
    matches = found(request, wanted, ignores_width=ignores_width)
    changed = value_at(replace_matches(request, matches, words), "assessment/comment")
    if value_at(request, "assessment/comment") == text and len(matches) == len(spans):
        assert (changed or "") == words.join(rest)


@given(
    st.sampled_from(["H31", "システム", "千円", "1", "(", "、"]), st.sampled_from(["", "令和", "9", "ﾃｽﾄ"])
)
def test_replacing_back_and_forth_keeps_the_rest(wanted: str, words: str) -> None:
    """Whatever is replaced, the rows stay, and what was not found keeps its value."""
    matches = found(sample(), wanted)
    changed = replace_matches(sample(), matches, words)
    touched = {match.entry.place for match in matches}
    before = {entry.place: entry.text for entry in entries_of(sample(), snapshot(sample()).totals, standard())
              if entry.kind in ("text", "figure")}  # fmt: skip
    now = {entry.place: entry.text for entry in entries_of(changed, snapshot(changed).totals, standard())}
    assert {where: now.get(where) for where in before if where not in touched} == {
        where: text for where, text in before.items() if where not in touched
    }
