"""Our own published page is read back exactly: what it shows comes back, to the byte of the page."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from msgspec.structs import replace

from model import storage
from model.document import take_snapshot
from model.place import CostColumn
from model.request import CostGroup, FundingRowKey, Line, Request
from templates.html import clean, render
from templates.own_page import is_own_page, read_own_page
from tests.requests import requests
from tests.samples import ROOT, sample, standard

FOLDER = ROOT / "templates" / "tottori"


def page_of(request: Request) -> str:
    """The published page of a request."""
    return render(take_snapshot(request, standard()), FOLDER)


def printable(request: Request) -> Request:
    """The request without the characters that no page can hold; edits never let them in."""

    def cleaned(value: Any) -> Any:
        if isinstance(value, str):
            return clean(value)
        if isinstance(value, dict):
            return {key: cleaned(each) for key, each in value.items()}
        return [cleaned(each) for each in value] if isinstance(value, list | tuple) else value

    found: Request = msgspec.convert(cleaned(msgspec.to_builtins(request)), Request)
    return found


@given(requests().map(printable))
@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_a_page_read_back_is_written_again_to_the_byte(request_: Request) -> None:
    """Whatever a page shows is read: the request that was read writes the same page."""
    page = page_of(request_)
    reading = read_own_page(page, standard())
    assert page_of(reading.request) == page


def test_the_real_sheet_comes_back_with_every_printed_total_typed() -> None:
    """The page of the real sheet gives the shipped request, and beside it each figure that the page prints."""
    reading = read_own_page(page_of(sample()), standard())
    found, shipped = without_ids(reading.request), without_ids(sample())
    assert reading.unread == ()
    derived = take_snapshot(sample(), standard()).totals
    assert found.declared == {
        "request/amount": 124_767,
        "request/previous": 118_656,
        **{
            f"cost/{row}/{column}": each.of(column).value
            for row, each in derived.cost_rows.items()
            for column in COST_COLUMNS
        },
        **{f"funding/{row}/expense": derived.funding_rows[row].expense.value for row in FUNDED},
        **{f"funding/{row}/general": derived.funding_rows[row].general.value for row in FUNDED},
    }
    groups = tuple(
        replace(
            group,
            previous=total.previous.value,
            amount=total.amount.value,
            lines=tuple(
                replace(line, amount=7_040) if line.text == "システム保守運用経費" else line
                for line in group.lines
            ),
        )
        for group, total in zip(shipped.groups, derived.groups, strict=True)
    )
    assert found == replace(shipped, declared=found.declared, groups=groups)


COST_COLUMNS: tuple[CostColumn, ...] = ("expense", "labour", "total")
FUNDED: tuple[FundingRowKey, ...] = ("previous", "request", "assessed")
"""The funding rows that hold figures; 保留 and 別途 print 0 for a blank, and a blank they stay."""


def without_ids(request: Request) -> Request:
    """The request with ids that say only where a part stands."""

    def line(old: Line, where: str) -> Line:
        parts = tuple(line(part, f"{where}-{at}") for at, part in enumerate(old.parts))
        names[old.id] = where
        return replace(old, id=where, parts=parts)

    names: dict[str, str] = {}
    groups = tuple(
        replace(
            group,
            id=f"g{number}",
            lines=tuple(line(each, f"l{number}-{at}") for at, each in enumerate(group.lines)),
        )
        for number, group in enumerate(request.groups)
    )
    return replace(
        request,
        groups=groups,
        sections=tuple(replace(each, id=f"s{at}") for at, each in enumerate(request.sections)),
        commitments=tuple(
            replace(each, id=f"c{at}", line=names[each.line]) for at, each in enumerate(request.commitments)
        ),
    )


@pytest.mark.parametrize(
    ("basis", "amount", "prices"),
    [
        ("20,845円×11か月", None, {}),
        ("20,845円×11か月", 230, {}),  # typed over the same figure: no result is printed
        ("20,845円×11か月", 229, {}),
        ("報酬 5千円×2\n手当 1千円", None, {}),
        ("会場×2回", None, {"会場": "3,000円"}),
        ("20,000円×3(税抜)", None, {}),
        ("会場×2回", None, {"会場": "2千円(税抜)"}),
        ("2千円×(", 5, {}),
    ],
)
def test_a_calculation_comes_back_as_it_was_typed(
    basis: str, amount: int | None, prices: dict[str, str]
) -> None:
    """A line's 積算 is read without the result, prices and tax that the page adds, and gives its figure again."""
    line = Line("l", "研修", 1, amount, "年1回", basis)
    header = replace(sample().header, fiscal_year="令和3年度")  # one rate of tax in all its months
    group = CostGroup("g", "表", lines=(line,))
    request = replace(sample(), header=header, groups=(group,), commitments=(), prices=prices)
    reading = read_own_page(page_of(request), standard())
    (found,) = reading.request.groups[0].lines
    assert (found.basis, found.remark, reading.unread) == (basis, "年1回", ())
    assert reading.request.prices == prices
    if amount != 230:  # a figure that the calculation gives is left to it
        assert found.amount == amount


