"""Sheets of their own as published: commitments (債務負担行為), a continuing expense (継続費), a carry-over (繰越明許費)."""

from __future__ import annotations

from model.request.multi_year import AnnualAmount, Commitment, CommitmentYear, ContinuingExpense
from model.request.request import Assessment, Contact, Funding, Header, Request, Section
from model.values.amount import Amount

_SECTION = Section("reason", "content", "事業概要", "機器を借りる。", costs=True)


def rows(first: int, amounts: tuple[Amount, ...], mark: str = "owed") -> tuple[CommitmentYear, ...]:
    """A row a year from 「<first>年度」 on, 千円."""
    return tuple(
        CommitmentYear(f"{mark}-{first + at}", f"{first + at}年度", amount)
        for at, amount in enumerate(amounts)
    )


def facilities() -> Request:
    """令和4年度, published page 104: 5年度から10年度まで, 77,899千円 (the last two years add up to what it prints)."""
    owed = Commitment(
        "owed",
        period="5年度から10年度まで",
        name="教育施設営繕費",
        years=rows(5, (16_584, 15_511, 15_511, 15_511, 7_391, 7_391)),
    )
    return Request(
        header=Header(
            "令和4年度", "当初予算", "一般事業(公共事業以外)", "一般事業要求", "教育費", "教育総務費", "教育財産管理費",
            "教育施設営繕費", sheet="commitment",
        ),
        contact=Contact("教育委員会", "教育環境課", "管理・施設助成担当"),
        sections=(_SECTION,),
        commitments=(owed,),
    )  # fmt: skip


def twenty_years() -> Request:
    """平成20年度, page 117: twenty years of 19,440千円, 388,800千円 together."""
    owed = Commitment(
        "owed", period="平成21年度から平成40年度まで", name="用地取得費", years=rows(21, (19_440,) * 20)
    )
    header = Header(
        "平成20年度",
        "当初予算",
        "一般事業",
        "課長要求",
        "土木費",
        "道路橋りょう費",
        "道路維持費",
        "用地取得事業",
        sheet="commitment",
    )
    return Request(
        header=header, contact=Contact("県土整備部", "道路企画課"), sections=(_SECTION,), commitments=(owed,)
    )


def risen() -> Request:
    """平成26年度, as page 110: a tax rise adds 65, 65, 65 and 26千円 to a contract; this year's is in the ordinary budget."""
    contracts = (
        (26, 2_268, 2_333),
        (27, 2_268, 2_333),
        (28, 2_268, 2_333),
        (29, 2_268, 2_333),
        (30, 945, 971),
    )
    years = tuple(
        CommitmentYear(f"owed-{year}", f"{year}年度", contracted=before, changed=after)
        for year, before, after in contracts
    )
    granted = rows(27, (65, 65, 65, 26), "granted")
    owed = Commitment(
        "owed", period="27年度から30年度まで", name="複合機賃借料", note="消費税率の改正に伴い契約額を変更する。",
        years=years, granted=granted,
    )  # fmt: skip
    header = Header(
        "平成26年度",
        "当初予算",
        "一般事業(公共事業以外)",
        "一般事業要求",
        "総務費",
        "総務管理費",
        "一般管理費",
        "庁舎管理費",
        sheet="commitment",
    )
    return Request(
        header=header,
        contact=Contact("総務部", "総務課"),
        sections=(_SECTION,),
        commitments=(owed,),
        assessment=Assessment("計上"),
    )


def dam() -> Request:
    """平成27年度, as page 113: 事業費 stays, 国庫 +3,254, 起債 +62,000, 一般財源 −65,254 over the years; 0千円 is asked."""
    years = (
        AnnualAmount(
            "annual-27", "27年度",
            {"expense": 500_000, "national": 250_000, "bonds": 150_000},
            {"expense": 480_000, "national": 251_627, "bonds": 192_000},
        ),
        AnnualAmount(
            "annual-28", "28年度",
            {"expense": 300_000, "national": 150_000, "bonds": 90_000},
            {"expense": 320_000, "national": 151_627, "bonds": 110_000},
        ),
    )  # fmt: skip
    header = Header(
        "平成27年度",
        "2月補正予算",
        "公共事業",
        "一般事業調整",
        "土木費",
        "河川海岸費",
        "ダム建設費",
        "ダム建設事業",
        sheet="continuing",
    )
    return Request(
        header=header,
        contact=Contact("県土整備部", "河川課"),
        sections=(_SECTION,),
        continuing=(ContinuingExpense("dam", "ダム本体工事", years=years),),
    )


def heritage() -> Request:
    """平成27年度, page 115: 4,326千円 of a subsidy for cultural property are carried over, all of it 一般財源."""
    header = Header(
        "平成27年度", "2月補正予算", "一般事業(公共事業以外)", "一般事業調整", "教育費", "社会教育費", "文化財保護費", "文化財助成費",
        sheet="carry_over",
    )  # fmt: skip
    return Request(
        header=header,
        contact=Contact("教育委員会", "文化財課", "文化財担当"),
        sections=(_SECTION,),
        declared={"request/amount": 4_326},
        assessment=Assessment("認める", 4_326),
        funding=Funding(request={"received": 0}),
    )
