"""The paper of a request: every figure is on it, no row is cut, it is tagged, and the same request gives the same bytes."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from model.document.document import Snapshot
from model.files.files import FileError
from model.request.request import CostGroup, Line, Request, Section
from model.request.section_table import SectionTable, TableColumn, TableRow
from model.values.amount import format_amount
from templates.paper import press as press_room
from templates.paper.blocks import PARTS, Paper, PaperCell, PaperPart, PaperRow
from templates.paper.layout import paper
from templates.paper.press import Press
from templates.paper.printing import Printing
from templates.paper.tables import made
from templates.readers.page import read_text
from templates.sheet.blocks import PeopleCell
from templates.sheet.sheet import cells_of, lay_out
from tests.cases import cases, page
from tests.commitment_requests import facilities, twenty_years
from tests.samples import ROOT, one_line, sample, snapshot, standard
from tests.templates.paper.printed import Printed

FOLDER = ROOT / "templates" / "standards" / "tottori"
TIME = "2019年1月15日 9:05 保存"
SOME = sorted(cases())[::22]
EVERY = sorted(cases())
ASKED_FOR = EVERY if os.environ.get("PAPERS") else SOME


@cache
def press() -> Press:
    """The press of the tests: one, as a window has."""
    return Press(FOLDER)


def printed(request: Request | Snapshot, *parts: Any) -> Printed:
    """The PDF of a request."""
    of = request if isinstance(request, Snapshot) else snapshot(request)
    return Printed(press().pdf(paper(of, parts, TIME)))


@cache
def the_sample() -> Printed:
    """The PDF of the real sheet with all parts."""
    return printed(sample(), *PARTS)


def figures(value: Any) -> Iterator[int]:
    """Every whole number of the facts."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from figures(one)
    elif isinstance(value, int):
        yield value


def lines(*texts: str, section: str = "costs") -> Request:
    """A request with a cost line of each text."""
    request = one_line(1)
    rows = tuple(Line(f"line-{number}", text, amount=number) for number, text in enumerate(texts, start=1))
    return replace(request, groups=(replace(request.groups[0], lines=rows),))