def test_a_source_s_calculation_comes_back() -> None:
    """The 積算 of a source (財源) is read from the note below the table; the rest stays with 一般財源."""
    request = replace(sample(), bases={"funding/request/national": "42,433千円×1/2"})
    found = read_own_page(page_of(request), standard()).request
    assert found.bases == request.bases
    assert "national" not in found.funding.request


def test_what_someone_added_to_a_page_is_kept_and_listed() -> None:
    """A part that the program did not write goes to the end of the narrative as text, and is listed."""
    page = page_of(sample()).replace("</section>", "<ul><li>手で足した行</li></ul></section>", 1)
    page = page.replace("</main>", "<blockquote>外の言葉</blockquote></main>")
    reading = read_own_page(page, standard())
    assert [(each.where, each.text) for each in reading.unread] == [
        ("事業概要", "手で足した行"),
        ("本文の外", "外の言葉"),
    ]
    assert reading.request.sections[-1].text == "手で足した行\n外の言葉"


def test_a_calculation_that_someone_changed_on_the_page_goes_to_the_remark() -> None:
    """A 積算 that no longer gives the printed figure is kept in the 備考 as it stands, and listed."""
    line = Line("l", "研修", None, None, "年1回", "20,845円×11か月")
    page = page_of(replace(sample(), groups=(CostGroup("g", lines=(line,)),), commitments=()))
    reading = read_own_page(page.replace('"this-year">230<', '"this-year"><'), standard())
    (found,) = reading.request.groups[0].lines
    assert (found.basis, found.remark) == ("", "20,845円×11か月＝230千円\n年1回")
    assert [each.text for each in reading.unread] == ["20,845円×11か月＝230千円"]


def test_whose_page_it_is() -> None:
    """A page says in its head that this program wrote it; words in its text do not make it one."""
    assert is_own_page(page_of(sample()))
    assert not is_own_page("<html><body>予算帖 1 generator 事業費 要求額</body></html>")


def test_a_page_without_a_sheet_is_a_sentence() -> None:
    """A page of ours whose sheet is cut off cannot be read, and says so."""
    with pytest.raises(storage.FileError, match="要求書の部分がありません"):
        read_own_page(page_of(sample()).split("<main", maxsplit=1)[0], standard())


def test_a_page_that_nests_too_deep_is_a_sentence() -> None:
    """A page that nests a hundred thousand deep is refused: nothing of a page that is read may be lost."""
    page = page_of(sample()).replace("</main>", "<div>" * 100_000 + "深い</main>")
    with pytest.raises(storage.FileError, match="入れ子が深すぎて"):
        read_own_page(page, standard())


@given(requests())
def test_a_file_holds_whatever_a_page_or_a_person_gave(request_: Request) -> None:
    """A request saved and opened again is the same, with every field."""
    assert storage.loads(storage.dumps(request_), "x.yosan") == request_
