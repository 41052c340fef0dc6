"""Running costs that a finance officer looks at first: outside the frame, honoraria, fuel, utilities, food (rules 41 to 45)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from model.checks.case import LineContext
from model.checks.cost_lines.cost_kind import begins_kind, is_explained, is_of_kind, texts_of
from model.checks.finding import thousands
from model.checks.quoted import words_of
from model.checks.rule import Found, LineInYearCheck
from model.checks.sources import ESTIMATES as _ESTIMATES
from model.checks.sources import ESTIMATES_AND_CLASSES
from model.figures.figures import LineTotals, every_line
from model.request import place
from model.standard.unit_price import unit_prices

_FRAME: Final = "標準事務費の設定要領（枠外の経費は精査して認める）"


@LineInYearCheck.rule(
    "41",
    "標準事務費の枠外で求める普通旅費・需用費・役務費・使用料及び賃借料には、理由を書く。",
    _FRAME,
    "warning",
    state="data",
    why="枠外の印と節のある行を検査します。",
)
def costs_outside_the_frame_have_a_reason(line: LineTotals, context: LineContext) -> Iterator[Found]:
    """Rule 41: 普通旅費, 需用費, 役務費, 使用料及び賃借料 marked as outside the frame (枠外) have a reason.

    Source: 標準事務費の設定要領; each 部 has a frame for the four kinds, and what is asked outside it is looked at on its
    own. A remark or a basis, on the line, its parts or the line above, is taken for one; what it says is not judged.
    """
    frame = context.standard.line_words.frame
    if (
        not line.line.mark
        or line.line.mark != frame.mark
        or not line.amount.value
        or not any(is_of_kind(line, context, kind) for kind in frame.kinds)
        or is_explained(line, context)
    ):
        return
    yield Found(
        place.line(line.line.id, "remark"),
        f"「{words_of(line.line.text)}」は標準事務費の枠外です。枠内で賄えない理由を備考に書いてください。",
    )


@LineInYearCheck.rule(
    "42",
    "報償費は、対象・回数・単価と、県内・県外の別が分かるように書く。",
    _ESTIMATES,
    "question",
    state="data",
    why="節が報償費の行と謝金の行で、積算に単価と回数・人数がないときに、質問票で尋ねます。",
)
def honoraria_state_whom_and_how_often(line: LineTotals, context: LineContext) -> Iterator[Found]:
    """Rule 42: 報償費 tells the subject, how often, at what price, and whether people come from outside the prefecture.

    A basis with a price and what it is multiplied by tells it well enough, as does a remark that speaks of it. Where there is none, the writer is asked, once
    for a line with all its parts.
    """
    honoraria = context.standard.line_words.honoraria
    if not begins_kind(line, context, honoraria):
        return
    if any(honoraria.details.is_in(part.line.remark) for part in every_line((line,))):
        return
    leaves = [
        part for part in every_line((line,)) if not part.parts and (part.line.amount or part.line.basis)
    ]
    if leaves and all(unit_prices(leave.basis) for leave in leaves):
        return
    yield Found(
        place.line(line.line.id, "text"),
        f"「{words_of(line.line.text)}」は、だれに、何回、1回いくらで支払いますか（県内・県外の別も書いてください）。",
    )


@LineInYearCheck.rule(
    "43",
    "燃料費は、燃料の種類ごとに、今の単価で積算する。",
    _ESTIMATES,
    "question",
    state="data",
    why="燃料費の行で、積算に燃料の種類と単価がないときに、質問票で尋ねます。",
)
def fuel_is_calculated_by_kind(line: LineTotals, context: LineContext) -> Iterator[Found]:
    """Rule 43: fuel is calculated by kind (ガソリン, 灯油 …) and current price; a line that states neither gets a question."""
    words = context.standard.line_words
    if not begins_kind(line, context, words.fuel):
        return
    if words.fuels.is_in(texts_of(line)) and any(unit_prices(part.basis) for part in every_line((line,))):
        return
    yield Found(
        place.line(line.line.id, "text"),
        f"「{words_of(line.line.text)}」は、どの燃料を、どれだけ、いつの時点の単価で見込みましたか。",
    )


@LineInYearCheck.rule(
    "44",
    "光熱水費が前年度より増えるときは、理由を書く。",
    _ESTIMATES,
    "warning",
    state="data",
    why="光熱水費の行に前年度と今年度の額があるときに検査します。",
)
def rise_of_utilities_has_a_reason(line: LineTotals, context: LineContext) -> Iterator[Found]:
    """Rule 44: 光熱水費 above last year's has a reason in the remark or a basis.

    A rise of no more than the Standard's ``rise_percent`` needs none; with nothing last year it is a new cost, not a rise.
    """
    utilities = context.standard.line_words.utilities
    before, now = line.previous.value, line.amount.value
    if not before or not now or before < 0 or now * 100 <= before * (100 + utilities.rise_percent):
        return
    if not begins_kind(line, context, utilities) or is_explained(line, context):
        return
    yield Found(
        place.line(line.line.id, "remark"),
        f"「{words_of(line.line.text)}」は前年度の {thousands(before)} から {thousands(now)} に増えます。"
        "単価の改定、使用量の増など、増える理由を備考に書いてください。",
    )


@LineInYearCheck.rule(
    "45",
    "食糧費は、社会通念上の儀礼の範囲にとどめる（会議のコーヒー・茶も食糧費）。",
    ESTIMATES_AND_CLASSES,
    "question",
    why="儀礼の範囲かどうかは人が判断します。食糧費の言葉のある行で尋ねます。",
)
def food_stays_within_courtesy(line: LineTotals, context: LineContext) -> Iterator[Found]:
    """Rule 45: 食糧費 stays within courtesy; whether it does is for people to say, so the writer is asked.

    Coffee and tea at meetings are 食糧費 too; such words in another 節 are looked at by rule 48.
    """
    if begins_kind(line, context, context.standard.line_words.food):
        yield Found(
            place.line(line.line.id, "text"),
            f"「{words_of(line.line.text)}」は、どのような会議などで、だれに、1人当たりいくらの飲食を出しますか。",
        )
