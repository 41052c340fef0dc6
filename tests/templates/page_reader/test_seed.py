"""The real sheet of 平成31年度, read from its published page, is the sample that is shipped."""

from __future__ import annotations

import html
import re
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from model.request.request import Request
from templates.readers.page import read_html, read_text
from tests.cases import foreign_html
from tests.samples import declared_sample, findings, standard

SEED = (Path(__file__).parents[2] / "data" / "seed.txt").read_text(encoding="utf-8")

COST_TABLES = [
    [
        ("地方公共団体情報システム機構への負担金", "(16,943)<BR>16,943", "&nbsp;"),
        ("集約センター経費 ", "(6,712)<BR>6,468", ""),
        ("住基ネット保守管理費", "(11,564)<BR>13,023", ""),
        ("セキュリティ研修開催経費", "(0)<BR>370", ""),
        ("標準事務費", "(14,585)<BR>12,085", "端末等のリース料等<BR>H32〜H35について別途債務負担行為を要求"),
        ("合計", "(49,804)<BR>48,889", None),
    ],
    [
        ("地方公共団体情報システム機構への負担金", "", ""),
        ("(1)一般負担金", "(22,061)<BR>22,061", ""),
        ("(2)地域情報化推進事業負担金", "(2,159)<BR> 2,159", ""),
        ("合計", "(24,220)<BR>24,220", ""),
    ],
    [
        ("LGWAN都道府県負担金", "(33,832)<BR>33,832", ""),
        (
            "第四次LGWAN接続機器リース料・保守料<BR>(標準事務費)",
            "(461)<BR>613",
            "H31〜H35について債務負担行為設定済",
        ),
        ("第三次LGWAN接続機器リース料", "(16)", ""),
        ("", "(34,309)<BR> 34,445", ""),
    ],
    [
        ("システム保守運用経費", "(6,651)<BR>7,040", ""),
        ("4月〜9月", "3,488", ""),
        ("10月〜3月", "3,552", "消費増税分含む"),
        (
            "システム改修経費",
            "(1,566)<BR>4,588",
            "情報連携仕様の改版及び中間サーバーシステム機能強化に伴う対応経費",
        ),
        ("", "(8,217)<BR> 11,628", ""),
    ],
    [
        ("中間サーバー運用交付金", "(2,030)<BR>5,585", "次期システム再構築に係る交付金含む"),
        ("VPN装置保守経費", "(76)", ""),
        ("", "(2,106)<BR> 5,585", ""),
    ],
]


def plain(request: Request) -> object:
    """A request with the ids of lines, groups and sections replaced by their order."""
    text = msgspec.json.encode(request).decode()
    for number, identity in enumerate(dict.fromkeys(re.findall(r'"id":"([\w-]+)"', text))):
        text = text.replace(f'"{identity}"', f'"id{number}"')
    return msgspec.json.decode(text)


def _expected() -> Request:
    """The real sheet with its printed totals, begun under the Standard with which the page is read."""
    return replace(declared_sample(), standard=standard().government)


def seed_html() -> str:
    """The seed's page with real tables, its cost tables merged cells and all."""
    before, costs, after = re.split(r"(?<=2 所要経費\n)|(?=\nこれまでの取組と成果\n)", SEED)
    titles = re.findall(r"(?m)^\d\..+$", costs)
    written = ""
    for title, rows in zip(titles, COST_TABLES, strict=True):
        cells = "".join(
            "<tr>" + "".join(f"<td>{cell}</td>" for cell in row if cell is not None) + "</tr>" for row in rows
        )
        written += (
            f"<P>{title}</P><TABLE><tr><th>内容</th><th>金額(千円)</th><th>備考</th></tr>{cells}</TABLE>"
            "<P>※金額の(&nbsp;&nbsp;)内の数字は平成30年度予算額</P>"
        )
    page = foreign_html(f"{before}COSTS\n{after}")
    line = f"<FONT SIZE=2>{html.escape('COSTS')}</FONT><BR>"
    assert line in page
    return page.replace(line, written)


def test_seed_is_the_shipped_sample() -> None:
    """Head, people, narrative, cost tables, commitments, tables: everything, with every printed total declared."""
    reading = read_text(SEED, standard())
    assert plain(reading.request) == plain(_expected())
    assert reading.unread == ()
    assert findings(reading.request) == []


def test_seed_with_real_tables_is_the_same() -> None:
    """As HTML with its tables the page gives the request that its flattened text gives."""
    reading = read_html(seed_html(), standard())
    assert plain(reading.request) == plain(_expected())
    assert reading.unread == ()


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_do_not_matter(end: str) -> None:
    """A page saved under Windows is the same page."""
    assert plain(read_text(SEED.replace("\n", end), standard()).request) == plain(_expected())


@pytest.mark.parametrize(
    ("row", "table", "part"),
    [
        ("前年度予算 118,656 0 0 0 0 0 0 2,159 116,497", "funding", "previous"),
        ("要求額 124,767 0 0 0 0 0 0 2,159 122,608", "funding", "request"),
        ("計上額 124,288 0 0 0 0 0 0 2,159 122,129", "funding", "assessed"),
        ("30年度当初予算額 118,656千円 3,973千円 122,629千円 0.5人 0.0人 0.0人", "headcount", "previous"),
    ],
)
def test_a_row_without_figures_takes_none_of_another_row(row: str, table: str, part: str) -> None:
    """A label alone on its line is a row in which nothing stands (a new 事業 has no 前年度): those below keep their figures."""
    assert f"\n{row}\n" in SEED
    reading = read_text(SEED.replace(f"\n{row}\n", f"\n{row.split()[0]}\n"), standard())
    expected = _expected()
    for kept in ("funding", "headcount"):
        for name in ("previous", "request", "assessed"):
            found = getattr(getattr(reading.request, kept), name)
            assert found == ({} if (kept, name) == (table, part) else getattr(getattr(expected, kept), name))
    assert reading.unread == ()
