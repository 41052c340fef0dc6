"""The published page, read back with a reader that knows nothing of how it was written.

White space: what a person typed stands in elements of class ``typed`` and comes back to the character, but for line
ends (one kind) and characters that HTML cannot hold. Words only for a screen reader (class ``unseen``) are dropped
before the visible text is compared.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import jinja2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html
from msgspec.structs import replace

from model.document import take_snapshot
from model.new_request import new_request
from model.request import Assessment, Contact, CostGroup, Funding, Headcount, Header, Line, Request, Section
from model.standard import Standard
from templates.html import clean, render

NASTY = """<script>alert("&amp;")</script> ' " & </td></table> {{ minus }} {% raw %} <!-- ]]> &lt;"""


class Page:
    """A page read back."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.root: Any = html.document_fromstring(source.encode(), parser=html.HTMLParser(encoding="utf-8"))
        seen = copy.deepcopy(self.root)
        for unseen in seen.xpath("//*" + _has("class", "unseen")):
            unseen.drop_tree()
        self.seen: Any = seen

    def all(self, path: str) -> list[Any]:
        """Elements of the visible page."""
        found: list[Any] = self.seen.xpath(path)
        return found

    def one(self, path: str) -> Any:
        """The only element of its kind."""
        (found,) = self.all(path)
        return found

    def figure(self, table: str, row: str, column: str) -> str:
        """The cell whose headers are a row's and a column's, found by their words."""
        ids = {each.get("id"): text(each) for each in self.all(f"//table{_has('class', table)}//th[@id]")}
        (cell,) = (
            cell
            for cell in self.all(f"//table{_has('class', table)}//td")
            if {row, column} <= {ids[each] for each in cell.get("headers").split()}
        )
        return text(cell)

    def cost_rows(self, number: int) -> list[list[str]]:
        """The rows of a cost table: 内容, 金額, 備考, each with its lines joined by 「 / 」."""
        table = self.all("//table" + _has("class", "costs"))[number]
        for line_break in table.xpath(".//br"):
            line_break.tail = "\n" + (line_break.tail or "")
        return [
            [" / ".join(cell.text_content().split("\n")) for cell in row] for row in table.xpath("./tbody/tr")
        ]


def _has(attribute: str, word: str) -> str:
    return f"[contains(concat(' ', @{attribute}, ' '), ' {word} ')]"


def text(element: Any) -> str:
    """The text of an element with white space run together."""
    return " ".join(element.text_content().split())


@pytest.fixture(scope="module")
def write(standard: Standard, folder: Path) -> Callable[[Request], Page]:
    """Write a request's page and read it back."""
    return lambda request: Page(render(take_snapshot(request, standard), folder))


@pytest.fixture(scope="module")
def page(write: Callable[[Request], Page], sample: Request) -> Page:
    """The page of the real sheet."""
    return write(sample)


def unassessed(request: Request) -> Request:
    """The request as it leaves the department, before the finance division has written."""
    return replace(
        request,
        assessment=Assessment(),
        headcount=replace(request.headcount, assessed={}),
        funding=Funding(previous=request.funding.previous, request=request.funding.request),
    )


