"""Our own published page is read back exactly from its data, and by what it shows where a hand was on it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import html as markup
from msgspec.structs import replace

from model.document import storage
from model.request.lines import walk
from model.request.request import CostGroup, Header, Line, Request
from templates.page.html import render
from templates.page.page_data import PublishedPage
from templates.page.published_part import published_part
from templates.readers.own_page import read_own_page
from templates.readers.reading import Reading
from templates.readers.sources import read_source
from templates.sheet.sheet import lay_out
from tests.cases import cases
from tests.cases import page as case
from tests.examples import costly_examples
from tests.requests import requests
from tests.samples import ROOT, declared_sample, sample, set_values, snapshot, standard

FOLDER = ROOT / "templates" / "standards" / "tottori"
OLD_PAGE = ROOT / "tests" / "data" / "page_without_data.html"
"""The page of the real sheet as the version before wrote it."""


def page_of(request: Request) -> str:
    """The published page of a request."""
    return render(snapshot(request), FOLDER)


def read(page: str) -> Reading:
    """What is read of a page of ours."""
    return read_own_page(page, standard(), FOLDER)


def published(request: Request) -> Request:
    """The part of a request that its page shows."""
    given_ = snapshot(request)
    return published_part(given_, lay_out(given_))


class TestRoundTrip:
    """What a page shows comes back, and prints the same page to the byte."""

    @given(requests())
    @settings(
        max_examples=costly_examples(60),
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
        deadline=None,
    )
    def test_any_page(self, request_: Request) -> None:
        """Export, import and export again give the same bytes; nothing is unread and nothing seems changed."""
        page = page_of(request_)
        reading = read(page)
        assert (reading.unread, reading.changes) == ((), ())
        assert page_of(reading.request) == page

    @given(requests())
    @settings(
        max_examples=costly_examples(60),
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
        deadline=None,
    )
    def test_what_is_published_is_the_whole_of_what_is_printed(self, request_: Request) -> None:
        """The published part shows what the request shows, and all of it is published."""
        part = published(request_)
        of_the_part = PublishedPage(page_of(part))
        assert of_the_part.blocks == PublishedPage(page_of(request_)).blocks
        assert published(part) == part

    def test_the_real_sheet(self) -> None:
        """The shipped sheet comes back with all ids, totals left to the program: it holds nothing that is not printed."""
        assert read(page_of(sample())) == Reading(sample())

    def test_typed_totals(self) -> None:
        """Figures that a person typed over derived ones come back as such, with every typed 0."""
        assert read(page_of(declared_sample())) == Reading(declared_sample())

    @pytest.mark.parametrize("number", cases())
    def test_published_sheets(self, number: str, tmp_path: Path) -> None:
        """A published sheet that was read, exported and read again is the same in every field."""
        path = tmp_path / "page.txt"
        path.write_text(case(number), encoding="utf-8")
        request = read_source(path, standard(), FOLDER).request
        assert read(page_of(request)) == Reading(request)

    @pytest.mark.parametrize(
        ("basis", "amount", "prices"),
        [
            ("20,845円×11か月", None, {}),
            ("20,845円×11か月", 230, {}),
            ("20,845円×11か月", 229, {}),
            ("報酬 5千円×2\n手当 1千円", None, {}),
            ("会場×2回", None, {"会場": "3,000円"}),
            ("20,000円×3(税抜)", None, {}),
            ("会場×2回", None, {"会場": "2千円(税抜)"}),
            ("ＡＢ×2回", None, {"ＡＢ": "3,000円"}),
            ("2千円×(", 5, {}),
        ],
    )
    def test_a_calculation_comes_back_as_it_was_typed(
        self, basis: str, amount: int | None, prices: dict[str, str]
    ) -> None:
        """A line's 積算 is what was typed, to the character, with the unit prices that it names."""
        line = Line("l", "研修", 1, amount, "年1回", basis)
        header = replace(sample().header, fiscal_year="令和3年度")  # one rate of tax in all its months
        group = CostGroup("g", "表", lines=(line,))
        request = replace(sample(), header=header, groups=(group,), commitments=(), prices=prices)
        found = read(page_of(request)).request
        assert (found.groups, found.prices) == (request.groups, prices)

    def test_a_source_s_calculation_comes_back(self) -> None:
        """The 積算 of a source (財源) is what was typed; the figure that it gives is left to it."""
        request = replace(sample(), bases={"funding/request/national": "42,433千円×1/2"})
        assert read(page_of(request)).request == request


