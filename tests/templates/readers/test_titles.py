"""The 事業, its year and its unit come from the head of a table however a section writes it, and nothing is asked that it says."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from main import STANDARD_FOLDER
from model.document.document import take_snapshot
from templates.readers.sources import read_source
from tests import samples
from tests.templates.readers.layouts.outcome import questions

_NAME: Final = "夏まつり開催事業"
_UNIT: Final = "（単位：千円）"
_LINES: Final = "会場借上,1200,1100\n警備委託,2530,2310\n広報物印刷,440,396\n計,4170,3806\n"
_HEADS: Final = {
    _NAME: (
        "令和9年度 夏まつり開催事業 予算要求内訳",
        "夏まつり開催事業　予算要求内訳書（案）\n令和9年度",
        "【差替】夏まつり開催事業　R9要求",
        "R9要求_夏まつり開催事業_ver2",
        "夏まつり開催事業　R9要求　第2稿",
        "最終版_夏まつり開催事業(R9当初)",
        "夏まつり開催事業　令和９年度　歳出予算見積　＜確定版＞",
        "夏まつり開催事業-令和9年度要求",
        "◎夏まつり開催事業（継続）\n令和9年度要求",
        "令和9年度夏まつり開催事業に要する経費",
        "夏まつり開催事業に係る経費（令和9年度要求）",
        "夏まつり開催事業の令和9年度要求内訳",
        "令和9年度予算要求（夏まつり開催事業）",
        "商工観光課,夏まつり開催事業,令和9年度当初要求,(千円)",
        "予算要求見積書,令和9年度,一般会計,商工費,観光費,夏まつり開催事業",
        "年度,令和9年度,所属,観光課,事業,夏まつり開催事業,単位,千円",
        "事務事業,夏まつり開催事業\n令和9年度",
        "件名,夏まつり開催事業の予算要求について\n年度,令和9年度",
        "件名：【再送】R9当初予算要求（夏まつり開催事業）",
        "事業名,【差替】夏まつり開催事業（案）\n年度,令和9年度",
        "事業名：夏まつり開催事業　第2稿\n令和9年度要求",
        "標記の件、夏まつり開催事業の令和9年度要求を提出します。",
        "観光課です。夏まつり開催事業のR9要求です。",
        "来年度（令和9年度）の夏まつり開催事業の要求です。",
        "商工観光課です。令和9年度要求のうち夏まつり開催事業の内訳です。",
        "夏まつり開催事業の来年度の経費を下記のとおり令和9年度当初予算に要求します。",
        "商工観光課観光係　夏まつり開催事業の令和9年度の要求額は次のとおりです。",
        "商工観光課から夏まつり開催事業の令和9年度要求額を提出します。",
        "商工観光課（内線123）　夏まつり開催事業の令和9年度の要求額です。",
        "年度,9\n事業名,夏まつり開催事業",
        "年度：9\n事業名：夏まつり開催事業",
        "事業名：夏まつり開催事業（商工観光課）\n年度：9",
        "事業名,夏まつり開催事業　【商工労働部商工観光課観光係】\n年度,9",
    ),
    "夏まつり開催": (
        "業務名,夏まつり開催\n年度,令和9年度",
        "事業,夏まつり開催\n年度,令和9年度",
        "夏まつり開催に係る経費の要求（令和9年度）",
        "令和9年度　商工観光課　夏まつり開催　予算要求",
        "令和9年度　夏まつり開催　予算要求\n商工観光課",
    ),
    "夏まつり開催事業（新規）": ("事業名,夏まつり開催事業（新規）\n年度,令和9年度",),
    "夏まつり開催事業（課題解決型）": ("事業名,夏まつり開催事業（課題解決型）\n年度,令和9年度",),
    "夏まつり会場設備": ("夏まつり会場設備　備品購入要求額（令和9年度）",),
    "夏まつり関係経費": ("令和9年度　夏まつり関係経費　要求内訳",),
    "": (
        "令和9年度,一般会計,商工費,観光費",
        "一般会計　商工費　観光費　令和9年度予算要求",
        "令和9年度予算要求　商工観光課",
        "件名,令和9年度当初予算要求書の提出\n年度,令和9年度",
        "令和9年度　夏まつり特別会計　予算要求書",
        "令和9年度予算要求（財政課ヒアリング用）",
        "花火大会開催事業　夏まつり開催事業　令和9年度要求",
    ),
}
_YEARS: Final = (
    *("９年度要求", "9年度（当初）", "R09要求", "令9年度要求", "令和九年度要求", "令和９（2027）年度要求"),
    *("新年度（令和9年度）要求", "令和9年度要求　R8.10.14作成", "令和9年度要求（令和8年10月14日現在）"),
)
_UNITS: Final = (
    *(
        "単価・金額は千円",
        "数量以外は千円",
        "予算額・要求額は千円",
        "すべて千円です",
        "（注）金額の単位は千円",
    ),
    *("※千円", "注）千円", "金額はすべて千円", "※金額は千円単位", "（千円、税込）", "千円単位"),
)
_HEADINGS: Final = (
    *(
        "内容,R9案,R8",
        "内容,R9当初案,R8当初",
        "内容,新年度,現年度",
        "内容,来年度,今年度",
        "内容,要求額,現年度当初額",
        "内容,９年度,８年度",
    ),
    *("内容,令和9年度当初,\n,要求額,前年度予算額", "内容,予算額,\n,本年度,前年度"),
    f"{_NAME},出力日 R8.10.14,令和9年度,単位:千円\n内容,要求額,前年度",
)


def _read(path: Path, *parts: str) -> tuple[str, str, object, object, list[str]]:
    """The name, the year and both amounts of a table of some parts, and what is asked of it."""
    path.write_text("\n".join(parts), encoding="utf-8")
    standard = samples.standard()
    reading = read_source(path, standard, STANDARD_FOLDER)
    header, totals = reading.request.header, take_snapshot(reading.request, standard).totals
    return header.name, header.fiscal_year, totals.amount.value, totals.previous.value, questions(reading)


@pytest.mark.parametrize(("head", "name"), [(head, name) for name, heads in _HEADS.items() for head in heads])
def test_the_head_names_the_project(tmp_path: Path, head: str, name: str) -> None:
    """The 事業 is what the head names besides its year, its document, the state of that, and the section; of several none is taken."""
    found = _read(tmp_path / "t.csv", head, _UNIT, "内容,要求額,前年度", _LINES)
    assert found == (name, "令和9年度", 4170, 3806, [])


def test_the_section_behind_the_name_is_the_section(tmp_path: Path) -> None:
    """The section in brackets behind a 事業名 is that of who asks, unless the head gives another beside its label."""
    path = tmp_path / "t.csv"
    heads = {
        "事業名：夏まつり開催事業（商工観光課）": "商工観光課",
        "事業名,夏まつり開催事業（観光課）\n所属,農政課": "農政課",
    }
    for head, section in heads.items():
        path.write_text(f"{head}\n年度,9\n内容,要求額（千円）\n{_LINES}", encoding="utf-8")
        assert read_source(path, samples.standard(), STANDARD_FOLDER).request.contact.section == section


@pytest.mark.parametrize("year", _YEARS)
def test_the_title_gives_the_year(tmp_path: Path, year: str) -> None:
    """The year of a title is that of the request in any era and without one; the day on which a sheet was made is none."""
    found = _read(tmp_path / "t.csv", f"{_NAME}　{year}", _UNIT, "内容,要求額,前年度", _LINES)
    assert found[0] == _NAME
    assert "9" in found[1]
    assert found[2:] == (4170, 3806, [])


@pytest.mark.parametrize("unit", _UNITS)
def test_a_sentence_gives_the_unit(tmp_path: Path, unit: str) -> None:
    """A line below a table that says of which money its figures are is its unit."""
    found = _read(tmp_path / "t.csv", f"{_NAME}　令和9年度要求", "内容,要求額,前年度", _LINES + unit)
    assert found == (_NAME, "令和9年度", 4170, 3806, [])


@pytest.mark.parametrize("headings", _HEADINGS)
def test_headings_of_the_coming_and_the_running_year(tmp_path: Path, headings: str) -> None:
    """新年度 is what is asked for, 現年度 the year before, 前年度 below this year's heading last year; fields above are no headings."""
    found = _read(tmp_path / "t.csv", f"{_NAME}　令和9年度要求", _UNIT, headings, _LINES)
    assert found == (_NAME, "令和9年度", 4170, 3806, [])
