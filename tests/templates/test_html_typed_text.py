"""Nothing that a person types becomes markup on the published page, and nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import jinja2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from model.document.document import take_snapshot
from model.request.request import (
    Assessment,
    Contact,
    CostGroup,
    Funding,
    Headcount,
    Header,
    Line,
    Request,
    Section,
)
from model.standard.standard import Standard
from templates.page.html import clean, render
from tests.examples import costly_examples
from tests.templates.published_page import Page, has, with_lines

NASTY = """<script>alert("&amp;")</script> ' " & </td></table> {{ minus }} {% raw %} <!-- ]]> &lt;"""


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
        # 28 fields once each; the name also in the title and in 現在の位置, the department in the latter, budget, class and
        # stage in the title.
        assert page.root.text_content().count(NASTY) == 28 + 3 + 3

    @given(
        name=st.text(max_size=60),
        remark=st.text(max_size=60),
        narrative=st.text(max_size=200),
        comment=st.text(max_size=60),
    )
    @settings(
        max_examples=costly_examples(60),
        deadline=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture],
    )
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
        assert page.all("//tbody/tr/th" + has("class", "content"))[0].text_content() == clean(name)
        assert page.all("//td" + has("class", "remark"))[0].text_content() == clean(remark)
        found = page.all("//section/div" + has("class", "text"))
        assert "".join(each.text_content() for each in found) == clean(narrative)
        assert page.one("//div" + has("class", "comment")).text_content() == clean(comment)

    def test_control_characters(self, write: Callable[[Request], Page]) -> None:
        """A file from another hand may hold characters that no page can; they go, and the words stay."""
        page = write(Request(header=Header(name="事\x00業\x1b\ud800名\ufffe\x85")))
        assert page.one("//h1").text_content() == "事業名"

    def test_long_word(self, write: Callable[[Request], Page]) -> None:
        """A word of ten thousand letters is kept whole and may break anywhere, so that the page stays readable."""
        page = write(with_lines(Line("line", text="W" * 10_000, amount=1, remark="あ" * 10_000)))
        assert page.cost_rows(0)[0] == ["W" * 10_000, "1", "あ" * 10_000]
        assert "overflow-wrap: anywhere" in page.source

    def test_ids_are_no_markup(self, write: Callable[[Request], Page]) -> None:
        """The ids of a file stand in the page's data only: a strange one cannot break the page."""
        page = write(
            Request(
                sections=(Section('" onclick="x', heading="所要経費", costs=True),),
                groups=(CostGroup('"><script>', lines=(Line("'<b>", "経費", amount=1),)),),
            )
        )
        assert not page.root.xpath("//@onclick | //script | //b")
        assert "<script" not in page.source
        assert not page.root.xpath("//@*[contains(., 'onclick')]")


def test_misspelt_name_in_a_template(tmp_path: Path, sample: Request, standard: Standard) -> None:
    """A prefecture that misspells a name in its template is told so; it does not get a page with a hole."""
    (tmp_path / "standard.toml").write_text('builds_on = "japan"', encoding="utf-8")
    (tmp_path / "sheet.html.j2").write_text("{{ sheet.yaer_line }}", encoding="utf-8")
    with pytest.raises(jinja2.UndefinedError, match="yaer_line"):
        render(take_snapshot(sample, standard), tmp_path)