class TestTheDataInThePage:
    """The data are inert, whatever stands in them, and outlive what programs do to a page."""

    NASTY = "</template></script><!-- --><script>alert(1)</script> &amp; ]]> \u2028  二つ  の空白\u00a0"

    def test_no_text_ends_the_data(self) -> None:
        """Whatever is typed stays text: the page has one element more than without it, and no script."""
        plain, nasty = (
            markup.document_fromstring(page_of(replace(sample(), funding_words=words)))
            for words in ("文", self.NASTY)
        )
        assert [each.tag for each in nasty.iter()] == [each.tag for each in plain.iter()]
        assert read(page_of(replace(sample(), funding_words=self.NASTY))).request.funding_words == self.NASTY

    @pytest.mark.parametrize(
        "program",
        [
            lambda page: markup.tostring(markup.document_fromstring(page), encoding="unicode"),
            lambda page: page.replace("\n", "\r\n"),
            lambda page: page.replace("<table", "<TABLE").replace("</table>", "</TABLE>"),
            lambda page: re.sub(r' (class|id)="([\w-]+)"', r" \1=\2", page),
            lambda page: re.sub(r"<style>.*?</style>", "", page, flags=re.DOTALL),
            lambda page: page.replace("<strong>", "<b>").replace("</strong>", "</b>"),
            lambda page: page.replace("</p>", "<!-- stand --></p>"),
        ],
        ids=[
            "saved by a browser",
            "line ends",
            "tags",
            "quotes",
            "no style",
            "another inline tag",
            "comments",
        ],
    )
    def test_markup_that_shows_the_same(self, program: Any) -> None:
        """A page whose markup another program wrote anew is read exactly, without a word."""
        request = replace(sample(), funding_words=self.NASTY)
        page = program(page_of(request))
        assert page != page_of(request)
        assert read(page) == Reading(request)

    def test_blanks_alone(self) -> None:
        """Where only blanks and line breaks were changed the data hold, and the reader is told."""
        page = re.sub(r"\n +", " ", page_of(sample()))
        reading = read(page)
        assert (reading.request, reading.changes) == (sample(), ())
        (unread,) = reading.unread
        assert "空白か改行" in unread.why

    @pytest.mark.parametrize(
        "harm",
        [
            lambda page: page.replace('{"format":5', '{"format":999'),
            lambda page: page.replace('"}]', ""),
            lambda page: re.sub("(<template[^>]*>).*</template>", r"\1</template>", page),
        ],
        ids=["newer format", "damaged", "emptied"],
    )
    def test_data_that_cannot_be_read(self, harm: Any) -> None:
        """A page whose data are damaged or of a newer version is read by what it shows, and says so."""
        reading = read(harm(page_of(sample())))
        assert "データが読めない" in reading.unread[0].why
        assert reading.request.header == sample().header
        assert [group.title for group in reading.request.groups] == [group.title for group in sample().groups]

    def test_a_later_version(self, tmp_path: Path) -> None:
        """A page that nobody changed is read from its data also where the form prints other words by now; they are told."""
        later = tmp_path / "later"
        shutil.copytree(FOLDER, later)
        template = (FOLDER.parent / "japan" / "sheet.html.j2").read_text(encoding="utf-8")
        (later / "sheet.html.j2").write_text(template.replace("事業名:", "事業の名前:"), encoding="utf-8")
        reading = read_own_page(page_of(sample()), standard(), later)
        assert (reading.request, reading.changes) == (sample(), ())
        (unread,) = reading.unread
        assert (unread.text, "「事業の名前:」になります" in unread.why) == ("事業名:", True)