def with_lines(*lines: Line) -> Request:
    """A small request with one cost table."""
    return Request(
        header=Header(fiscal_year="平成31年度", name="小さな事業"),
        sections=(Section("costs", heading="所要経費", costs=True),),
        groups=(CostGroup("group", title="経費", lines=lines),),
    )


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
        assert [text(line) for line in page.all("//p" + _has("class", "asked"))] == [
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
        caption = page.all("//table" + _has("class", "costs"))[number].find("caption")
        assert text(caption) == table["title"]
        note = page.all("//p" + _has("class", "note"))[number]
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
            if not words or words.startswith(
                ("もどる", "(この事業に対するご質問")
            ):  # links of the prefecture's site
                continue
            found = visible.find(words, at)
            assert found >= 0, line
            added.append(visible[at:found])
            at = found + len(words)
        added.append(visible[at:])
        assert [each for each in added if each] == ["従事する職員", "合計", "合計", "合計"]

    def test_narrative_is_verbatim(self, page: Page, sample: Request) -> None:
        """The narrative's blanks and line breaks are the writer's layout and stay as typed."""
        texts = [each.text_content() for each in page.all("//section/div" + _has("class", "text"))]
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


class TestAccessibility:
    """JIS X 8341-3:2016 AA, at which the prefectures' pages aim."""

    @pytest.fixture(params=["sample", "unassessed", "new"])
    def any_page(
        self,
        request: pytest.FixtureRequest,
        write: Callable[[Request], Page],
        sample: Request,
        standard: Standard,
    ) -> Page:
        """A full page, a page before the 査定, and one with nothing on it."""
        requests = {"sample": sample, "unassessed": unassessed(sample), "new": new_request(standard)}
        return write(requests[request.param])

    def test_language_and_title(self, any_page: Page) -> None:
        """A page says its language and its title, and has one first heading that is never without words."""
        assert any_page.root.get("lang") == "ja"
        assert any_page.one("//title").text.strip()
        heading = any_page.one("//h1")
        assert text(heading) or heading.get("aria-label")

    def test_headings_step_down_one_at_a_time(self, any_page: Page) -> None:
        """Headings make an outline: no level is skipped, none is empty."""
        levels = [int(each.tag[1]) for each in any_page.all("//h1|//h2|//h3|//h4")]
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))
        assert all(text(each) for each in any_page.all("//h2|//h3|//h4"))

    def test_tables_explain_themselves(self, any_page: Page) -> None:
        """Every table has a caption with its unit, and every heading cell a scope."""
        tables = any_page.root.xpath("//table")
        assert tables
        for table in tables:
            assert "単位:千円" in text(table.find("caption"))
            assert all(cell.get("scope") for cell in table.xpath(".//th"))
            assert all(text(cell) for cell in table.xpath(".//th"))

    def test_people_have_their_unit(self, any_page: Page) -> None:
        """The table that counts people says so: 人."""
        assert "単位:人" in text(any_page.root.xpath("//caption[@id='total_cost-caption']")[0])

    def test_headers_point_at_heading_cells(self, any_page: Page) -> None:
        """In a table with two rows of headings each figure names its row, its column and the heading above."""
        ids = [each.get("id") for each in any_page.root.xpath("//*[@id]")]
        assert len(ids) == len(set(ids))
        cells = any_page.root.xpath("//td[@headers]")
        assert cells
        for cell in cells:
            assert set(cell.get("headers").split()) <= set(ids)
        source = any_page.one("//th[text()='国庫支出金'][@id='funding-national']")
        over = any_page.one("//th[text()='財源内訳']")
        under = [
            cell for cell in any_page.all("//td[@headers]") if source.get("id") in cell.get("headers").split()
        ]
        assert under
        assert all(over.get("id") in cell.get("headers").split() for cell in under)

    def test_every_row_has_a_cell_per_column(self, any_page: Page) -> None:
        """No cell of a table is left out, so that columns can be counted."""
        for table in any_page.all("//table"):
            rows = table.xpath("./tbody/tr")
            columns = sum(int(cell.get("colspan", "1")) for cell in table.xpath("./thead/tr[1]/th"))
            assert {len(row) for row in rows} == {columns}

    def test_one_file(self, any_page: Page) -> None:
        """The page is one file: no scripts, nothing fetched, so it can be mailed and archived."""
        for forbidden in ("script", "link", "img", "iframe", "object", "form"):
            assert not any_page.all(f"//{forbidden}")
        assert not any_page.all("//@src | //@href | //@*[starts-with(name(), 'on')]")
        assert "url(" not in any_page.source
        assert "@import" not in any_page.source

    def test_contrast(self, any_page: Page) -> None:
        """Every colour of text has a contrast of 4.5:1 on white and on the shade of the heading cells."""
        colours = dict(re.findall(r"--(\w+): (#\w{6});", any_page.source))
        used = set(re.findall(r"[^-]color: var\(--(\w+)\)", any_page.source))
        assert used == {"ink", "quiet", "navy"}
        for name in used:
            for ground in ("#ffffff", colours["shade"]):
                assert _contrast(colours[name], ground) >= 4.5

    def test_previous_year_is_spoken(self, page: Page) -> None:
        """Brackets alone mean the previous year to the eye only; a screen reader hears the year."""
        cell = page.root.xpath("//td" + _has("class", "money"))[0]
        assert text(cell).startswith("平成30年度 (16,943)")

    def test_minus_is_spoken(self, write: Callable[[Request], Page], standard: Standard) -> None:
        """A negative figure is printed with the page's own minus and read aloud as マイナス."""
        page = write(with_lines(Line("line", text="返納", previous=-1234, amount=-5)))
        minus = standard.printing.minus_on_page
        assert page.cost_rows(0)[0][1] == f"({minus}1,234) / {minus}5"
        spoken = page.root.xpath("//td" + _has("class", "money"))[0].text_content()
        assert spoken.count("マイナス") == 2
        assert text(page.all("//p" + _has("class", "asked"))[0]).startswith(f"要求額:{minus}5千円")


