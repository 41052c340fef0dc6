"""The published page can be read by everyone: JIS X 8341-3:2016 AA, at which the prefectures' pages aim."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

import pytest
from msgspec.structs import replace

from model.document.new_request import new_request
from model.request.request import Line, Request
from model.standard.standard import Standard
from tests.templates.published_page import Page, has, text, unassessed, with_lines


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
        assert not any_page.all("//@src | //@*[starts-with(name(), 'on')]")
        assert all(address.startswith(("tel:", "mailto:")) for address in any_page.all("//@href"))
        assert not re.search(r"url\((?!#)", any_page.source)
        assert "@import" not in any_page.source

    @pytest.mark.parametrize("theme", ["light", "dark"])
    def test_contrast(self, any_page: Page, theme: str) -> None:
        """Every colour of text has a contrast of 7:1 on the paper and on the shade of the heading cells: AAA, light and dark."""
        light, dark = (
            dict(re.findall(r"--(\w+): (#\w{6});", each))
            for each in any_page.source.split("prefers-color-scheme: dark")[:2]
        )
        colours = light if theme == "light" else dark
        used = set(re.findall(r"[^-]color: var\(--(\w+)\)", any_page.source))
        assert used == {"ink", "quiet", "navy", "link"}
        for name in used:
            for ground in ("paper", "shade"):
                assert _contrast(colours[name], colours[ground]) >= 7

    def test_years_are_spoken(self, page: Page) -> None:
        """Brackets alone mean the previous year to the eye only; a screen reader hears both years."""
        cell = page.root.xpath("//td" + has("class", "money"))[0]
        assert text(cell) == "平成30年度 (16,943)平成31年度 16,943"

    def test_a_part_names_its_line(self, page: Page) -> None:
        """The row of a part says of which line it is one, for who does not see the indent."""
        (row,) = page.root.xpath("//th[.//span[text()='(1)一般負担金']]")
        assert text(row) == "地方公共団体情報システム機構への負担金の内訳 (1)一般負担金"

    def test_minus_is_spoken(self, write: Callable[[Request], Page], standard: Standard) -> None:
        """A negative figure is printed with the page's own minus and read aloud as マイナス, both as text."""
        page = write(with_lines(Line("line", text="返納", previous=-1234, amount=-5)))
        minus = standard.printing.minus_on_page
        assert page.cost_rows(0)[0][1] == f"({minus}1,234) / {minus}5"
        cell = page.root.xpath("//td" + has("class", "money"))[0]
        for hidden in cell.xpath(".//*[@aria-hidden]"):
            hidden.drop_tree()
        assert text(cell) == "平成30年度 (マイナス1,234)平成31年度 マイナス5"
        assert not page.all("//*[@role='img']")
        assert text(page.all("//p" + has("class", "asked"))[0]).startswith(f"要求額:{minus}5千円")

    def test_a_key_stops_at_a_table_only_where_it_scrolls(self, any_page: Page) -> None:
        """Each table that may scroll has one stop of the Tab key, which is not there where nothing scrolls."""
        stops = any_page.root.xpath("//*[@tabindex]")
        assert len(stops) == len(any_page.root.xpath("//table"))
        assert all("hint" in each.get("class").split() for each in stops)
        assert re.search(r"\.unseen\.hint \{\s*visibility: hidden", any_page.source)

    def test_title_tells_pages_of_one_request_apart(
        self, write: Callable[[Request], Page], sample: Request
    ) -> None:
        """The title says budget, class, stage, and who has assessed it; so two pages of one project are never alike."""
        titles = [
            text(write(request).one("//title"))
            for request in (
                sample,
                unassessed(sample),
                replace(sample, header=replace(sample.header, budget="6月補正予算")),
                replace(sample, header=replace(sample.header, stage="知事要求")),
            )
        ]
        assert len(set(titles)) == 4
        assert titles[1] == (
            "総合行政・住基ネットワーク運営事業 | 平成31年度当初予算 一般事業(公共事業以外) 一般事業要求 | 鳥取県"
        )


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
