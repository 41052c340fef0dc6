"""Names of lines in texts, amounts, headings, and slips of the hand."""

from __future__ import annotations

from fractions import Fraction

import pytest

from model.claims.labels.line_names import joins, names_in, names_of
from model.claims.quantities.amounts import money_in
from model.claims.quantities.typing_errors import typing_error
from model.claims.texts.headings import heading
from model.document.document import Document
from model.edits.fields import set_value
from model.incremental.results import Results
from tests.samples import sample, snapshot, standard


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("4.統合宛名システム", ("統合宛名システム",)),
        ("(1)一般負担金", ("一般負担金",)),
        ("1住民基本台帳", ("住民基本台帳",)),
        ("【新規】広報委託料", ("広報委託料",)),
        (
            "接続機器リース料・保守料\n(標準事務費)",
            (
                "接続機器リース料・保守料(標準事務費)",
                "接続機器リース料・保守料",
                "接続機器リース料・保守料の標準事務費",
            ),
        ),
        ("大谷池(ため池改修)", ("大谷池(ため池改修)", "大谷池のため池改修")),
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
    found = names_in(sample(), Results()).mentions(text)
    assert [text[finding.start : finding.end] for finding in found] == named


def test_findings_of_texts_are_the_same_by_edits_and_afresh() -> None:
    """A text and its lines edited step by step give the findings of the whole read anew."""
    document = Document(sample(), standard())
    for where, value in (
        ("section/section-1/text", "標準事務費は12,058千円を要求"),
        ("line/line-1-5/text", "標準的な事務費"),
        ("line/line-1-1/text", "標準事務費"),
        ("line/line-1-1/amount", 12_058),
        ("line/line-1-1/amount", 12_085),
        ("section/section-1/text", "標準事務費は12,085千円を要求"),
    ):
        document.edit("入力", set_value(document.request, where, value))
        assert document.snapshot.findings == snapshot(document.request).findings


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("12,085千円", [12_085]),
        ("12,085,000円", [12_085]),
        ("1,200万円", [12_000]),
        ("3.5百万円", [3_500]),
        ("1億2,000万円", [120_000]),
        ("△500千円", [-500]),
        ("20,845円", [Fraction(20_845, 1_000)]),
        ("H31年度、3人、5%", []),
    ],
)
def test_amounts_of_a_sentence(text: str, amounts: list[Fraction]) -> None:
    """Amounts with a unit of money, in 千円, also one in several units."""
    assert [amount.value for amount in money_in(text)] == amounts


@pytest.mark.parametrize(
    ("written", "hint"),
    [(12_058, "入れ替わって"), (12_086, "一つ違って"), (120_850, "10倍"), (5_000, ""), (-12_085, "符号")],
)
def test_slips_of_the_hand(written: int, hint: str) -> None:
    """What a wrong amount looks like beside the right one."""
    found = typing_error(12_085, Fraction(written))
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