class TestTheRealSheet:
    """The PDF of the sample."""

    def test_every_figure_of_the_facts(self, facts: dict[str, Any]) -> None:
        """Every figure of the published page stands in the text of the PDF, with commas."""
        known = {word.text for word in the_sample().words}
        facts = {key: part for key, part in facts.items() if key != "unit_labour_cost"}
        facts["finance"] = facts["finance"]["rows"]
        missing = [number for number in figures(facts) if f"{number:,}" not in known]
        assert missing == []

    def test_words_of_the_head(self, facts: dict[str, Any]) -> None:
        """Who asks, for what, and how to reach them stands in the text as it was typed."""
        for label in ("事業名", "部局", "課", "担当", "電話番号", "E-mail", "class", "stage"):
            assert facts["header"][label] in the_sample().text

    def test_fonts_are_in_the_file(self) -> None:
        """Every font is embedded, so that it prints alike everywhere."""
        fonts = set(the_sample().fonts())
        assert fonts
        assert all(is_embedded for _, is_embedded in fonts)

    def test_it_says_that_it_is_accessible(self) -> None:
        """The file is marked as PDF/UA-1 and tagged, and has its language and a title that readers show."""
        pdf = the_sample()
        assert "<pdfuaid:part>1<" in pdf.file.get_xml_metadata()
        assert re.search(r"/Marked true", pdf.catalogue)
        assert "/Lang (ja" in pdf.catalogue
        assert "/DisplayDocTitle true" in pdf.catalogue
        assert sample().header.name in pdf.file.metadata["title"]

    def test_structure(self) -> None:
        """The name is the first heading; every table has heading cells and a row for each of its rows, every picture its words."""
        tags = the_sample().tags()
        tables = sum(len(part.rows) for part in tables_of(snapshot(sample())))
        heads = sum(len(part.head) for part in tables_of(snapshot(sample())))
        assert tags.count("H1") == 3  # the sheet, the 調書, the 質問票
        assert tags.count("Table") == tags.count("THead") == len(tables_of(snapshot(sample())))
        assert tags.count("TR") == tables + heads
        assert tags.count("Figure") == the_sample().pictures_with_words == 4

    def test_foot_of_each_page(self) -> None:
        """事業名, year, when the file was saved, and page n / m stand at the foot of each page."""
        pages = list(the_sample().file)
        for number, one in enumerate(pages, start=1):
            foot = one.get_text(clip=(0, one.rect.height - 50, one.rect.width, one.rect.height))
            for words in (f"{number} / {len(pages)}", sample().header.name, "平成31年度", TIME):
                assert words in foot

    @pytest.mark.parametrize("name", ["国の事業", "国" * 200])
    def test_the_foot_is_whole(self, name: str) -> None:
        """The letters of the foot are whole: what hides a second line of a long name cuts nothing of the first."""
        request = one_line(1)
        pdf = printed(replace(request, header=replace(request.header, name=name)))
        (page,) = pdf.file
        spans = [
            span
            for block in page.get_text("dict", clip=(0, page.rect.height - 50, 300, page.rect.height))[
                "blocks"
            ]
            for line in block["lines"]
            for span in line["spans"]
        ]
        base, size = spans[0]["origin"][1], spans[0]["size"]
        cuts = [
            found["scissor"]
            for found in page.get_drawings(extended=True)
            if found["type"] == "clip" and found["scissor"].y0 < base < found["scissor"].y1
        ]
        foot = min(cuts, key=lambda box: box.height)
        assert (
            foot.y0 <= base - 0.88 * size
        )  # a Japanese letter fills its square: 0.88 above the line, 0.12 below
        assert base + 0.12 * size <= foot.y1 <= base + size

    def test_the_same_bytes(self) -> None:
        """The same request gives the same bytes, from another press too; no clock is in them."""
        of = paper(snapshot(sample()), PARTS, TIME)
        assert press().pdf(of) == press().pdf(of) == Press(FOLDER).pdf(of)
        assert "CreationDate" not in the_sample().catalogue

    def test_chosen_parts(self) -> None:
        """The 調書 and the 質問票 are printed where they are wanted, on pages of their own on their side."""
        titles = {"ledger": "債務負担行為調書", "questions": "質問票"}
        for wanted in ((), ("ledger",), ("questions",)):
            pdf = printed(sample(), *wanted)
            assert [part for part, title in titles.items() if title in pdf.text.split("\n")] == list(wanted)
            on_side = [one for one in pdf.file if one.rect.width > one.rect.height]
            assert bool(on_side) == bool(wanted)

    def test_amounts_stand_in_a_column(self) -> None:
        """The amounts of a cost table end at one line, those of the 合計 and negative ones too."""
        pdf = printed(sample())
        change = [pdf.find(text) for text in ("△244", "1,459", "△2,500", "△915")]
        asked = [pdf.find(text) for text in ("6,468", "13,023", "12,085", "48,889")]
        for column in (change, asked):
            assert max(word.right for word in column) - min(word.right for word in column) < 0.5
        assert len({round(word.right) for word in (*change, *asked)}) == 2


def tables_of(of: Snapshot) -> list[Any]:
    """The tables of a paper with all its parts."""
    blocks = (block for part in paper(of, PARTS).parts for block in part.blocks)
    return [block for block in blocks if hasattr(block, "columns")]


@cache
def long_table() -> Printed:
    """A cost table over several pages, whose rows have three lines each."""
    return printed(lines(*(f"R{number:03}a\nR{number:03}b\nR{number:03}c" for number in range(1, 91))))


