"""What terse notes of lists work out of their own numbers, and what they say of the sheet."""

from __future__ import annotations

import pytest

from tests.model.checks.examples.texts import with_text
from tests.samples import findings, only, sample


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("・運営委託　15,600 → 14,400千円（▲2,200）", "1,200千円の減"),
        ("・運営委託　15,600 ⇒ 14,400千円（1,200千円増）", "1,200千円の減"),
        ("・補償費 120,000 → 164,000千円（36.7％減）", "36.67％の増"),
        ("・事務費　1,300 → 13,000千円（増減なし）", "11,700千円の増"),
        ("・工事 18,000千円（前年度 12,000、1.3倍）", "1.5倍"),
        ("・工事 18,000千円（R3 12,000、＋7,000）", "6,000千円の増"),
        ("・要望額 12億8,460万円（昨年度 10億7,050万円、＋2億4,110万円）", "214,100千円の増"),
        ("R4：65,600千円／R3：57,400千円／差額：＋8,800千円", "8,200千円の増"),
        ("・通信制　▲1,600千円（現計 28,640 → 27,400）", "1,240千円の減"),
        ("・補助率の見直し　▲12.0％（72,000 → 64,800千円）", "10％の減"),
        ("・利用者　10,933人 → 10,327人（▲660人）", "606人の減"),
        ("・職員 1.5人 → 1.2人（▲0.5人）", "0.3人の減"),
        ("・計画延長 58km→66km（＋6km）", "8kmの増"),
        ("・査定　6,845 → 6,183千円（単価の見直しによる減 626）", "662千円の減"),
        ("・フェア　3,200 → 2,400千円（▲800、▲33.3％）", "25％の減"),  # since the wrong year
        ("・河川 72箇所、道路 42箇所、砂防 10箇所　計 134箇所", "124箇所"),
        ("・人役　現計 6.0 ＋ 補正 3.0 → 計 8.0人", "9人"),
        ("・工事 980,000、補償 150,000、測量 110,000　計 1,250,000（千円）", "1,240,000千円"),
        ("・整備費　H23 98,700 → H24 1,184,635、計 1,238,335千円", "1,283,335千円"),
        ("・捕獲　イノシシ 8,800頭、シカ 7,600頭（計 16,600頭）", "16,400頭"),
        ("・広報費 1,400千円（既計上 9,800、計 12,100）", "11,200千円"),
        ("・園分　小 14,000 → 18,500、大 22,000 → 21,500、計 36,000 → 41,000（千円）", "40,000千円"),
        ("・保守 7,040千円（うち前半 3,848、後半 3,552）", "7,400千円"),
        ("・全体 1,650百万円（H29まで 985、H30 330、残 353）", "1,668,000千円"),
        ("・研修 3,200千円（講師謝金 1,800、会場借上 1,600）", "3,400千円"),
        ("・貸付金　48,000 → 60,000千円（＠1,200千円×60人）", "72,000千円"),
        ("・フェア　＠800千円×4回 2,400千円", "3,200千円"),
        ("・河道掘削 490,000千円（V=89,000m3、標準単価 5,000円/m3）", "445,000千円"),
    ],
)
def test_what_a_note_works_out_is_what_a_calculator_shows(text: str, right: str) -> None:
    """The numbers of a note say by how they stand that one of them is wrong, whatever they are of."""
    assert right in only(with_text(sample(), text), "1-text").message


@pytest.mark.parametrize(
    "text",
    [
        "・運営委託　15,600 → 14,400千円（▲1,200、7.7％減）",
        "・要求額 約4,900万円（前年度 約4,600万円、＋約250万円）",  # rounded
        "・補正前 12,500 → 補正後 44,500千円（＋32,000、3.56倍）",
        "・前年度 105,000、要求 101,980千円、▲3,020千円（▲2.9％）",  # the rate is not that of the change
        "・事業費 65,600千円、国庫 31,000、基金 11,000、差引 23,600",  # what is left of several
        "・賃借料 1,200千円増、研修費 500千円減、差引 700千円の増",
        "・査定　6,845 → 6,183千円（単価の減 400、回数の減 262）",  # two changes, each a part
        "・人件費 26,398 → 26,595千円（正職員 3.0人、会計年度 1.0人、増減なし）",  # the people are as many
        "・移住者 H23 504人→H24 706人→H25 962人（3年計 2,172人、目標 2,000人）",
        "・相談員 1名 → 2名（既計上 12,320＋3,850＝16,170千円）",
        "・補正要求 34億6,800万円（現計 12億円 → 計 46億6,800万円）",
        "・貸付金 60,000千円（新規 25人、継続 25人、計 50人）",
        "・補助金 500千円×25組織（うち新規 8、継続 17）、12,500千円",
        "・補助金 45,000千円（事業費 135,000、上限 5,000）",  # no parts of it
        "・旅費 900千円（うち県内 600）",
        "・フェア　東京 2回、大阪 1回（＠800千円）、既計上 6,100千円",
        "・購入費＝2,200円×12,000冊　・講師謝金＝15,000円×40回　・旅費＝7,500円×40回",
        "・V=98,000m3×5,000円=490,000千円、A=46ha×5,000千円=230,000千円",
        "・素材価格 15,200円/m3 → 14,900円/m3、売払 3,700m3 → 55,000千円",
        "・薬剤 5,500千円（＠50千円×100本）",  # with tax
    ],
)
def test_numbers_of_a_note_that_agree_or_are_of_something_else_are_left_alone(text: str) -> None:
    """Rounded numbers, several changes, what is left, sizes and results of other years are in order."""
    assert findings(with_text(sample(), text), "1-text") == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("・標準事務費　14,585 → 12,058千円", "text-amount"),
        ("・標準事務費　14,858 → 12,085（千円）", "text-amount"),
        ("・標準事務費 12,085千円（前年度同額）", "text-amount"),
        ("・標準事務費 12,085千円（増減なし）", "text-amount"),
        ("・計上額 124,288千円（要求比▲497）", "text-total"),
        ("・前年度 118,656 → 要求 124,776千円", "text-total"),
        ("・前年度 118,566 → 要求 124,767千円", "text-total"),
        ("・正職員 0.9 → 1.4人", "text-people"),
    ],
)
def test_a_note_is_held_against_the_sheet(text: str, rule: str) -> None:
    """A bare amount of a named line is that of the sheet, before the arrow last year's, and so is no change."""
    assert len(findings(with_text(sample(), text), rule)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "・標準事務費　14,585 → 12,085千円（▲2,500）",
        "・前年度 118,656 → 要求 124,767千円",
        "・正職員 0.5 → 1.9人（＋1.4）",
        "・計上額 124,288千円（要求比▲479）",
    ],
)
def test_a_note_that_says_what_the_sheet_says_is_in_order(text: str) -> None:
    """The amounts and the change of the sheet, one of them without unit."""
    found = findings(with_text(sample(), text))
    assert not [one for one in found if one.rule.startswith(("text-", "1-text"))]