def _contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours (WCAG 2.0, 1.4.3)."""

    def luminance(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        red, green, blue = (
            part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


class TestWhatIsNotThere:
    """Pages of requests that are not full."""

    def test_before_the_assessment(self, write: Callable[[Request], Page], sample: Request) -> None:
        """A request leaves the department without the parts in which the finance division writes."""
        page = write(unassessed(sample))
        visible = text(page.one("//main"))
        for part in ("査定", "計上", "財政課処理欄", "財政課使用欄", "31年度当初予算額"):
            assert part not in visible.replace("(情報政策課査定)", "")
        assert "要求額の財源内訳(単位:千円)" in visible
        assert page.figure("total_cost", "31年度当初予算要求額", "事業費(A)") == "124,767千円"

    def test_new_request(self, write: Callable[[Request], Page], standard: Standard) -> None:
        """A new request is a blank form: its headings, no figures, and no cost table without lines."""
        page = write(new_request(standard))
        assert page.one("//h1").text_content() == ""
        assert not page.all("//table" + _has("class", "costs"))
        assert not page.all("//div" + _has("class", "text"))
        assert text(page.all("//p" + _has("class", "asked"))[0]) == "要求額: 財源:"
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
        assert page.one("//div" + _has("class", "text")).text_content() == "本文"

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
        """A headcount that cannot be read stands as typed, without a unit; a blank one stays blank."""
        headcount = Headcount(request={"regular": "二人"}, previous={"regular": "2"})
        page = write(replace(sample, headcount=headcount))
        assert page.figure("total_cost", "31年度当初予算要求額", "正職員") == "二人"
        assert page.figure("total_cost", "30年度当初予算額", "正職員") == "2.0人"
        assert page.figure("total_cost", "31年度当初予算要求額", "非常勤職員") == ""


class TestWhatPeopleType:
    """Nothing typed becomes markup, and nothing typed is lost."""

    def test_markup_is_text(self, write: Callable[[Request], Page], sample: Request) -> None:
        """Whatever is typed into any field is shown as it was typed."""
        group = CostGroup("group", NASTY, NASTY, lines=(Line("line", NASTY, amount=NASTY, remark=NASTY),))
        request = replace(
            sample,
            header=Header("平成31年度", *[NASTY] * 8),
            contact=Contact(*[NASTY] * 5),
            headcount=Headcount(request={"regular": NASTY}),
            funding_words=NASTY,
            sections=(Section("costs", "content", NASTY, NASTY, costs=True),),
            groups=(group,),
            assessment=Assessment(NASTY, NASTY, NASTY, NASTY, NASTY),
            funding=Funding(request={"other": NASTY}),
        )
        page = write(request)
        assert not page.root.xpath("//script | //comment()")
        assert "<script" not in page.source
        assert page.one("//h1").text_content() == NASTY
        # 28 fields once each; the name also in the title and in 現在の位置, the department in the latter.
        assert page.root.text_content().count(NASTY) == 28 + 3

    @given(
        name=st.text(max_size=60),
        remark=st.text(max_size=60),
        narrative=st.text(max_size=200),
        comment=st.text(max_size=60),
    )
    @settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    def test_any_text_comes_back(
        self, write: Callable[[Request], Page], name: str, remark: str, narrative: str, comment: str
    ) -> None:
        """Names, remarks, narrative and the finance division's words come back to the character."""
        request = replace(
            with_lines(Line("line", text=name, amount=1, remark=remark)),
            assessment=Assessment("計上", 1, comment=comment),
        )
        request = replace(
            request,
            header=replace(request.header, name=name),
            sections=(*request.sections, Section("text", heading="概要", text=narrative)),
        )
        page = write(request)
        assert page.one("//h1").text_content() == clean(name)
        assert page.all("//tbody/tr/th" + _has("class", "content"))[0].text_content() == clean(name)
        assert page.all("//td" + _has("class", "remark"))[0].text_content() == clean(remark)
        found = page.all("//section/div" + _has("class", "text"))
        assert "".join(each.text_content() for each in found) == clean(narrative)
        assert page.one("//div" + _has("class", "comment")).text_content() == clean(comment)

    def test_control_characters(self, write: Callable[[Request], Page]) -> None:
        """A file from another hand may hold characters that no page can; they go, and the words stay."""
        page = write(Request(header=Header(name="事\x00業\x1b\ud800名\ufffe\x85")))
        assert page.one("//h1").text_content() == "事業名"

    def test_long_word(self, write: Callable[[Request], Page]) -> None:
        """A word of ten thousand letters is kept whole and may break anywhere, so that the page stays readable."""
        page = write(with_lines(Line("line", text="W" * 10_000, amount=1, remark="あ" * 10_000)))
        assert page.cost_rows(0)[0] == ["W" * 10_000, "1", "あ" * 10_000]
        assert "overflow-wrap: anywhere" in page.source

    def test_ids_never_reach_the_page(self, write: Callable[[Request], Page]) -> None:
        """The ids of a file are its own: a strange one cannot break the page."""
        page = write(
            Request(
                sections=(Section('" onclick="x', heading="所要経費", costs=True),),
                groups=(CostGroup('"><script>', lines=(Line("'<b>", "経費", amount=1),)),),
            )
        )
        assert "onclick" not in page.source
        assert "<script" not in page.source


def test_misspelt_name_in_a_template(tmp_path: Path, sample: Request, standard: Standard) -> None:
    """A prefecture that misspells a name in its template is told so; it does not get a page with a hole."""
    (tmp_path / "sheet.html.j2").write_text("{{ sheet.yaer_line }}", encoding="utf-8")
    with pytest.raises(jinja2.UndefinedError, match="yaer_line"):
        render(take_snapshot(sample, standard), tmp_path)
