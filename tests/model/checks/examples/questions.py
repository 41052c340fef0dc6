"""Examples for the questions that need a judgement, and for what is checked in their answers."""

from __future__ import annotations

from msgspec.structs import replace

from model.request.grounds import Answer
from model.request.multi_year import Commitment
from model.request.request import Line, Request, Section
from tests.samples import one_line, set_values, with_lines

END = "この事業の終期はいつですか（定めないときは、その理由を書いてください）。"


def told(request: Request, heading: str, text: str = "") -> Request:
    """The request with one more section of the narrative."""
    return replace(request, sections=(Section("told", "content", heading, text), *request.sections))


def new(amount: int = 5_000) -> Request:
    """A new 事業 of 平成31年度."""
    return one_line(amount, None)


def continued(amount: int = 5_000) -> Request:
    """A 事業 of 平成31年度 that had money the year before."""
    return one_line(amount, 4_000)


def supplementary(amount: int = 5_000) -> Request:
    """The same in a 補正予算."""
    return set_values(one_line(amount, None), [("header/budget", "6月補正予算")])


def asked_line(
    text: str, amount: int = 20_000, *, remark: str = "", basis: str = "", mark: str = ""
) -> Request:
    """A continued 事業 with this line."""
    return with_lines(Line("only", text, 900, None if basis else amount, remark, basis, mark=mark))


def answered(request: Request, rule: str, about: str, text: str) -> Request:
    """The request with an answer to a question about the whole."""
    return replace(request, answers=(*request.answers, Answer(rule, "header/name", about, text)))


BROKEN: dict[str, Request] = {
    "57": new(),
    "58": continued(),
    "58-long": answered(continued(), "58", END, "令和20年度末"),
    "59": continued(),
    "60": continued(),
    "60-survey": told(continued(), "成果指標", "参加者の満足度 80%"),
    "61": new(),
    "62": replace(continued(), commitments=(Commitment("owed", "only", "R2〜R5"),)),
    "63": set_values(continued(), [("funding_words", "国1/2")]),
    "64": continued(),
    "65": asked_line("庁舎改修工事"),
    "66": supplementary(),
    "67": told(continued(), "積算", "国の基準額は未定である。"),
    "68": asked_line("保守委託", basis="100千円×12月"),
    "70": asked_line("市町村補助金"),
    "71": continued(),
}
SOUND: dict[str, Request] = {
    "57": continued(),
    "58": told(continued(), "終期", "令和5年度"),
    "58-long": answered(continued(), "58", END, "令和5年度末"),
    "59": told(continued(), "事業概要", "地方自治法の規定により行う。"),
    "60": told(continued(), "成果指標", "来場者数 1,000人"),
    "60-survey": told(continued(), "事業概要", "県民アンケートを行う。"),
    "61": continued(),
    "62": replace(continued(), commitments=(Commitment("owed", "only", "R2〜R5", "set"),)),
    "63": set_values(continued(), [("funding_words", "単県")]),
    "64": new(),
    "65": asked_line("庁舎改修工事", 5_000),
    "66": continued(),
    "67": told(continued(), "積算", "前年度の実績をもとに、未定の基準額を見積もった。"),
    "68": asked_line("保守委託", 1_200),
    "70": asked_line("保守委託"),
    "71": told(continued(), "部局内の優先順位", "3番目"),
}
