"""What a reader of a published page can follow, and what never becomes a link."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from msgspec.structs import replace

from model.document.document import Snapshot, take_snapshot
from model.request.request import Request, Section
from model.standard.parts import PublicPage
from model.standard.standard import Standard
from model.standard_folder.files import StandardError
from model.standard_folder.load import load
from templates.commands.exported_files import render_files
from templates.page.html import render, render_shown
from templates.page.links import mail, telephone
from templates.readers.own_page import read_own_page
from templates.readers.page import read_html
from tests.templates.published_page import Page, has

PUBLIC = PublicPage(
    index="https://pref.example.jp/yosan/", questions="/form?id=3&x=1", links_workbook=True, links_data=True
)


def under(public: PublicPage, request: Request, standard: Standard) -> Snapshot:
    """A request under a Standard with these links."""
    return take_snapshot(request, replace(standard, public_page=public))


def addresses(page: str) -> list[str]:
    """Where the links around the sheet lead, in order."""
    return [link.get("href") for link in Page(page).all("//nav" + has("class", "around") + "//a")]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("0857-26-8319", '<a href="tel:0857268319">0857-26-8319</a>'),
        ("０８５７－２６－８３１９", '<a href="tel:0857268319">０８５７－２６－８３１９</a>'),
        ("0857(26)8319 内線12", '<a href="tel:0857268319">0857(26)8319</a> 内線12'),
        ("26-8319", "26-8319"),
        ("<b>0857-26-8319", '&lt;b&gt;<a href="tel:0857268319">0857-26-8319</a>'),
    ],
)
def test_a_telephone_number_can_be_dialled(typed: str, expected: str) -> None:
    """A whole number with its area is a link, whatever its width; an extension or half a number is text."""
    assert telephone(typed) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("jouhou@pref.tottori.lg.jp", '<a href="mailto:jouhou@pref.tottori.lg.jp">jouhou@pref.tottori.lg.jp</a>'),
        ('a@b.jp"onclick="x', '<a href="mailto:a@b.jp">a@b.jp</a>&#34;onclick=&#34;x'),
        ("javascript:alert(1)", "javascript:alert(1)"),
        ("?bcc=x@y.jp", '?bcc=<a href="mailto:x@y.jp">x@y.jp</a>'),
    ],
)  # fmt: skip
def test_an_address_of_mail_can_be_written_to(typed: str, expected: str) -> None:
    """An address is a link to itself and nothing more; what stands around it is text."""
    assert mail(typed) == expected


def test_no_link_leads_nowhere(sample: Request, standard: Standard, folder: Path) -> None:
    """A page links what its Standard or its export has, and only that: without both there is no list of links."""
    assert addresses(render(take_snapshot(sample, standard), folder)) == []
    snapshot = under(PUBLIC, sample, standard)
    files = render_files(snapshot, folder, "住基 1%", page=True, workbook=True, json=False)
    assert addresses(files[".html"].decode()) == [
        "https://pref.example.jp/yosan/",
        "/form?id=3&x=1",
        "./%E4%BD%8F%E5%9F%BA%201%25.xlsx",
    ]
    alone = render_files(snapshot, folder, "a", page=True, workbook=False, json=True)
    assert addresses(alone[".html"].decode())[2:] == ["./a.json"]
    private = under(PublicPage(), sample, standard)
    assert addresses(render_files(private, folder, "a", json=True)[".html"].decode()) == []


def test_an_address_that_would_run_is_refused(tmp_path: Path) -> None:
    """A Standard's link is an address of the web or of the same site; anything else is refused, saying where and what to write."""
    (tmp_path / "standard.toml").write_text(
        'builds_on = "tottori"\n[public_page]\nindex = "javascript:alert(1)"\n', encoding="utf-8"
    )
    with pytest.raises(
        StandardError, match=r"3行目: 「public_page.index」には空か、http:// か https:// か.*javascript"
    ):
        load(tmp_path)


def test_links_are_not_of_the_sheet(sample: Request, standard: Standard, folder: Path) -> None:
    """A page with links comes back as the request that it shows, with its data and without them."""
    page = render_files(under(PUBLIC, sample, standard), folder, "a", workbook=True)[".html"].decode()
    reading = read_own_page(page, standard, folder)
    assert (reading.request, reading.unread, reading.changes) == (sample, (), ())
    stripped = re.sub("<template.*</template>", "", page)
    bare = re.sub("<template.*</template>", "", render(take_snapshot(sample, standard), folder))
    texts = [
        [section.text for section in read_html(each, standard).request.sections] for each in (stripped, bare)
    ]
    assert texts[0] == texts[1]


def test_a_text_in_structure_comes_back_without_data(
    sample: Request, standard: Standard, folder: Path
) -> None:
    """Titles, lists and tables of a text are read from a page without data as they were typed, blanks before lines too."""
    text = "(1)内容\n　補助する。\n  ・市町村\n  ・県\n\n(2)実績\n　次のとおり。\n令和2年度　52箇所　560千円\n令和3年度　61箇所　610千円\n令和4年度　58箇所　590千円"
    request = replace(sample, sections=(Section("a", heading="概要", text=text), *sample.sections[1:]))
    page = render_shown(take_snapshot(request, standard), folder)
    assert '<table class="written">' in page
    assert read_html(page, standard).request.sections[0].text == text


def test_words_in_a_class_of_ours_are_read(sample: Request, standard: Standard, folder: Path) -> None:
    """Only our own lists of links and pictures are passed over: a paragraph of any class is read."""
    page = render_shown(take_snapshot(sample, standard), folder)
    page = page.replace('<p class="typed apart">', '<p class="around">', 1).replace(
        "</section>", '<div class="around">手で足した文</div></section>', 1
    )
    assert "手で足した文" in read_html(page, standard).request.sections[0].text