class TestPages:
    """Where the paper is cut into pages."""

    def test_no_row_is_cut(self) -> None:
        """The lines of a row stand on one page, in one box between two rules, with its amount."""
        pdf = long_table()
        assert pdf.find("R090a").page > pdf.find("R001a").page + 1
        for number in range(1, 91):
            first, *others = (pdf.find(f"R{number:03}{line}") for line in "abc")
            rules = pdf.rules(first.page)
            assert {word.page for word in others} == {first.page}
            assert not [at for at in rules if first.top + 1 < at < others[-1].bottom - 1]
            assert any(at <= first.top + 1 for at in rules)
            assert any(at >= others[-1].bottom - 1 for at in rules)

    def test_headings_are_repeated(self) -> None:
        """On each page that the table goes on to, its headings stand above the first row."""
        pdf = long_table()
        pages = sorted({word.page for word in pdf.words if re.fullmatch(r"R\d+a", word.text)})
        assert len(pages) > 2
        for page_number in pages:
            first = min(word.top for word in pdf.words if word.page == page_number and word.text[:1] == "R")
            (head,) = (word for word in pdf.words if word.page == page_number and word.text == "内容")
            assert head.top < first

    def test_no_title_alone_at_a_foot(self) -> None:
        """A title stands on the page of what follows it, a line of text or the first row of a table."""
        request = one_line(1)
        sections = tuple(
            Section(
                f"s{number}", "content", f"T{number:02}", "\n".join(["あ"] * (number % 7) + [f"U{number:02}"])
            )
            for number in range(1, 60)
        )
        groups = tuple(
            CostGroup(f"g{number}", f"V{number:02}", lines=(Line(f"l{number}", f"W{number:02}", amount=1),), section=f"s{number}")
            for number in range(1, 60)
        )  # fmt: skip
        pdf = printed(replace(request, sections=(*sections, *request.sections), groups=groups))
        titles = {word.text[-2:]: word for word in pdf.words if re.fullmatch(r"\d+ ?T\d\d|T\d\d", word.text)}
        assert len(titles) == 59
        for number, title in titles.items():
            below = [
                word
                for word in pdf.words
                if word.page == title.page and word.top > title.bottom and word.text not in ("", "/")
            ]
            assert len(below) > 6, f"T{number} stands alone"  # six words are those of the foot
            assert pdf.find(f"V{number}").page == pdf.find(f"W{number}").page

    def test_a_short_table_is_not_cut(self) -> None:
        """A table of a few lines stands on one page with its 合計, wherever on the page it begins."""
        request = one_line(1)
        sections = tuple(
            Section(f"s{number}", "content", "", "\n".join(["あ。"] * (number % 9)))
            for number in range(1, 40)
        )
        groups = tuple(
            CostGroup(f"g{number}", lines=tuple(Line(f"l{number}-{at}", f"W{number:02}{at}", amount=number * 1_000) for at in range(5)), section=f"s{number}")
            for number in range(1, 40)
        )  # fmt: skip
        pdf = printed(replace(request, sections=(*sections, *request.sections), groups=groups))
        assert len(pdf.file) > 5
        for number in range(1, 40):
            assert len({pdf.find(f"W{number:02}{at}").page for at in range(5)}) == 1
            total = next(word for word in pdf.words if word.text == f"{number * 5_000:,}")
            assert total.page == pdf.find(f"W{number:02}4").page

    def test_a_total_does_not_stand_alone(self) -> None:
        """The 合計 of a long table stands below a line of it, wherever the page ends."""
        request = one_line(1)
        sections = tuple(Section(f"s{count}", "content") for count in range(9, 60))
        groups = tuple(
            CostGroup(f"g{count}", lines=tuple(Line(f"l{count}-{at}", f"W{count:02}-{at:02}", amount=1_000 + count) for at in range(count)), section=f"s{count}")
            for count in range(9, 60)
        )  # fmt: skip
        pdf = printed(replace(request, sections=(*sections, *request.sections), groups=groups))
        for count in range(9, 60):
            total = next(word for word in pdf.words if word.text == f"{count * (1_000 + count):,}")
            last = pdf.find(f"W{count:02}-{count - 1:02}")
            assert (last.page, last.top < total.top) == (total.page, True)

    @pytest.mark.parametrize("count", range(7, 15))
    def test_the_last_question_does_not_stand_alone(self, count: int) -> None:
        """The last question of a 質問票 stands with the one before it, wherever the page ends."""
        rows = [
            PaperRow((PaperCell(f"Q{number:02}"), PaperCell("")), room=36) for number in range(1, count + 1)
        ]
        table = made([0.0, 1.0], [(PaperCell("番号"), PaperCell("質問"))], rows)
        pdf = Printed(press().pdf(Paper("題", "課", "事業", "年度", TIME, (PaperPart((table,), wide=True),))))
        assert pdf.find(f"Q{count:02}").page == pdf.find(f"Q{count - 1:02}").page

    def test_years_of_the_ledger_stand_on_one_line(self) -> None:
        """「H32〜H35」 of the 調書 is not broken: its page has room for it."""
        assert [word for word in the_sample().words if word.text == "H32〜H35"]

    def test_few_rows_with_many_words(self) -> None:
        """A table of few rows that fill more than a page is cut between them; none is lost."""
        pdf = printed(lines(*(f"Y{number}" + "あ" * 850 for number in range(6))))
        assert len({pdf.find(f"Y{number}").page for number in range(6)}) > 1
        assert pdf.text.count("あ") == 6 * 850

    @pytest.mark.parametrize("columns", [3, 5, 8])
    @pytest.mark.parametrize("letters", [320, 480, 980])
    def test_many_words_in_a_narrow_column(self, columns: int, letters: int) -> None:
        """Words that fill more than a page only because their column is narrow go on on the next one; none is lost."""
        words = {f"c{number}": "普通の言葉がここに入ります" for number in range(columns)} | {
            "c1": "あ" * letters
        }
        request = one_line(1)
        table = SectionTable(
            "narrow",
            request.sections[0].id,
            columns=tuple(TableColumn(key, key) for key in words),
            rows=(TableRow("row", words),),
        )
        assert printed(replace(request, tables=(table,))).text.count("あ") == letters

    def test_a_row_longer_than_a_page(self) -> None:
        """Where the words of one row fill more than a page they go on on the next one; none is lost."""
        words = [f"X{number:04}" for number in range(1500)]
        pdf = printed(lines("　".join(words)))
        assert len(pdf.file) > 2
        assert set(words) <= set(re.findall(r"X\d{4}", pdf.text))


