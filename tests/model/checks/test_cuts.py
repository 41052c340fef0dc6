"""Rule 19: what a cut is made of, read from 財政課処理欄 or typed, and what of it stays open."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from model.document import storage
from model.edits.fields import set_value
from model.request.grounds import Cut
from model.request.request import Line, Request
from tests.samples import findings, fixed, one_line, only, sample, set_values, snapshot, with_lines


def commented(comment: str) -> Request:
    """The real sheet, cut by 479, with another 財政課処理欄."""
    return set_value(sample(), "assessment/comment", comment)


def parts(request: Request) -> list[tuple[str, int | None]]:
    """The lines of the parts of the cut with their amounts."""
    return [(cut_part.line, cut_part.amount) for cut_part in snapshot(request).explained_cut.parts]


def test_cut_of_the_real_sheet() -> None:
    """479 = 370 that were put off wholly + 109: a sentence names the line of the rest by its table, and no amount."""
    cut = snapshot(sample()).explained_cut
    assert (snapshot(sample()).totals.cut, cut.explained, cut.unexplained) == (479, 370, 109)
    assert parts(sample()) == [("line-4-2", None), ("line-1-4", 370)]
    assert cut.parts[1].sentence.startswith("セキュリティ研修開催経費については")
    assert not any(cut_part.is_typed for cut_part in cut.parts)
    found = only(sample(), "19-rest")
    assert found.severity == "warning"
    for word in ("479千円", "370千円", "109千円", "セキュリティ研修開催経費", "金額精査しました"):
        assert word in found.message


def test_what_was_read_is_entered() -> None:
    """The repair types the parts that were read, the rest as that of the line whose sentence has no amount."""
    after = fixed(sample(), only(sample(), "19-rest"))
    assert [(cut.line, cut.amount) for cut in after.cuts] == [("line-1-4", 370), ("line-4-2", 109)]
    assert all(cut.reason for cut in after.cuts)
    assert snapshot(after).explained_cut.unexplained == 0
    assert findings(after, "19-rest") == findings(after, "19-parts") == []
    assert storage.loads(storage.dumps(after), "減額") == after


@pytest.mark.parametrize(
    ("sentence", "amount"),
    [
        ("システム改修経費は109千円減額しました。", 109),
        ("統合宛名システム改修経費について、109千円を減額します。", 109),
        ("統合宛名システムのシステム改修経費について、4,479千円を計上します。", 109),
        ("システム改修経費 4,588千円→4,479千円", 109),
        ("システム改修経費は、4,588千円から4,479千円に減額しました。", 109),
        ("システム改修経費:△109千円", 109),
        ("システム改修経費の計上は見送ります。", 4_588),
        ("システム改修経費はゼロ査定とします。", 4_588),
        ("システム改修経費については、予算計上しません。", 4_588),
        ("システム改修経費は金額精査しました。", None),
        ("システム改修経費については、他県の状況を勘案しました。", None),
    ],
)
def test_sentence_of_the_finance_division(sentence: str, amount: int | None) -> None:
    """An amount that is cut, one that is granted, the whole line, or words without an amount."""
    assert parts(commented(sentence)) == [("line-4-2", amount)]


@pytest.mark.parametrize(
    ("comment", "expected"),
    [
        ("標準事務費は保留とします。", []),
        ("人役は別途協議してください。", []),
        ("金額精査しました。", []),
        ("", []),
        ("集約センター経費及び標準事務費は合わせて479千円を減額", [("", 479)]),
        ("一律に5%カットしました(479千円減)。", [("", 479)]),
        ("地方公共団体情報システム機構への負担金は精査しました。", []),
        ("枠内標準事務費で対応してください。", []),
    ],
)
def test_sentences_that_name_no_line_for_sure(comment: str, expected: list[tuple[str, int | None]]) -> None:
    """What is held or granted otherwise is no cut; lines that share a name, or an amount, are not told apart."""
    assert parts(commented(comment)) == expected


def test_sentences_together() -> None:
    """Each line takes its part; a later sentence with an amount wins over one without."""
    comment = "システム改修経費を精査しました。\nシステム改修経費は109千円減額しました。セキュリティ研修開催経費の計上は見送ります。"
    assert parts(commented(comment)) == [("line-4-2", 109), ("line-1-4", 370)]
    assert findings(commented(comment), "19-rest") == []


@pytest.mark.parametrize(
    ("comment", "expected"),
    [
        ("システム改修経費は479千円を減額しました。(4,588千円→4,109千円)", [("line-4-2", 479)]),
        ("システム改修経費は479千円を減額しました。\n（4,588千円→4,109千円）", [("line-4-2", 479)]),
        ("システム改修経費は400千円を減額しました。(1,000千円→921千円)", [("line-4-2", 400), ("", 79)]),
    ],
)
def test_a_cut_that_is_told_twice(comment: str, expected: list[tuple[str, int | None]]) -> None:
    """What it was and what it became, behind the sentence, is the same cut; another difference is another cut."""
    assert [(line, amount) for line, amount in parts(commented(comment))] == expected


def test_more_is_explained_than_was_cut() -> None:
    """Sentences that come to more than the cut contradict the 計上額."""
    comment = "システム改修経費は190千円減額しました。セキュリティ研修開催経費の計上は見送ります。"
    found = only(commented(comment), "19-rest")
    assert "560千円" in found.message
    assert "81千円 多く" in found.message
    assert found.fix is None


def test_typed_parts_win() -> None:
    """A typed part of a line takes the place of what is read of it."""
    request = replace(sample(), cuts=(Cut("cut", "line-4-2", 100, "精査"),))
    assert parts(request) == [("line-4-2", 100), ("line-1-4", 370)]
    assert "9千円" in only(request, "19-rest").message
    assert findings(replace(request, cuts=(Cut("cut", "line-4-2", 109),)), "19-rest") == []


@pytest.mark.parametrize(
    ("cuts", "where"),
    [
        ((Cut("a", "line-1-4", 371),), "cut/a/amount"),
        ((Cut("a", "line-4-2", 400), Cut("b", "line-1-5", 80)), "cut/b/amount"),
    ],
)
def test_typed_parts_that_do_not_fit(cuts: tuple[Cut, ...], where: str) -> None:
    """A line is cut by no more than it asked, and all parts by no more than the cut of 479."""
    assert only(replace(sample(), cuts=cuts), "19-parts").place == where


def test_unreadable_part() -> None:
    """An amount that cannot be read counts as none and is told as any other."""
    request = replace(sample(), cuts=(Cut("a", "line-4-2", "約百"),))
    assert [finding.place for finding in findings(request, "amount")] == ["cut/a/amount"]


@pytest.mark.parametrize(
    "request_",
    [
        set_values(
            with_lines(Line("a", "啓発業務委託料", 1, 900)),
            [("assessment/amount", 800), ("assessment/comment", "精査しました。")],
        ),
        set_values(
            with_lines(Line("a", "啓発業務委託料", 1, 900), Line("b", "普通旅費等", 1, 100)),
            [("assessment/amount", 0), ("assessment/comment", "事業の計上を見送ります。")],
        ),
        set_values(
            with_lines(Line("a", "啓発業務委託料", 1, 900), Line("b", "普通旅費等", 1, 100)),
            [
                ("assessment/amount", 700),
                ("assessment/held", 300),
                ("assessment/comment", "一部保留とします。"),
            ],
        ),
        set_values(with_lines(Line("a", "啓発業務委託料", 1, 900)), [("assessment/comment", "精査中")]),
    ],
)
def test_nothing_to_split(request_: Request) -> None:
    """One line, nothing granted at all, no cut, or no 査定 yet: nothing is to be split over lines."""
    assert findings(request_, "19-rest") == []


def test_cut_of_a_sheet_without_lines() -> None:
    """Costs in prose: the one amount of the 処理欄 is the cut, or looks like it with a slip of the hand; or it is another."""

    def told(comment: str) -> list[str]:
        request = set_values(
            one_line(),
            [("line/only/amount", 720_000), ("assessment/amount", 680_000), ("assessment/comment", comment)],
        )
        return [finding.message for finding in findings(request, "19-rest")]

    assert told("河道掘削について、40,000千円減額しました。") == []
    assert told("河道掘削について、30,000千円減額しました。ほかは精査しました。") == []
    (message,) = told("河道掘削について、4,000千円減額しました。")
    assert "10分の1" in message
    assert "表の額" not in message
