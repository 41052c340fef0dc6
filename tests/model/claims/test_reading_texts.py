"""Texts and names are read once: what is kept never changes what is found, and a keystroke reads one paragraph."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from model.checks import check
from model.claims import line_sentences, named_amounts
from model.claims.amounts import money_in
from model.claims.headings import heading
from model.claims.kept_lines import KeptLines
from model.claims.line_names import Names, joins, names_in, names_of
from model.claims.typing_errors import slip
from model.edits.fields import set_value
from model.request.request import CostGroup, Line, Request
from model.totals.totals import totals
from tests.model.checks.examples.texts import with_text
from tests.requests import edited, requests
from tests.samples import big, findings, sample, snapshot, standard, with_lines

_WORDS = st.sampled_from(
    ["標準事務費", "集約センター経費", "センター経費", "広報委託料", "旅費", "", "4月〜9月", "1.標準事務費"]
)
_TEXT = "標準事務費は1千円、集約センター経費と広報委託料。システム標準事務費、運営の標準事務費"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("4.統合宛名システム", ("統合宛名システム",)),
        ("(1)一般負担金", ("一般負担金",)),
        ("1住民基本台帳", ("住民基本台帳",)),
        ("【新規】広報委託料", ("広報委託料",)),
        (
            "接続機器リース料・保守料\n(標準事務費)",
            ("接続機器リース料・保守料(標準事務費)", "接続機器リース料・保守料"),
        ),
        ("4月〜9月", ()),
        ("旅費", ()),
        ("ＬＧＷＡＮ負担金", ("LGWAN負担金",)),
    ],
)
def test_names_of_a_line(text: str, names: tuple[str, ...]) -> None:
    """The full words without number and mark; short words and dates name nothing."""
    assert names_of(text) == names


def test_words_that_two_names_share_are_said_once() -> None:
    """統合宛名システム and システム改修経費 are 統合宛名システム改修経費."""
    assert "統合宛名システム改修経費" in joins("統合宛名システム", "システム改修経費")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("標準事務費は", ["標準事務費"]),
        ("枠内標準事務費", []),
        ("標準事務費等", []),
        ("標準事務費及び集約センター経費", ["標準事務費", "集約センター経費"]),
        ("(標準事務費)", ["標準事務費"]),
    ],
)
def test_name_inside_a_longer_word_names_nothing(text: str, named: list[str]) -> None:
    """A name that goes on is that of something else."""
    found = names_in(sample().groups).mentions(text)
    assert [text[finding.start : finding.end] for finding in found] == named


@given(st.lists(st.tuples(st.integers(0, 5), _WORDS), max_size=8))
@settings(deadline=None)
def test_renamed_lines_are_found_as_if_read_anew(changes: list[tuple[int, str]]) -> None:
    """Typing the words of lines one after the other names the same as reading all of them afresh."""
    request = with_lines(*(Line(f"line-{at}", f"経費の名前{at}", 1, 1) for at in range(6)))
    for at, words in changes:
        request = set_value(request, f"line/line-{at}/text", words)
        kept = names_in(request.groups)
        afresh = Names(
            tuple(group.title for group in request.groups),
            tuple(tuple(map(_names_of_line, group.lines)) for group in request.groups),
        )
        assert kept.mentions(_TEXT) == afresh.mentions(_TEXT)


_REMARKS = KeptLines(lambda line: line.remark)


def _names_of_line(line: Line) -> tuple[tuple[tuple[int, ...], str, tuple[str, ...]], ...]:
    return (((), line.id, names_of(line.text)),)


@given(st.data())
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_what_is_kept_of_lines_is_what_they_say(data: st.DataObject) -> None:
    """After any edit the kept reading is that of each line, and the same object while nothing is edited."""
    reader = _REMARKS
    request = data.draw(requests(tables_only=True))
    assert reader.of(request.groups) is reader.of(request.groups)
    request = data.draw(edited(request))
    after = reader.of(request.groups)
    assert after == tuple(tuple(line.remark for line in group.lines) for group in request.groups)


def test_reading_stays_the_same_object_while_it_says_the_same() -> None:
    """An amount typed in a line leaves what the remarks say alone, so that nothing built on it is built anew."""
    request = sample()
    before = _REMARKS.of(request.groups)
    assert _REMARKS.of(set_value(request, "line/line-1-1/amount", 5).groups) is before
    assert _REMARKS.of(set_value(request, "line/line-1-1/remark", "備考").groups) is not before


def test_findings_of_texts_are_the_same_by_edits_and_afresh() -> None:
    """A text and its lines edited step by step give the findings of the whole read anew."""
    request = sample()
    taken = snapshot(request)
    for where, value in (
        ("section/section-1/text", "標準事務費は12,058千円を要求"),
        ("line/line-1-5/text", "標準的な事務費"),
        ("line/line-1-1/text", "標準事務費"),
        ("line/line-1-1/amount", 12_058),
        ("line/line-1-1/amount", 12_085),
        ("section/section-1/text", "標準事務費は12,085千円を要求"),
    ):
        request = set_value(request, where, value)
        known = findings(request, "text-amount")
        other = names_in(big(3).groups)  # another file is looked at in between
        assert other.mentions("経費の") == ()
        assert findings(request, "text-amount") == known
    assert taken.request == sample()


def test_keystroke_in_a_table_reads_no_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """With an amount typed, no paragraph is read; with a letter typed in a text, the one paragraph it is in."""
    text = "\n".join(f"経費{at}として{at}千円を要求し、事業を実施する。" for at in range(1, 200))
    request = with_text(_of_names(200), text)
    before = snapshot(request)
    known = before.findings  # found before anybody counts
    read: list[str] = []
    for module, name in ((line_sentences, "_of"), (named_amounts, "_read")):
        real = getattr(module, name)
        monkeypatch.setattr(
            module, name, lambda paragraph, *rest, real=real: read.append(paragraph) or real(paragraph, *rest)
        )
    typed = set_value(request, "line/line-7/amount", 8)
    figures = totals(typed, standard(), before.totals)
    found = check(typed, figures, standard(), known)
    assert read == []
    again = set_value(typed, "section/costs/text", text.replace("経費9として", "経費9として、"))
    check(again, totals(again, standard(), figures), standard(), found)
    assert set(read) == {"経費9として、9千円を要求し、事業を実施する。"}


def _of_names(lines: int) -> Request:
    request = with_lines()
    group = CostGroup(
        "table", "1.表", lines=tuple(Line(f"line-{at}", f"事業の経費{at}", at, at) for at in range(1, lines))
    )
    return replace(request, groups=(group,))


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("12,085千円", [12_085]),
        ("12,085,000円", [12_085]),
        ("1,200万円", [12_000]),
        ("3.5百万円", [3_500]),
        ("1億2,000万円", []),
        ("△500千円", [-500]),
        ("20,845円", [Fraction(20_845, 1_000)]),
        ("H31年度、3人、5%", []),
    ],
)
def test_amounts_of_a_sentence(text: str, amounts: list[Fraction]) -> None:
    """Amounts with a unit of money, in 千円; one in two units is left alone."""
    assert [amount.value for amount in money_in(text)] == amounts


@pytest.mark.parametrize(
    ("written", "hint"),
    [(12_058, "入れ替わって"), (12_086, "一つ違って"), (120_850, "10倍"), (5_000, ""), (-12_085, "符号")],
)
def test_slips_of_the_hand(written: int, hint: str) -> None:
    """What a wrong amount looks like beside the right one."""
    found = slip(12_085, Fraction(written))
    assert (hint in found) if hint else found == ""


@pytest.mark.parametrize(
    ("paragraph", "name"),
    [
        ("    (4)セキュリティ研修開催経費", "セキュリティ研修開催経費"),
        ("3.総合行政ネットワーク", "総合行政ネットワーク"),
        ("【統合宛名システム】", "統合宛名システム"),
        ("①広報", "広報"),
        ("1.5倍に増える。", None),
        ("システムを運用する。", None),
        ("2019年に始まった", None),
    ],
)
def test_headings_inside_a_text(paragraph: str, name: str | None) -> None:
    """A short numbered line that is no sentence."""
    found = heading(paragraph)
    assert (found.name if found else None) == name