class TestTypedWords:
    """What a person typed stands on the paper as it is."""

    @pytest.mark.parametrize(
        "typed",
        ["*太* _斜_ `code` = 見出し", '#sys.inputs #{1+1} $x^2$ \\ @ref <l> // c /* d */', '"}], "parts": []', "#import \"/etc/passwd\""],
    )  # fmt: skip
    def test_no_markup(self, typed: str) -> None:
        """Signs of the typesetter's language, of JSON and of Python are signs and nothing else, in every kind of text."""
        request = lines(typed)
        section = replace(request.sections[0], heading=typed, text=typed)
        request = replace(
            request, sections=(section,), header=replace(request.header, name=typed, subtitle=typed)
        )
        pdf = printed(request)
        assert pdf.text.replace("\n", " ").count(typed) >= 4

    def test_signs_that_no_font_has(self) -> None:
        """A sign that no font has is 「〓」, as printers have it; all around it is there."""
        pdf = printed(lines("前😀後\x01⑴𠮷髙"))
        assert "前〓後" in pdf.text
        assert "𠮷髙" in pdf.text

    def test_no_japanese_font(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        """Where no font has Japanese, neither the PDF nor the pages for the printer are made, and it is said what is missing."""
        taken = snapshot(lines("案内看板"))
        monkeypatch.setattr(press_room, "_font_folders", lambda: [str(tmp_path)])
        with pytest.raises(FileError, match=r"日本語の書体がこのパソコンにありません.*もう一度してください"):
            Printing(Press(FOLDER)).pdf(taken)
        monkeypatch.setattr(press_room, "_font_folders", list)
        monkeypatch.setattr(Press, "_can_show", lambda *_: False)
        with pytest.raises(FileError, match="日本語の書体がこのパソコンにありません"):
            Printing(Press(FOLDER)).pages(taken)

    def test_words_without_a_break(self) -> None:
        """A long address is broken wherever its cell ends, and stands on the paper whole; so is a long run of signs."""
        address = "https://www.example.lg.jp/" + "abcdefghij" * 20
        request = lines(address, "あ" * 900)
        section = replace(request.sections[0], text=address)
        pdf = printed(replace(request, sections=(section,)))
        found = [word for word in pdf.words if "efg" in word.text]
        assert max(word.right for word in found) < 595 - 40
        letters = "".join(sign for sign in pdf.text if sign.isascii() and not sign.isspace())
        assert letters.count(address) == 2
        assert pdf.text.count("あ") == 900

    def test_marks_that_are_not_seen(self) -> None:
        """A byte order mark, a zero-width blank and a joiner between letters stop nothing."""
        assert printed(lines("甲\ufeff\u200b\u200d乙")).find("甲")

    def test_unreadable_amounts(self) -> None:
        """An amount that could not be read stands as it was typed."""
        request = lines("甲")
        row = replace(request.groups[0].lines[0], amount="約3百")
        pdf = printed(replace(request, groups=(replace(request.groups[0], lines=(row,)),)))
        assert "約3百" in pdf.text

    def test_an_empty_request(self) -> None:
        """A request without a name is printed, and says so."""
        assert "（事業名なし）" in printed(Request()).text


class TestPublishedSheets:
    """The published sheets of other years; ``PAPERS=1`` prints all 87."""

    @pytest.mark.parametrize("number", ASKED_FOR)
    def test_every_figure(self, number: str) -> None:
        """Every figure of a sheet, in whatever form of its year, stands on its paper."""
        of = snapshot(read_text(page(number), standard()).request)
        pdf = printed(of, *PARTS)
        words = {word.text for word in pdf.words}
        minus = standard().printing.minus_on_screen
        for cell in cells_of(lay_out(of)):
            text = cell.printed if isinstance(cell, PeopleCell) else format_amount(cell.printed, minus)
            assert not text or text in words or f"{text}人" in words or text in pdf.text, cell.place

    @pytest.mark.parametrize("of", [facilities, twenty_years])
    def test_sheets_of_their_own(self, of: Any) -> None:
        """A 債務負担行為要求書 has a row a year with its amounts, and the words beside them once."""
        pdf = printed(of())
        for owed in of().commitments[0].years:
            assert f"{owed.amount:,}" in pdf.text
