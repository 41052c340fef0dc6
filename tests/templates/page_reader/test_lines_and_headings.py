"""The lines 要求額 and 査定, the numberings of headings, the oldest form, and what is no page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.edits.fields import set_value
from templates.page.html import render
from templates.readers.page import NotAPage, read_html, read_text
from tests.samples import ROOT, snapshot, standard
from tests.templates.page_reader.pages import page, read, sections

OLDEST = """現在の位置: 予算編成過程の公開 の 平成19年度予算 の 農林水産部の試験研究費
平成19年度予算
当初予算  一般事業  部長要求 No.33      支出科目  款:農林水産業費 項:畜産業費 目:畜産試験場費
事業名:

試験研究費
将来ビジョン関連事業(ひらく)

もどる  もどる

部局:農林水産部 課名:畜産課 係名:企画係

トータルコスト要求額1,234千円

事業費調整要求額207千円 源:単県 復活:207千円

部長査定:計上 計上額:207千円

要求内容:

1 調整理由

本文です。

要求額の財源内訳(単位:千円)

区分 事業費 財源内訳
国庫支出金 使用料・手数料 寄附金 分担金・負担金 起 債 財産収入 その他 一般財源
既査定額 1,094 0 0 0 0 0 0 0 1,094
保留要求額 0 0 0 0 0 0 0 0 0
復活要求額 207 0 0 0 0 0 0 0 207
追加要求額 0 0 0 0 0 0 0 0 0
保留・復活・追加 要求額 207 0 0 0 0 0 0 0 207
要求総額 1,301 0 0 0 0 0 0 0 1,301

〈財政課使用欄〉(単位:千円)

