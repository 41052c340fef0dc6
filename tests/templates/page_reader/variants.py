"""Pages as other sheets of the same site could be: the published ones, each with one thing that is otherwise."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

Change = Callable[[str], str]

_ASKED: Final = re.compile(r"^\S*要求額:\S*千円.*$", re.M)
_DEPARTMENT: Final = re.compile(r"(?<=お寄せください\)\n\n)(\S+) (\S+)(?: (.+))?$", re.M)
_SUBJECT: Final = re.compile(r" +支出科目.*$", re.M)
_HEAD: Final = re.compile(r"^(\S+)  (\S+(?: \(.*?\))?)  (\S+)", re.M)
_COLUMNS: Final = "国庫支出金 使用料・手数料 寄附金 分担金・負担金 起債 財産収入 その他 一般財源"
_FULL: Final = str.maketrans("0123456789:", "０１２３４５６７８９：")

FIVE_ROWS: Final = f"""
要求額の財源内訳(単位:千円)

区分 事業費 財源内訳
{_COLUMNS}
{{standing}} 1,094 0 0 0 0 0 0 0 1,094
保留要求額 3 0 0 0 0 0 0 0 3
復活要求額 207 0 0 0 0 0 0 100 107
追加要求額 -10 0 0 0 0 0 0 0 -10
保留・復活・追加 要求額 200 0 0 0 0 0 0 100 100
要求総額 1,294 0 0 0 0 0 0 100 1,194

財政課使用欄(単位:千円)