class TestChangedByHand:
    """The visible page is the truth: data that it contradicts are never preferred in silence."""

    def test_a_figure(self) -> None:
        """A figure typed into the HTML is what is read, and the change is listed with both figures."""
        page = page_of(sample()).replace(">13,023<", ">99,023<", 1)
        reading = read(page)
        (change,) = reading.changes
        assert (change.before, change.after) == ("平成31年度 13,023", "平成31年度 99,023")
        assert change.where.endswith("住基ネット保守管理費")
        assert "手で変えられた" in reading.unread[0].why
        lines = {line.text: line.amount for group in reading.request.groups for line, _ in walk(group.lines)}
        assert lines["住基ネット保守管理費"] == 99_023
        assert [_shown(group)[:3] for group in reading.request.groups] == [
            _shown(group)[:3] for group in declared_sample().groups
        ]

    def test_a_figure_moved_to_another_cell(self) -> None:
        """The same figures in other cells are another page."""
        page = page_of(sample())
        cell = re.compile(r'(<td headers="funding-row-request [^>]*>)(2,159)(</td>\n<td [^>]*>)(122,608)')
        assert cell.search(page)
        reading = read(cell.sub(r"\1\4\3\2", page))
        assert {(change.before, change.after) for change in reading.changes} == {
            ("2,159", "122,608"),
            ("122,608", "2,159"),
        }
        assert reading.request.funding.request["other"] == 122_608

    def test_a_figure_moved_into_a_blank_cell(self) -> None:
        """A blank cell counts: what stands beside it is not the same as what stands in it."""
        request = set_values(
            sample(), [("headcount/request/part_time", ""), ("headcount/request/temporary", "3")]
        )
        page = page_of(request)
        cells = re.compile(r"(<td headers=\"total_cost-row-request [^>]*>)(人</td>\n<td [^>]*>)(3\.0人)")
        assert cells.search(page)
        reading = read(
            cells.sub(lambda found: f"{found[1]}{found[3]}</td>{found[2].removeprefix('人</td>')}人", page)
        )
        assert [(change.before, change.after) for change in reading.changes] == [
            ("人", "3.0人"),
            ("3.0人", "人"),
        ]
        assert reading.request.headcount.request == {"regular": "1.9", "part_time": "3.0"}

    def test_words(self) -> None:
        """A word changed in the narrative is listed with what stands around it."""
        reading = read(page_of(sample()).replace("サービスの向上と行政事務", "サービスの停止と行政事務", 1))
        (change,) = reading.changes
        assert "停止" in change.after
        assert "向上" in change.before
        assert len(change.after) < 100
        assert "停止" in reading.request.sections[0].text
        assert reading.request.sections[0].text.count("\n") == sample().sections[0].text.count("\n")

    def test_a_row_and_a_paragraph(self) -> None:
        """What was added and what was taken out are listed as such."""
        page = page_of(sample()).replace("</section>", "<p>手で足した文</p></section>", 1)
        page = re.sub(
            r'<tr class="line depth-0">\n<th [^>]*>.{0,99}VPN装置保守経費.*?</tr>\n',
            "",
            page,
            flags=re.DOTALL,
        )
        changes = read(page).changes
        assert ("", "手で足した文") in [(change.before, change.after) for change in changes]
        assert ("VPN装置保守経費", "") in [(change.before, change.after) for change in changes]

    def test_text_and_data_alike(self) -> None:
        """A name replaced throughout the file, in the data too, is no contradiction: the data show what the page shows."""
        page = page_of(sample()).replace("総合行政・住基ネットワーク運営事業", "総合行政運営事業")
        found = replace(sample(), header=replace(sample().header, name="総合行政運営事業"))
        assert read(page) == Reading(found)

    def test_data_alone(self) -> None:
        """Data that were changed do not change what the page says."""
        page = page_of(sample())
        at = page.index("<template")
        reading = read(page[:at] + page[at:].replace('"amount":13023', '"amount":99023'))
        lines = {line.text: line.amount for group in reading.request.groups for line, _ in walk(group.lines)}
        assert lines["住基ネット保守管理費"] == 13_023

    def test_words_outside_the_sheet(self) -> None:
        """What a site writes around the sheet is not taken in, and is listed."""
        page = (
            page_of(sample())
            .replace("<body>", "<body><nav>県のサイト</nav>")
            .replace("</body>", "<p>著作権</p></body>")
        )
        reading = read(page)
        assert (reading.request, [entry.text for entry in reading.unread]) == (
            sample(),
            ["県のサイト", "著作権"],
        )

    def test_a_page_without_its_sheet(self) -> None:
        """A page of ours whose sheet is cut off cannot be read, and says so."""
        page = page_of(sample())
        with pytest.raises(storage.FileError):
            read(page[: page.index("<main")] + page[page.index("</main>") :])

    def test_a_page_that_nests_too_deep(self) -> None:
        """A page that nests a hundred thousand deep is refused: nothing of a page that is read may be lost."""
        page = page_of(sample()).replace("</main>", "<div>" * 100_000 + "深い</main>")
        with pytest.raises(storage.FileError, match="入れ子が深すぎて"):
            read(page)


