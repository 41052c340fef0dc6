"""How the requests of the desk are put into groups, and which of them are shown: each way by its words in the language in use."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from model.register.listing import RegisterRow
from model.values.fiscal_year import official
from ui.desk.desk_data import DeskData, StageKey
from ui.language import translate

GroupOf: TypeAlias = Callable[[RegisterRow], str]
"""The name of the group of a request; "" where nothing names it."""
Fits: TypeAlias = Callable[[RegisterRow], bool]


def groupings(data: DeskData) -> dict[str, GroupOf]:
    """The ways to group, by their words; by 部局 first."""
    undecided = translate("ui.desk", "未決定")
    return {
        translate("ui.desk", "部局"): lambda row: row.bureau,
        translate("ui.desk", "部局・課"): lambda row: f"{row.bureau} {row.section}".strip(),
        translate("ui.desk", "款"): lambda row: row.kan,
        translate("ui.desk", "款・項・目"): lambda row: f"{row.kan} {row.kou} {row.moku}".strip(),
        translate("ui.desk", "財源"): data.sources_of,
        translate("ui.desk", "予算・段階"): lambda row: stage_words(row.at),
        translate("ui.desk", "決定"): lambda row: row.result or undecided,
    }


def stage_words(at: StageKey) -> str:
    """A stage with its budget and its year in the era: 「令和9年度 当初予算 一般事業要求」."""
    year, budget, stage = at
    return f"{official(year).label} {budget} {stage}".strip()


def states() -> dict[str, Fits]:
    """Which requests are shown, by the words of the choice."""
    return {
        translate("ui.desk", "すべての状態"): lambda _: True,
        translate("ui.desk", "決定のないもの"): lambda row: not row.decision,
        translate("ui.desk", "決定の後に変わったもの"): lambda row: row.is_outdated,
        translate("ui.desk", "誤りのあるもの"): lambda row: bool(row.errors),
        translate("ui.desk", "質問に答えのないもの"): lambda row: row.unanswered > 0,
        translate("ui.desk", "手で変えられたもの"): lambda row: row.declared > 0,
        translate("ui.desk", "新規"): lambda row: row.expenditure is not None and not row.previous,
    }
