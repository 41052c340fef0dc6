"""Examples for the rules that read texts, and for what a cut is made of."""

from __future__ import annotations

from msgspec.structs import replace

from model.edits.fields import set_value
from model.request.grounds import Cut
from model.request.multi_year import Commitment
from model.request.request import CostGroup, Line, Request, Section
from model.request.section_table import SectionTable, TableColumn, TableRow
from tests.samples import sample, set_values, with_lines


def with_text(request: Request, text: str) -> Request:
    """A request with another text in its first section."""
    return replace(request, sections=(replace(request.sections[0], text=text), *request.sections[1:]))


def remarked(remark: str, *commitments: Commitment, basis: str = "") -> Request:
    """A request of a line with a remark, and of a second line."""
    line = Line("lease", "端末機器リース料", 900, None if basis else 1_000, remark, basis)
    return replace(with_lines(line, Line("other", "消耗品購入費", 30, 30)), commitments=commitments)


def announced(*parts: str) -> Request:
    """A request with tables 運営費, 広報費 and 研修費, and a narrative of numbered parts."""
    groups = tuple(
        CostGroup(f"table-{at}", f"{at}.{title}", lines=(Line(f"line-{at}", f"{title}の委託料", 10, 10),))
        for at, title in enumerate(("システム運営", "制度広報", "職員研修"), 1)
    )
    text = "\n".join(f"{at}.{part}\n {part}を行う。" for at, part in enumerate(parts, 1))
    request = replace(with_lines(), groups=groups)
    return replace(request, sections=(Section("about", heading="事業概要", text=text), *request.sections))


_CUT = set_values(
    with_lines(Line("a", "啓発業務委託料", 900, 1_000), Line("b", "普通旅費等", 100, 200)),
    [
        ("assessment/amount", 800),
        ("assessment/comment", "啓発業務委託料は300千円減額しました。普通旅費等は精査しました。"),
    ],
)
_BOUND = Commitment("owed", "lease", "H32〜H35")


def listed(text: str, total: str = "", *lengths: str) -> Request:
    """A request with a text, and below it a table of places whose lengths are added up."""
    table = SectionTable(
        "places",
        "about",
        "箇所表",
        columns=(
            TableColumn("name", "路線名"),
            TableColumn("length", "延長", "km", summed=True, total=total),
        ),
        rows=tuple(
            TableRow(f"row-{at}", {"name": name, "length": length})
            for at, (name, length) in enumerate(zip(("国道", "県道", "小計"), lengths, strict=False))
        ),
    )
    request = with_lines()
    about = Section("about", heading="事業概要", text=text)
    return replace(request, sections=(about, *request.sections), tables=(table,))


BROKEN: dict[str, Request] = {
    "table-number": listed("", "", "1.5", "約2"),
    "table-total": listed("", "3.6", "1.5", "2", "3.5"),
    "table-text": listed("整備する延長は計3.6kmである。", "", "1.5", "2"),
    "1-text": with_text(sample(), "端末利用料は、3,300円×11,200人=39,660千円を見込む。"),
    "text-years": with_text(sample(), "平成32年度から平成35年度まで(5年間)の契約とする。"),
    "19-rest": _CUT,
    "19-parts": replace(_CUT, cuts=(Cut("cut", "b", 201),)),
    "24": with_text(
        with_lines(Line("a", "職員研修委託料", 500, 0), Line("b", "消耗品購入費", 30, 30)),
        "職員研修委託料により、全職員を対象に研修を実施する。",
    ),
    "31": remarked("契約期間 H31.4〜H34.3"),
    "text-amount": with_text(sample(), "標準事務費として12,058千円を要求する。"),
    "text-total": with_text(sample(), "要求額 124,776千円"),
    "text-listed": with_text(sample(), "空港、駅、港の計2か所で行う。"),
    "text-tax": with_text(sample(), "4月〜9月分の保守料は消費税率10％で積算している。"),
    "text-commitment": remarked("H32〜H35について別途債務負担行為を要求"),
    "text-commitment-told": remarked("H31〜H35について債務負担行為設定済"),
    "text-period": remarked("H32〜H34について別途債務負担行為を要求", _BOUND),
    "text-section": announced("システム運営", "制度広報", "利用者調査"),
    "text-count": remarked("年3回", basis="150千円×2回"),
    "text-people": with_text(
        set_value(with_lines(Line("a", "委託料", 1, 1)), "headcount/request/regular", "1.9"),
        "正職員1.8人で行う。",
    ),
}

SOUND: dict[str, Request] = {
    "table-number": listed("", "", "1.5", "－"),
    "table-total": listed("", "3.50", "1.5", "2", "3.5"),
    "table-text": listed("整備する延長は計3.5km、県道の延長は2kmである。", "", "1.5", "2"),
    "1-text": with_text(sample(), "端末利用料は、3,300円×11,200人=36,960千円を見込む。"),
    "text-years": with_text(sample(), "平成32年度から平成35年度まで(4年間)の契約とする。"),
    "19-rest": set_value(
        _CUT, "assessment/comment", "啓発業務委託料は300千円減額しました。普通旅費等は100千円減額しました。"
    ),
    "19-parts": replace(_CUT, cuts=(Cut("cut", "b", 200),)),
    "24": with_text(
        with_lines(Line("a", "職員研修委託料", 500, 0), Line("b", "消耗品購入費", 30, 30)),
        "職員研修委託料による研修は、今年度で終了する。",
    ),
    "31": remarked("契約期間 H31.4〜H32.3"),
    "text-amount": with_text(sample(), "標準事務費として12,085千円を要求する。"),
    "text-total": with_text(sample(), "要求額 124,767千円"),
    "text-listed": with_text(sample(), "空港、駅、港の計3か所で行う。"),
    "text-tax": with_text(sample(), "4月〜9月分の保守料は消費税率8％で積算している。"),
    "text-commitment": remarked("債務負担行為の要求は不要"),
    "text-commitment-told": remarked("H27〜H30について債務負担行為設定済"),
    "text-period": remarked("H32〜H35について別途債務負担行為を要求", _BOUND),
    "text-section": announced("システム運営", "制度広報", "職員研修"),
    "text-count": remarked("年2回", basis="150千円×2回"),
    "text-people": with_text(
        set_value(with_lines(Line("a", "委託料", 1, 1)), "headcount/request/regular", "1.9"),
        "正職員1.9人で行う。",
    ),
}
