"""The list of the figures in texts: what each seems to mean, what it equals, what contradicts it."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from main import run
from model.checks.loose_figures import LooseFigure, loose_figures
from model.document import storage
from model.request.request import Request
from tests.model.checks.examples.texts import with_text
from tests.samples import sample, set_values, snapshot, standard


def listed(request: Request, where: str = "section/section-1/text") -> list[LooseFigure]:
    """The figures of one text of a request."""
    found = loose_figures(request, snapshot(request).totals, standard())
    return [figure for figure in found if figure.where == where]


def test_figure_that_is_named_and_right() -> None:
    """An amount behind a line's name means that line, equals it, and nothing contradicts it."""
    (found,) = listed(with_text(sample(), "集約センター経費は6,468千円である。"))
    assert (found.kind, found.written, found.meant) == ("money", "6,468千円", "集約センター経費")
    assert (found.equals, found.contradicts) == (("集約センター経費",), "")


def test_figure_that_the_sheet_contradicts() -> None:
    """A rate that is not that of 要求額 has the right one beside it; where it begins and ends is that of the text as typed."""
    text = "　前年度比２．５％増の要求とした。"
    (found,) = listed(with_text(sample(), text))
    assert (found.meant, found.contradicts) == ("要求額の増減", "要求額の前年度からの増減率は 5.2％")
    assert text[found.start : found.end] == found.written == "２．５％"


def test_figures_that_nothing_names() -> None:
    """An amount that nothing names says what it equals; a year says whether it is this one; other things equal nothing."""
    found = listed(
        with_text(sample(), "残りの12,085千円を平成30年度に、12団体で分担し、5,001千円は翌年度に払う。")
    )
    assert [(figure.written, figure.kind, figure.equals) for figure in found] == [
        ("12,085千円", "money", ("標準事務費",)),
        ("平成30年度", "year", ("前年度",)),
        ("12団体", "count", ()),
        ("5,001千円", "money", ()),
    ]


def test_every_text_is_looked_through() -> None:
    """Remarks, the finance division's comment and what was achieved have figures too; the head and whom to ask have none."""
    request = sample()
    results = replace(request.sections[2], text="平成29年度に1,566千円で改修した。")
    request = replace(request, sections=(*request.sections[:2], results, *request.sections[3:]))
    request = replace(request, assessment=replace(request.assessment, comment="500千円を減額した。"))
    request = set_values(request, [("line/line-1-4/remark", "12団体")])
    found = loose_figures(request, snapshot(request).totals, standard())
    places = {figure.where.partition("/")[0] for figure in found}
    assert places == {"section", "assessment", "line"}
    (year, amount) = [figure for figure in found if figure.where == "section/section-3/text"]
    assert (year.equals, amount.equals) == ((), ("システム改修経費の前年度予算額",))


def test_figures_are_printed_beside_the_findings(
    tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    """「check --figures」 prints a line for each; with --json it is refused, for that list has its own keys."""
    path = tmp_path_factory.mktemp("figures") / "sample.yosan"
    storage.save(with_text(sample(), "要求額は130,000千円である。"), path)
    run(["check", str(path), "--figures"])
    printed = capsys.readouterr().out
    assert "130,000千円（要求額と読めます。要求額は 124,767千円 です）" in printed
    with pytest.raises(SystemExit):
        run(["check", str(path), "--figures", "--json"])