class TestPagesWithoutData:
    """Pages of earlier versions, and those that lost their data, are read by what they show."""

    @pytest.mark.parametrize("kept", ["without", "apart", "stripped"])
    def test_the_real_sheet(self, tmp_path: Path, kept: str) -> None:
        """Every line, total, title, commitment and line of text of the real sheet is read of its page without data."""
        page = OLD_PAGE.read_text(encoding="utf-8")
        if kept == "apart":  # a system that stores 濁点 apart
            page = re.sub("[がぎぐげござじずでどばびぶべぼガギグゲゴザジズデドバビブベボ]", _apart, page)
        if kept == "stripped":
            page = re.sub("<template.*</template>", "", page_of(sample()))
        path = tmp_path / "page.html"
        path.write_text(page, encoding="utf-8")
        reading = read_source(path, standard(), FOLDER)
        assert (reading.unread, reading.changes) == ((), ())
        found, typed = reading.request, declared_sample()
        assert found.header == typed.header
        assert found.contact == typed.contact
        assert found.declared == typed.declared
        assert found.assessment == typed.assessment
        assert [(section.heading, section.text, section.frame) for section in found.sections] == [
            (section.heading, section.text, section.frame) for section in typed.sections
        ]
        assert [_shown(group) for group in found.groups] == [_shown(group) for group in typed.groups]
        assert [commitment.period for commitment in found.commitments] == [
            commitment.period for commitment in typed.commitments
        ]

    def test_a_long_remark(self) -> None:
        """A remark of many lines is a cell of its table, whose lines all stay where they are."""
        remark = "\n".join("一二三四五六七八九十")
        lines = (Line("a", "研修", 1, 2, remark), Line("b", "会場費", 3, 4, "年1回"))
        page = page_of(replace(sample(), groups=(CostGroup("g", "1.表", lines=lines),), commitments=()))
        reading = read(re.sub("<template.*</template>", "", page))
        (group,) = reading.request.groups
        assert [(line.text, line.remark) for line in group.lines] == [("研修", remark), ("会場費", "年1回")]

    def test_words_do_not_make_data(self, tmp_path: Path) -> None:
        """A page that only names the data is a page of another program."""
        path = tmp_path / "page.html"
        path.write_text(
            f"<html><body><p>yosancho &lt;template <template>予算</template></p><pre>{case('002')}</pre></body></html>",
            encoding="utf-8",
        )
        assert read_source(path, standard(), FOLDER).request.header.name == cases()["002"]["name"]


def _apart(found: re.Match[str]) -> str:
    from unicodedata import normalize

    return normalize("NFD", found[0])


def _shown(group: CostGroup) -> Any:
    return group.title, group.previous, group.amount, [
        (line.text, line.previous, line.amount, line.remark, line.heading, depth) for line, depth in walk(group.lines)
    ]  # fmt: skip


def test_fiscal_year_that_cannot_be_read_is_not_published() -> None:
    """The page prints another year in its place."""
    page = page_of(replace(sample(), header=Header(fiscal_year="ないしょの年度", name="事業")))
    assert "ないしょ" not in page
