"""The published page of the real sheet, and of requests that are not full."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace

from model.document.new_request import new_request
from model.request.request import Headcount, Line, Request, Section
from model.standard.standard import Standard
from tests.templates.published_page import Page, has, text, unassessed, with_lines


class TestTheRealSheet:
    """The page of the sample against what the prefecture published."""

    def test_words_of_the_head(self, page: Page, facts: dict[str, Any]) -> None:
        """The head names budget, class, stage, 款項目, the section that answers and how to reach it."""
        head, facts = text(page.one("//header")), facts["header"]
        assert text(page.one("//h1")) == facts["事業名"]
        for word in ("breadcrumb_year", "fiscal_year", "budget", "class", "stage", "部局", "課", "担当"):
            assert facts[word] in head
        for label in ("款", "項", "目", "電話番号", "E-mail"):
            assert f"{label}:{facts[label]}" in head

    def test_total_cost(self, page: Page, facts: dict[str, Any]) -> None:
        """トータルコスト stands in 千円 and 人, a row each for 当初予算額, 要求額 and the previous year."""
        columns = ["事業費(A)", "人件費(B)", "トータルコスト(A+B)", *facts["total_cost"]["staff"]]
        for label, *figures in facts["total_cost"]["rows"]:
            for column, figure in zip(columns, figures, strict=True):
                printed = f"{figure:,}千円" if isinstance(figure, int) else f"{figure}人"
                assert page.figure("total_cost", label, column) == printed

    def test_request_and_assessment_lines(self, page: Page, facts: dict[str, Any]) -> None:
        """The 要求額 line gives this year, the previous year and 財源; the 査定 line the result and 計上額."""
        asked, assessed = facts["request"], facts["assessment"]
        assert [text(line) for line in page.all("//p" + has("class", "asked"))] == [
            f"要求額:{asked['要求額']:,}千円 (前年度予算額 {asked['前年度予算額']:,}千円) 財源:{asked['財源']}",
            f"{assessed['査定']}:{assessed['結果']} 計上額:{assessed['計上額']:,}千円",
        ]

    @pytest.mark.parametrize("number", range(5))
    def test_cost_tables(self, page: Page, facts: dict[str, Any], number: int) -> None:
        """In a cost table the previous year stands in brackets above this year, and each only where it exists."""
        table = facts["cost_tables"][number]
        expected = []
        for line in table["lines"]:
            if isinstance(line, dict):  # a heading without figures; its parts carry them
                ((heading, lines),) = line.items()
                expected += [[heading, "", ""], *(_cost_row(*part) for part in lines)]
            else:
                expected.append(_cost_row(*line[:4]))
                for part in line[4]["parts"] if len(line) > 4 else ():
                    expected.append(_cost_row(part[0], None, part[1], part[2]))
        expected.append(_cost_row("合計", *table["合計"], ""))
        assert page.cost_rows(number) == expected
        caption = page.all("//table" + has("class", "costs"))[number].find("caption")
        assert text(caption) == table["title"]
        note = page.all("//p" + has("class", "note"))[number]
        assert re.sub(r"\s", "", text(note)) == re.sub(r"\s", "", table["note"])

    @pytest.mark.parametrize("table", ["funding", "finance"])
    def test_funding(self, page: Page, facts: dict[str, Any], table: str) -> None:
        """財源内訳 and 財政課使用欄 print a 0 where no money comes from a source, and 一般財源 as the rest."""
        for label, *figures in facts[table]["rows"]:
            for column, figure in zip(facts["funding"]["columns"], figures, strict=True):
                assert page.figure(table, label, column) == f"{figure:,}"

    def test_order_of_the_text(self, page: Page, seed: str) -> None:
        """Line by line the page reads as the published one; it adds only headings that the published one left out."""
        visible = "".join(page.one("//main").text_content().split())
        added, at = [], 0
        for line in seed.splitlines():
            words = "".join(line.split())
            # Links of the prefecture's site are not part of the sheet.
            if not words or words.startswith(("もどる", "(この事業に対するご質問")):
                continue
            found = visible.find(words, at)
            assert found >= 0, line
            added.append(visible[at:found])
            at = found + len(words)
        added.append(visible[at:])
        assert [each for each in added if each] == ["従事する職員", "合計", "合計", "合計"]

    def test_narrative_is_verbatim(self, page: Page, sample: Request) -> None:
        """The narrative's blanks and line breaks are the writer's layout and stay as typed."""
        texts = [each.text_content() for each in page.all("//section/div" + has("class", "text"))]
        assert texts == [section.text for section in sample.sections if section.text]
        assert re.search(r"\.typed \{[^}]*white-space: pre-wrap", page.source)

    def test_golden(self, page: Page, golden: Callable[[str, str], None]) -> None:
        """The whole page is the one a person last looked at."""
        golden("sample_page.html", page.source)


def _cost_row(content: str, previous: int | None, amount: int | None, remark: str) -> list[str]:
    figures = [
        *([f"({previous:,})"] if previous is not None else []),
        *([f"{amount:,}"] if amount is not None else []),
    ]
    return [content, " / ".join(figures), remark]


class TestWhatIsNotThere:
    """Pages of requests that are not full."""

    def test_before_the_assessment(self, write: Callable[[Request], Page], sample: Request) -> None:
        """A request leaves the department without the parts in which the finance division writes."""
        page = write(unassessed(sample))
        visible = text(page.one("//main"))
        for part in ("査定", "計上", "財政課処理欄", "財政課使用欄", "31年度当初予算額"):
            assert part not in visible
        assert "要求額の財源内訳(単位:千円)" in visible
        assert page.figure("total_cost", "31年度当初予算要求額", "事業費(A)") == "124,767千円"

    def test_new_request(self, write: Callable[[Request], Page], standard: Standard) -> None:
        """A new request is a blank form: its headings, no figures, no 財源 without words, and no cost table without lines."""
        page = write(new_request(standard))
        assert page.one("//h1").text_content() == ""
        assert not page.all("//table" + has("class", "costs"))
        assert not page.all("//div" + has("class", "text"))
        assert text(page.all("//p" + has("class", "asked"))[0]) == "要求額:"
        assert page.figure("total_cost", "R9年度当初予算要求額", "事業費(A)") == ""

    def test_nothing_at_all(self, write: Callable[[Request], Page]) -> None:
        """Even a request without any words gives a page, and a frame without sections has no heading."""
        page = write(Request(sections=(Section("empty"), Section("costs", costs=True))))
        assert [text(each) for each in page.all("//h2")] == [
            "事業費",
            "要求額の財源内訳(単位:千円)",
        ]
        assert not page.all("//h3")

    def test_section_without_heading(self, write: Callable[[Request], Page]) -> None:
        """A section may be text alone, and a cost table's title then takes the place of the section's heading."""
        request = with_lines(Line("line", text="経費", amount=1))
        page = write(replace(request, sections=(Section("costs", heading=" ", text="本文", costs=True),)))
        assert [text(each) for each in page.all("//h3|//h4")] == ["経費"]
        assert page.one("//h3[ancestor::caption]") is not None
        assert page.one("//div" + has("class", "text")).text_content() == "本文"

    def test_blank_is_not_zero(self, write: Callable[[Request], Page]) -> None:
        """A blank amount prints nothing, 0 prints 0, and what is no amount stands as it was typed."""
        page = write(
            with_lines(
                Line("blank", text="空欄"),
                Line("zero", text="ゼロ", previous=0, amount=0),
                Line("ended", text="終了", previous=16),
                Line("begun", text="新規", amount=7),
                Line("unread", text="未定", amount="約3百"),
            )
        )
        assert [row[1] for row in page.cost_rows(0)] == ["", "(0) / 0", "(16)", "7", "約3百", "(16) / 7"]

    def test_total_without_lines(self, write: Callable[[Request], Page]) -> None:
        """A 合計 that was typed counts in the 要求額 and is printed, also where no line stands above it."""
        request = with_lines()
        page = write(replace(request, groups=(replace(request.groups[0], previous=30, amount=40),)))
        assert page.cost_rows(0) == [["合計", "(30) / 40", ""]]

    def test_people_as_typed(self, write: Callable[[Request], Page], sample: Request) -> None:
        """A headcount that cannot be read stands as typed, without a unit; a blank one is printed 「人」 alone."""
        headcount = Headcount(request={"regular": "二人"}, previous={"regular": "2"})
        page = write(replace(sample, headcount=headcount))
        assert page.figure("total_cost", "31年度当初予算要求額", "正職員") == "二人"
        assert page.figure("total_cost", "30年度当初予算額", "正職員") == "2.0人"
        assert page.figure("total_cost", "31年度当初予算要求額", "非常勤職員") == "人"