区分 事業費 {_COLUMNS}
計上額 150 0 0 0 0 0 0 100 50
保留 40 0 0 0 0 0 0 0 40
別途 -10 0 0 0 0 0 0 0 -10
"""


def head(budget: str = "", business_class: str = "", stage: str = "", *, subject: bool = True) -> Change:
    """Another kind of sheet in its head."""

    def change(text: str) -> str:
        text = text if subject else _SUBJECT.sub("", text, count=1)
        lines = text.split("\n")
        at = next(index for index, line in enumerate(lines) if _HEAD.match(line) and "現在" not in line)
        found = _HEAD.match(lines[at])
        assert found
        words = [new or old for new, old in zip((budget, business_class, stage), found.groups(), strict=True)]
        lines[at] = "  ".join(words) + lines[at][found.end() :]
        return "\n".join(lines)

    return change


def assessed(words: str) -> Change:
    """Another 査定 line, also on a page that has none."""

    def change(text: str) -> str:
        text = re.sub(r"^\S*査定:.*\n", "", text, flags=re.M)
        return _ASKED.sub(lambda found: f"{found[0]}\n\n{words}", text, count=1)

    return change


def department(words: str) -> Change:
    """Another line of who answers; ``{0}``, ``{1}`` and ``{2}`` are department, section and team."""
    return lambda text: _DEPARTMENT.sub(
        lambda found: words.format(found[1], found[2], found[3] or "企画担当"), text, count=1
    )


def asked(words: str) -> Change:
    """Another 要求額 line."""
    return lambda text: _ASKED.sub(words, text, count=1)


def funding(standing: str) -> Change:
    """The tables of the upper stages (001, 007, 088)."""

    def change(text: str) -> str:
        before = re.split(r"\n(?:財政課処理欄|要求額の財源内訳|財政課使用欄)", text)[0]
        return f"{before}\n\n財政課処理欄\n\n一部を認める。\n{FIVE_ROWS.format(standing=standing)}"

    return change


def swap(pattern: str, words: str, *, count: int = 0) -> Change:
    """Words for others wherever they stand."""
    return lambda text: re.sub(pattern, words, text, count=count, flags=re.M)


def below(line: str, words: str) -> Change:
    """Lines below the first line that begins so."""
    return lambda text: re.sub(rf"^({line}.*)$", rf"\1\n{words}", text, count=1, flags=re.M)


CHANGES: Final[dict[str, Change]] = {
    "as published": lambda text: text,
    **{
        f"stage {stage}": head(stage=stage)
        for stage in (
            "課長要求", "課長調整1", "部長要求", "知事要求", "一般事業要求", "一般事業調整", "政策戦略事業要求", "その他調整", "部長要求 No.33",
        )
    },
    **{f"budget {budget}": head(budget) for budget in ("当初予算", "2月補正予算", "2月補正予算(経済対策)", "9月補正", "10月専決予算")},
    "special account": head("9月補正予算", "特別会計 (県営林事業)", subject=False),
    "enterprise": head("当初予算", "企業会計 (病院事業)", subject=False),
    "class of 098": head(business_class="4単県公共", subject=False),
    "parts": asked("要求額:1,264千円 財源:単県 (要求額の内訳) 保留:3千円 復活:1,271千円 追加:-10千円"),
    "parts without title": asked("要求額:-10千円 財源:国1/2、県1/2 追加:-10千円"),
    "no 財源": asked("要求額:10千円"),
    "財源 in full": asked("要求額:10千円 (前年度予算額 0千円) 財源:国3/10、5/10;基金(市町負担金)・財産収入+単県"),
    "nothing asked": asked(""),
    "assessed": assessed("一般事業査定:計上(一部2月補正前倒し) 計上額:7千円 保留額:2千円 別途額:-1千円"),
    "held": assessed("知事査定:保留 (保留額536,900千円)"),
    "no actor": assessed("査定:認める"),
    "five rows": funding("既査定額"),
    "five rows of a request": funding("既整理額"),
    "five rows of 部長要求": lambda text: funding("既 査 定 額")(head(stage="部長要求")(text)),
    "平成31年度": swap(r"^(?:平成|令和)\d+年度(?:予算)?$", "平成31年度", count=1),
    "令和元年度": swap(r"^(?:平成|令和)\d+年度(?:予算)?$", "令和元年度", count=1),
    "after June": swap(r"年度当初予算額(?=\s)", "年度6月補正後予算額"),
    "wrong year": swap(r"^(\d\d)年度当初予算額", "28年度当初予算額"),
    "triangles": swap(r"(?<=[\s:])-(?=\d)", "△"),
    "black triangles": swap(r"(?<=[\s:])-(?=\d)", "▲"),
    "minus rows": swap(r"(?<= )([1-9][\d,]*)(?= \d+$)", r"-\1"),
    "full width": lambda text: text.translate(_FULL),
    "full-width colons": lambda text: text.replace(":", "："),
    "team -": department("{0} {1} −"),
    "no team": department("{0} {1}"),
    "code": department("{0} 500200{1} {2}"),
    "stray 0": department("{0} 0{1} {2}"),
    "local office": department("{0} {1} 西部総合事務所 {2}"),
    "code apart": department("{0} 500200 {1} {2}"),
    "section missing": department("{0} {2}"),
    "same name twice": department("{0} {0} {2}"),
    "wide department": department("{0}　{1}　{2}"),
    "labelled": department("部局:{0} 課名:{1} 係名:{2}"),
    "telephone": lambda text: department("{0} {1} {2}\n電話番号:0857-26-7111 E-mail:a@pref.tottori.lg.jp")(text),
    "telephone below": department("{0} {1} {2}\n\n電話番号:0857-26-7111\nE-mail:a@pref.tottori.lg.jp"),
    "line below the contact": department("{0} {1} {2}\n(東部庁舎 3階)"),
    "no contact": lambda text: _DEPARTMENT.sub("", text, count=1),
    "制度要求": swap(r"^事業名:\n\n", "事業名:\n\n【制度要求】", count=1),
    "[制度要求]": swap(r"^事業名:\n\n", "事業名:\n\n[制度要求]", count=1),
    "second line": swap(
        r"^(事業名:\n\n.*)$", r"\1\n\n将来ビジョン関連事業(ひらく/人が集う。)\n次世代改革推進本部関連事業(鳥取チーム 観光部会 )", count=1
    ),
    "name beside": swap(r"^事業名:\n\n", "事業名: ", count=1),
    "no link": swap(r"^もどる.*\n\(この事業.*\n", "", count=1),
    "no position": swap(r"^現在の位置.*\n", "", count=1),
    "other position": swap(r"^(現在の位置.* の )\S+$", r"\1県土整備部公共の別の名前", count=1),
    "no 事業内容": swap(r"^事業内容\n", "", count=1),
    "no 事業費": swap(r"^事業費\n", "", count=1),
    "要求内容": swap(r"^事業内容$", "要求内容:", count=1),
    "blank lines": lambda text: text.replace("\n", "\n\n"),
    "trailing spaces": lambda text: text.replace("\n", "  　\n"),
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "wide spaces": lambda text: text.replace("  ", "　"),
    "indented": lambda text: text.replace("\n", "\n  "),
    "line in the head": below(r"\S+  \S+  \S+要求", "(追加提案分)"),
    "line in the request": below(r"\S*要求額:\S*千円", "※端数処理のため一致しない。"),
    "line below the tables": lambda text: f"{text}\n\n(注) 計数は整理中。\n",
    "row of the total cost": below(r"\S*予算要求額 ", "参考年度予算額 5千円 0千円 5千円 0.0人 0.0人 0.0人"),
    "cell too many": swap(r"^(要求額 (?:\d\S* ){8}\d\S*)$", r"\1 77"),
    "cell too few": swap(r"^(要求額 (?:\d\S* ){7}\d\S*) \d\S*$", r"\1"),
    "remarked cell": swap(r"^(要求額 \d\S*)", r"\1(注)"),
    "second comment": lambda text: f"{text}\n財政課処理欄\n\n二つ目の欄。\n",
    "second 事業内容": lambda text: text.replace("\nこれまでの取組と成果\n", "\n事業内容\n\n二つ目。\n\nこれまでの取組と成果\n"),
}  # fmt: skip
"""What is otherwise, by name."""

LAYOUT: Final = {"blank lines", "trailing spaces", "no-break spaces", "wide spaces", "indented"}
"""What is otherwise only between the words of a text, which markup does not have."""