区分 事業費 国庫支出金 使用料・手数料 寄附金 分担金・負担金 起 債 財産収入 その他 一般財源
査 定 額 207 0 0 0 0 0 0 0 207
"""


def test_oldest_form() -> None:
    """The form of 2007 has labelled names, figures without a colon, 源:, and no total-cost table."""
    reading = read_text(OLDEST, standard())
    request = reading.request
    assert (request.header.sheet, request.header.stage) == ("oldest", "部長要求 No.33")
    assert request.header.subtitle == "将来ビジョン関連事業(ひらく)"
    assert (request.contact.department, request.contact.section, request.contact.team) == (
        "農林水産部",
        "畜産課",
        "企画係",
    )
    assert (request.declared["request/amount"], request.components) == (207, {"revived": 207})
    assert request.declared["funding/asked/general"] == 207
    assert request.printed.words == {
        "request/label": "事業費調整要求額",
        "title/components": "",
        "title/content": "要求内容:",
        "request/whole": "トータルコスト要求額",
    }
    assert request.printed.without == ("finance/held", "finance/separate", "comment")
    assert reading.unread == ()
    assert not snapshot(request).findings.errors


@pytest.mark.parametrize(
    ("asked", "amount", "words", "components"),
    [
        (
            "要求額:549,443千円 財源:単県 (要求額の内訳) 保留:549,443千円",
            549_443,
            "単県",
            {"deferred": 549_443},
        ),
        (
            "要求額:-9,272千円 財源:国55%、50% 復活:1,061千円 追加:-10,333千円",
            -9_272,
            "国55%、50%",
            {"revived": 1_061, "added": -10_333},
        ),
        ("要求額:0千円 財源:", 0, "", {}),
        ("債務負担行為要求額:77,899千円", 77_899, "", {}),
        (
            "要求額:5千円 財源:農地 国50%〜、農業用施設65%〜 追加:5千円",
            5,
            "農地 国50%〜、農業用施設65%〜",
            {"added": 5},
        ),
        ("要求額:5千円 財源:非重点;0.615 なお書き", 5, "非重点;0.615 なお書き", {}),
        ("", None, "", {}),
    ],
)
def test_request_line(asked: str, amount: int | None, words: str, components: dict[str, int]) -> None:
    """Every form of the 要求額 line; what is left of it stays in the words of its 財源."""
    request = read(asked=asked).request
    assert request.declared.get("request/amount") == amount
    assert (request.funding_words, request.components) == (words, components)


@pytest.mark.parametrize(
    ("line", "actor", "result", "amounts"),
    [
        (
            "一般事業査定:計上[一部補正予算時検討] 計上額:1,000千円",
            None,
            "計上[一部補正予算時検討]",
            (1_000, None, None),
        ),
        ("一般事業査定:計上 計上額:748千円 別途額:-18,170千円", None, "計上", (748, None, -18_170)),
        ("一般事業査定:保留 (保留額536,900千円)", None, "保留", (None, 536_900, None)),
        ("財政課長計上案査定:ゼロ", "財政課長計上案査定", "ゼロ", (None, None, None)),
        ("査定:認める なお書き", "査定", "認める なお書き", (None, None, None)),
    ],
)
def test_assessment_line(
    line: str, actor: str | None, result: str, amounts: tuple[int | None, int | None, int | None]
) -> None:
    """Actor, result with what is glued to it, and the amounts, also those in brackets."""
    request = read(asked=f"要求額:5千円 財源:単県\n\n{line}").request
    assessment = request.assessment
    assert request.printed.words.get("assessment/actor") == actor
    assert (assessment.result, assessment.amount, assessment.held, assessment.separate) == (result, *amounts)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("1 概要\n本文。\n2 内容\n1.小さい項\n2.次の項\n3.三つ目\n3 経費\n本文。", ["概要", "内容", "経費"]),
        ("1.目的\n(1)背景\n2.内容\n本文。", ["1.目的", "2.内容"]),
        ("1事業内容\n本文。\n3月に始める。\n\n2 事業要件\n\n本文。", ["1事業内容", "事業要件"]),
        ("1 概要\n本文。\n\n3 内容\n\n本文。", ["概要", "3 内容"]),
        ("１　概要\n本文。", ["１　概要"]),
        ("1 概要\n本文。\n2 名で行う\n10 台の機器\n", ["概要"]),
        ("前書き。\n1 概要\n本文。", ["", "概要"]),
        ("1 (参考)資料\n本文。", ["1 (参考)資料"]),
    ],
)
def test_headings_of_a_page(body: str, expected: list[str]) -> None:
    """The first numbered heading decides what a heading is; other numberings stay in the text."""
    found = sections(read(body).request)
    assert [heading for heading, _, _ in found] == expected
    kept = "\n".join(text for _, text, _ in found)
    assert all(line in kept for line in body.split("\n") if line[-1:] == "項" or line.endswith("。"))


def test_page_that_asks_for_nothing() -> None:
    """117 and 170 have nothing below 事業費, and are printed so."""
    request = read(asked="").request
    assert "request" in request.printed.without
    assert 'class="asked"' not in render(snapshot(request), ROOT / "templates" / "standards" / "tottori")
    written = set_value(request, "request/amount", 5)
    assert 'class="asked"' in render(snapshot(written), ROOT / "templates" / "standards" / "tottori")


def test_comment_of_a_page_without_assessment_is_kept() -> None:
    """財政課処理欄 has no place on the form of a request; what it says stays in the narrative and is listed."""
    reading = read("1 概要\n\n本文。\n\n財政課処理欄\n\n署名のとおり。")
    assert not reading.request.is_assessed
    assert "財政課処理欄\n\n署名のとおり。" in reading.request.sections[0].text
    assert [entry.text for entry in reading.unread] == ["財政課処理欄"]


def test_row_that_the_form_does_not_have_is_kept() -> None:
    """A funding row without a place is kept below the narrative and listed, never dropped."""
    table = (
        "要求額の財源内訳(単位:千円)\n\n区分 事業費 財源内訳\n国庫支出金 使用料・手数料 寄附金 分担金・負担金 起債 財産収入 その他 一般財源\n"
        "前年度予算 1 0 0 0 0 0 0 0 1\n要求額 2 0 0 0 0 0 0 0 2\n参考の行 3 0 0 0 0 0 0 0 3\n"
    )
    reading = read(f"1 概要\n\n本文。\n\n{table}")
    assert "参考の行 3 0 0 0 0 0 0 0 3" in reading.request.sections[0].text
    assert [entry.text for entry in reading.unread] == ["参考の行 3 0 0 0 0 0 0 0 3"]


@pytest.mark.parametrize(
    "text", ["", "こんにちは", "事業名:\n\n何か", "<html><body><p>お知らせ</p></body></html>"]
)
def test_what_is_no_page(text: str) -> None:
    """A text that is no such page is refused with a sentence that says what to do."""
    for reader in (read_text, read_html):
        with pytest.raises(NotAPage, match=r"ページとして読めません.*確かめてください。$"):
            reader(text, standard())


@given(st.text(alphabet="1 .事業費要求額:千円財源査定内容これまで\n\t<>()/tdr 計0,", max_size=200))
def test_no_body_breaks_the_reader(body: str) -> None:
    """Whatever stands in the narrative, the page is read, as text and as HTML."""
    assert read_text(page(body), standard()).request.header.name == "新しい事業"
    assert read_html(f"<body><pre>{page('')}</pre>{body}", standard()).request.header.name == "新しい事業"
